// Pixels in memory and the geometry that moves them, carrying every marked place along.
import sharp from 'sharp'
import type { Sharp } from 'sharp'

/** Grey (one byte a pixel) or colour (three), no padding. */
export interface Picture {
  width: number
  height: number
  channels: 1 | 3
  data: Uint8Array
}

export type Point = readonly [x: number, y: number]
/** Four points, clockwise from the place's own top left. */
export type Corners = readonly [Point, Point, Point, Point]

/** A picture after a step, and where that step took a point of the picture before. */
export interface Moved {
  picture: Picture
  move(point: Point): Point
}

export const stays = (point: Point): Point => point

export async function decode(png: Buffer): Promise<Picture> {
  const { data, info } = await sharp(png, { limitInputPixels: false })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: 3, data }
}

export function asSharp({ data, width, height, channels }: Picture): Sharp {
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
}

export async function fromSharp(image: Sharp, channels: 1 | 3): Promise<Picture> {
  const coloured = channels === 1 ? image.toColourspace('b-w') : image.toColourspace('srgb')
  const { data, info } = await coloured.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== channels) throw new Error(`Expected ${channels} channels and got ${info.channels}.`)
  return { width: info.width, height: info.height, channels, data }
}

export function toGrey({ width, height, channels, data }: Picture): Picture {
  if (channels === 1) return { width, height, channels, data }
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 151 + (data[from + 2] ?? 0) * 28) >> 8
  }
  return { width, height, channels: 1, data: grey }
}

export function throughTable(picture: Picture, table: Uint8Array): Picture {
  const data = new Uint8Array(picture.data.length)
  for (let at = 0; at < data.length; at++) data[at] = table[picture.data[at] ?? 0] ?? 0
  return { ...picture, data }
}

export function tableOf(tone: (value: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => Math.max(0, Math.min(255, Math.round(tone(value)))))
}

/** 3 × 3, row by row, the last number 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

export function apply(map: Homography, [x, y]: Point): Point {
  const scale = map[6] * x + map[7] * y + map[8]
  return [(map[0] * x + map[1] * y + map[2]) / scale, (map[3] * x + map[4] * y + map[5]) / scale]
}

/** Moves the picture so that `back` leads from each new pixel to the old one; bilinear, `ground` outside. */
export function warp(picture: Picture, back: Homography, ground: number): Picture {
  const { width, height, channels, data } = picture
  const moved = new Uint8Array(data.length)
  let to = 0
  for (let y = 0; y < height; y++) {
    let [u, v, scale] = [back[1] * y + back[2], back[4] * y + back[5], back[7] * y + back[8]]
    for (let x = 0; x < width; x++, to += channels) {
      const oldX = u / scale
      const oldY = v / scale
      u += back[0]
      v += back[3]
      scale += back[6]
      const left = Math.floor(oldX)
      const top = Math.floor(oldY)
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
        for (let channel = 0; channel < channels; channel++) moved[to + channel] = ground
        continue
      }
      const right = oldX - left
      const down = oldY - top
      const from = (top * width + left) * channels
      const below = from + width * channels
      for (let channel = 0; channel < channels; channel++) {
        const upper = (data[from + channel] ?? 0) * (1 - right) + (data[from + channels + channel] ?? 0) * right
        const lower = (data[below + channel] ?? 0) * (1 - right) + (data[below + channels + channel] ?? 0) * right
        moved[to + channel] = upper * (1 - down) + lower * down
      }
    }
  }
  return { width, height, channels, data: moved }
}

/** The map that takes four points to four others. */
export function homography(from: Corners, to: Corners): Homography {
  const rows = from.flatMap(([x, y], at): number[][] => {
    const [u, v] = to[at] ?? [0, 0]
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved(rows)
  return [a, b, c, d, e, f, g, h, 1]
}

// Gauss–Jordan with pivoting on eight rows of eight unknowns and a right side.
function solved(rows: number[][]): number[] {
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(column, 0, pivot)
    const lead = pivot[column] ?? 1
    for (let at = 0; at < pivot.length; at++) pivot[at] = (pivot[at] ?? 0) / lead
    for (const row of rows) {
      if (row === pivot) continue
      const factor = row[column] ?? 0
      for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
  }
  return rows.map((row) => row.at(-1) ?? 0)
}
