// Screening as the desk uses it: real threads, real models, rendered specimens; fails when recall falls.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startScreening } from '../../main/screening/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import type { Box, PageScreening } from '../../shared/screening.ts'
import { namedSpecimens, openBrowser, renderSpecimen } from '../specimens/index.ts'
import type { Browser, NamedSpecimen, Truth } from '../specimens/index.ts'

const build = fileURLToPath(new URL('../../build', import.meta.url))
const options = {
  modelsFolder: path.join(build, 'models'),
  workerFile: path.join(build, 'main', 'screening-worker.cjs'),
  pictures: 'native',
} as const
const silent = (): void => undefined
const never = new AbortController().signal

let screening: Screening
let browser: Browser
const drawn = new Map<NamedSpecimen, { bytes: Buffer; truth: Truth }>()

beforeAll(async () => {
  screening = await startScreening(options)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await screening.close()
})

async function specimen(name: NamedSpecimen): Promise<{ bytes: Buffer; truth: Truth }> {
  const known = drawn.get(name)
  if (known !== undefined) return known
  const fresh = await renderSpecimen(browser, namedSpecimens[name])
  drawn.set(name, fresh)
  return fresh
}

function domiciles(page: PageScreening): string[] {
  return page.findings.filter((finding) => finding.field === 'permanent-domicile').map((finding) => finding.state)
}

describe('a page', () => {
  const expected: [NamedSpecimen, string[]][] = [
    ['juminhyo-visible', ['visible', 'visible']],
    ['passport-visible', ['visible']],
    ['koseki', ['visible']],
    ['licence-masked-turned', ['masked']],
    ['licence-2007-empty-row', ['blank']],
    ['licence-modern', []],
    ['residence-card', []],
    ['insurance-blank', []],
    ['application-form', []],
  ]
  test.each(expected)('%s', async (name, states) => {
    const { bytes, truth } = await specimen(name)
    const steps: number[] = []
    const page = await screening.screenPage(bytes, 0, (_, fraction) => steps.push(fraction), never)
    expect(page.turn).toBe(truth.turn)
    expect(page.document).toBe(truth.kind)
    expect([page.width, page.height]).toEqual([truth.width, truth.height])
    expect(domiciles(page).slice(0, Math.max(states.length, 1))).toEqual(states)
    expect(page.verdict === 'flagged' || !states.includes('visible')).toBe(true)
    expect(steps.length).toBeGreaterThan(1)
  })

  test('its findings lie where the values are', async () => {
    const { bytes, truth } = await specimen('juminhyo-visible')
    const page = await screening.screenPage(bytes, 0, silent, never)
    for (const field of truth.fields.filter((each) => each.field === 'permanent-domicile')) {
      const [x, y, w, h] = field.box
      const middle = [x + w / 2, y + h / 2] as const
      expect(
        page.findings.some(
          ({ box }) =>
            box[0] < middle[0] && middle[0] < box[0] + box[2] && box[1] < middle[1] && middle[1] < box[1] + box[3],
        ),
      ).toBe(true)
    }
  })
})

