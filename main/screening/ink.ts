// How much ink lies in a part of a page.
import type { Grey, Rect } from '../reading/index.ts'

/** Share of dark pixels in the darkest window of the rectangle, its edges (ruled lines) left out. */
export function inkOf(picture: Grey, rect: Rect, paper: number): number {
  const limit = paper * 0.6
  const inset = rect.h * 0.18
  const top = Math.max(0, Math.floor(rect.y + inset))
  const low = Math.min(picture.height, Math.ceil(rect.y + rect.h - inset))
  const left = Math.max(0, Math.floor(rect.x))
  const right = Math.min(picture.width, Math.ceil(rect.x + rect.w))
  const window = Math.max(4, Math.round(1.5 * rect.h))
  let most = 0
  for (let from = left; from < right; from += window) {
    let dark = 0
    const to = Math.min(right, from + window)
    for (let y = top; y < low; y++)
      for (let x = from; x < to; x++) if (picture.data[y * picture.width + x]! < limit) dark++
    most = Math.max(most, dark / Math.max(1, (to - from) * (low - top)))
  }
  return most
}
