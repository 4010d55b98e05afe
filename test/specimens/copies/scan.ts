// What happens on the scanner's glass: quarter turns, a crooked sheet, an edge cut off.
import { apply, asSharp, fromSharp, warp } from '../picture.ts'
import type { Homography, Moved, Picture, Point } from '../picture.ts'
import type { Random } from '../random.ts'

/** Turned clockwise. */
export async function turned(picture: Picture, degrees: 90 | 180 | 270): Promise<Moved> {
  const { width, height } = picture
  const move = ([x, y]: Point): Point =>
    degrees === 90 ? [height - y, x] : degrees === 180 ? [width - x, height - y] : [y, width - x]
  return { picture: await fromSharp(asSharp(picture).rotate(degrees), picture.channels), move }
}

/** Laid crookedly: turned clockwise about the middle of a glass of the same size; the corners are lost. */
export function skewed(picture: Picture, degrees: number): Moved {
  const angle = (degrees * Math.PI) / 180
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const [x, y] = [picture.width / 2, picture.height / 2]
  const there: Homography = [cosine, -sine, x - cosine * x + sine * y, sine, cosine, y - sine * x - cosine * y, 0, 0, 1]
  const back: Homography = [cosine, sine, x - cosine * x - sine * y, -sine, cosine, y + sine * x - cosine * y, 0, 0, 1]
  return { picture: warp(picture, back, 255), move: (point) => apply(there, point) }
}

/** Loses a share of the sheet's width at one side and of its height at the top or the bottom. */
export function cut(picture: Picture, share: number, random: Random): Moved {
  const { channels, data } = picture
  const width = Math.round(picture.width * (1 - share))
  const height = Math.round(picture.height * (1 - share))
  const left = random.chance(0.5) ? picture.width - width : 0
  const top = random.chance(0.5) ? picture.height - height : 0
  const kept = new Uint8Array(width * height * channels)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * picture.width + left) * channels
    kept.set(data.subarray(from, from + width * channels), y * width * channels)
  }
  return { picture: { width, height, channels, data: kept }, move: ([x, y]) => [x - left, y - top] }
}

/** The outermost `lostPx` of ink at the left lie beyond the edge of a glass of the same size. */
export function offGlass(picture: Picture, lostPx: number): Moved {
  const { width, height, channels, data } = picture
  const shift = leftmostInk(picture) + Math.round(lostPx)
  const moved = new Uint8Array(data.length).fill(255)
  for (let y = 0; y < height; y++) {
    const row = y * width * channels
    moved.set(data.subarray(row + shift * channels, row + width * channels), row)
  }
  return { picture: { ...picture, data: moved }, move: ([x, y]) => [x - shift, y] }
}

/** The first column with print in it, dust left out. */
function leftmostInk({ width, height, channels, data }: Picture): number {
  for (let x = 0; x < width; x++) {
    let dark = 0
    for (let y = 0; y < height; y++) if ((data[(y * width + x) * channels] ?? 255) < 140) dark++
    if (dark > 8) return x
  }
  return 0
}

/** Dirt on the glass of a sheet feeder: a few lines one to three pixels wide, from the top edge to the bottom. */
export function streaked(picture: Picture, random: Random): Picture {
  const { width, height, channels } = picture
  const data = Uint8Array.from(picture.data)
  for (let streak = 1 + random.below(4); streak > 0; streak--) {
    const [left, thick, shade] = [random.below(width - 3), 1 + random.below(3), random.between(0.45, 0.85)]
    for (let y = 0; y < height; y++) {
      const from = (y * width + left) * channels
      for (let at = from; at < from + thick * channels; at++) data[at] = (data[at] ?? 0) * shade
    }
  }
  return { ...picture, data }
}
