// Maps boxes between the page as it came in and the page as the eye sees it, turned upright.
import { unreachable } from '../../../shared/faults.ts'
import type { Box, Turn } from '../../../shared/screening.ts'

/** Size in pixels. */
export interface Size {
  width: number
  height: number
}

/** The size of the page once it is turned by `turn` degrees clockwise. */
export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}

/** A box of the page as it came in (`size`), as it lies after the page was turned by `turn` degrees clockwise. */
export function turnedBox([x, y, width, height]: Box, size: Size, turn: Turn): Box {
  switch (turn) {
    case 0:
      return [x, y, width, height]
    case 90:
      return [size.height - y - height, x, height, width]
    case 180:
      return [size.width - x - width, size.height - y - height, width, height]
    case 270:
      return [y, size.width - x - width, height, width]
    default:
      return unreachable(turn)
  }
}

/** The other way: a box drawn on the upright page, in pixels of the page as it came in (`size`, before turning). */
export function unturnedBox(box: Box, size: Size, turn: Turn): Box {
  const back: Record<Turn, Turn> = { 0: 0, 90: 270, 180: 180, 270: 90 }
  return turnedBox(box, turnedSize(size, turn), back[turn])
}

/** The box in whole pixels, no part of it outside the page; at least one pixel wide and high. */
export function boxWithin([x, y, width, height]: Box, size: Size): Box {
  const left = Math.min(Math.max(0, Math.floor(x)), size.width - 1)
  const top = Math.min(Math.max(0, Math.floor(y)), size.height - 1)
  const right = Math.min(size.width, Math.max(left + 1, Math.ceil(x + width)))
  const bottom = Math.min(size.height, Math.max(top + 1, Math.ceil(y + height)))
  return [left, top, right - left, bottom - top]
}
