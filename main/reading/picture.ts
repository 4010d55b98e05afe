// Grey pictures in memory and the few operations reading needs: sample, shrink, turn, wipe.
import type { Box, Turn } from '../../shared/screening.ts'

/** One byte a pixel, 0 = black, rows without padding. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

/** Axis-aligned rectangle in pixels, not necessarily whole. */
export interface Rect {
  x: number
  y: number
  w: number
  h: number
}

/** Maps `[x, y]` to `[a·x + b·y + c, d·x + e·y + f]`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export function mapPoint(m: Affine, x: number, y: number): [number, number] {
  return [m[0] * x + m[1] * y + m[2], m[3] * x + m[4] * y + m[5]]
}

/** First `inner`, then `outer`. */
export function chain(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + b * s, a * q + b * t, a * r + b * u + c, d * p + e * s, d * q + e * t, d * r + e * u + f]
}

export function invert(m: Affine): Affine {
  const [a, b, c, d, e, f] = m
  const det = a * e - b * d
  return [e / det, -b / det, (b * f - c * e) / det, -d / det, a / det, (c * d - a * f) / det]
}

/** The smallest whole-pixel box around the mapped rectangle, kept inside `width` × `height`. */
export function mapRect(m: Affine, rect: Rect, width: number, height: number): Box {
  const corners = [
    mapPoint(m, rect.x, rect.y),
    mapPoint(m, rect.x + rect.w, rect.y),
    mapPoint(m, rect.x, rect.y + rect.h),
    mapPoint(m, rect.x + rect.w, rect.y + rect.h),
  ]
  const xs = corners.map((corner) => corner[0])
  const ys = corners.map((corner) => corner[1])
  const left = clamp(Math.floor(Math.min(...xs)), 0, width - 1)
  const top = clamp(Math.floor(Math.min(...ys)), 0, height - 1)
  const right = clamp(Math.ceil(Math.max(...xs)), left + 1, width)
  const bottom = clamp(Math.ceil(Math.max(...ys)), top + 1, height)
  return [left, top, right - left, bottom - top]
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value
}

/** Width and height after turning. */
export function turnedSize(width: number, height: number, turn: Turn): { width: number; height: number } {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}

/**
 * Where a pixel of the upright page lies on the page as it came in: the page is turned clockwise by `turn`, then
 * rotated by `skewDegrees` against the clock about its centre (positive skew = lines fall to the right).
 */
