// Queries behind lists, search, ledger and reports: the open cases by version, the wiped ones page by page.
import { z } from 'zod'
import {
  caseEventSchema,
  caseStateSchema,
  laneSchema,
  postingSchema,
  refusalReasonSchema,
  requestKindSchema,
  type Lane,
  type RequestKind,
} from '../../shared/cases.ts'
import { dateSchema, type CalendarDate } from '../../shared/dates.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import type { Database } from '../db/index.ts'
import { caseRowSchema, eventDateRowSchema, type CaseRow, type EventDateRow } from './store.ts'

/** As many ids as one query names. */
const idsAtOnce = 1000

const newestFirst = [
  { column: 'year', order: 'desc' },
  { column: 'serial', order: 'desc' },
]

/** Which wiped cases are meant: nothing personal is left to look for but kind, lane and dates. */
export interface WipedFilter {
  kinds: readonly RequestKind[]
  lanes: readonly Lane[]
  from: CalendarDate | null
  to: CalendarDate | null
  /** Digits that the number, written without dashes, has in it. */
  digits: readonly string[]
}

/** An id as text: it is only compared with those that are known, thousands of times a change. */
const versionSchema = z.object({ id: z.string(), version: z.number() })

/** Every case that is not wiped, newest first. The state stands in the text: SQLite takes a partial index for no bound value. */
export async function openVersions(db: Database): Promise<z.infer<typeof versionSchema>[]> {
  return z
    .array(versionSchema)
    .parse(await db('cases').whereRaw("state <> 'wiped'").orderBy(newestFirst).select('id', 'version'))
}

export async function rowsOf(db: Database, ids: readonly string[]): Promise<CaseRow[]> {
  return inChunks(ids, async (chunk) => z.array(caseRowSchema).parse(await db('cases').whereIn('id', chunk)))
}

/** Each case's events in the order in which they were recorded. */
export async function eventDatesOf(db: Database, ids: readonly string[]): Promise<Map<string, EventDateRow[]>> {
  const rows = await inChunks(ids, async (chunk) =>
    z
      .array(eventDateRowSchema)
      .parse(
        await db('case_events')
          .whereIn('case_id', chunk)
          .orderBy(['case_id', 'position'])
          .select('case_id', 'event', 'happened_on', 'posted'),
      ),
  )
  return byCase(rows)
}

export async function countWiped(db: Database, filter: WipedFilter): Promise<number> {
  const row: unknown = await wiped(db, filter).count({ count: '*' }).first()
  return z.object({ count: z.number().int() }).parse(row).count
}

/** Newest first. */
export async function wipedRows(db: Database, filter: WipedFilter, offset: number, limit: number): Promise<CaseRow[]> {
  return z
    .array(caseRowSchema)
    .parse(await wiped(db, filter).orderBy(newestFirst).offset(offset).limit(limit).select('*'))
}

function wiped(db: Database, { kinds, lanes, from, to, digits }: WipedFilter) {
  const query = db('cases').where({ state: 'wiped' })
  if (kinds.length > 0) void query.whereIn('kind', [...kinds])
  if (lanes.length > 0) void query.whereIn('lane', [...lanes])
  if (from !== null) void query.whereRaw('coalesce(arrived_on, inquiry_on) >= ?', [from])
  if (to !== null) void query.whereRaw('coalesce(arrived_on, inquiry_on) <= ?', [to])
  for (const part of digits) void query.whereRaw(`replace(number, '-', '') LIKE ?`, [`%${part}%`])
  return query
}

/** Dates as text: the tables hold nothing else, and there are a hundred thousand rows to look at. */
const ledgerCaseRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  year: z.number(),
  serial: z.number(),
  kind: requestKindSchema,
  lane: laneSchema,
  state: caseStateSchema,
  inquiry_on: z.string().nullable(),
  arrived_on: z.string().nullable(),
  opened_on: z.string(),
  refusal_reason: refusalReasonSchema.nullable(),
})
export type LedgerCaseRow = z.infer<typeof ledgerCaseRowSchema>

/** The ledger's rows after one, in the order of their numbers. */
export async function ledgerRows(
  db: Database,
  after: { year: number; serial: number },
  limit: number,
): Promise<LedgerCaseRow[]> {
  return z.array(ledgerCaseRowSchema).parse(
    await db('cases')
      .where('year', '>', after.year)
      .orWhere((later) => void later.where('year', after.year).where('serial', '>', after.serial))
      .orderBy(['year', 'serial'])
      .limit(limit)
      .select(Object.keys(ledgerCaseRowSchema.shape)),
  )
}

export async function countCases(db: Database): Promise<number> {
  const row: unknown = await db('cases').count({ count: '*' }).first()
  return z.object({ count: z.number().int() }).parse(row).count
}

const monthCaseSchema = caseRowSchema.pick({ id: true, kind: true, lane: true })
const monthEventSchema = z.object({
  case_id: idSchema,
  event: caseEventSchema,
  happened_on: dateSchema,
  posted: postingSchema.nullable(),
  refusal_reason: refusalReasonSchema.nullable(),
})

export type MonthEventRow = z.infer<typeof monthEventSchema>

/** Cases that had begun by the last day and were not yet wiped before the first, with their events up to the last. */
export async function casesWithin(
  db: Database,
  from: CalendarDate,
  until: CalendarDate,
): Promise<{ cases: z.infer<typeof monthCaseSchema>[]; events: Map<string, MonthEventRow[]> }> {
  const cases = z.array(monthCaseSchema).parse(
    await db('cases')
      .whereRaw('coalesce(inquiry_on, arrived_on) <= ?', [until])
      .whereNotIn(
        'id',
        db('case_events').whereRaw("event = 'wipe-finished'").where('happened_on', '<', from).select('case_id'),
      )
      .select('id', 'kind', 'lane'),
  )
  const events = await inChunks(
    cases.map(({ id }) => id),
    async (chunk) =>
      z
        .array(monthEventSchema)
        .parse(
          await db('case_events')
            .whereIn('case_id', chunk)
            .where('happened_on', '<=', until)
            .orderBy(['case_id', 'position'])
            .select('case_id', 'event', 'happened_on', 'posted', 'refusal_reason'),
        ),
  )
  return { cases, events: byCase(events) }
}

const milestoneSchema = z.object({ case_id: z.string(), event: z.string(), happened_on: z.string() })
export type MilestoneRow = z.infer<typeof milestoneSchema>

/** The events of those cases that the ledger has a column for, each case's in its order. */
export async function milestonesOf(
  db: Database,
  ids: readonly string[],
  events: readonly string[],
): Promise<Map<string, MilestoneRow[]>> {
  const rows = await inChunks(ids, async (chunk) =>
    z.array(milestoneSchema).parse(
      await db('case_events')
        .whereIn('case_id', chunk)
        .whereIn('event', [...events])
        .orderBy(['case_id', 'position'])
        .select('case_id', 'event', 'happened_on'),
    ),
  )
  return byCase(rows)
}

async function inChunks<Row>(
  ids: readonly string[],
  read: (chunk: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce) found.push(...(await read(ids.slice(at, at + idsAtOnce))))
  return found
}

function byCase<Row extends { case_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const ofCase = found.get(row.case_id)
    if (ofCase === undefined) found.set(row.case_id, [row])
    else ofCase.push(row)
  }
  return found
}
