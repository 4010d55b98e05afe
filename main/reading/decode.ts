// Files → pages: what a file is and how large its pages are, and one page as a grey picture.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Sharp } from 'sharp'
import { formatOf, pixelAspect } from './formats.ts'
import type { Format } from './formats.ts'
import type { Grey } from './picture.ts'
import { loadPictures } from './pictures.ts'
import type { OpenPicture, PictureBuild } from './pictures.ts'

export type { Format } from './formats.ts'

export const maxBytes = 200 * 1024 * 1024
export const maxPixels = 100_000_000
export const maxPages = 300

export type RefusalReason =
  | 'empty'
  | 'unknown-format'
  | 'broken'
  | 'encrypted'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'too-many-pages'

export type Inspection =
  | { kind: 'document'; format: Format; pages: { width: number; height: number }[] }
  | { kind: 'refused'; reason: RefusalReason }

/** Thrown by everything here that is handed a file `inspect` would refuse. */
export class RefusedFile extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, options?: { cause?: unknown }) {
    super(`This file cannot be read: ${reason}`, options)
    this.name = 'RefusedFile'
    this.reason = reason
  }
}

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
  openPicture: OpenPicture
  close(): void
}

/** PDF pages are drawn at 300 dpi, or smaller when their sheet is huge: page sizes in PDFs lie. */
const pdfScale = 300 / 72
const pdfLongSide = 5000

export async function createDecoder(build: PictureBuild, near: string): Promise<Decoder> {
  const openPicture = await loadPictures(build, near)
  let pdfium: Promise<PDFiumLibrary> | null = null
  const pdf = (): Promise<PDFiumLibrary> => (pdfium ??= loadPdfium(near))

  async function raw(
    bytes: Uint8Array,
    page: number,
    longSidePx?: number,
  ): Promise<{ picture: Sharp; width: number; height: number }> {
    const format = acceptableFormat(bytes)
    if (format === 'pdf') {
      const drawn = await drawPdfPage(await pdf(), bytes, page, longSidePx)
      const picture = openPicture(drawn.rgba, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
      return { picture: picture.flatten({ background: '#ffffff' }), width: drawn.width, height: drawn.height }
    }
    try {
      const options = { page: format === 'tiff' ? page : 0, limitInputPixels: maxPixels, failOn: 'error' } as const
      const { autoOrient } = await openPicture(bytes, options).metadata()
      if (autoOrient.width * autoOrient.height > maxPixels) throw new RefusedFile('too-many-pixels')
      const picture = openPicture(bytes, options).autoOrient().flatten({ background: '#ffffff' })
      return { picture, width: autoOrient.width, height: autoOrient.height }
    } catch (error) {
      throw refusal(error)
    }
  }

  return {
    openPicture,
    open: raw,

    async inspect(bytes) {
      try {
        const format = acceptableFormat(bytes)
        if (format === 'pdf') return { kind: 'document', format, pages: await pdfPageSizes(await pdf(), bytes) }
        const { pages: count = 1 } = await openPicture(bytes, { limitInputPixels: false }).metadata()
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

    close() {
      void pdfium?.then((library) => library.destroy())
      pdfium = null
    },
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

function brightness(data: Buffer, channels: number): Uint8Array {
  // Always a copy: the wasm build frees its memory with the Buffer, not with the ArrayBuffer, and a view without
  // its Buffer was zeroed after others had been given that memory.
  const grey = new Uint8Array(data.length / channels)
  if (channels < 3) for (let from = 0, to = 0; to < grey.length; from += channels, to++) grey[to] = data[from]!
  else {
    const [red, green, blue] = weights
    for (let from = 0, to = 0; to < grey.length; from += channels, to++)
      grey[to] = (data[from]! * red + data[from + 1]! * green + data[from + 2]! * blue) >> 8
  }
  data.fill(0)
  return grey
}

async function loadPdfium(near: string): Promise<PDFiumLibrary> {
  const file = createRequire(near).resolve('@hyzyla/pdfium/pdfium.wasm')
  const wasm = await readFile(file)
  return PDFiumLibrary.init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) })
}

function pdfPageSize(
  points: { originalWidth: number; originalHeight: number },
  longSidePx = pdfLongSide,
): { width: number; height: number } {
  const longSide = Math.min(longSidePx, pdfLongSide)
  const scale = Math.min(pdfScale, longSide / Math.max(points.originalWidth, points.originalHeight, 1))
  const pixels = (side: number): number => Math.max(1, Math.round(side * scale))
  return { width: pixels(points.originalWidth), height: pixels(points.originalHeight) }
}

async function withPdf<T>(
  library: PDFiumLibrary,
  bytes: Uint8Array,
  work: (document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>) => Promise<T>,
): Promise<T> {
  let document
  try {
    document = await library.loadDocument(bytes)
  } catch (error) {
    const encrypted = error instanceof Error && /password|security/i.test(error.message)
    throw new RefusedFile(encrypted ? 'encrypted' : 'broken', { cause: error })
  }
  try {
    return await work(document)
  } finally {
    document.destroy()
  }
}

function pdfPageSizes(library: PDFiumLibrary, bytes: Uint8Array): Promise<{ width: number; height: number }[]> {
  return withPdf(library, bytes, async (document) => {
    const count = document.getPageCount()
    if (count < 1) throw new RefusedFile('broken')
    if (count > maxPages) throw new RefusedFile('too-many-pages')
    return Array.from({ length: count }, (_, page) => {
      return pdfPageSize(document.getPage(page).getOriginalSize())
    })
  })
}

function drawPdfPage(
  library: PDFiumLibrary,
  bytes: Uint8Array,
  page: number,
  longSidePx: number | undefined,
): Promise<{ rgba: Uint8Array; width: number; height: number }> {
  return withPdf(library, bytes, async (document) => {
    if (page >= document.getPageCount()) throw new RefusedFile('broken')
    const sheet = document.getPage(page)
    const drawn = await sheet.render({
      ...pdfPageSize(sheet.getOriginalSize(), longSidePx),
      scale: 1,
      render: 'bitmap',
    })
    return { rgba: drawn.data, width: drawn.width, height: drawn.height }
  })
}
