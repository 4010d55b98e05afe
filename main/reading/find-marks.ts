// Whether anything was printed, written or stamped on a sheet: dust, punch holes, staples, folds, the edge's shadow and the other side's print are nothing.
import { cut } from './picture.ts'
import type { Grey } from './picture.ts'
import { touchingAreas } from './touching.ts'
import type { MarkedArea } from './touching.ts'

/** The sheet is looked at this large, about 100 dpi of an A4 page: print of the other side is nearly even at this size. */
const longSide = 1200
/** Everything is reckoned as on A4: on a smaller sheet dust looks larger, and counts sooner. */
const longSideMm = 297
/** Side of the squares in which the paper's own grey is taken. */
const squareMm = 6
/** A mark is darker than its paper by this much: what shines through a sheet is paler. */
const darker = 34
/** Dust is no longer than this. */
const dustMm = 1.5
/** What lies this near to the edge of the sheet is the edge's own shadow. */
const edgeMm = 4
/** Holes and staples lie within this distance of an edge. */
const rimMm = 22
/** So many marked pixels are a sign somebody made: a pale digit has more. */
const enough = 14

export function hasMarks(picture: Grey): boolean {
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const small = cut(picture, { x: 0, y: 0, w: picture.width, h: picture.height }, width, height)
  const mm = Math.max(width, height) / longSideMm
  const marks = touchingAreas(marked(small, mm), width, height, 1).filter((mark) => !isNothing(mark, width, height, mm))
  small.data.fill(0)
  return marks.reduce((sum, { count }) => sum + count, 0) >= enough
}

/** Pixels clearly darker than the paper around them, those along the edge of the sheet left out. */
function marked({ width, height, data }: Grey, mm: number): Uint8Array {
  const edge = Math.round(edgeMm * mm)
  const square = Math.max(4, Math.round(squareMm * mm))
  const result = new Uint8Array(width * height)
  for (let top = edge; top < height - edge; top += square) {
    for (let left = edge; left < width - edge; left += square) {
      const [right, bottom] = [Math.min(width - edge, left + square), Math.min(height - edge, top + square)]
      const limit = paperOf(data, width, { left, top, right, bottom }) - darker
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) if (data[y * width + x]! < limit) result[y * width + x] = 1
    }
  }
  return result
}

function paperOf(data: Uint8Array, width: number, { left, top, right, bottom }: Omit<MarkedArea, 'count'>): number {
  const counts = new Uint32Array(256)
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) counts[data[y * width + x]!]!++
  let above = 0
  const wanted = 0.25 * (right - left) * (bottom - top)
  for (let value = 255; value >= 0; value--) {
    above += counts[value]!
    if (above >= wanted) return value
  }
  return 0
}

function isNothing(
  { left, top, right, bottom, count }: MarkedArea,
  width: number,
  height: number,
  mm: number,
): boolean {
  const [w, h] = [right - left, bottom - top]
  if (Math.max(w, h) <= dustMm * mm) return true
  const [beside, above] = [Math.min(left, width - right), Math.min(top, height - bottom)]
  const rim = rimMm * mm
  // A hole is round, dark all over, and six millimetres wide; a staple ten millimetres long, in a corner.
  const isHole = Math.min(w, h) > 3.5 * mm && Math.max(w, h) < 9 * mm && count > 0.55 * w * h
  const isStaple = Math.max(w, h) < 15 * mm && count < 24 * mm * mm && beside < rim && above < rim
  if (isStaple || (isHole && Math.min(beside, above) < rim)) return true
  // A fold or a streak runs across the whole sheet.
  return (w > 0.85 * width && h < 9 * mm) || (h > 0.85 * height && w < 9 * mm)
}
