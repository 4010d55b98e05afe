// The desk's codes as they are drawn, read again by the reader that screening uses.
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { envelopeMarks, sheetMarks } from '../../main/paper/index.ts'
import { loadCodeReader, type CodeReader } from '../../main/reading/index.ts'
import { caseNumberOf } from '../../shared/rules/case-number.ts'
import { envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import { sheetCodeText } from '../../shared/rules/sheet-code.ts'
import { checkout } from '../specimens/checkout.ts'

let folder: string
let read: CodeReader

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codes-'))
  const wasm = 'zxing_reader.wasm'
  await copyFile(join(checkout, 'node_modules/zxing-wasm/dist/reader', wasm), join(folder, wasm))
  read = await loadCodeReader(folder)
})
afterAll(() => rm(folder, { recursive: true }))

/** At 300 dpi on a white A4 page, its top left corner at `place`. */
async function onPage(marks: { svg: string; widthMm: number; heightMm: number; place: [number, number] }[]) {
  const perMm = 300 / 25.4
  const drawn = await Promise.all(
    marks.map(async ({ svg, widthMm, heightMm, place: [left, top] }) => {
      const [width, height] = [Math.round(widthMm * perMm), Math.round(heightMm * perMm)]
      const sized = svg.replace('width="100%" height="100%"', `width="${width}" height="${height}"`)
      return { input: await sharp(Buffer.from(sized)).png().toBuffer(), left, top }
    }),
  )
  const white = { create: { width: 2480, height: 3508, channels: 3 as const, background: '#fff' } }
  const { data, info } = await sharp(white)
    .composite(drawn)
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

const code = { kind: 'application-form', desk: '00042', number: caseNumberOf(2026, 123), sheet: 1, of: 3 } as const

it('reads both marks of a sheet where they stand', async () => {
  const { qr, bars } = sheetMarks(code)
  const found = await read(
    await onPage([
      { svg: qr, widthMm: 16, heightMm: 16, place: [2000, 300] },
      { svg: bars, widthMm: 50, heightMm: 7, place: [300, 3000] },
    ]),
  )
  expect(found.map(({ format, text }) => ({ format, text })).sort((a, b) => a.format.localeCompare(b.format))).toEqual([
    { format: 'code-128', text: sheetCodeText(code) },
    { format: 'qr', text: sheetCodeText(code) },
  ])
  const square = found.find(({ format }) => format === 'qr')?.rect
  // A little larger than the code, so that nothing of it sticks out of a box to blacken.
  expect(square?.x).toBeLessThan(2000)
  expect(square?.x).toBeGreaterThan(1980)
  expect(square?.y).toBeLessThan(300)
  expect(square?.w).toBeGreaterThan(189)
  expect(square?.w).toBeLessThan(220)
})

it('reads the bars of an envelope, and nothing on an empty page', async () => {
  const envelope = envelopeCodeOf('6f1c2d3e-0000-4000-8000-000000000000')
  const page = await onPage([{ svg: envelopeMarks(envelope).bars, widthMm: 28, heightMm: 6, place: [500, 500] }])
  expect((await read(page)).map(({ text }) => text)).toEqual([envelope])
  expect(await read(await onPage([]))).toEqual([])
})
