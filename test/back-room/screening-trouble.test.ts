// Files and moments that break readers: odd pictures, claims that are not true, processes that are killed, cancelling at any time.
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startScreening } from '../../main/screening/index.ts'
import type { Screening, StartWorker, WorkerProcess } from '../../main/screening/index.ts'
import { forkWorker } from '../../main/screening/worker-process.ts'
import type { PageScreening } from '../../shared/screening.ts'
import { watchChildren } from '../bench/processes.ts'
import { layouts, openBrowser, plainSpecimen, renderSpecimen } from '../specimens/index.ts'
import { pdfPages } from './mail.ts'

const patienceMs = 600_000
vi.setConfig({ testTimeout: patienceMs })

const build = fileURLToPath(new URL('../../build', import.meta.url))
const options = {
  modelsFolder: path.join(build, 'models'),
  workerFile: path.join(build, 'main', 'screening-worker.cjs'),
  pictures: 'native',
  // A busy machine is slow: only what the files themselves do is looked at here.
  pageTimeLimitMs: patienceMs,
} as const
const silent = (): void => undefined
const never = new AbortController().signal

let screening: Screening
/** A licence of the years before the chip, its 本籍 in sight: small, and quickly read. */
let licence: Buffer

beforeAll(async () => {
  screening = await startScreening({ ...options, workers: 1 })
  const browser = await openBrowser()
  const layout = layouts.find(({ id }) => id === 'licence-paper')
  if (!layout) throw new Error('No licence.')
  licence = (await renderSpecimen(browser, plainSpecimen(layout, 'trouble/licence', { sheet: 'own' }))).bytes
  await browser.close()
})
afterAll(async () => {
  await screening.close()
})

function screen(bytes: Buffer, page = 0, signal: AbortSignal = never): Promise<PageScreening> {
  return screening.screenPage(bytes, page, silent, signal)
}

function openDomiciles(page: PageScreening): string[] {
  return page.findings.filter(({ field }) => field === 'permanent-domicile').map(({ state }) => state)
}

describe('an odd picture of a licence is read as any other', () => {
  const pictures: [string, () => Promise<Buffer>][] = [
    ['16 bits a channel', () => sharp(licence).toColourspace('rgb16').png().toBuffer()],
    ['CMYK', () => sharp(licence).toColourspace('cmyk').jpeg({ quality: 90 }).toBuffer()],
    ['print on a transparent ground', () => onNothing(licence)],
    ['a moving PNG, whose first picture counts', () => moving(licence)],
    ['one bit a pixel', () => sharp(licence).greyscale().threshold(150).png({ palette: true, colours: 2 }).toBuffer()],
    [
      'progressive, with a colour profile',
      () => sharp(licence).withIccProfile('p3').jpeg({ progressive: true }).toBuffer(),
    ],
  ]
  test.each(pictures)('%s', async (_, make) => {
    const bytes = await make()
    expect(await screening.inspect(bytes)).toMatchObject({ kind: 'document', pages: [{}] })
    const page = await screen(bytes)
    expect(page.document).toBe('licence')
    expect(openDomiciles(page)).toEqual(['visible'])
    const boxes = page.findings.map(({ box }) => box)
    expect((await screening.mask(bytes, 0, { boxes, leftOpen: [] })).legible).toBe(false)
  })
})

describe('a picture nobody can use gets an answer', () => {
  const pictures: [string, () => Promise<Buffer>][] = [
    ['one pixel', () => blank(1, 1)],
    ['one pixel high', () => blank(3000, 1)],
    ['20,000 × 20', () => blank(20_000, 20)],
    ['20 × 20,000', () => blank(20, 20_000)],
    [
      'all black',
      () =>
        sharp({ create: { width: 800, height: 600, channels: 3, background: '#000' } })
          .png()
          .toBuffer(),
    ],
    ['noise', () => noise(800, 600)],
  ]
  test.each(pictures)('%s', async (_, make) => {
    const bytes = await make()
    const { width, height } = await sharp(bytes).metadata()
    const page = await screen(bytes)
    expect([page.width, page.height]).toEqual([width, height])
    expect(openDomiciles(page)).toEqual([])
    // Nothing was read, so nobody may be told that nothing was found.
    expect(page.verdict).toBe('check')
  })
})

describe('a file that is not what it says is refused by name', () => {
  const files: [string, () => Promise<Buffer>, string][] = [
    ['a JPEG that ends half way', async () => half(await sharp(licence).jpeg().toBuffer()), 'broken'],
    ['a PNG that ends half way', async () => half(await sharp(licence).png().toBuffer()), 'broken'],
    [
      'a JPEG that claims 65,000 × 65,000',
      async () => claiming(await sharp(licence).jpeg().toBuffer()),
      'too-many-pixels',
    ],
    ['a WebP', () => sharp(licence).webp().toBuffer(), 'unknown-format'],
  ]
  test.each(files)('%s', async (_, make, reason) => {
    const bytes = await make()
    expect(await screening.inspect(bytes)).toEqual({ kind: 'refused', reason })
    await expect(screen(bytes)).rejects.toThrow(reason)
  })

  test('and the next file is screened', async () => {
    expect(openDomiciles(await screen(licence))).toEqual(['visible'])
  })
})

