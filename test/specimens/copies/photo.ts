// A sheet photographed on a table: seen from an angle, lit from one side, a little soft.
import { apply, homography, warp } from '../picture.ts'
import type { Corners, Moved, Picture } from '../picture.ts'
import type { Random } from '../random.ts'
import { addNoise, blurred, shaded } from './photocopy.ts'

/** `strength` 0–1: how far the corners wander (at most 5 % of the sheet). */
export async function photographed(picture: Picture, strength: number, dpi: number, random: Random): Promise<Moved> {
  const { width, height } = picture
  const inset = (): number => random.between(0.012, 0.012 + strength * 0.05)
  const sheet: Corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const seen: Corners = [
    [inset() * width, inset() * height],
    [(1 - inset()) * width, inset() * height],
    [(1 - inset()) * width, (1 - inset()) * height],
    [inset() * width, (1 - inset()) * height],
  ]
  const there = homography(sheet, seen)
  const soft = await blurred(
    warp(picture, homography(seen, sheet), Math.round(random.between(60, 130))),
    (0.7 * dpi) / 300,
  )
  const [left, right] = random.chance(0.5) ? [random.between(0.62, 0.8), 0.98] : [0.98, random.between(0.62, 0.8)]
  const lit = shaded(soft, left, right)
  addNoise(lit, 6, random)
  return { picture: lit, move: (point) => apply(there, point) }
}
