// Puts a cover's pixels over a place on the page.
import sharp from 'sharp'
import { asSharp, fromSharp } from '../picture.ts'
import type { Picture } from '../picture.ts'
import { seededRandom } from '../random.ts'
import type { CoverTreatment } from '../specimen.ts'
import { reach } from './cover.ts'
import type { Cover, Patch } from './cover.ts'
import { bar, strip, tape, thinTape } from './patch.ts'
import { colouredPen, diagonalStroke, hatched, lineThrough, pen, seeThrough, shortPen } from './pen.ts'

export type { Patch } from './cover.ts'

const covers: Readonly<Record<Exclude<CoverTreatment, 'mosaic'>, Cover>> = {
  pen,
  bar,
  tape,
  'thin-tape': thinTape,
  strip,
  'see-through-light': seeThrough(165),
  'see-through-middle': seeThrough(110),
  'see-through-strong': seeThrough(66),
  hatched,
  'sticking-out': shortPen,
  'coloured-pen': colouredPen,
  'struck-out': lineThrough,
  row: pen,
  'row-tape': tape,
  'label-only': pen,
  stroke: diagonalStroke,
}

/** The picture with the patch covered. A patch taller than wide is writing that runs down the page. */
export async function covered(
  picture: Picture,
  patch: Patch,
  treatment: CoverTreatment,
  seed: string,
): Promise<Picture> {
  return treatment === 'mosaic' ? pixelated(picture, patch) : drawnOver(picture, patch, covers[treatment], seed)
}

async function drawnOver(picture: Picture, patch: Patch, cover: Cover, seed: string): Promise<Picture> {
  const isUpright = patch.height > patch.width * 1.5
  const [length, thickness] = isUpright ? [patch.height, patch.width] : [patch.width, patch.height]
  const margin = Math.ceil(thickness * reach)
  const left = Math.max(0, Math.floor(patch.x) - margin)
  const top = Math.max(0, Math.floor(patch.y) - margin)
  const width = Math.min(picture.width - left, Math.ceil(patch.width) + margin * 2)
  const height = Math.min(picture.height - top, Math.ceil(patch.height) + margin * 2)
  if (width <= 0 || height <= 0) return picture
  const shapes = cover.draw(length, thickness, seededRandom('cover', seed))
  const lay = isUpright
    ? `translate(${patch.x - left + thickness} ${patch.y - top}) rotate(90)`
    : `translate(${patch.x - left} ${patch.y - top})`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="${lay}">${shapes}</g></svg>`
  const overlay = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer()
  return painted(picture, overlay, { left, top, width, height }, cover.blend)
}

// Only the region is touched: composing a whole A4 page for each cover would cost more than drawing it.
function painted(
  picture: Picture,
  overlay: Buffer,
  region: { left: number; top: number; width: number; height: number },
  blend: Cover['blend'],
): Picture {
  const { channels } = picture
  const data = Uint8Array.from(picture.data)
  for (let y = 0; y < region.height; y++) {
    for (let x = 0; x < region.width; x++) {
      const from = (y * region.width + x) * 4
      const to = ((region.top + y) * picture.width + region.left + x) * channels
      const opacity = (overlay[from + 3] ?? 0) / 255
      if (opacity === 0) continue
      for (let channel = 0; channel < channels; channel++) {
        const under = data[to + channel] ?? 0
        const ink = overlay[from + channel] ?? 0
        const laid = blend === 'over' ? ink : (under * ink) / 255
        data[to + channel] = under * (1 - opacity) + laid * opacity
      }
    }
  }
  return { ...picture, data }
}

/** Blocks of more than half the print's height: nothing of it can be read. */
async function pixelated(picture: Picture, { x, y, width, height }: Patch): Promise<Picture> {
  const block = Math.max(4, Math.round(Math.min(width, height) * 0.62))
  const [across, down] = [Math.ceil((width + block / 4) / block), Math.ceil((height + block / 8) / block)]
  const left = Math.max(0, Math.round(x - (across * block - width) / 2))
  const top = Math.max(0, Math.round(y - (down * block - height) / 2))
  const region = {
    left,
    top,
    width: Math.min(across * block, picture.width - left),
    height: Math.min(down * block, picture.height - top),
  }
  const small = await fromSharp(
    asSharp(picture).extract(region).resize(across, down, { fit: 'fill', kernel: 'linear' }),
    picture.channels,
  )
  const large = await sharp(small.data, { raw: { width: across, height: down, channels: small.channels } })
    .resize(region.width, region.height, { fit: 'fill', kernel: 'nearest' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer()
  return painted(picture, large, region, 'over')
}
