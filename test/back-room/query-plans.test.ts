// What the desk asks its database again and again: no query reads a table whole that grows with the years.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { rowsBefore, rowsOfEvent } from '../../main/audit/store.ts'
import { approvalsOf, casesWithHoldAsked, isHoldAsked, waitingApprovals } from '../../main/cases/approval-store.ts'
import { eventDatesOf, openVersions, rowsOf, wipedRows } from '../../main/cases/listing-store.ts'
import { caseRow, caseRowNumbered, eventRows, lastSerial } from '../../main/cases/store.ts'
import { openDatabase, type Database } from '../../main/db/index.ts'
import { pageOfPayments, paymentsOfCase } from '../../main/fees/store.ts'
import { rowsOfCase } from '../../main/notices/store.ts'
import { envelopesOfCase, pieceOfScan, piecesOfCase, scansOfHeldPaper } from '../../main/pieces/store.ts'
import { unexaminedScans } from '../../main/scans/sheet-store.ts'
import { scansInterrupted, scansInWork, scansOfCase, scanWithFingerprint } from '../../main/scans/store.ts'
import { pageOfWipes, unfinishedWipes, wipeOfCase } from '../../main/wipe/store.ts'

let folder: string
let db: Database
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plans-'))
  db = await openDatabase(join(folder, 'desk.sqlite'))
})
afterEach(async () => {
  await db.destroy()
  await rm(folder, { recursive: true, force: true })
})

const id = '7f0f3f0e-0d6b-4a38-9a53-0b9f2b7f8f01'
const page = { offset: 0, limit: 100 }
const everyWiped = { kinds: [], lanes: [], from: null, to: null, digits: [] }

const questions: Record<string, (db: Database) => Promise<unknown>> = {
  'which open cases changed': openVersions,
  'rows of open cases': (source) => rowsOf(source, [id]),
  'events of open cases': (source) => eventDatesOf(source, [id]),
  'a page of wiped cases': (source) => wipedRows(source, everyWiped, 0, 100),
  'one case': (source) => caseRow(source, id),
  'a case by its number': (source) => caseRowNumbered(source, '2026-000123-4'),
  'the events of a case': (source) => eventRows(source, id),
  'the next number': (source) => lastSerial(source, 2026),
  'approvals of a case': (source) => approvalsOf(source, id),
  'waiting approvals': waitingApprovals,
  'whether a hold is asked for': (source) => isHoldAsked(source, id),
  'every hold that is asked for': casesWithHoldAsked,
  'a page of wipes': (source) => pageOfWipes(source, page),
  'unfinished wipes': unfinishedWipes,
  'the wipe of a case': (source) => wipeOfCase(source, id),
  'a page of payments': (source) => pageOfPayments(source, page),
  'payments of a case': (source) => paymentsOfCase(source, id),
  'letters of a case': (source) => rowsOfCase(source, id),
  'envelopes of a case': (source) => envelopesOfCase(source, id),
  'pieces of a case': (source) => piecesOfCase(source, id),
  'the paper of a scan': (source) => pieceOfScan(source, id),
  'held paper without a case': scansOfHeldPaper,
  'scans of a case': (source) => scansOfCase(source, id),
  'scans in work': (source) => scansInWork(source, [id]),
  'interrupted scans': scansInterrupted,
  'scans not looked at for a code': unexaminedScans,
  'a scan by its fingerprint': (source) => scanWithFingerprint(source, 'f'),
  'a page of the audit chain': (source) => rowsBefore(source, 1000, 100),
  'audit entries of one event': (source) => rowsOfEvent(source, 'signed-in'),
}

const askedSchema = z.object({ sql: z.string(), bindings: z.array(z.union([z.string(), z.number(), z.null()])) })
const planSchema = z.array(z.object({ detail: z.string() }))

/** How SQLite goes about every query that the work makes. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked: z.infer<typeof askedSchema>[] = []
  const note = (query: unknown): void => void asked.push(askedSchema.parse(query))
  db.on('query', note)
  // There is no such row: only the question matters.
  await work().catch(() => undefined)
  db.removeListener('query', note)
  const plans: string[] = []
  for (const { sql, bindings } of asked) {
    const rows = planSchema.parse(await db.raw(`EXPLAIN QUERY PLAN ${sql}`, bindings))
    plans.push(...rows.map(({ detail }) => detail))
  }
  return plans
}

/** `SCAN t` reads all of a table; `SCAN t USING INDEX` of a partial or ordered index stops where its rows end. */
const isWhole = (detail: string): boolean => /^SCAN (?!.* USING (?:COVERING )?INDEX )/.test(detail)

test.each(Object.entries(questions))('%s', async (_, ask) => {
  const plans = await plansOf(() => ask(db))
  expect(plans).not.toEqual([])
  expect(plans.filter(isWhole)).toEqual([])
})

test('a whole table would be seen', async () => {
  expect((await plansOf(() => db('cases').where({ refusal_reason: 'harm-to-rights' }))).filter(isWhole)).toEqual([
    'SCAN cases',
  ])
})
