// One page from grey pixels to lines of text: finds lines, turns the page upright, finds them again closer, reads them.
import type { Turn } from '../../shared/screening.ts'
import { contentAreas } from './content.ts'
import { cropLine, ruledCuts } from './crop.ts'
import { layFlat } from './column.ts'
import type { LineBox } from './line-box.ts'
import { invert, mapPoint, percentile, resample, turnedSize, uprightToSource } from './picture.ts'
import type { Affine, Grey, Rect } from './picture.ts'
import type { Glyph } from './read-line.ts'
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
  /** Milliseconds per stage. */
  times: { upright: number; detect: number; read: number }
}

export interface Engines {
  detect(picture: Grey, region: Rect, scale: number): Promise<LineBox[]>
  read(pictures: Grey[]): Promise<Glyph[][]>
}

/** Detector pixels spent on one area of a page, and on the closer look at a part of it. */
const areaPixels = 1_100_000
const partPixels = 1_300_000
/** A line box thinner than this (detector pixels, margins included) is looked at again, closer. */
const smallPrint = 12.5
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
  const found = await detectAreas(picture, engines)
  lap('detect')
  const { turn, skew, certain } = await findUpright(picture, found, engines.read)
  const size = turnedSize(picture.width, picture.height, turn)
  const asItIs = turn === 0 && Math.abs(skew) < straightEnough
  const toSource = uprightToSource(picture.width, picture.height, turn, asItIs ? 0 : skew)
  const paper = percentile(picture, { x: 0, y: 0, w: picture.width, h: picture.height }, 0.6)
  const upright = asItIs ? picture : resample(picture, toSource, size.width, size.height, paper)
  lap('upright')
  // The detector finds level and upside-down lines alike; on their side it finds them less well, so it looks again.
  const onItsSide = turn === 90 || turn === 270
  const boxes = onItsSide
    ? await detectAreas(upright, engines)
    : found.map((box) => moveBox(box, toSource, asItIs ? 0 : skew))
  lap('detect')
  const lines = await readBoxes(upright, boxes, engines)
  lap('read')
  return { upright, toSource, turn, turnCertain: certain, lines, times }
}

/** Where a box found on the page as it came in lies on the upright page. */
function moveBox(box: LineBox, toSource: Affine, skew: number): LineBox {
  const [cx, cy] = mapPoint(invert(toSource), box.cx, box.cy)
  const angle = box.angle - (skew * Math.PI) / 180
  return { ...box, cx, cy, angle }
}

async function detectAreas(picture: Grey, engines: Engines): Promise<LineBox[]> {
  const boxes: LineBox[] = []
  for (const area of contentAreas(picture)) boxes.push(...(await detectArea(picture, area, engines)))
  return boxes
}

/** Lines of one area, with a second, closer look at the parts with small print. */
async function detectArea(picture: Grey, area: Rect, engines: Engines): Promise<LineBox[]> {
  const scale = Math.min(1.5, Math.sqrt(areaPixels / (area.w * area.h)))
  const lines = await engines.detect(picture, area, scale)
  const small = lines.filter((line) => line.thickness * scale < smallPrint)
  if (small.length < 3 || scale >= 1.2) return lines
  const closer = Math.min(1.5, scale * 2)
  const parts = partsAround(small, area, partPixels / closer ** 2)
  const kept = lines.filter((line) => !parts.some((part) => holds(part, line)))
  for (const part of parts) {
    for (const line of await engines.detect(picture, part, closer)) {
      if (!kept.some((other) => isWithin(line, other))) kept.push(line)
    }
  }
  return kept
}

/** More than half of the line lies in the other one: a line cut by the edge of a part is found again from its other side. */
function isWithin(line: LineBox, other: LineBox): boolean {
  const w =
    Math.min(line.cx + line.length / 2, other.cx + other.length / 2) -
    Math.max(line.cx - line.length / 2, other.cx - other.length / 2)
  const h =
    Math.min(line.cy + line.thickness / 2, other.cy + other.thickness / 2) -
    Math.max(line.cy - line.thickness / 2, other.cy - other.thickness / 2)
  return w > 0 && h > 0 && w * h > 0.5 * line.length * line.thickness
}

/** Cuts the rows that hold small print into bands of at most `pixels` each. */
function partsAround(small: readonly LineBox[], area: Rect, pixels: number): Rect[] {
  const top = Math.min(...small.map((line) => line.cy - 3 * line.thickness))
  const bottom = Math.max(...small.map((line) => line.cy + 3 * line.thickness))
  const left = Math.min(...small.map((line) => line.cx - line.length / 2 - 4 * line.thickness))
  const right = Math.max(...small.map((line) => line.cx + line.length / 2 + 4 * line.thickness))
  const x = Math.max(area.x, left)
  const y = Math.max(area.y, top)
  const w = Math.min(area.x + area.w, right) - x
  const h = Math.min(area.y + area.h, bottom) - y
  const bands = Math.max(1, Math.min(3, Math.ceil((w * h) / pixels)))
  const overlap = bands > 1 ? 40 : 0
  return Array.from({ length: bands }, (_, band) => ({
    x,
    y: y + (band * h) / bands,
    w,
    h: h / bands + (band < bands - 1 ? overlap : 0),
  }))
}

function holds(part: Rect, line: LineBox): boolean {
  return line.cx > part.x && line.cx < part.x + part.w && line.cy > part.y && line.cy < part.y + part.h
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
    return { box, vertical, glyphs: confidence(second) > confidence(first) ? second : first }
  })
}

function confidence(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.sure ** 3, 0)
}

function isUpDown(box: LineBox): boolean {
  return Math.abs(box.angle - Math.PI / 2) < Math.PI / 4 && box.length > 1.5 * box.thickness
}

function splitBox(box: LineBox, cuts: readonly number[]): LineBox[] {
  const edges = [0, ...cuts, 1]
  const parts: LineBox[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]!
    const to = edges[i + 1]!
    const length = (to - from) * box.length
    if (length < 0.45 * box.thickness) continue
    const offset = ((from + to) / 2 - 0.5) * box.length
    parts.push({ ...box, cx: box.cx + Math.cos(box.angle) * offset, cy: box.cy + Math.sin(box.angle) * offset, length })
  }
  return parts
}
