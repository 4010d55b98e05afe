// Lays a column of characters flat, side by side, so that the line reader can read it.
import type { LineBox } from './line-box.ts'
import { percentile, resample } from './picture.ts'
import type { Grey } from './picture.ts'
import { lineHeight } from './read-line.ts'
import type { Turn } from '../../shared/screening.ts'

/**
 * The characters of a line whose characters are not set along it, in reading order. `turn` is how the page must be
 * turned to stand upright: at 0 the column runs downwards, at 90 and 270 it lies on its side.
 */
export function layFlat(picture: Grey, box: LineBox, turn: Turn = 0): Grey {
  const column = uprightColumn(picture, box, turn)
  const cuts = characterCuts(column)
  const side = lineHeight
  const flat: Grey = {
    width: Math.max(1, cuts.length - 1) * side,
    height: side,
    data: new Uint8Array(Math.max(1, cuts.length - 1) * side * side).fill(255),
  }
  for (let index = 0; index + 1 < cuts.length; index++) {
    const from = cuts[index]!
    const height = cuts[index + 1]! - from
    const square = Math.max(height, column.width * 0.8)
    const y = from - (square - height) / 2
    const x = (column.width - square) / 2
    const cell = resample(column, [square / side, 0, x, 0, square / side, y], side, side, 255)
    for (let row = 0; row < side; row++)
      flat.data.set(cell.data.subarray(row * side, (row + 1) * side), row * flat.width + index * side)
    cell.data.fill(0)
  }
  column.data.fill(0)
  return flat
}

/** The column standing, its characters upright, at about reading size. */
function uprightColumn(picture: Grey, box: LineBox, turn: Turn): Grey {
  const scale = lineHeight / box.thickness
  const width = lineHeight
  const height = Math.max(8, Math.round(box.length * scale))
  // Directions of the column's right and down on the page as it lies.
  const down = turn === 0 || turn === 90 ? 1 : -1
  const [ux, uy] = [Math.cos(box.angle) * down, Math.sin(box.angle) * down]
  const [rx, ry] = [uy, -ux]
  const step = 1 / scale
  const x0 = box.cx - (ux * box.length) / 2 - (rx * box.thickness) / 2
  const y0 = box.cy - (uy * box.length) / 2 - (ry * box.thickness) / 2
  return resample(picture, [rx * step, ux * step, x0, ry * step, uy * step, y0], width, height, 255)
}

/** Rows of the column between its characters: the even spacing that cuts through the least ink. */
function characterCuts(column: Grey): number[] {
  const { width, height, data } = column
  const ink = percentile(column, { x: 0, y: 0, w: width, h: height }, 0.7) * 0.7
  const profile = new Float32Array(height)
  for (let y = 0; y < height; y++) {
    let dark = 0
    for (let x = Math.floor(width * 0.1); x < width * 0.9; x++) if (data[y * width + x]! < ink) dark++
    profile[y] = dark
  }
  const first = profile.findIndex((dark) => dark > 0)
  const last = profile.findLastIndex((dark) => dark > 0)
  if (first < 0 || last - first < width * 0.9) return [0, height]
  let best = { cost: Infinity, cuts: [0, height] }
  // Characters fill about two thirds of the box's width: the detector's boxes have margins.
  for (
    let count = Math.max(1, Math.floor((last - first) / (1.25 * width)));
    count <= Math.ceil((last - first) / (0.5 * width));
    count++
  ) {
    const pitch = (last - first + 1) / count
    const cuts = Array.from({ length: count + 1 }, (_, index) => quietest(profile, first + index * pitch, pitch * 0.18))
    const inner = cuts.slice(1, -1)
    const crossed = inner.reduce((sum, cut) => sum + profile[cut]!, 0) / Math.max(1, inner.length)
    // Square characters are likelier than flat or tall ones.
    const cost = crossed + 6 * Math.abs(Math.log(pitch / (0.72 * width)))
    if (cost < best.cost) best = { cost, cuts }
  }
  return best.cuts
}

function quietest(profile: Float32Array, around: number, reach: number): number {
  let best = Math.min(profile.length - 1, Math.max(0, Math.round(around)))
  for (let y = Math.ceil(around - reach); y <= around + reach; y++) {
    if (y >= 0 && y < profile.length && profile[y]! < profile[best]!) best = y
  }
  return best
}