describe('masking', () => {
  test('blackens the boxes, drops metadata, leaves the rest, and nothing legible returns', async () => {
    const { bytes } = await specimen('juminhyo-visible')
    const page = await screening.screenPage(bytes, 0, silent, never)
    const boxes = page.findings.map((finding) => finding.box)
    const masked = await screening.mask(bytes, 0, { boxes, leftOpen: [] })
    if (masked.legible) throw new Error('Something stayed legible')
    const [first] = boxes
    if (first === undefined) throw new Error('Nothing was found')
    const [x, y, w, h] = first
    const inside = await sharp(
      await sharp(masked.png).extract({ left: x, top: y, width: w, height: h }).png().toBuffer(),
    ).stats()
    expect(Math.max(...inside.channels.map((channel) => channel.max))).toBe(0)
    const [before, after] = await Promise.all(
      [bytes, masked.png].map((picture) =>
        sharp(picture).extract({ left: 0, top: 0, width: page.width, height: 300 }).greyscale().raw().toBuffer(),
      ),
    )
    expect(before === undefined ? undefined : after?.equals(before)).toBe(true)
    const again = await screening.screenPage(masked.png, 0, silent, never)
    expect(domiciles(again)).not.toContain('visible')
    expect((await sharp(masked.png).metadata()).exif).toBeUndefined()
  })

  test.each([1 / 3, 4 / 5])(
    'a box over %d of the value says where it is open, and those places close it',
    async (share) => {
      const { bytes } = await specimen('juminhyo-visible')
      const page = await screening.screenPage(bytes, 0, silent, never)
      const domicile = page.findings.find((finding) => finding.field === 'permanent-domicile')
      if (domicile === undefined) throw new Error('Nothing was found')
      const [x, y, w, h] = domicile.box
      const boxes: Box[] = [[x, y, Math.round(w * share), h]]
      // As a clerk who adds what the desk shows, until it shows nothing more.
      const rounds: boolean[] = []
      while (rounds.at(-1) !== false && rounds.length < 4) {
        const answer = await screening.mask(bytes, 0, { boxes, leftOpen: [] })
        rounds.push(answer.legible)
        if (answer.legible) boxes.push(...answer.boxes)
      }
      expect(rounds[0]).toBe(true)
      expect(rounds.at(-1)).toBe(false)
      const right = Math.max(...boxes.map(([left, , width]) => left + width))
      expect(right).toBeGreaterThan(x + 0.97 * w)
    },
  )
})

describe('trouble', () => {
  test('cancelling ends the page with the reason it was cancelled for', async () => {
    const { bytes } = await specimen('juminhyo-visible')
    const controller = new AbortController()
    const page = screening.screenPage(bytes, 0, () => controller.abort(new Error('enough')), controller.signal)
    await expect(page).rejects.toThrow('enough')
  })

  test('a page that takes too long is given to a person, and the next page is screened', async () => {
    const { bytes, truth } = await specimen('juminhyo-visible')
    const hasty = await startScreening({ ...options, workers: 1, pageTimeLimitMs: 30 })
    try {
      const page = await hasty.screenPage(bytes, 0, silent, never)
      expect(page.verdict).toBe('check')
      expect(page.findings).toEqual([])
    } finally {
      await hasty.close()
    }
    expect(truth.kind).toBe('juminhyo')
  })

  test('a worker that dies is replaced and its page given to a person', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'screening-'))
    const workerFile = path.join(folder, 'dies.cjs')
    await writeFile(workerFile, 'process.on("message", () => process.exit(3))')
    const doomed = await startScreening({ ...options, workerFile })
    try {
      const page = await doomed.screenPage(Buffer.from('anything'), 0, silent, never)
      expect(page).toMatchObject({ verdict: 'check', document: 'other', findings: [] })
    } finally {
      await doomed.close()
      await rm(folder, { recursive: true })
    }
  })

  test('an altered model is refused, and the page given to a person', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'models-'))
    for (const file of [
      'ch_PP-OCRv4_det_infer.onnx',
      'ch_PP-OCRv4_rec_infer.onnx',
      'ppocr_keys_v1.txt',
      'jpn.traineddata.gz',
    ])
      await writeFile(path.join(folder, file), 'altered')
    const { bytes } = await specimen('licence-modern')
    const wrong = await startScreening({ ...options, modelsFolder: folder })
    try {
      expect((await wrong.screenPage(bytes, 0, silent, never)).verdict).toBe('check')
    } finally {
      await wrong.close()
      await rm(folder, { recursive: true })
    }
  })

  test('an unreadable file is refused before it is screened', async () => {
    expect(await screening.inspect(Buffer.from('hello'))).toEqual({ kind: 'refused', reason: 'unknown-format' })
    await expect(screening.picture(Buffer.from('hello'), 0, { turn: 0, longSidePx: 100 })).rejects.toThrow(
      'unknown-format',
    )
  })
})

test('a page for the eye is turned upright and no larger than asked', async () => {
  const { bytes, truth } = await specimen('licence-masked-turned')
  const shown = await screening.picture(bytes, 0, { turn: truth.turn, longSidePx: 800 })
  expect(Math.max(shown.width, shown.height)).toBe(800)
  expect(shown.height > shown.width).toBe(truth.width > truth.height)
})
