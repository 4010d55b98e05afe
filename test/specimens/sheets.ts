// A sheet of the desk with its code, as pixels: what a printer makes of it, before anybody copies it.
import sharp from 'sharp'
import { sheetMarks } from '../../main/paper/index.ts'
import type { SheetCode } from '../../shared/rules/sheet-code.ts'
import type { Picture } from './picture.ts'

const a4 = { widthMm: 210, heightMm: 297 }
/** As the desk's papers set them, in mm from the sheet's top left corner. */
const qrPlace = { left: 172, top: 10, width: 18, height: 18 }
const barsPlace = { left: 20, top: 281, width: 56, height: 8 }

export interface SheetDrawing {
  dpi?: number
  qr?: boolean
  bars?: boolean
  /** Further codes below the first, for sheets that should not be. */
  more?: readonly SheetCode[]
}

export async function sheetPicture(
  code: SheetCode,
  { dpi = 300, qr = true, bars = true, more = [] }: SheetDrawing = {},
): Promise<Picture> {
  const pixels = (mm: number): number => Math.round((mm / 25.4) * dpi)
  const marks = sheetMarks(code)
  const drawn = [
    ...(qr ? [{ svg: marks.qr, place: qrPlace }] : []),
    ...(bars ? [{ svg: marks.bars, place: barsPlace }] : []),
    ...more.map((other, index) => ({ svg: sheetMarks(other).qr, place: { ...qrPlace, top: 40 + 30 * index } })),
  ]
  const layers = await Promise.all(
    drawn.map(async ({ svg, place }) => {
      const [width, height] = [pixels(place.width), pixels(place.height)]
      const sized = svg.replace('width="100%" height="100%"', `width="${width}" height="${height}"`)
      return {
        input: await sharp(Buffer.from(sized)).png().toBuffer(),
        left: pixels(place.left),
        top: pixels(place.top),
      }
    }),
  )
  const [width, height] = [pixels(a4.widthMm), pixels(a4.heightMm)]
  const { data } = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, channels: 3, data }
}
