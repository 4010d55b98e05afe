// What a copier does: softens, hardens the tones, strews toner, loses pale print, darkens the edges of the glass.
import { asSharp, fromSharp, tableOf, throughTable, toGrey } from '../picture.ts'
import type { Picture } from '../picture.ts'
import type { Random } from '../random.ts'

interface Strength {
  blur: number
  gain: number
  middle: number
  noise: number
  specks: number
}

// Blur in pixels at 300 dpi; gain and middle of the tone curve; noise in grey steps; specks on an A4 sheet.
const generations: Readonly<Record<1 | 2 | 3, Strength>> = {
  1: { blur: 0.6, gain: 1.25, middle: 140, noise: 5, specks: 40 },
  2: { blur: 0.85, gain: 1.6, middle: 145, noise: 8, specks: 130 },
  3: { blur: 1.1, gain: 2, middle: 150, noise: 12, specks: 300 },
}

export async function photocopied(
  picture: Picture,
  generation: 1 | 2 | 3,
  dpi: number,
  random: Random,
): Promise<Picture> {
  const { blur, gain, middle, noise, specks } = generations[generation]
  const soft = await blurred(toGrey(picture), (blur * dpi) / 300)
  const slope = gain * random.between(0.92, 1.08)
  // Paper stays paper white however weak the curve.
  const lift = Math.max(128, 250 - (255 - middle) * slope)
  const toned = throughTable(
    soft,
    tableOf((value) => lift + (value - middle) * slope),
  )
  addNoise(toned, noise, random)
  addSpecks(toned, Math.round(specks * random.between(0.6, 1.4)), dpi, random)
  if (random.chance(0.35 + generation * 0.1)) darkenEdge(toned, dpi, random)
  return toned
}

/** Toner running out: black becomes a middle grey, unevenly across the sheet. */
export function faded(picture: Picture, random: Random): Picture {
  const black = random.between(95, 140)
  const pale = throughTable(
    picture,
    tableOf((value) => black + (value * (255 - black)) / 255),
  )
  return shaded(pale, 1, random.between(1.02, 1.1))
}

/** What is printed stands out by `contrast` of what it did; the paper stays as white as it is. */
export function paled(picture: Picture, contrast: number): Picture {
  return throughTable(
    picture,
    tableOf((value) => 255 - (255 - value) * contrast),
  )
}

/** Copied too dark: grey ground, thickened print. */
export function darkened(picture: Picture, random: Random): Picture {
  const white = random.between(175, 205)
  return throughTable(
    picture,
    tableOf((value) => (value / 255) ** 1.35 * white),
  )
}

export async function blurred(picture: Picture, sigma: number): Promise<Picture> {
  return sigma < 0.3 ? picture : fromSharp(asSharp(picture).blur(sigma), picture.channels)
}

/** Adds noise of about `amplitude` grey steps in place, equal in all channels of a pixel. */
export function addNoise({ data, channels }: Picture, amplitude: number, random: Random): void {
  let state = random.below(0x7fffffff) | 1
  for (let at = 0; at < data.length; at += channels) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const step = (((state & 0xff) + ((state >>> 8) & 0xff) + ((state >>> 16) & 0xff) - 382) / 221) * amplitude
    for (let channel = 0; channel < channels; channel++) {
      const value = (data[at + channel] ?? 0) + step
      data[at + channel] = value < 0 ? 0 : value > 255 ? 255 : value
    }
  }
}

function addSpecks({ width, height, channels, data }: Picture, count: number, dpi: number, random: Random): void {
  for (let speck = 0; speck < count; speck++) {
    const radius = (random.between(0.3, 1.7) * dpi) / 300
    const [x, y, shade] = [random.below(width), random.below(height), random.below(120)]
    for (let down = -Math.ceil(radius); down <= radius; down++) {
      for (let right = -Math.ceil(radius); right <= radius; right++) {
        if (
          down * down + right * right > radius * radius ||
          x + right < 0 ||
          x + right >= width ||
          y + down < 0 ||
          y + down >= height
        )
          continue
        for (let channel = 0; channel < channels; channel++)
          data[((y + down) * width + x + right) * channels + channel] = shade
      }
    }
  }
}

function darkenEdge({ width, height, channels, data }: Picture, dpi: number, random: Random): void {
  const depth = Math.round((random.between(1, 4) / 25.4) * dpi)
  const side = random.below(4)
  const darkest = random.between(20, 120)
  const isUpright = side < 2
  for (let from = 0; from < depth; from++) {
    const share = darkest / 255 + (1 - darkest / 255) * (from / depth) ** 2
    const line = side === 0 || side === 2 ? from : (isUpright ? width : height) - 1 - from
    for (let along = 0; along < (isUpright ? height : width); along++) {
      const pixel = isUpright ? along * width + line : line * width + along
      for (let at = pixel * channels; at < (pixel + 1) * channels; at++) data[at] = (data[at] ?? 0) * share
    }
  }
}

/** Brightness falling or rising evenly from the left (first factor) to the right. */
export function shaded(picture: Picture, left: number, right: number): Picture {
  const { width, channels } = picture
  const data = new Uint8Array(picture.data.length)
  for (let at = 0; at < data.length; at++) {
    const x = Math.floor(at / channels) % width
    data[at] = Math.min(255, (picture.data[at] ?? 0) * (left + ((right - left) * x) / width))
  }
  return { ...picture, data }
}
