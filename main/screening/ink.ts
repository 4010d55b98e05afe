// How much ink lies in a part of a page.
import { percentile } from '../reading/index.ts'
import type { Grey, Rect } from '../reading/index.ts'

/** In heights of the rectangle: what is dark so far above and below it as well is a fold, a streak or a ruled line. */
const beyond = 0.7
/** In heights of the rectangle: what lies on its edge over this breadth and reaches as far beyond it is a bar, as a mask is, and no stroke. */
const broad = 0.5
/** Share of a column's or a row's pixels that makes it dark throughout; and of a rectangle's rows that may be ruled lines. */
const throughout = 0.93
const mostRules = 0.35
/** In heights of the rectangle: what reaches in further covers it. */
const mostReach = 0.5

/** Share of dark pixels in the darkest window of the rectangle, its edges (ruled lines), what only passes through it and bars that reach into it left out. */
export function inkOf(picture: Grey, rect: Rect, paper: number): number {
  const limit = paper * 0.6
  const inset = rect.h * 0.18
  const top = Math.max(0, Math.floor(rect.y + inset))
  const low = Math.min(picture.height, Math.ceil(rect.y + rect.h - inset))
  const left = Math.max(0, Math.floor(rect.x))
  const right = Math.min(picture.width, Math.ceil(rect.x + rect.w))
  const window = Math.max(4, Math.round(1.5 * rect.h))
  const passing = passingThrough(picture, rect, limit)
  const above = reachingIn(picture, { left, right, from: top, step: 1, size: rect.h }, limit)
  const below = reachingIn(picture, { left, right, from: low - 1, step: -1, size: rect.h }, limit)
  let most = 0
  for (let from = left; from < right; from += window) {
    let dark = 0
    let ruled = 0
    let rules = 0
    const to = Math.min(right, from + window)
    for (let y = top; y < low; y++) {
      let inRow = 0
      for (let x = from; x < to; x++) {
        const at = x - left
        if (passing[at] === 1 || y < top + above[at]! || y >= low - below[at]!) continue
        if (picture.data[y * picture.width + x]! < limit) inRow++
      }
      dark += inRow
      if (inRow < throughout * (to - from)) continue
      ruled += inRow
      rules++
    }
    // A few rows dark from end to end are a ruled line, most of them a bar.
    if (rules < mostRules * (low - top)) dark -= ruled
    most = Math.max(most, dark / Math.max(1, (to - from) * (low - top)))
  }
  return most
}

/** Share of a rectangle's pixels that the thinnest letter fills; specks fill less. */
const letter = 0.04
/** Half of a rectangle is paper, and more. */
const ground = 0.6

/** How much darker than its paper the darkest print in the rectangle is. */
export function depthOf(picture: Grey, rect: Rect): number {
  return percentile(picture, rect, ground) - percentile(picture, rect, letter)
}

/** 1 for every column of the rectangle that is dark throughout, and above and below it. */
function passingThrough({ width, height, data }: Grey, rect: Rect, limit: number): Uint8Array {
  const left = Math.max(0, Math.floor(rect.x))
  const right = Math.min(width, Math.ceil(rect.x + rect.w))
  const top = Math.max(0, Math.floor(rect.y - beyond * rect.h))
  const low = Math.min(height, Math.ceil(rect.y + (1 + beyond) * rect.h))
  const passing = new Uint8Array(Math.max(0, right - left))
  for (let x = left; x < right; x++) {
    let dark = 0
    for (let y = top; y < low; y++) if (data[y * width + x]! < limit) dark++
    if (dark > throughout * (low - top)) passing[x - left] = 1
  }
  return passing
}

interface Side {
  left: number
  right: number
  /** The first row inside, and the way further inwards. */
  from: number
  step: 1 | -1
  size: number
}

/** Per column how many rows from one edge inwards belong to a bar that lies across that edge, on a crooked page a wedge of it; a bar over most of the place is its own. */
function reachingIn(
  { width, height, data }: Grey,
  { left, right, from, step, size }: Side,
  limit: number,
): Uint16Array {
  const isDark = (x: number, y: number): boolean => y >= 0 && y < height && data[y * width + x]! < limit
  const around = Math.max(1, Math.round((broad / 2) * size))
  const rows = new Uint16Array(Math.max(0, right - left))
  for (let x = left; x < right; x++) {
    let outside = 0
    while (outside < broad * size && isDark(x, from - step * (outside + 1))) outside++
    if (outside < broad * size) continue
    let inwards = 0
    while (inwards < size && isDark(x, from + step * inwards)) inwards++
    rows[x - left] = inwards
  }
  // Print that stands on the bar rises from it in strokes, narrower than this.
  return rows.map((_, at) => {
    const reach = Math.min(...rows.subarray(Math.max(0, at - around), at + around + 1))
    return reach > mostReach * size ? 0 : reach
  })
}
