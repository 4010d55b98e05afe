// Cuts single lines out of a page: straightened, at reading height, with contrast where the copy is faint.
import type { LineBox } from './line-box.ts'
import { clamp, percentile, resample } from './picture.ts'
import type { Grey } from './picture.ts'
import { lineHeight, widestLine } from './read-line.ts'

/** Paper darker and ink paler than this range is stretched to it. */
const wantedContrast = 150

/** The line along its box, `lineHeight` pixels high; read from the other end when `backwards`. */
export function cropLine(picture: Grey, box: LineBox, backwards = false): Grey {
  const scale = lineHeight / box.thickness
  const width = clamp(Math.round(box.length * scale), 16, widestLine)
  const cos = Math.cos(box.angle) * (backwards ? -1 : 1)
  const sin = Math.sin(box.angle) * (backwards ? -1 : 1)
  const stepX = box.length / width
  const stepY = box.thickness / lineHeight
  const x0 = box.cx - (cos * box.length) / 2 + (sin * box.thickness) / 2
  const y0 = box.cy - (sin * box.length) / 2 - (cos * box.thickness) / 2
  const line = resample(picture, [cos * stepX, -sin * stepY, x0, sin * stepX, cos * stepY, y0], width, lineHeight, 255)
  return withContrast(line)
}

/** Stretches faint print; leaves a good one alone. */
export function withContrast(line: Grey): Grey {
  const whole = { x: 0, y: 0, w: line.width, h: line.height }
  const dark = percentile(line, whole, 0.02)
  const pale = percentile(line, whole, 0.7)
  if (pale - dark >= wantedContrast || pale - dark < 12) return line
  const gain = 255 / (pale - dark)
  const { data } = line
  for (let i = 0; i < data.length; i++) data[i] = clamp((data[i]! - dark) * gain, 0, 255)
  return line
}

/** A ruled line is thin; anything broad is print or a patch. */
const broadestRule = 7
/** So many columns at both sides of a ruled line are paper, but for the rules above and below: a stroke of a character has others at its sides. */
const freeColumns = 3
const mostInk = 0.15

/**
 * Where ruled lines cross a horizontal line of print: from where to where along it, 0–1, the box must be cut out. What
 * may as well be a stroke of a character is cut in its middle, so that each side keeps what it can be known by.
 */
export function ruledCuts(line: Grey): [from: number, to: number][] {
  const { width, height, data } = line
  const ink = percentile(line, { x: 0, y: 0, w: width, h: height }, 0.5) * 0.72
  const dark = Array.from({ length: width }, (_, x) => {
    let count = 0
    for (let y = 0; y < height; y++) if (data[y * width + x]! < ink) count++
    return count
  })
  const isPaper = (x: number): boolean => (dark[x] ?? 0) <= mostInk * height
  const cuts: [from: number, to: number][] = []
  let from = -1
  for (let x = 0; x <= width; x++) {
    if ((dark[x] ?? 0) >= height - 1) {
      if (from < 0) from = x
      continue
    }
    if (from >= 0 && x - from <= broadestRule) {
      // Its own edges are grey.
      const [left, right] = [from - 1, x]
      const isFree = Array.from({ length: freeColumns }, (_, k) => k + 1).every(
        (k) => isPaper(left - k) && isPaper(right + k),
      )
      const middle = (from + x) / 2 / width
      cuts.push(isFree ? [left / width, (right + 1) / width] : [middle, middle])
    }
    from = -1
  }
  return cuts
}
