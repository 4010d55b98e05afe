// Sheets for the scanner as they are printed, the check of an envelope in the chain, and the towns of a postal code.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEnvelopeCheck, type CheckEnvelope } from '../../main/post/envelope.ts'
import { placesOf } from '../../main/post/places.ts'
import { createSheets, type Sheets } from '../../main/post/sheets.ts'
import { caseNumberOf } from '../../shared/rules/case-number.ts'
import { envelopeCodeOf, writtenEnvelopeCode } from '../../shared/rules/envelope-code.ts'
import { person, tempDesk, type TempDesk } from './desk-fixture.ts'
import { papers } from './papers-fixture.ts'

const number = caseNumberOf(2026, 123)
const caseId = randomUUID()
const noticeId = randomUUID()
const clerk = person(['clerk'])
let desk: TempDesk
let post: Sheets
let checkEnvelope: CheckEnvelope
/** What was sent to the printer: the HTML stands in for its PDF, which another test measures. */
let printed: { html: string; name: string }[]

beforeEach(async () => {
  desk = await tempDesk({ unlocked: true })
  printed = []
  const deskCode = async (): Promise<string> => '00042'
  const numberOfCase = async (): Promise<string> => number
  post = createSheets({
    audit: desk.audit,
    papers: await papers(),
    paper: {
      pdfOf: async (html) => Buffer.from(html),
      print: async (pdf, _printer, name) => void printed.push({ html: Buffer.from(pdf).toString(), name }),
    },
    save: async () => false,
    deskCode,
    caseNumberOf: numberOfCase,
  })
  const letterOf = async (): Promise<{ caseId: string }> => ({ caseId })
  checkEnvelope = createEnvelopeCheck({ audit: desk.audit, deskCode, caseNumberOf: numberOfCase, letterOf })
})
afterEach(() => desk.remove())

async function lastEntry(): Promise<{ event: string; subject: string | null; detail: object }> {
  const { entries } = await desk.audit.list({ before: null, limit: 1 })
  const [entry] = entries
  if (entry === undefined) throw new Error('The chain is empty.')
  return entry
}

describe('a sheet for the scanner', () => {
  test('of a case carries its number for the eye and its code twice, and nothing personal as its name', async () => {
    await post.printSheet({ sheet: { kind: 'cover', caseId }, printer: 'p', copies: 2 }, clerk)
    expect(printed).toHaveLength(2)
    expect(printed[0]?.name).toBe(`cover-${number}`)
    expect(printed[0]?.html).toContain(number)
    expect(printed[0]?.html.match(/<svg /g)).toHaveLength(3)
    expect(await lastEntry()).toMatchObject({ event: 'sheet-printed', subject: caseId, detail: { kind: 'cover' } })
  })

  test('that separates says so, and belongs to no case', async () => {
    await post.printSheet({ sheet: { kind: 'separator' }, printer: 'p', copies: 1 }, clerk)
    expect(printed[0]?.html).toContain('仕切り紙')
    expect(await lastEntry()).toMatchObject({ subject: null, detail: { kind: 'separator', to: 'printer' } })
  })

  test('is not noted when its saving was cancelled', async () => {
    expect(await post.saveSheet({ sheet: { kind: 'separator' } }, clerk)).toEqual({ kind: 'cancelled' })
    expect((await desk.audit.list({ before: null, limit: 10 })).entries).toEqual([])
  })
})

describe('the check of an envelope', () => {
  test('is passed when every piece is of it', async () => {
    const pieces = [envelopeCodeOf(noticeId), writtenEnvelopeCode(envelopeCodeOf(noticeId))]
    expect(await checkEnvelope({ noticeId, pieces }, clerk)).toEqual({ kind: 'match' })
    expect(await lastEntry()).toMatchObject({
      event: 'envelope-checked',
      subject: noticeId,
      detail: { result: 'match', pieces: 2 },
    })
  })

  test('names the first piece that is not, and the chain keeps it', async () => {
    const pieces = [envelopeCodeOf(noticeId), envelopeCodeOf(randomUUID())]
    expect(await checkEnvelope({ noticeId, pieces }, clerk)).toEqual({ kind: 'mismatch', piece: 2 })
    expect(await lastEntry()).toMatchObject({ detail: { result: 'mismatch', piece: 2 } })
  })
})

test.each([
  ['141-0021', ['東京都品川区上大崎']],
  ['498-0000', ['愛知県弥富市', '三重県桑名郡木曽岬町']],
  ['999-9999', []],
])('the postal code %s belongs to %o', async (postalCode, places) => {
  expect(await placesOf(postalCode)).toEqual(places)
})
