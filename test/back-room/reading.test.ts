// Decoding on real files: every format, every way to refuse one, and pages the right way up.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDecoder } from '../../main/reading/index.ts'
import type { Decoder } from '../../main/reading/index.ts'
import { tiffPixelAspect } from '../../main/reading/formats.ts'

const near = path.join(fileURLToPath(new URL('../..', import.meta.url)), 'package.json')

/** A white page with one black bar along its top. */
function page(width: number, height: number): Sharp {
  const bar = { create: { width, height: Math.ceil(height / 5), channels: 3 as const, background: '#000' } }
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: bar, top: 0, left: 0 },
  ])
}

/** The plainest PDF: pages of `size` points with nothing on them. */
function pdf(pages: number, size: [number, number]): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')
  const leaves = Array.from(
    { length: pages },
    (_, index) => `${index + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size.join(' ')}]>>endobj\n`,
  ).join('')
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n${leaves}trailer<</Root 1 0 R>>\n%%EOF`,
  )
}

describe.each(['native'] as const)('decoding with the %s library', (build) => {
  let decoder: Decoder
  beforeAll(async () => {
    decoder = createDecoder(build, near)
  })
  afterAll(() => decoder.close())

  const kinds: [string, () => Promise<Buffer>][] = [
    ['JPEG', () => page(60, 40).jpeg().toBuffer()],
    ['PNG', () => page(60, 40).png().toBuffer()],
    ['16-bit PNG', () => page(60, 40).toColourspace('rgb16').png().toBuffer()],
    ['PNG with alpha', () => page(60, 40).ensureAlpha(1).png().toBuffer()],
    ['CMYK JPEG', () => page(60, 40).toColourspace('cmyk').jpeg().toBuffer()],
    ['LZW TIFF', () => page(60, 40).tiff({ compression: 'lzw' }).toBuffer()],
    [
      'G4 TIFF',
      () =>
        sharp(Buffer.alloc(60 * 40, 255).fill(0, 0, 60 * 8), { raw: { width: 60, height: 40, channels: 1 } })
          .toColourspace('b-w')
          .tiff({ compression: 'ccittfax4', bitdepth: 1 })
          .toBuffer(),
    ],
  ]
  test.each(kinds)('%s: dark where it is dark, pale where it is pale', async (_, make) => {
    const bytes = await make()
    expect(await decoder.inspect(bytes)).toMatchObject({ kind: 'document', pages: [{ width: 60, height: 40 }] })
    const { grey, width, height } = await decoder.grey(bytes, 0, 3600)
    expect([width, height, grey.width, grey.height]).toEqual([60, 40, 60, 40])
    expect(grey.data[2 * 60 + 30]).toBeLessThan(60)
    expect(grey.data[30 * 60 + 30]).toBeGreaterThan(220)
  })

  test('a picture that EXIF says to turn comes turned', async () => {
    const bytes = await page(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { grey, width, height } = await decoder.grey(bytes, 0, 3600)
    expect([width, height]).toEqual([40, 60])
    expect(grey.data[30 * 40 + 38]).toBeLessThan(60)
    expect(grey.data[30 * 40 + 2]).toBeGreaterThan(200)
  })

  test('a large page is read smaller, with its own size told', async () => {
    const { grey, width, height } = await decoder.grey(await page(4000, 1000).png().toBuffer(), 0, 2000)
    expect([width, height, grey.width, grey.height]).toEqual([4000, 1000, 2000, 500])
  })

  test('a fax in standard resolution is stretched to square pixels', async () => {
    const bytes = await page(200, 98)
      .tiff({ compression: 'lzw', xres: 204 / 25.4, yres: 98 / 25.4 })
      .toBuffer()
    expect(tiffPixelAspect(bytes, 0)).toBeCloseTo(204 / 98, 2)
    const { grey, height } = await decoder.grey(bytes, 0, 3600)
    expect(height).toBe(98)
    expect(grey.height).toBe(204)
  })

  test('a PDF is drawn at 300 dpi, a huge one smaller', async () => {
    expect(await decoder.inspect(pdf(2, [595, 842]))).toEqual({
      kind: 'document',
      format: 'pdf',
      pages: [
        { width: 2479, height: 3508 },
        { width: 2479, height: 3508 },
      ],
    })
    const { grey, width } = await decoder.grey(pdf(1, [14000, 100]), 0, 3600)
    expect(width).toBe(5000)
    expect(grey.data.every((value) => value === 255)).toBe(true)
  })

  const refused: [string, Buffer | (() => Promise<Buffer>), string][] = [
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a text', Buffer.from('hello'), 'unknown-format'],
    ['a GIF', () => page(20, 20).gif().toBuffer(), 'unknown-format'],
    ['a WebP', () => page(20, 20).webp().toBuffer(), 'unknown-format'],
    ['half a PNG', async () => (await page(300, 300).png().toBuffer()).subarray(0, 30), 'broken'],
    ['a PDF of rubbish', Buffer.from('%PDF-1.4 rubbish'), 'broken'],
    ['a PDF without pages', pdf(0, [1, 1]), 'broken'],
    ['a PDF of 301 pages', pdf(301, [100, 100]), 'too-many-pages'],
  ]
  test.each(refused)('%s is refused by name', async (_, source, reason) => {
    const bytes = typeof source === 'function' ? await source() : source
    expect(await decoder.inspect(bytes)).toEqual({ kind: 'refused', reason })
  })

  test('more than 100 megapixels are refused without being decoded', async () => {
    // A PNG header that promises 20,000 × 20,000 pixels, made by changing the size of a small one.
    const bytes = await page(20, 20).png().toBuffer()
    bytes.writeUInt32BE(20_000, 16)
    bytes.writeUInt32BE(20_000, 20)
    const answer = await decoder.inspect(bytes)
    expect(answer.kind).toBe('refused')
  })
})
