// Queries on the letters that the desk made. Rows are parsed as they come out.
import { z } from 'zod'
import { refusalReasonSchema } from '../../shared/cases.ts'
import { dateSchema, instantSchema } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import { letterKindSchema } from '../../shared/letters.ts'
import { recipientKindSchema } from '../../shared/post.ts'
import type { Database, Transaction } from '../db/index.ts'
import { keySlotSchema } from '../vault/index.ts'

const sealedSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const noticeRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  kind: letterKindSchema,
  stage: z.enum(['making', 'made']),
  made_at: instantSchema,
  made_on: dateSchema,
  made_by: z.string(),
  page_count: z.number().int(),
  /** 0: the text as it was shipped. */
  text_version: z.number().int(),
  refusal_reason: refusalReasonSchema.nullable(),
  key_slot: keySlotSchema,
  object_id: idSchema,
  sha256_sealed: sealedSchema,
  /** What the clerk typed; null in letters from before there was anything to type. */
  inputs_sealed: sealedSchema.nullable(),
  printed_at: instantSchema.nullable(),
  recipient: recipientKindSchema,
  /** Null in letters from before it was kept. */
  recipient_sealed: sealedSchema.nullable(),
})
export type NoticeRow = z.infer<typeof noticeRowSchema>

type Source = Database | Transaction

/** A letter that is made. Faults: not-found. */
export async function noticeRow(db: Source, id: string): Promise<NoticeRow> {
  const row = await noticeRowIfThere(db, id)
  if (row === null) throw new Fault('not-found')
  return row
}

export async function noticeRowIfThere(db: Source, id: string): Promise<NoticeRow | null> {
  return z.array(noticeRowSchema).parse(await db('notices').where({ id, stage: 'made' }))[0] ?? null
}

/** Everything of a case, half made letters too, oldest first. */
export async function rowsOfCase(db: Source, caseId: string): Promise<NoticeRow[]> {
  return z.array(noticeRowSchema).parse(await db('notices').where({ case_id: caseId }).orderBy(['made_at', 'id']))
}

export async function noticeIds(db: Source): Promise<string[]> {
  const rows = z
    .array(noticeRowSchema.pick({ id: true }))
    .parse(await db('notices').where({ stage: 'made' }).select('id'))
  return rows.map(({ id }) => id)
}

/** Oldest first. */
export async function rowsOf(db: Source, ids: readonly string[]): Promise<NoticeRow[]> {
  const rows = db('notices').whereIn('id', ids).where({ stage: 'made' }).orderBy(['made_at', 'id'])
  return z.array(noticeRowSchema).parse(await rows)
}

export async function halfMadeRows(db: Source): Promise<NoticeRow[]> {
  return z.array(noticeRowSchema).parse(await db('notices').where({ stage: 'making' }))
}

export async function addNotice(db: Source, row: NoticeRow): Promise<void> {
  await db('notices').insert(row)
}

/** False when there was no such letter any more. */
export async function changeNotice(
  db: Source,
  id: string,
  change: Partial<Pick<NoticeRow, 'stage' | 'printed_at'>>,
): Promise<boolean> {
  return (await db('notices').where({ id }).update(change)) === 1
}

export async function removeNotice(db: Source, id: string): Promise<void> {
  await db('notices').where({ id }).delete()
}

export async function removeOfCase(db: Source, caseId: string): Promise<void> {
  await db('notices').where({ case_id: caseId }).delete()
}
