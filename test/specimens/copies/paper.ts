// What paper suffers before it is copied: the shadow of a fold, a staple in the corner.
import type { Picture } from '../picture.ts'
import type { Random } from '../random.ts'

/** A fold across the sheet at a share of its height, or, one in three, down it at a share of its width. */
export function folded(picture: Picture, at: number, dpi: number, random: Random): Picture {
  const { width, height, channels } = picture
  const data = Uint8Array.from(picture.data)
  const reach = Math.round((random.between(2, 5) / 25.4) * dpi)
  const depth = random.between(0.2, 0.4)
  const slope = random.between(-0.01, 0.01)
  const runsDown = random.chance(1 / 3)
  const [length, breadth] = runsDown ? [height, width] : [width, height]
  for (let along = 0; along < length; along++) {
    const middle = Math.round(at * breadth + slope * (along - length / 2))
    for (let across = Math.max(0, middle - reach); across < Math.min(breadth, middle + reach); across++) {
      const share = 1 - depth * (1 - Math.abs(across - middle) / reach) ** 2
      const pixel = (runsDown ? along * width + across : across * width + along) * channels
      for (let channel = pixel; channel < pixel + channels; channel++) data[channel] = (data[channel] ?? 0) * share
    }
  }
  return { ...picture, data }
}

/** A staple in the top left corner with its shadow. */
export function stapled(picture: Picture, dpi: number, random: Random): Picture {
  const { width, channels } = picture
  const data = Uint8Array.from(picture.data)
  const mm = dpi / 25.4
  const [left, top, length, angle] = [random.between(6, 12), random.between(6, 12), 10, random.between(-0.9, 0)]
  for (let along = 0; along < length * mm; along++) {
    for (let across = 0; across < 1.6 * mm; across++) {
      const x = Math.round(left * mm + along * Math.cos(angle) - across * Math.sin(angle))
      const y = Math.round(top * mm + along * Math.sin(angle) + across * Math.cos(angle))
      if (x < 0 || y < 0 || x >= width || y >= picture.height) continue
      const shade = across < 0.7 * mm ? 0.25 : 0.7
      for (let channel = 0; channel < channels; channel++) {
        const pixel = (y * width + x) * channels + channel
        data[pixel] = (data[pixel] ?? 0) * shade
      }
    }
  }
  return { ...picture, data }
}
