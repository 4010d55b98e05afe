// Every letter in both languages as a real Electron sets it, measured: address, folds, title, page numbers, codes of its sheets.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeLetter } from '../../main/notices/compose.ts'
import { specimenFacts } from '../../main/notices/specimen.ts'
import { openPapers } from '../../main/paper/index.ts'
import { createDecoder, loadCodeReader, type CodeReader, type Decoder } from '../../main/reading/index.ts'
import type { RequestKind } from '../../shared/cases.ts'
import { letterKinds, letterLanguages, letters, type LetterKind } from '../../shared/letters.ts'
import { shippedVersions } from '../../shared/rules/dated/index.ts'
import { writtenEnvelopeCode } from '../../shared/rules/envelope-code.ts'
import { parseSheetCode } from '../../shared/rules/sheet-code.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { checkout } from '../specimens/checkout.ts'
import { there } from './desk-fixture.ts'
import { papersOf } from './electron-paper.ts'
import { fontsFolder, lettersFolder } from './papers-fixture.ts'
import { inkDown, printedPages, wordsBeyond, wordsIn, type PrintedPage, type PrintedWord } from './printed-words.ts'

/** How far a folded sheet slides in its envelope. */
const slipMm = 2
const number = '2026-000001-7'
const { envelopeWindow: window } = defaultDeskSettings
const given = { settings: defaultDeskSettings, today: '2026-11-24', desk: '12345', versions: shippedVersions }
/** The code of what goes into one envelope, the same on every specimen. */
const envelope = writtenEnvelopeCode(specimenFacts('receipt', 'disclosure', 'ja', given).envelope)
const windowRight = window.leftMm + window.widthMm
const windowBottom = window.topMm + window.heightMm

const every = letterLanguages.flatMap((language) =>
  letterKinds
    .filter((kind) => letters[kind].lanes.includes(language === 'en' ? 'eu' : 'post'))
    .flatMap((kind) => requestsOf(kind).map((request) => ({ language, kind, request }))),
)

/** The form is another for each request; the other letters differ in words alone. */
function requestsOf(kind: LetterKind): readonly RequestKind[] {
  const { requests } = letters[kind]
  return kind === 'form-dispatch' ? requests : requests.slice(0, 1)
}

interface SetLetter {
  file: string
  /** Its own and those that it encloses, as long as no text runs on. */
  sheetCount: number
  pdf: Buffer
  pages: PrintedPage[]
}

let folder: string
let decoder: Decoder
let readCodes: CodeReader
/** In the order of `every`. */
const made: SetLetter[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'positions-'))
  const fonts = await fontsFolder()
  const papers = openPapers({ lettersFolder, fontsFolder: fonts })
  const composed = await Promise.all(
    every.map(({ language, kind, request }) =>
      composeLetter(
        specimenFacts(kind, request, language, given),
        (text) => papers.shippedText(text, language),
        papers,
      ),
    ),
  )
  const set = async (wanted: ReadonlyMap<number, number>): Promise<void> => {
    const documents = [...wanted].map(([index, pageCount]) => there(composed[index]).html(pageCount))
    const pdfs = await papersOf(await Promise.all(documents))
    for (const [at, index] of [...wanted.keys()].entries()) {
      const pdf = there(pdfs[at])
      const file = join(folder, `${index}.pdf`)
      await writeFile(file, pdf)
      const { sheetCount } = there(composed[index])
      made[index] = { file, pdf, sheetCount, pages: printedPages(file) }
    }
  }
  await set(new Map(composed.map(({ sheetCount }, index) => [index, sheetCount])))
  // As the desk does it: the feet of a text that runs on are set once more, when the number of its pages is known.
  await set(
    new Map(
      made.flatMap(({ pages, sheetCount }, index) =>
        pages.length === sheetCount ? [] : [[index, pages.length] as const],
      ),
    ),
  )
  await rm(fonts, { recursive: true })
  const wasm = 'zxing_reader.wasm'
  await copyFile(join(checkout, 'node_modules/zxing-wasm/dist/reader', wasm), join(folder, wasm))
  readCodes = await loadCodeReader(folder)
  decoder = createDecoder('native', fileURLToPath(new URL('../../package.json', import.meta.url)))
})
afterAll(async () => {
  decoder.close()
  await rm(folder, { recursive: true })
})

const textOf = (words: readonly PrintedWord[]): string => words.map(({ text }) => text).join('')