export function uprightToSource(width: number, height: number, turn: Turn, skewDegrees: number): Affine {
  const turned = turnedSize(width, height, turn)
  const radians = (skewDegrees * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  const cx = turned.width / 2
  const cy = turned.height / 2
  const unskew: Affine = [cos, -sin, cx - cos * cx + sin * cy, sin, cos, cy - sin * cx - cos * cy]
  switch (turn) {
    case 0:
      return unskew
    case 90:
      return chain([0, 1, 0, -1, 0, height], unskew)
    case 180:
      return chain([-1, 0, width, 0, -1, height], unskew)
    case 270:
      return chain([0, -1, width, 1, 0, 0], unskew)
  }
}

/**
 * Draws `width` × `height` pixels, each taken from `source` where `toSource` says (bilinear; averaged over a small grid
 * when shrinking). Outside the source is `outside`.
 */
export function resample(source: Grey, toSource: Affine, width: number, height: number, outside: number): Grey {
  const [a, b, c, d, e, f] = toSource
  const gridX = clamp(Math.round(Math.hypot(a, d)), 1, 6)
  const gridY = clamp(Math.round(Math.hypot(b, e)), 1, 6)
  const data = new Uint8Array(width * height)
  const drawn = { width, height, data }
  if (gridX === 1 && gridY === 1) interpolate(source, toSource, drawn, outside)
  else if (b === 0 && d === 0) averageLevel(source, toSource, drawn, gridX, gridY, outside)
  else {
    const { width: sw, height: sh, data: from } = source
    const share = 1 / (gridX * gridY)
    for (let y = 0, to = 0; y < height; y++) {
      for (let x = 0; x < width; x++, to++) {
        let sum = 0
        for (let j = 0; j < gridY; j++) {
          const v = y + (j + 0.5) / gridY
          for (let i = 0; i < gridX; i++) {
            const u = x + (i + 0.5) / gridX
            const ix = Math.floor(a * u + b * v + c)
            const iy = Math.floor(d * u + e * v + f)
            sum += ix < 0 || iy < 0 || ix >= sw || iy >= sh ? outside : from[iy * sw + ix]!
          }
        }
        data[to] = sum * share + 0.5
      }
    }
  }
  return drawn
}

/** Whole pixels in the upper, parts of one in the lower 16 bits: twice as quick as fractions, over millions of pixels. */
const fixed = 65_536

/** Each pixel from the four nearest of the source. */
function interpolate(source: Grey, [a, b, c, d, e, f]: Affine, { width, height, data }: Grey, outside: number): void {
  const { width: sw, height: sh, data: from } = source
  const stepX = Math.round(a * fixed)
  const stepY = Math.round(d * fixed)
  const lastX = (sw - 1) * fixed
  const lastY = (sh - 1) * fixed
  const half = fixed / 2
  for (let y = 0, to = 0; y < height; y++) {
    let sx = Math.round((a * 0.5 + b * (y + 0.5) + c - 0.5) * fixed)
    let sy = Math.round((d * 0.5 + e * (y + 0.5) + f - 0.5) * fixed)
    for (let x = 0; x < width; x++, to++, sx += stepX, sy += stepY) {
      if (sx >= 0 && sy >= 0 && sx < lastX && sy < lastY) {
        const at = (sy >> 16) * sw + (sx >> 16)
        const fx = (sx >> 8) & 255
        const top = (from[at]! << 8) + fx * (from[at + 1]! - from[at]!)
        const low = (from[at + sw]! << 8) + fx * (from[at + sw + 1]! - from[at + sw]!)
        data[to] = ((top << 8) + ((sy >> 8) & 255) * (low - top) + 32_768) >> 16
      } else if (sx < -half || sy < -half || sx > lastX + half || sy > lastY + half) data[to] = outside
      else data[to] = from[clamp((sy + half) >> 16, 0, sh - 1) * sw + clamp((sx + half) >> 16, 0, sw - 1)]!
    }
  }
}

/** The mean of a small grid of source pixels, where rows stay rows. */
function averageLevel(
  source: Grey,
  [a, , c, , e, f]: Affine,
  { width, height, data }: Grey,
  gridX: number,
  gridY: number,
  outside: number,
): void {
  const { width: sw, height: sh, data: from } = source
  const columns = Int32Array.from({ length: width * gridX }, (_, u) => Math.floor((a * (u + 0.5)) / gridX + c))
  const isInside = columns[0]! >= 0 && columns.at(-1)! < sw
  const sums = new Float64Array(width)
  const share = 1 / (gridX * gridY)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (let j = 0; j < gridY; j++) {
      const row = Math.floor(e * (y + (j + 0.5) / gridY) + f)
      if (row < 0 || row >= sh) {
        for (let x = 0; x < width; x++) sums[x]! += outside * gridX
        continue
      }
      for (let x = 0, u = 0; x < width; x++) {
        let sum = 0
        for (let i = 0; i < gridX; i++, u++) {
          const column = columns[u]!
          sum += isInside || (column >= 0 && column < sw) ? from[row * sw + column]! : outside
        }
        sums[x]! += sum
      }
    }
    for (let x = 0; x < width; x++) data[y * width + x] = sums[x]! * share + 0.5
  }
}

/** The part of a picture under a rectangle, scaled to `width` × `height`. */
export function cut(source: Grey, rect: Rect, width: number, height: number, outside = 255): Grey {
  return resample(source, [rect.w / width, 0, rect.x, 0, rect.h / height, rect.y], width, height, outside)
}

/** Overwrites the pixels: page pictures must not linger in memory. */
export function wipePicture(picture: Grey): void {
  picture.data.fill(0)
}

/** The grey value below which `share` of the sampled pixels of the rectangle lie. */
export function percentile(picture: Grey, rect: Rect, share: number): number {
  const counts = new Uint32Array(256)
  const left = clamp(Math.floor(rect.x), 0, picture.width)
  const right = clamp(Math.ceil(rect.x + rect.w), left, picture.width)
  const top = clamp(Math.floor(rect.y), 0, picture.height)
  const bottom = clamp(Math.ceil(rect.y + rect.h), top, picture.height)
  const step = Math.max(1, Math.floor(Math.sqrt(((right - left) * (bottom - top)) / 60_000)))
  let total = 0
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      counts[picture.data[y * picture.width + x]!]!++
      total++
    }
  }
  let below = 0
  for (let value = 0; value < 256; value++) {
    below += counts[value]!
    if (below >= share * total) return value
  }
  return 255
}

/** PGM (Netpbm P5) with `border` pixels of white around: the plainest format that readers take, so nothing has to be encoded. */
export function portableGreymap(picture: Grey, border: number): Buffer {
  const width = picture.width + 2 * border
  const height = picture.height + 2 * border
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const file = Buffer.alloc(head.length + width * height, 255)
  head.copy(file)
  for (let y = 0; y < picture.height; y++) {
    file.set(
      picture.data.subarray(y * picture.width, (y + 1) * picture.width),
      head.length + (y + border) * width + border,
    )
  }
  return file
}
