// Some pages of a document as a document of their own, every pixel as it was.
import { RefusedFile, pixelAspect, tiffPage, writeTiff, type Decoder, type TiffPage } from '../reading/index.ts'

/**
 * TIFF, because a page of any size and colour stands in it without loss. Boxes that were found on a page stay where they
 * are. Throws RefusedFile.
 */
export async function extractPages(bytes: Uint8Array, pages: readonly number[], decoder: Decoder): Promise<Uint8Array> {
  const extracted: TiffPage[] = []
  for (const page of pages) {
    const { picture } = await decoder.open(bytes, page)
    const { data, info } = await picture
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) throw new RefusedFile('broken')
    extracted.push(tiffPage(info.width, info.height, data, pixelAspect(bytes, page)))
    data.fill(0)
  }
  return writeTiff(extracted)
}