describe.each(every)('$language $kind $request', (specimen) => {
  const { language, kind } = specimen
  const letter = (): SetLetter => there(made[every.indexOf(specimen)])
  const first = (): PrintedPage => there(letter().pages[0])

  it('is on A4, and keeps the edges of every sheet free', () => {
    expect(letter().pages.length - letter().sheetCount).toBeLessThanOrEqual(kind === 'correction-request' ? 1 : 0)
    for (const { widthMm, heightMm, words } of letter().pages) {
      expect(widthMm).toBeCloseTo(210, 0)
      expect(heightMm).toBeCloseTo(297, 0)
      expect(wordsBeyond(words, { left: 10, top: 5, right: 200, bottom: 292 })).toEqual([])
    }
  })

  it('shows the whole address in the window and nothing else, also when the sheet slipped', () => {
    const seen = wordsIn(first().words, {
      left: window.leftMm - slipMm,
      top: window.topMm - slipMm,
      right: windowRight + slipMm,
      bottom: windowBottom + slipMm,
    })
    const sure = {
      left: window.leftMm + slipMm,
      top: window.topMm + slipMm,
      right: windowRight - slipMm,
      bottom: windowBottom - slipMm,
    }
    expect(wordsBeyond(seen, sure)).toEqual([])
    expect(textOf(seen)).toBe(
      language === 'ja'
        ? '〒100-0001東京都見本区見本町二丁目3番4号見本マンション405号室見本花子様'
        : '12SpecimenStreet,10115BerlinGermanyMariaMihon',
    )
  })

  it('leaves a gap between the sender and the title', () => {
    const sender = first().words.filter(({ left, top }) => left > windowRight && top < 90)
    const below = first().words.filter(({ left, top }) => left < windowRight && top > windowBottom)
    const title = Math.min(...below.map(({ top }) => top))
    const senderEnd = Math.max(...sender.filter(({ top }) => top < title).map(({ bottom }) => bottom))
    expect(title - senderEnd).toBeGreaterThan(4)
    expect(title - senderEnd).toBeLessThan(20)
  })

  it('marks the creases at 99 and 198 mm, and nothing else at the edge', () => {
    const marks = inkDown(letter().file, { left: 4, right: 10 })
    expect(marks).toHaveLength(2)
    for (const [place, mm] of [99, 198].entries()) {
      const { top, bottom } = there(marks[place])
      expect(Math.abs((top + bottom) / 2 - mm)).toBeLessThan(0.3)
    }
  })

  it('has the number of its case and of the page at the foot of every sheet', () => {
    for (const [page, { words }] of letter().pages.entries()) {
      const foot = words.filter(({ top }) => top > 284)
      const of = letter().pages.length
      const label = language === 'ja' ? '案件番号' : 'Caseno.'
      expect(textOf(foot).replaceAll(/\s/g, '')).toBe(`${label}${number}${envelope}${page + 1}/${of}`)
      expect(Math.min(...foot.map(({ left }) => left))).toBeCloseTo(22, 0)
      expect(Math.max(...foot.map(({ right }) => right))).toBeCloseTo(188, 0)
      for (const { top } of foot) expect(Math.abs(top - 286)).toBeLessThan(1)
      // The text ends above it.
      for (const { bottom } of words.filter(({ top }) => top <= 284)) expect(bottom).toBeLessThan(285)
    }
  })

  it('carries on every sheet that comes back the codes it is found by, where a scanner looks for them', async () => {
    const { encloses } = letters[kind]
    const coded = encloses === 'application-form' || encloses === 'return-sheet' ? letter().sheetCount - 1 : 0
    for (let sheet = 1; sheet <= coded; sheet += 1) {
      const page = letter().pages.length - letter().sheetCount + sheet
      const { grey } = await decoder.grey(letter().pdf, page, 3508)
      const mm = 297 / grey.height
      // At the foot stands the code of the envelope, which is for the hand that fills it.
      const atHead = (await readCodes(grey)).filter(({ rect }) => rect.y * mm < 280)
      const found = atHead.toSorted((one, other) => one.rect.x - other.rect.x)
      const code = { kind: 'valid', code: { number, sheet } }
      expect(found.map(({ text, format }) => ({ format, code: parseSheetCode(text ?? '') }))).toMatchObject([
        { format: 'code-128', code },
        { format: 'qr', code },
      ])
      const [bars, square] = found.map(({ rect }) => ({ left: rect.x * mm, right: (rect.x + rect.w) * mm }))
      expect(Math.abs((bars?.left ?? 22) - 22)).toBeLessThan(3)
      expect(Math.abs((square?.right ?? 188) - 188)).toBeLessThan(3)
      expect(Math.max(0, ...found.map(({ rect }) => rect.y * mm))).toBeLessThan(20)
    }
  })
})
