// The ledger on its way out: every row in order, names only where asked for and still there, formulas defused, lost characters named.
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLedger, csvWriter, type Ledger } from '../../main/ledger/index.ts'
import { casesDesk, hanako, recordAll, type CasesDesk } from './cases-desk.ts'

let desk: CasesDesk
let ledger: Ledger
let saved: { name: string; bytes: Uint8Array }[]
let answer: boolean

beforeEach(async () => {
  saved = []
  answer = true
  desk = await casesDesk()
  ledger = createLedger({
    cases: desk.cases,
    audit: desk.audit,
    jobs: desk.jobs,
    today: desk.clock.today,
    save: async (name, bytes) => {
      saved.push({ name, bytes: Uint8Array.from(bytes) })
      return answer
    },
  })
})
afterEach(() => desk.remove())

const textOf = (encoding: 'utf-8' | 'cp932') =>
  encoding === 'utf-8'
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(saved.at(-1)?.bytes)
    : iconv.decode(Buffer.from(saved.at(-1)?.bytes ?? []), 'cp932')

test('holds every case in the order of its number, with the days of its course', async () => {
  const first = await desk.open()
  const second = await desk.open({ kind: 'erasure', lane: 'eu' })
  await recordAll(desk, first.id, [['withdrawn', '2026-11-23']])
  const { id, rows } = await ledger.prepare({ encoding: 'utf-8' }, desk.reviewer)
  expect(rows).toBe(2)
  expect(await ledger.save({ id }, desk.reviewer)).toEqual({ kind: 'saved' })
  expect(saved[0]?.name).toBe('開示等請求台帳-2026-11-24.csv')
  const text = textOf('utf-8')
  expect(text.startsWith('\u{FEFF}案件番号,')).toBe(true)
  const lines = text.trimEnd().split('\r\n')
  expect(lines.map((line) => line.split(',')[0])).toEqual(['\u{FEFF}案件番号', first.number, second.number])
  expect(lines[1]).toContain('請求の取下げ,2026-11-23')
  expect(lines[2]).toContain('消去,EU居住者')
  expect(text).not.toContain('花子')
  const { entries } = await desk.audit.list({ before: null, limit: 1 })
  expect(entries[0]).toMatchObject({
    event: 'ledger-exported',
    detail: { rows: 2, encoding: 'utf-8', names: 'without' },
  })
})

test('names only on demand, and nobody who was wiped', async () => {
  await desk.open()
  await desk.db('cases').insert({
    id: crypto.randomUUID(),
    number: '2025-000001-0',
    year: 2025,
    serial: 1,
    kind: 'disclosure',
    lane: 'post',
    state: 'wiped',
    version: 9,
    arrived_on: '2025-03-01',
    opened_on: '2025-03-01',
    opened_by: 'p1',
  })
  const { id } = await ledger.prepareWithNames({ encoding: 'utf-8' }, desk.reviewer)
  await ledger.save({ id }, desk.reviewer)
  const lines = textOf('utf-8').trimEnd().split('\r\n')
  expect(lines[1]?.startsWith('2025-000001-0,,,,,開示,')).toBe(true)
  expect(lines[2]).toContain('髙橋 花子,タカハシ ハナコ,150-0002,')
})

test('defuses what a spreadsheet would run', async () => {
  const requester = { ...hanako, name: '=HYPERLINK("http://x")', kana: '+1', address: '@SUM(A1), "x"' }
  await desk.open({ requester })
  const { id } = await ledger.prepareWithNames({ encoding: 'utf-8' }, desk.reviewer)
  await ledger.save({ id }, desk.reviewer)
  expect(textOf('utf-8')).toContain(`"'=HYPERLINK(""http://x"")",'+1,150-0002,"'@SUM(A1), ""x"""`)
})

test.each(['=1', '+1', '-1', '@1', '\t=1', '\r=1', '＝1', '−1'])('a cell %j is text', (cell) => {
  expect(
    csvWriter('utf-8')
      .add([['a', cell]])
      .toString(),
  ).toContain(`'${cell}`)
})

test('names the characters that CP932 lacks and puts 〓 in their place', async () => {
  await desk.open({ requester: { ...hanako, name: '𠮷田 髙\u{E0100}橋 1〜2' } })
  const { id, missing } = await ledger.prepareWithNames({ encoding: 'cp932' }, desk.reviewer)
  expect(missing).toEqual(['𠮷', '髙\u{E0100}'])
  await ledger.save({ id }, desk.reviewer)
  expect(textOf('cp932')).toContain('〓田 〓橋 1～2')
})

test('is saved by whoever made it, once, and stays when the dialog was left', async () => {
  const { id } = await ledger.prepare({ encoding: 'utf-8' }, desk.reviewer)
  await expect(ledger.save({ id }, desk.clerk)).rejects.toMatchObject({ code: 'not-found' })
  answer = false
  expect(await ledger.save({ id }, desk.reviewer)).toEqual({ kind: 'cancelled' })
  answer = true
  expect(await ledger.save({ id }, desk.reviewer)).toEqual({ kind: 'saved' })
  await expect(ledger.save({ id }, desk.reviewer)).rejects.toMatchObject({ code: 'not-found' })
})

test('is gone after a lock', async () => {
  const { id } = await ledger.prepare({ encoding: 'utf-8' }, desk.reviewer)
  ledger.forget()
  await expect(ledger.save({ id }, desk.reviewer)).rejects.toMatchObject({ code: 'not-found' })
})

test('tells its progress and can be stopped', async () => {
  for (let count = 0; count < 3; count += 1) await desk.open()
  await ledger.prepare({ encoding: 'utf-8' }, desk.reviewer)
  const told = desk.told.flatMap(({ name, body }) => (name === 'job.progress' && 'kind' in body ? [body] : []))
  expect(told.at(-1)).toMatchObject({ kind: 'export', subjectId: 'ledger', fraction: 1, state: 'done' })

  const stopped = ledger.prepare({ encoding: 'utf-8' }, desk.reviewer)
  const { jobs } = await desk.jobs.list()
  for (const { jobId } of jobs) await desk.jobs.cancel({ jobId })
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  expect(saved).toEqual([])
})
