// The picture of one of the desk's own papers: every pixel as the PDF is drawn, in grey where nothing has a colour.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { createDecoder } from '../../main/reading/index.ts'
import { paperPage } from '../../main/screening/paper-page.ts'
import { scannedPdf } from '../specimens/pdf.ts'
import { there } from './desk-fixture.ts'

const decoder = createDecoder('native', fileURLToPath(new URL('../../package.json', import.meta.url)))
afterAll(() => decoder.close())

const size = { width: 210, height: 297 }

/** A sheet of each colour. */
async function paper(colours: readonly string[]): Promise<Buffer> {
  const pages = await Promise.all(
    colours.map(async (background) => {
      const jpeg = await sharp({ create: { ...size, channels: 3, background } })
        .jpeg()
        .toBuffer()
      return { ...size, jpeg, dpi: 25.4, isGrey: false }
    }),
  )
  return scannedPdf(pages)
}

it.each([
  ['#ffffff', 1, [255]],
  ['#000000', 1, [0]],
  ['#ff0000', 3, [254, 0, 0]],
])('%s is drawn in %i channels', async (background, channels, pixel) => {
  const { picture, page, pageCount } = await paperPage(await paper([background]), 0, 297, decoder.pdf)
  expect({ page, pageCount, ...size }).toEqual({
    page: 0,
    pageCount: 1,
    width: picture.width,
    height: picture.height,
  })
  const image = sharp(picture.bytes)
  expect(await image.metadata()).toMatchObject({ format: 'png', channels, ...size })
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const middle = (info.width * 150 + 100) * info.channels
  for (const [channel, value] of pixel.entries()) {
    expect(Math.abs(there(data[middle + channel]) - value)).toBeLessThanOrEqual(1)
  }
})

it('is of the last page when a further one is asked for', async () => {
  const bytes = await paper(['#ffffff', '#000000'])
  expect(await paperPage(bytes, 5, 297, decoder.pdf)).toMatchObject({ page: 1, pageCount: 2 })
})