test('a page may be cancelled at any moment, and the next one is screened', async () => {
  for (const afterMs of [0, 1, 15, 60, 150, 300, 700]) {
    const controller = new AbortController()
    const reason = new Error(`enough after ${afterMs} ms`)
    const page = screen(licence, 0, controller.signal)
    setTimeout(() => controller.abort(reason), afterMs)
    // A quick machine may be done by then.
    const outcome = await page.then(openDomiciles, (error: unknown) => error)
    expect([reason, ['visible']]).toContainEqual(outcome)
  }
  expect(openDomiciles(await screen(licence))).toEqual(['visible'])
})

test('a process killed in the middle of a page leaves that page to a person, and no other', async () => {
  const started: WorkerProcess[] = []
  const startWorker: StartWorker = (file) => {
    const worker = forkWorker(file)
    started.push(worker)
    return worker
  }
  const own = await startScreening({ ...options, workers: 1, startWorker })
  try {
    const killed = own.screenPage(licence, 0, (step) => step === 'upright' && started.at(-1)?.kill(), never)
    const waiting = own.screenPage(licence, 0, silent, never)
    expect(await killed).toMatchObject({ verdict: 'check', findings: [] })
    expect(openDomiciles(await waiting)).toEqual(['visible'])
    expect(started.length).toBeGreaterThan(1)
  } finally {
    await own.close()
  }
})

test('readers that could not be loaded for one page are loaded for the next', async () => {
  const modelsFolder = await mkdtemp(path.join(os.tmpdir(), 'models-'))
  const late = 'jpn.traineddata.gz'
  await cp(options.modelsFolder, modelsFolder, { recursive: true })
  await rm(path.join(modelsFolder, late))
  const own = await startScreening({ ...options, workers: 1, modelsFolder })
  try {
    expect(await own.screenPage(licence, 0, silent, never)).toMatchObject({ verdict: 'check', findings: [] })
    await copyFile(path.join(options.modelsFolder, late), path.join(modelsFolder, late))
    expect(openDomiciles(await own.screenPage(licence, 0, silent, never))).toEqual(['visible'])
  } finally {
    await own.close()
    await rm(modelsFolder, { recursive: true })
  }
})

test('memory stays flat over a PDF of 300 pages', async () => {
  const bytes = pdfPages(300)
  const watch = watchChildren()
  const sizes: number[] = []
  try {
    for (let page = 0; page < 300; page++) {
      if (page === 100 || page === 200) sizes.push(watch.most()?.one ?? 0)
      await screen(bytes, page)
    }
    sizes.push(watch.most()?.one ?? 0)
  } finally {
    watch.end()
  }
  const [first = 0, , last = 0] = sizes
  // Where a system has no /proc nothing was measured, and both are 0.
  expect(last).toBeLessThanOrEqual(first * 1.1)
})

function blank(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
}

function noise(width: number, height: number): Promise<Buffer> {
  let state = 7
  const data = Uint8Array.from(
    { length: width * height },
    () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 16,
  )
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

/** What is white becomes transparent over black: read without its transparency the page is black on black. */
async function onNothing(bytes: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  const pixels = Buffer.alloc(data.length * 4)
  for (let at = 0; at < data.length; at++) pixels[at * 4 + 3] = 255 - (data[at] ?? 255)
  return sharp(pixels, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer()
}

/** A second picture of the same size after the first, as APNG has them. */
async function moving(bytes: Buffer): Promise<Buffer> {
  const png = await sharp(bytes).removeAlpha().png().toBuffer()
  const chunks = chunksOf(png)
  const { width, height } = await sharp(png).metadata()
  const frame = (sequence: number): Buffer => {
    const control = Buffer.alloc(26)
    for (const [at, value] of [sequence, width, height].entries()) control.writeUInt32BE(value, at * 4)
    control.writeUInt16BE(1, 20)
    control.writeUInt16BE(2, 22)
    return chunk('fcTL', control)
  }
  const [head, ...rest] = chunks
  const data = rest.filter(({ type }) => type === 'IDAT')
  const before = rest.filter(({ type }) => type !== 'IDAT' && type !== 'IEND')
  const again = data.map(({ body }, at) => chunk('fdAT', Buffer.concat([number(2 + at), body])))
  const whole = (part: { type: string; body: Buffer }): Buffer => chunk(part.type, part.body)
  return Buffer.concat([
    png.subarray(0, 8),
    ...(head ? [whole(head)] : []),
    chunk('acTL', Buffer.concat([number(2), number(0)])),
    ...before.map(whole),
    frame(0),
    ...data.map(whole),
    frame(1),
    ...again,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunksOf(png: Buffer): { type: string; body: Buffer }[] {
  const chunks: { type: string; body: Buffer }[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  return Buffer.concat([number(body.length), named, number(crc32(named))])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** The size in a JPEG stands in its frame header, after the marker of the coding. */
function claiming(jpeg: Buffer): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  if (at < 0) throw new Error('No frame header.')
  jpeg.writeUInt16BE(65_000, at + 5)
  jpeg.writeUInt16BE(65_000, at + 7)
  return jpeg
}
