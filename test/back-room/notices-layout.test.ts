// Letters on paper, made by a real Electron and measured in millimetres: window, slip, folds, margins, one sheet, fonts inside.
import { rm } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Addressee } from '../../main/cases/index.ts'
import { composeLetter } from '../../main/notices/compose.ts'
import { openPapers } from '../../main/paper/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import { keySlotSchema } from '../../main/vault/index.ts'
import type { Requester } from '../../shared/cases.ts'
import { noInputs } from '../../shared/letters.ts'
import { shippedVersions } from '../../shared/rules/dated/index.ts'
import { envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import { defaultDeskSettings, type DeskSettings } from '../../shared/settings.ts'
import { hanako } from './cases-desk.ts'
import { papersOf } from './electron-paper.ts'
import { builtScreening } from './mail-desk.ts'
import { fontsFolder, lettersFolder } from './papers-fixture.ts'

/** How far a folded sheet slides in its envelope. */
const slipMm = 2

type Window = DeskSettings['envelopeWindow']
const usual = defaultDeskSettings.envelopeWindow
const papers: {
  what: string
  requester: Requester
  window: Window
  lane: Addressee['lane']
  kind: Addressee['kind']
}[] = [
  { what: 'a usual letter', requester: hanako, window: usual, lane: 'post', kind: 'disclosure' },
  {
    what: 'a long name and address to a Meta Quest user',
    requester: {
      ...hanako,
      name: '社会福祉法人見本福祉会ひまわり相談支援センター 理事長 勘解由小路 龍之介',
      address:
        '北海道虻田郡真狩村字見本二百三十四番地の五六七 見本ヶ丘ニュータウン サンライズヒルズ真狩弐番館 1205号室 気付',
    },
    window: usual,
    lane: 'meta-quest',
    kind: 'third-party-record-disclosure',
  },
  {
    what: 'a window that leaves no room beside it',
    requester: hanako,
    window: { leftMm: 25, topMm: 12, widthMm: 120, heightMm: 40 },
    lane: 'meta-quest',
    kind: 'third-party-suspension',
  },
]

const envelope = envelopeCodeOf('6f1c2d3e-0000-4000-8000-000000000000')
const fixed = { desk: '12345', envelope, versions: shippedVersions }

interface Sheet {
  pdf: Buffer
  pageCount: number
  /** Box around all ink inside a rectangle of the sheet, in mm; null when it is blank. */
  ink(
    left: number,
    top: number,
    right: number,
    bottom: number,
  ): { left: number; top: number; right: number; bottom: number } | null
}

let screening: Screening
const sheets: Sheet[] = []

beforeAll(async () => {
  screening = await builtScreening()
  const fonts = await fontsFolder()
  const filled = openPapers({ lettersFolder, fontsFolder: fonts })
  const documents = papers.map(async ({ requester, window, lane, kind }) => {
    const to: Addressee = {
      number: '2026-000001-7',
      kind,
      lane,
      requester,
      state: 'received',
      arrivedOn: '2026-11-20',
      slot: keySlotSchema.parse(1),
    }
    const settings = { ...defaultDeskSettings, envelopeWindow: window }
    const facts = {
      kind: 'domicile-correction',
      to,
      recipient: requester,
      inputs: noInputs,
      settings,
      today: '2026-11-24',
      ...fixed,
    } as const
    const letter = await composeLetter(facts, (text) => filled.shippedText(text, 'ja'), filled)
    return letter.html(letter.sheetCount)
  })
  for (const pdf of await papersOf(await Promise.all(documents))) sheets.push(await sheetOf(pdf))
  await rm(fonts, { recursive: true })
})
afterAll(() => screening.close())

async function sheetOf(pdf: Buffer): Promise<Sheet> {
  const inspection = await screening.inspect(pdf)
  if (inspection.kind === 'refused') throw new Error(inspection.reason)
  const picture = await screening.picture(pdf, 0, { turn: 0, longSidePx: 2970 })
  const { data, info } = await sharp(picture.bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  const pxPerMm = info.height / 297
  return {
    pdf,
    pageCount: inspection.pages.length,
    ink(left, top, right, bottom) {
      const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
      for (let y = Math.max(0, Math.floor(top * pxPerMm)); y < Math.min(info.height, bottom * pxPerMm); y += 1) {
        for (let x = Math.max(0, Math.floor(left * pxPerMm)); x < Math.min(info.width, right * pxPerMm); x += 1) {
          if ((data[y * info.width + x] ?? 255) > 160) continue
          found.left = Math.min(found.left, x / pxPerMm)
          found.right = Math.max(found.right, (x + 1) / pxPerMm)
          found.top = Math.min(found.top, y / pxPerMm)
          found.bottom = Math.max(found.bottom, (y + 1) / pxPerMm)
        }
      }
      return found.left === Infinity ? null : found
    },
  }
}

describe.each(papers.map(({ what, window }, index) => ({ what, window, index })))('$what', ({ index, window }) => {
  const sheet = (): Sheet => {
    const found = sheets[index]
    if (found === undefined) throw new Error('No such letter.')
    return found
  }

  it('is one A4 sheet and a return sheet, with nothing where printers cannot print', () => {
    expect(sheet().pageCount).toBe(2)
    expect(sheet().ink(0, 0, 210, 4)).toBeNull()
    expect(sheet().ink(0, 293, 210, 297)).toBeNull()
    expect(sheet().ink(0, 0, 4, 297)).toBeNull()
    expect(sheet().ink(206, 0, 210, 297)).toBeNull()
    // The text ends above the foot.
    expect(sheet().ink(10, 281, 206, 285)).toBeNull()
  })

  it('shows the whole address in the window, also after the sheet slipped, and nothing else', () => {
    const right = window.leftMm + window.widthMm
    const bottom = window.topMm + window.heightMm
    const inside = sheet().ink(window.leftMm - slipMm, window.topMm - slipMm, right + slipMm, bottom + slipMm)
    if (inside === null) throw new Error('There is no address.')
    expect(inside.left).toBeGreaterThanOrEqual(window.leftMm + slipMm)
    expect(inside.top).toBeGreaterThanOrEqual(window.topMm + slipMm)
    expect(inside.right).toBeLessThanOrEqual(right - slipMm)
    expect(inside.bottom).toBeLessThanOrEqual(bottom - slipMm)
    expect(inside.right - inside.left).toBeGreaterThan(30)
    expect(inside.bottom - inside.top).toBeGreaterThan(15)
  })

  it('marks the folds at 99 and 198 mm', () => {
    for (const fold of [99, 198]) {
      const mark = sheet().ink(4, fold - 2, 10, fold + 2)
      if (mark === null) throw new Error('There is no mark.')
      expect(Math.abs((mark.top + mark.bottom) / 2 - fold)).toBeLessThan(0.3)
      expect(mark.left).toBeCloseTo(5, 0)
      expect(mark.bottom - mark.top).toBeLessThan(0.6)
    }
  })

  it('carries its fonts as TrueType, and only what it uses of them', () => {
    const text = sheet().pdf.toString('latin1')
    expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+BIZUDMincho-Regular/)
    expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+BIZUDGothic-Bold/)
    expect(text).not.toMatch(/\/Subtype \/Type3/)
    expect(sheet().pdf.length).toBeLessThan(300_000)
  })
})
