// PDF → pages: how large they are, and one drawn. PDFium is loaded with the first of them.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium'
import { maxPages, RefusedFile } from './refused.ts'

export interface PdfReader {
  /** In pixels, as they are drawn. Throws RefusedFile. */
  pageSizes(bytes: Uint8Array): Promise<{ width: number; height: number }[]>
  /** RGBA on white, the long side at most `longSidePx`; past the end it is the last page. Throws RefusedFile. */
  draw(bytes: Uint8Array, page: number, longSidePx?: number): Promise<DrawnPage>
  close(): void
}

export interface DrawnPage {
  rgba: Uint8Array
  width: number
  height: number
  /** From 0. */
  page: number
  pageCount: number
}

/** PDF pages are drawn at 300 dpi, or smaller when their sheet is huge: page sizes in PDFs lie. */
const pdfScale = 300 / 72
const pdfLongSide = 5000

export function openPdfReader(near: string): PdfReader {
  let loaded: Promise<PDFiumLibrary> | null = null

  async function withPdf<T>(bytes: Uint8Array, work: (document: PDFiumDocument) => Promise<T>): Promise<T> {
    const library = await (loaded ??= loadPdfium(near))
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

  return {
    pageSizes: (bytes) =>
      withPdf(bytes, async (document) => {
        const count = document.getPageCount()
        if (count < 1) throw new RefusedFile('broken')
        if (count > maxPages) throw new RefusedFile('too-many-pages')
        return Array.from({ length: count }, (_, page) => sizeOf(document.getPage(page).getOriginalSize()))
      }),

    draw: (bytes, asked, longSidePx) =>
      withPdf(bytes, async (document) => {
        const pageCount = document.getPageCount()
        if (pageCount < 1) throw new RefusedFile('broken')
        const page = Math.min(asked, pageCount - 1)
        const sheet = document.getPage(page)
        const size = sizeOf(sheet.getOriginalSize(), longSidePx)
        const drawn = await sheet.render({ ...size, scale: 1, render: 'bitmap' })
        return { rgba: drawn.data, width: drawn.width, height: drawn.height, page, pageCount }
      }),

    close() {
      void loaded?.then((library) => library.destroy())
      loaded = null
    },
  }
}

async function loadPdfium(near: string): Promise<PDFiumLibrary> {
  const file = createRequire(near).resolve('@hyzyla/pdfium/pdfium.wasm')
  const wasm = await readFile(file)
  return PDFiumLibrary.init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) })
}

function sizeOf(
  points: { originalWidth: number; originalHeight: number },
  longSidePx = pdfLongSide,
): { width: number; height: number } {
  const longSide = Math.min(longSidePx, pdfLongSide)
  const scale = Math.min(pdfScale, longSide / Math.max(points.originalWidth, points.originalHeight, 1))
  const pixels = (side: number): number => Math.max(1, Math.round(side * scale))
  return { width: pixels(points.originalWidth), height: pixels(points.originalHeight) }
}
