// A page of one of the desk's own papers for the eye: drawn from the PDF that is printed.
import { writePng, type PdfReader } from '../reading/index.ts'
import type { PaperPage } from './worker-messages.ts'

/** `page` from 0; past the end it is the last one. Throws RefusedFile. */
export async function paperPage(
  bytes: Uint8Array,
  page: number,
  longSidePx: number,
  pdf: PdfReader,
): Promise<PaperPage> {
  const drawn = await pdf.draw(bytes, page, longSidePx)
  const picture = {
    bytes: writePng(drawn),
    type: 'image/png',
    width: drawn.width,
    height: drawn.height,
  } as const
  drawn.rgba.fill(0)
  return { picture, page: drawn.page, pageCount: drawn.pageCount }
}
