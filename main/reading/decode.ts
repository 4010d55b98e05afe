// Files → pages: what a file is and how large its pages are, and one page as a grey picture.
import type { Sharp } from 'sharp'
import { formatOf, pixelAspect } from './formats.ts'
import type { Format } from './formats.ts'
import type { Grey } from './picture.ts'
import { openPdfReader, type PdfReader } from './pdf.ts'
import { loadPictures } from './pictures.ts'
import type { OpenPicture, PictureBuild } from './pictures.ts'
import { maxBytes, maxPages, maxPixels, RefusedFile, type RefusalReason } from './refused.ts'

export type { Format } from './formats.ts'

export type Inspection =
  | { kind: 'document'; format: Format; pages: { width: number; height: number }[] }
  | { kind: 'refused'; reason: RefusalReason }

/** A page as it came in. `grey` may be smaller than the page; its pixels are square, the page's need not be. */
export interface Page {
  width: number
  height: number
  grey: Grey
}

export interface Decoder {
  inspect(bytes: Uint8Array): Promise<Inspection>
  /** The page in grey, its long side at most `longSide` pixels. Throws RefusedFile. */
  grey(bytes: Uint8Array, page: number, longSide: number): Promise<Page>
  /**
   * The page at its full resolution, upright by EXIF, in the sRGB or grey it came in, without metadata, and its size. A
   * page of a PDF is drawn no larger than `longSidePx`.
   */
  open(bytes: Uint8Array, page: number, longSidePx?: number): Promise<{ picture: Sharp; width: number; height: number }>
  openPicture(...given: Parameters<OpenPicture>): Promise<Sharp>
  pdf: PdfReader
  close(): void
}

/** The picture library is loaded with the first picture, PDFium with the first PDF. */
export function createDecoder(build: PictureBuild, near: string): Decoder {
  let pictures: Promise<OpenPicture> | null = null
  const pdf = openPdfReader(near)

  async function openPicture(...given: Parameters<OpenPicture>): Promise<Sharp> {
    return (await (pictures ??= loadPictures(build, near)))(...given)
  }

  async function raw(
    bytes: Uint8Array,
    page: number,
    longSidePx?: number,
  ): Promise<{ picture: Sharp; width: number; height: number }> {
    const format = acceptableFormat(bytes)
    if (format === 'pdf') {
      const drawn = await pdf.draw(bytes, page, longSidePx)
      if (drawn.page !== page) throw new RefusedFile('broken')
      const picture = await openPicture(drawn.rgba, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
      return { picture: picture.flatten({ background: '#ffffff' }), width: drawn.width, height: drawn.height }
    }
    try {
      const options = { page: format === 'tiff' ? page : 0, limitInputPixels: maxPixels, failOn: 'error' } as const
      const { autoOrient } = await (await openPicture(bytes, options)).metadata()
      if (autoOrient.width * autoOrient.height > maxPixels) throw new RefusedFile('too-many-pixels')
      const picture = (await openPicture(bytes, options)).autoOrient().flatten({ background: '#ffffff' })
      return { picture, width: autoOrient.width, height: autoOrient.height }
    } catch (error) {
      throw refusal(error)
    }
  }

  return {
    openPicture,
    pdf,
    open: raw,

    async inspect(bytes) {
      try {
        const format = acceptableFormat(bytes)
        if (format === 'pdf') return { kind: 'document', format, pages: await pdf.pageSizes(bytes) }
        const { pages: count = 1 } = await (await openPicture(bytes, { limitInputPixels: false })).metadata()
        if (format === 'tiff' && count > maxPages) throw new RefusedFile('too-many-pages')
        const pages: { width: number; height: number }[] = []
        for (let page = 0; page < (format === 'tiff' ? count : 1); page++) {
          const { picture, width, height } = await raw(bytes, page)
          // Sizes stand in the head of a file: only reading every pixel tells one whose end was never written.
          await picture.resize({ width: 1, height: 1, fit: 'fill' }).raw().toBuffer()
          pages.push({ width, height })
        }
        return { kind: 'document', format, pages }
      } catch (error) {
        return { kind: 'refused', reason: refusal(error).reason }
      }
    },

    async grey(bytes, page, longSide) {
      const { picture, width, height } = await raw(bytes, page)
      const aspect = pixelAspect(bytes, page)
      const squareHeight = height * aspect
      const scale = Math.min(1, longSide / Math.max(width, squareHeight))
      const size = {
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(squareHeight * scale)),
      }
      const shaped = size.width === width && size.height === height ? picture : picture.resize({ ...size, fit: 'fill' })
      try {
        const { data, info } = await shaped
          .toColourspace('srgb')
          .raw({ depth: 'uchar' })
          .toBuffer({ resolveWithObject: true })
        const grey = { width: info.width, height: info.height, data: brightness(data, info.channels) }
        return { width, height, grey }
      } catch (error) {
        throw refusal(error)
      }
    },

    close: () => pdf.close(),
  }
}

function acceptableFormat(bytes: Uint8Array): Format {
  if (bytes.byteLength === 0) throw new RefusedFile('empty')
  if (bytes.byteLength > maxBytes) throw new RefusedFile('too-many-bytes')
  const format = formatOf(bytes)
  if (format === null) throw new RefusedFile('unknown-format')
  return format
}

function refusal(error: unknown): RefusedFile {
  if (error instanceof RefusedFile) return error
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit/.test(message)) return new RefusedFile('too-many-pixels', { cause: error })
  return new RefusedFile('broken', { cause: error })
}

/** Grey of red, green and blue as ITU-R BT.709 weighs them, in parts of 256: the library's own way takes twice as long. */
const weights = [54, 183, 19] as const

/** Of a picture in sRGB: whatever it came in, it has three channels by now. */
function brightness(data: Buffer, channels: number): Uint8Array {
  // Always a copy: the wasm build frees its memory with the Buffer, not with the ArrayBuffer, and a view without
  // its Buffer was zeroed after others had been given that memory.
  const grey = new Uint8Array(data.length / channels)
  const [red, green, blue] = weights
  for (let from = 0, to = 0; to < grey.length; from += channels, to++)
    grey[to] = (data[from]! * red + data[from + 1]! * green + data[from + 2]! * blue) >> 8
  data.fill(0)
  return grey
}
