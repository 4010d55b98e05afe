// A column of print that runs on over a ruled line is two: the value of one cell, and what stands in the next.
import type { RuledLines } from '../../shared/rules/screening/cells.ts'
import type { LineBox } from './line-box.ts'

/** In breadths of the column: a rule goes on beyond it at both sides, where the stroke of a character, 一 above all, ends in it. */
const beyond = 0.4
/** The same: what is left above or below a rule holds a character. */
const shortest = 0.5

/** The parts of a line that runs down the page, between the ruled lines that cross it. */
export function cutAtRules(box: LineBox, { across }: RuledLines): LineBox[] {
  const reach = (0.5 + beyond) * box.thickness
  const half = box.length / 2
  const cuts = across
    .filter(({ x0, x1 }) => x0 < box.cx - reach && x1 > box.cx + reach)
    .map(({ x0, y0, x1, y1 }) => y0 + ((y1 - y0) * (box.cx - x0)) / (x1 - x0) - box.cy)
    .filter((at) => Math.abs(at) < half - shortest * box.thickness)
    .toSorted((a, b) => a - b)
  return [-half, ...cuts].flatMap((from, index) => {
    const length = (cuts[index] ?? half) - from
    if (length < shortest * box.thickness) return []
    const away = from + length / 2
    return [{ ...box, cx: box.cx + Math.cos(box.angle) * away, cy: box.cy + Math.sin(box.angle) * away, length }]
  })
}
