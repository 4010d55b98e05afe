// Queries on the cases and their events. Rows are parsed as they come out; requester and notes stay sealed.
import { z } from 'zod'
import {
  caseChangeSchema,
  caseEventSchema,
  caseStateSchema,
  laneSchema,
  postingSchema,
  refusalReasonSchema,
  requestKindSchema,
  type CaseChange,
} from '../../shared/cases.ts'
import { dateSchema, instantSchema, type Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'
import { keySlotSchema } from '../vault/index.ts'

const sealedSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

export const caseRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  year: z.number().int(),
  serial: z.number().int(),
  kind: requestKindSchema,
  lane: laneSchema,
  state: caseStateSchema,
  version: z.number().int(),
  inquiry_on: dateSchema.nullable(),
  arrived_on: dateSchema.nullable(),
  opened_on: dateSchema,
  opened_by: z.string(),
  refusal_reason: refusalReasonSchema.nullable(),
  duplicate_of: idSchema.nullable(),
  key_slot: keySlotSchema.nullable(),
  requester_sealed: sealedSchema.nullable(),
  wipe_id: idSchema.nullable(),
})
export type CaseRow = z.infer<typeof caseRowSchema>

const eventRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  position: z.number().int(),
  event: caseEventSchema,
  happened_on: dateSchema,
  recorded_at: instantSchema,
  recorded_by: z.string(),
  refusal_reason: refusalReasonSchema.nullable(),
  notice_id: idSchema.nullable(),
  posted: postingSchema.nullable(),
  approval_id: idSchema.nullable(),
  note_sealed: sealedSchema.nullable(),
})
export type EventRow = z.infer<typeof eventRowSchema>

/** What the clocks need of an event. */
export const eventDateRowSchema = eventRowSchema.pick({ case_id: true, event: true, happened_on: true, posted: true })
export type EventDateRow = z.infer<typeof eventDateRowSchema>

type Source = Database | Transaction

/** Faults: not-found. */
export async function caseRow(db: Source, id: string): Promise<CaseRow> {
  const row = z.array(caseRowSchema).parse(await db('cases').where({ id }))[0]
  if (row === undefined) throw new Fault('not-found')
  return row
}

/** By the number that stands on papers; null when no case has it. */
export async function caseRowNumbered(db: Source, number: string): Promise<CaseRow | null> {
  return z.array(caseRowSchema).parse(await db('cases').where({ number }))[0] ?? null
}

/** In the order in which they were recorded. */
export async function eventRows(db: Source, caseId: string): Promise<EventRow[]> {
  return z.array(eventRowSchema).parse(await db('case_events').where({ case_id: caseId }).orderBy('position'))
}

/** 0 when the year has no case yet. */
export async function lastSerial(db: Source, year: number): Promise<number> {
  const row: unknown = await db('cases').where({ year }).max({ last: 'serial' }).first()
  return z.object({ last: z.number().int().nullable() }).parse(row).last ?? 0
}

export async function addCase(trx: Transaction, row: CaseRow): Promise<void> {
  await trx('cases').insert(row)
}

/** Raises the version by one and notes what it changed. Fault: changed-meanwhile, when the row is no longer the one that was read. */
export async function changeCase(
  trx: Transaction,
  row: Pick<CaseRow, 'id' | 'version'>,
  columns: Partial<Omit<CaseRow, 'id' | 'version' | 'number' | 'year' | 'serial'>>,
  told: { change: CaseChange; at: Instant; by: string },
): Promise<void> {
  const version = row.version + 1
  const changed = await trx('cases')
    .where({ id: row.id, version: row.version })
    .update({ ...columns, version })
  if (changed !== 1) throw new Fault('changed-meanwhile')
  await trx('case_changes').insert({
    case_id: row.id,
    version,
    change: JSON.stringify(told.change),
    changed_at: told.at,
    changed_by: told.by,
  })
}

const changeRowSchema = z.object({
  version: z.number().int(),
  change: z.string().transform((text) => caseChangeSchema.parse(JSON.parse(text))),
  changed_at: instantSchema,
  changed_by: z.string(),
})
export type ChangeRow = z.infer<typeof changeRowSchema>

/** What changed after a version, oldest first. */
export async function changesAfter(db: Source, caseId: string, version: number): Promise<ChangeRow[]> {
  return z
    .array(changeRowSchema)
    .parse(await db('case_changes').where({ case_id: caseId }).where('version', '>', version).orderBy('version'))
}

export async function addEvent(trx: Transaction, row: EventRow): Promise<void> {
  await trx('case_events').insert(row)
}

/** Takes the requester and every note away; kind, lane, dates and states stay. Nobody has a form open any more. Repeatable. */
export async function forgetRequester(trx: Transaction, caseId: string): Promise<void> {
  await trx('cases').where({ id: caseId }).update({ key_slot: null, requester_sealed: null })
  await trx('case_events').where({ case_id: caseId }).whereNotNull('note_sealed').update({ note_sealed: null })
  await trx('case_changes').where({ case_id: caseId }).delete()
}
