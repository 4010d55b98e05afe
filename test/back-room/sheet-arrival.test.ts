// What the arrival of one of the desk's own sheets is for its case: the event its course waits for, and else nothing.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseNumberOf, parseCaseNumber, type CaseNumber } from '../../shared/rules/case-number.ts'
import type { CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import type { CaseRecord } from '../../shared/ipc/parts.ts'
import { casesDesk, recordAll, type CasesDesk } from './cases-desk.ts'

let desk: CasesDesk
beforeEach(async () => {
  desk = await casesDesk()
})
afterEach(() => desk.remove())

async function arrive(caseId: string, kind: CasedSheetKind): Promise<CaseRecord> {
  await desk.db.transaction((trx) =>
    desk.cases.sheets.arrived(trx, { caseId, kind, on: desk.clock.today() }, desk.clerk.id),
  )
  return desk.cases.get({ id: caseId }, desk.clerk)
}

function numberOf(record: CaseRecord): CaseNumber {
  const parsed = parseCaseNumber(record.number)
  if (parsed.kind !== 'valid') throw new Error('The case has no number.')
  return parsed.number
}

test('the form that was sent makes the inquiry a request, on the day it came', async () => {
  const { id } = await desk.open({ inquiryOn: '2026-11-20', arrivedOn: null })
  await recordAll(desk, id, [['form-sent', '2026-11-20']])
  const record = await arrive(id, 'application-form')
  expect(record).toMatchObject({ state: 'received', arrivedOn: desk.clock.today() })
  expect(record.history.map(({ event }) => event)).toContain('request-arrived')
})

test.each<CasedSheetKind>(['correction-form', 'application-form', 'authority-form'])(
  'what answers a correction ends the waiting for it: %s',
  async (kind) => {
    const { id } = await desk.open()
    await recordAll(desk, id, [['correction-sent', '2026-11-20']])
    expect((await arrive(id, kind)).state).toBe('received')
  },
)

test.each<CasedSheetKind>(['letter', 'cover', 'application-form'])(
  'what the course does not wait for changes nothing: %s',
  async (kind) => {
    const { id, version } = await desk.open()
    expect(await arrive(id, kind)).toMatchObject({ state: 'received', version })
  },
)

test('a number leads to its case, and says whether mail for it is expected', async () => {
  const record = await desk.open()
  expect(await desk.cases.sheets.numbered(numberOf(record))).toEqual({ id: record.id, isOpen: true })
  await recordAll(desk, record.id, [['withdrawn', '2026-11-24']])
  expect(await desk.cases.sheets.numbered(numberOf(record))).toEqual({ id: record.id, isOpen: false })
  expect(await desk.cases.sheets.numbered(caseNumberOf(2026, 999))).toBeNull()
})
