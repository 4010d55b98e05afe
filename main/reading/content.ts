// Where on a sheet there is anything: one area for a full page, one per card when cards lie on an empty sheet.
import { clamp } from './picture.ts'
import type { Grey, Rect } from './picture.ts'
import { touchingAreas } from './touching.ts'

/** Side of the blocks a page is looked at in. */
const block = 16
/** Blocks of content nearer than this many blocks belong together (about 12 mm at 300 dpi). */
const reach = 9

/** Areas of content, largest first; the whole picture when nothing stands out. */
export function contentAreas(picture: Grey): Rect[] {
  const columns = Math.ceil(picture.width / block)
  const rows = Math.ceil(picture.height / block)
  const areas = touchingAreas(inkedBlocks(picture, columns, rows), columns, rows, reach)
  const rects = areas
    .filter((area) => area.count >= 4 && area.right - area.left >= 3 && area.bottom - area.top >= 2)
    .map((area) => {
      const x = clamp((area.left - 2) * block, 0, picture.width)
      const y = clamp((area.top - 2) * block, 0, picture.height)
      return {
        x,
        y,
        w: clamp((area.right + 2) * block, 0, picture.width) - x,
        h: clamp((area.bottom + 2) * block, 0, picture.height) - y,
      }
    })
  return rects.length === 0 ? [{ x: 0, y: 0, w: picture.width, h: picture.height }] : mergeTouching(rects)
}

/** A block has content when a few of its pixels are clearly darker than the paper around it. */
function inkedBlocks(picture: Grey, columns: number, rows: number): Uint8Array {
  const { width, height, data } = picture
  const inked = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let low = 255
      let high = 0
      let count = 0
      const bottom = Math.min(height, (row + 1) * block)
      const right = Math.min(width, (column + 1) * block)
      for (let y = row * block; y < bottom; y++) {
        for (let x = column * block; x < right; x++) {
          const value = data[y * width + x]!
          if (value < low) low = value
          if (value > high) high = value
        }
      }
      if (high - low > 50) {
        const limit = (high + low) / 2
        for (let y = row * block; y < bottom; y++) {
          for (let x = column * block; x < right; x++) if (data[y * width + x]! < limit) count++
        }
      }
      if (count >= 8) inked[row * columns + column] = 1
    }
  }
  return inked
}

function mergeTouching(rects: Rect[]): Rect[] {
  const merged = [...rects]
  for (let again = true; again;) {
    again = false
    for (let i = 0; i < merged.length && !again; i++) {
      for (let j = i + 1; j < merged.length; j++) {
        const a = merged[i]!
        const b = merged[j]!
        const x = Math.min(a.x, b.x)
        const y = Math.min(a.y, b.y)
        const w = Math.max(a.x + a.w, b.x + b.w) - x
        const h = Math.max(a.y + a.h, b.y + b.h) - y
        const overlap = a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
        // Two areas that waste little space together are one: every extra area costs a run of the detector.
        if (overlap || w * h < 1.25 * (a.w * a.h + b.w * b.h)) {
          merged[i] = { x, y, w, h }
          merged.splice(j, 1)
          again = true
          break
        }
      }
    }
  }
  return merged.sort((a, b) => b.w * b.h - a.w * a.h)
}
