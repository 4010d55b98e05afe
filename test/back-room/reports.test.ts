// The monthly report of a real desk: counted from its cases and its chain, on paper with the chain's hash, as CSV, and audited.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReports, type Reports } from '../../main/reports/index.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { casesDesk, recordAll, type CasesDesk } from './cases-desk.ts'
import { papers } from './papers-fixture.ts'

let desk: CasesDesk
let reports: Reports
let saved: { name: string; bytes: Uint8Array }[]
let printed: string[]
const filled = await papers()

beforeEach(async () => {
  saved = []
  printed = []
  desk = await casesDesk()
  const { cases, audit, clock } = desk
  reports = createReports({
    cases,
    audit,
    papers: filled,
    // The paper's HTML stands for its PDF: what is looked at here is what the paper says.
    paper: {
      pdfOf: async (html) => Buffer.from(html),
      print: async (pdf, printer, jobName) => void printed.push(`${printer} ${jobName} ${pdf.length}`),
    },
    save: async (name, bytes) => saved.push({ name, bytes }) > 0,
    deskSettings: async () => defaultDeskSettings,
    today: clock.today,
  })
})
afterEach(() => desk.remove())

test('counts what was recorded, with what letters asked for out of the chain', async () => {
  const { id } = await desk.open({ arrivedOn: '2026-11-20' })
  await desk.open({ kind: 'erasure', lane: 'eu', arrivedOn: '2026-10-30' })
  await recordAll(desk, id, [['correction-sent', '2026-11-24']])
  for (const [on, asked] of [
    ['2026-11-24', 'domicile-visible'],
    ['2026-11-24', 'id-expired,a-word-of-a-later-version'],
    ['2026-10-01', 'domicile-visible'],
  ] as const) {
    await desk.audit.append('notice-dispatched', { actor: null, subject: null, detail: { on, asked } })
  }
  await desk.audit.append('notice-dispatched', { actor: null, subject: null, detail: { on: '2026-11-24' } })
  const report = await reports.month({ month: '2026-11' })
  expect(report.arrived.find(({ kind }) => kind === 'disclosure')?.lanes.post).toBe(1)
  expect(report.corrections.letters).toBe(1)
  expect(report.corrections.reasons.filter(({ count }) => count > 0)).toEqual([
    { reason: 'domicile-visible', count: 1 },
    { reason: 'id-expired', count: 1 },
    { reason: 'other', count: 1 },
  ])
  expect(report.openTotal).toBe(2)
  expect((await reports.month({ month: '2026-10' })).openTotal).toBe(1)
})

test('says nothing of a month that has not begun', async () => {
  await expect(reports.month({ month: '2026-12' })).rejects.toMatchObject({ code: 'impossible-date' })
})

test('is saved with the hash of the chain and without anybody’s name', async () => {
  await desk.open()
  const head = await desk.audit.head()
  expect(await reports.save({ month: '2026-11', as: 'pdf' }, desk.reviewer)).toEqual({ kind: 'saved' })
  await reports.save({ month: '2026-11', as: 'csv' }, desk.reviewer)
  const [paper, table] = saved.map(({ bytes }) => new TextDecoder().decode(bytes))
  expect(saved.map(({ name }) => name)).toEqual(['月次報告-2026-11.pdf', '月次報告-2026-11.csv'])
  expect(paper).toContain(head)
  expect(paper).toContain('令和8年11月')
  expect(table).toContain('2026-11,受付,開示,郵便,1\r\n')
  for (const text of [paper, table]) expect(text).not.toContain('花子')
  const { entries } = await desk.audit.list({ before: null, limit: 2 })
  expect(entries.map(({ event, detail }) => [event, detail])).toEqual([
    ['report-saved', { month: '2026-11', as: 'csv' }],
    ['report-saved', { month: '2026-11', as: 'pdf' }],
  ])
})

test('is printed under a name that says the month alone', async () => {
  await reports.print({ month: '2026-10', printer: 'office' }, desk.reviewer)
  expect(printed).toEqual([expect.stringMatching(/^office 月次報告-2026-10 \d+$/)])
})
