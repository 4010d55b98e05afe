// Where lines of print stand on a page: every area of content once, then closer where the print is small.
import { middleY, overlap, transposed } from '../../shared/rules/screening/words.ts'
import { contentAreas } from './content.ts'
import type { LineBox } from './line-box.ts'
import { clamp } from './picture.ts'
import type { Grey, Rect } from './picture.ts'

export type Detect = (picture: Grey, region: Rect, scale: number) => Promise<LineBox[]>

/** Detector pixels spent on one area of a page, and on one closer look at a part of it. */
const areaPixels = 1_100_000
const partPixels = 1_300_000
/** Never looked at larger than this. */
const largestScale = 1.5
/** What lies beside the largest area is printed about as large: looked at this much closer at most, to begin with. */
const sideScale = 1.4
/** A line box thinner than this (detector pixels, margins included) is looked at again, so close that it is as thick as the second figure. */
const smallPrint = 12.5
const goodPrint = 17
const leastGain = 1.3
const mostGain = 2
/** Fewer small boxes than this in one area are dots and dirt. */
const fewestSmall = 3
const mostParts = 4
/** Share of a line's length that closer lines must cover to stand in its place; their ends lie nearer to the print. */
const foundAgain = 0.6

/** Lines of an area with the scale at which they were found. */
export interface FoundLines {
  area: Rect
  scale: number
  lines: LineBox[]
}

/** A first look at every area of content, at one scale each. */
export async function findLines(picture: Grey, detect: Detect): Promise<FoundLines[]> {
  const found: FoundLines[] = []
  let limit = largestScale
  for (const area of contentAreas(picture)) {
    const scale = Math.min(limit, Math.sqrt(areaPixels / (area.w * area.h)))
    found.push({ area, scale, lines: await detect(picture, area, scale) })
    limit = Math.min(limit, sideScale * scale)
  }
  return found
}

/** The same lines, those of small print found again closer. A line that is not found again stays. Areas and lines are of this picture. */
export async function lookCloser(
  picture: Grey,
  { area, scale, lines }: FoundLines,
  detect: Detect,
): Promise<LineBox[]> {
  const small = lines.filter((line) => line.thickness * scale < smallPrint)
  if (small.length < fewestSmall || scale >= largestScale / leastGain) return lines
  const thicknesses = small.map((line) => line.thickness * scale).sort((a, b) => a - b)
  const thin = thicknesses[Math.floor(thicknesses.length / 5)]!
  const closer = Math.min(largestScale, scale * clamp(goodPrint / thin, leastGain, mostGain))
  const parts = partsAround(small, area, partPixels / closer ** 2)
  const closerLines: LineBox[] = []
  for (const part of parts) closerLines.push(...(await detect(picture, part, closer)))
  const again = withoutPieces(closerLines)
  // A part ends in the middle of a line that was large enough before, and the closer look sees half its height.
  const kept = lines.filter((line) => !parts.some((part) => holds(part, line)) || !isFoundAgain(line, again))
  return [...kept, ...again.filter((line) => !kept.some((other) => isWithin(line, other)))]
}

/** A line cut by the edge of a part is found whole from its other side. */
function withoutPieces(lines: readonly LineBox[]): LineBox[] {
  const whole: LineBox[] = []
  const bySize = lines.toSorted((a, b) => b.length * b.thickness - a.length * a.thickness)
  for (const line of bySize) if (!whole.some((other) => isWithin(line, other))) whole.push(line)
  return whole
}

/** Most of the line's length was found again, in one piece or in several. */
function isFoundAgain(line: LineBox, again: readonly LineBox[]): boolean {
  const extent = extentOf(line)
  const level = (rect: Rect): Rect => (extent.w >= extent.h ? rect : transposed(rect))
  const own = level(extent)
  const pieces = again
    .map((each) => level(extentOf(each)))
    .filter((rect) => middleY(rect) > own.y && middleY(rect) < own.y + own.h)
  let covered = 0
  let to = own.x
  for (const rect of pieces.sort((a, b) => a.x - b.x)) {
    const from = Math.max(to, rect.x)
    to = Math.max(to, Math.min(own.x + own.w, rect.x + rect.w))
    covered += Math.max(0, to - from)
  }
  return covered > foundAgain * own.w
}

function extentOf({ cx, cy, length, thickness, angle }: LineBox): Rect {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const [w, h] = [cos * length + sin * thickness, sin * length + cos * thickness]
  return { x: cx - w / 2, y: cy - h / 2, w, h }
}

/** More than half of the line lies in the other one. */
function isWithin(line: LineBox, other: LineBox): boolean {
  const own = extentOf(line)
  return overlap(own, extentOf(other)) > 0.5 * own.w * own.h
}

/** Bands of rows that hold small print, each of at most `pixels`. */
function partsAround(small: readonly LineBox[], area: Rect, pixels: number): Rect[] {
  const left = Math.max(area.x, Math.min(...small.map((line) => line.cx - line.length / 2 - 4 * line.thickness)))
  const right = Math.min(
    area.x + area.w,
    Math.max(...small.map((line) => line.cx + line.length / 2 + 4 * line.thickness)),
  )
  const w = right - left
  const bands = rowsOf(small, area)
  const parts = bands.flatMap(({ top, bottom }) => {
    const count = Math.max(1, Math.ceil((w * (bottom - top)) / pixels))
    const margin = count > 1 ? 40 : 0
    return Array.from({ length: count }, (_, index) => ({
      x: left,
      y: top + (index * (bottom - top)) / count,
      w,
      h: (bottom - top) / count + (index < count - 1 ? margin : 0),
    }))
  })
  return parts.slice(0, mostParts)
}

/** Rows with small print; those near each other are one. */
function rowsOf(small: readonly LineBox[], area: Rect): { top: number; bottom: number }[] {
  const rows: { top: number; bottom: number }[] = []
  for (const line of [...small].sort((a, b) => a.cy - b.cy)) {
    const top = Math.max(area.y, line.cy - 3 * line.thickness)
    const bottom = Math.min(area.y + area.h, line.cy + 3 * line.thickness)
    const last = rows.at(-1)
    if (last !== undefined && top < last.bottom + 4 * line.thickness) last.bottom = Math.max(last.bottom, bottom)
    else rows.push({ top, bottom })
  }
  return rows
}

function holds(part: Rect, line: LineBox): boolean {
  return line.cx > part.x && line.cx < part.x + part.w && line.cy > part.y && line.cy < part.y + part.h
}
