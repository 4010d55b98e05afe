// How much ink lies in a part of a page.
import { percentile } from '../reading/index.ts'
import type { Grey, Rect } from '../reading/index.ts'

/** In heights of the rectangle: what is dark so far above and below it as well is a fold, a streak or a ruled line. */
const beyond = 0.7
/** Share of a column's or a row's pixels that makes it dark throughout; and of a rectangle's rows that may be ruled lines. */
const throughout = 0.93
const mostRules = 0.35

/** Share of dark pixels in the darkest window of the rectangle, its edges (ruled lines) and what only passes through it left out. */
export function inkOf(picture: Grey, rect: Rect, paper: number): number {
  const limit = paper * 0.6
  const inset = rect.h * 0.18
  const top = Math.max(0, Math.floor(rect.y + inset))
  const low = Math.min(picture.height, Math.ceil(rect.y + rect.h - inset))
  const left = Math.max(0, Math.floor(rect.x))
  const right = Math.min(picture.width, Math.ceil(rect.x + rect.w))
  const window = Math.max(4, Math.round(1.5 * rect.h))
  const passing = passingThrough(picture, rect, limit)
  let most = 0
  for (let from = left; from < right; from += window) {
    let dark = 0
    let ruled = 0
    let rules = 0
    const to = Math.min(right, from + window)
    for (let y = top; y < low; y++) {
      let inRow = 0
      for (let x = from; x < to; x++)
        if (passing[x - left] === 0 && picture.data[y * picture.width + x]! < limit) inRow++
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
