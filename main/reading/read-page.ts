// One page from grey pixels to lines of text: finds lines, turns the page upright, finds them again closer, reads them.
import type { RuledLines } from '../../shared/rules/screening/cells.ts'
import type { PrintedLine } from '../../shared/rules/screening/legibility.ts'
import type { Turn } from '../../shared/screening.ts'
import { cropLine, ruledCuts } from './crop.ts'
import { layFlat } from './column.ts'
import { cutAtRules } from './cut-at-rules.ts'
import { findLines, lookCloser } from './find-lines.ts'
import type { Detect, FoundLines } from './find-lines.ts'
import type { LineBox } from './line-box.ts'
import { invert, mapPoint, mapRect, percentile, resample, turnedSize, uprightToSource } from './picture.ts'
import type { Affine, Grey } from './picture.ts'
import type { ReadPictures } from './first-reader.ts'
import type { Glyph } from './read-line.ts'
import { measurePrint } from './measure-print.ts'
import { findRuledLines } from './ruled-lines.ts'
import { weight } from './glyphs.ts'
import { findUpright } from './upright.ts'

/** A line, or one table cell's part of it, on the upright page. */
export interface ReadLine {
  box: LineBox
  glyphs: Glyph[]
  /** Characters stand one below the other. */
  vertical: boolean
}

export interface ReadPage {
  upright: Grey
  /** From pixels of `upright` to pixels of the picture that was given. */
  toSource: Affine
  turn: Turn
  turnCertain: boolean
  lines: ReadLine[]
  rules: RuledLines
  /** How well the lines can be read at all. */
  print: PrintedLine[]
  /** Milliseconds per stage. */
  times: { upright: number; detect: number; read: number }
}

export interface Engines {
  detect: Detect
  /** The first reader. */
  read: ReadPictures
  /** Its two networks, each alone. */
  readJapanese: ReadPictures
  readSigns: ReadPictures
}

/** Below this skew (degrees) the pixels are left as they are. */
const straightEnough = 0.25

export async function readPage(picture: Grey, engines: Engines, signal: AbortSignal): Promise<ReadPage> {
  const times = { upright: 0, detect: 0, read: 0 }
  let started = performance.now()
  const lap = (stage: keyof typeof times): void => {
    times[stage] += performance.now() - started
    started = performance.now()
    signal.throwIfAborted()
  }
  const found = await findLines(picture, engines.detect)
  lap('detect')
  const { turn, skew, certain } = await findUpright(
    picture,
    found.flatMap(({ lines }) => lines),
    engines,
  )
  const size = turnedSize(picture.width, picture.height, turn)
  const asItIs = turn === 0 && Math.abs(skew) < straightEnough
  const toSource = uprightToSource(picture.width, picture.height, turn, asItIs ? 0 : skew)
  const paper = percentile(picture, { x: 0, y: 0, w: picture.width, h: picture.height }, 0.6)
  const upright = asItIs ? picture : resample(picture, toSource, size.width, size.height, paper)
  lap('upright')
  // The detector finds level and upside-down lines alike; on their side it finds them less well, so it looks again.
  const onItsSide = turn === 90 || turn === 270
  const moved = onItsSide
    ? await findLines(upright, engines.detect)
    : found.map((each) => moveLines(each, toSource, asItIs ? 0 : skew, upright))
  const boxes: LineBox[] = []
  for (const each of moved) boxes.push(...(await lookCloser(upright, each, engines.detect)))
  const rules = findRuledLines(upright)
  lap('detect')
  const cut = boxes.flatMap((box) => (isUpDown(box) ? cutAtRules(box, rules) : [box]))
  const lines = await readBoxes(upright, cut, engines)
  lap('read')
  const print = measurePrint(upright, cut, picture, toSource)
  return { upright, toSource, turn, turnCertain: certain, lines, rules, print, times }
}

/** Where lines found on the page as it came in lie on the upright page. */
function moveLines(found: FoundLines, toSource: Affine, skew: number, upright: Grey): FoundLines {
  const toUpright = invert(toSource)
  const [x, y, w, h] = mapRect(toUpright, found.area, upright.width, upright.height)
  const lines = found.lines.map((line) => {
    const [cx, cy] = mapPoint(toUpright, line.cx, line.cy)
    return { ...line, cx, cy, angle: line.angle - (skew * Math.PI) / 180 }
  })
  return { area: { x, y, w, h }, scale: found.scale, lines }
}

/** Reads every box; a box that spans ruled lines becomes one line per cell, a column of characters is read both ways a reader can. */
export async function readBoxes(upright: Grey, boxes: readonly LineBox[], engines: Engines): Promise<ReadLine[]> {
  const cells: { box: LineBox; pictures: Grey[]; vertical: boolean }[] = []
  for (const box of boxes) {
    if (isUpDown(box)) {
      cells.push({ box, pictures: [layFlat(upright, box), cropLine(upright, box)], vertical: true })
      continue
    }
    const picture = cropLine(upright, box)
    const cuts = box.length > 2 * box.thickness ? ruledCuts(picture) : []
    if (cuts.length === 0) {
      cells.push({ box, pictures: [picture], vertical: false })
      continue
    }
    for (const part of splitBox(box, cuts))
      cells.push({ box: part, pictures: [cropLine(upright, part)], vertical: false })
  }
  const pictures = cells.flatMap((cell) => cell.pictures)
  const readings = await engines.read(pictures)
  for (const picture of pictures) picture.data.fill(0)
  let at = 0
  return cells.map(({ box, vertical, pictures: own }) => {
    const [first = [], second = []] = readings.slice(at, at + own.length)
    at += own.length
    return { box, vertical, glyphs: weight(second) > weight(first) ? second : first }
  })
}

function isUpDown(box: LineBox): boolean {
  return Math.abs(box.angle - Math.PI / 2) < Math.PI / 4 && box.length > 1.5 * box.thickness
}

/** The parts of a line between the ruled lines that cross it: what is left of a rule would be read as 1. */
function splitBox(box: LineBox, cuts: readonly (readonly [from: number, to: number])[]): LineBox[] {
  const parts: LineBox[] = []
  for (let i = 0; i <= cuts.length; i++) {
    const from = cuts[i - 1]?.[1] ?? 0
    const to = cuts[i]?.[0] ?? 1
    const length = (to - from) * box.length
    if (length < 0.45 * box.thickness) continue
    const offset = ((from + to) / 2 - 0.5) * box.length
    parts.push({ ...box, cx: box.cx + Math.cos(box.angle) * offset, cy: box.cy + Math.sin(box.angle) * offset, length })
  }
  return parts
}
