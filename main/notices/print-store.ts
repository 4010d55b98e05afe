// Queries on the prints of letters: who put which letter on paper when, and why once more.
import { z } from 'zod'
import { instantSchema } from '../../shared/dates.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import { reprintReasonSchema } from '../../shared/printing.ts'
import type { Database, Transaction } from '../db/index.ts'

const printRowSchema = z.object({
  id: idSchema,
  notice_id: idSchema,
  case_id: idSchema,
  /** `handing`: begun, and not yet known to have arrived at the printer. */
  stage: z.enum(['handing', 'printed']),
  printed_at: instantSchema,
  printed_by: z.string(),
  copies: z.number().int(),
  /** Null for the first print. */
  reason: reprintReasonSchema.nullable(),
  /** Sealed under the letter's own key. */
  note_sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
})
export type PrintRow = z.infer<typeof printRowSchema>

type Source = Database | Transaction

/** Oldest first. */
export async function printsOf(db: Source, noticeId: string): Promise<PrintRow[]> {
  return z
    .array(printRowSchema)
    .parse(await db('notice_prints').where({ notice_id: noticeId }).orderBy(['printed_at', 'id']))
}

/** Of every letter: prints that nobody knows the end of, unless one is under way. */
export async function handingPrints(db: Source): Promise<PrintRow[]> {
  return z.array(printRowSchema).parse(await db('notice_prints').where({ stage: 'handing' }))
}

export async function addPrint(db: Source, row: PrintRow): Promise<void> {
  await db('notice_prints').insert(row)
}

export async function notePrinted(db: Source, id: string): Promise<void> {
  await db('notice_prints').where({ id }).update({ stage: 'printed' })
}

export async function removePrint(db: Source, id: string): Promise<void> {
  await db('notice_prints').where({ id }).delete()
}

export async function removePrintsOf(db: Source, of: { notice_id: string } | { case_id: string }): Promise<void> {
  await db('notice_prints').where(of).delete()
}
