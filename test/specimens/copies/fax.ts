// A fax: 200 dpi (fine, T.4), one bit a pixel.
import { asSharp, fromSharp, toGrey } from '../picture.ts'
import type { Moved, Picture } from '../picture.ts'
import type { Random } from '../random.ts'
import { addNoise } from './photocopy.ts'

const faxDpi = 200

export async function faxed(picture: Picture, dpi: number, random: Random): Promise<Moved> {
  const scale = faxDpi / dpi
  const width = Math.round(picture.width * scale)
  const height = Math.round(picture.height * scale)
  const small = await fromSharp(asSharp(toGrey(picture)).resize(width, height, { fit: 'fill' }), 1)
  addNoise(small, 10, random)
  const threshold = random.between(135, 165)
  const data = small.data.map((value) => (value < threshold ? 0 : 255))
  return { picture: { ...small, data }, move: ([x, y]) => [(x * width) / picture.width, (y * height) / picture.height] }
}
