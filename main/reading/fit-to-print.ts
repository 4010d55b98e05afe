// Widens a box until it cuts through no print: readers' boxes miss a first character or the tail of a stroke.
import { clamp, percentile } from './picture.ts'
import type { Grey, Rect } from './picture.ts'

/** What a box may grow by: along the line to the end of the print, across it less than the way to the next line. */
const widestGap = 0.9
const tallest = 0.42
/** Rows and columns with at most this share of dark pixels are paper. */
const speck = 0.015

/**
 * The box around the line of print that `rect` lies on. It grows over print that goes on beside it (up to a gap of
 * nearly a character, a ruled line, or one of `limits`), and up and down to the next paper. Level lines only.
 */
export function fitToPrint(picture: Grey, rect: Rect, limits: { left: number; right: number }): Rect {
  const size = rect.h
  const whole = { x: rect.x - size, y: rect.y - 0.5 * size, w: rect.w + 2 * size, h: 2 * size }
  const paper = percentile(picture, whole, 0.75)
  const dark = paper - Math.max(28, 0.25 * (paper - percentile(picture, rect, 0.03)))
  const isDark = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < picture.width && y < picture.height && picture.data[y * picture.width + x]! < dark
  let [left, right] = [Math.floor(rect.x), Math.ceil(rect.x + rect.w)]
  const middle = { top: Math.round(rect.y + 0.12 * size), bottom: Math.round(rect.y + 0.88 * size) }
  const columnInk = (x: number): number => {
    let count = 0
    for (let y = middle.top; y < middle.bottom; y++) if (isDark(x, y)) count++
    return count / (middle.bottom - middle.top)
  }
  const follow = (from: number, step: 1 | -1, limit: number): number => {
    let edge = from
    for (let x = from, gap = 0; gap < widestGap * size; x += step, gap++) {
      if (step > 0 ? x > limit : x < limit) break
      const ink = columnInk(x)
      // A ruled line runs through the whole height; nothing beyond it belongs here.
      if (ink > 0.97) break
      if (ink > speck * 2) {
        edge = x
        gap = 0
      }
    }
    return edge
  }
  right = Math.max(right, follow(right, 1, limits.right))
  left = Math.min(left, follow(left, -1, limits.left))
  const rowInk = (y: number): number => {
    let count = 0
    for (let x = left; x < right; x++) if (isDark(x, y)) count++
    return count / Math.max(1, right - left)
  }
  const climb = (from: number, step: 1 | -1): number => {
    let y = from
    const end = from + step * tallest * size
    while (step > 0 ? y < end : y > end) {
      const ink = rowInk(y)
      if (ink <= speck || ink > 0.6) break
      y += step
    }
    return y
  }
  const top = climb(Math.floor(rect.y), -1)
  const bottom = climb(Math.ceil(rect.y + size), 1)
  const x = clamp(left, 0, picture.width)
  const y = clamp(top, 0, picture.height)
  return { x, y, w: clamp(right, 0, picture.width) - x, h: clamp(bottom, 0, picture.height) - y }
}
