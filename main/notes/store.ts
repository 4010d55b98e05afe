// Queries on internal notes and on links between cases.
import { z } from 'zod'
import { dateSchema, instantSchema } from '../../shared/dates.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'

const noteRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  written_at: instantSchema,
  written_by: z.string(),
  text_sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
})
export type NoteRow = z.infer<typeof noteRowSchema>

const linkRowSchema = z.object({
  case_id: idSchema,
  other_id: idSchema,
  linked_on: dateSchema,
  linked_by: z.string(),
})
export type LinkRow = z.infer<typeof linkRowSchema>

type Source = Database | Transaction

/** Newest first. */
export async function notesOfCase(db: Source, caseId: string): Promise<NoteRow[]> {
  const rows: unknown = await db('case_notes')
    .where({ case_id: caseId })
    .orderBy([{ column: 'written_at', order: 'desc' }, { column: 'id' }])
  return z.array(noteRowSchema).parse(rows)
}

export async function addNote(trx: Transaction, row: NoteRow): Promise<void> {
  await trx('case_notes').insert(row)
}

/** Repeatable. */
export async function removeNotes(trx: Transaction, caseId: string): Promise<void> {
  await trx('case_notes').where({ case_id: caseId }).delete()
}

export async function linksOfCase(db: Source, caseId: string): Promise<LinkRow[]> {
  const rows: unknown = await db('case_links')
    .where({ case_id: caseId })
    .orWhere({ other_id: caseId })
    .orderBy(['linked_on', 'case_id', 'other_id'])
  return z.array(linkRowSchema).parse(rows)
}

/** Repeatable: two cases are linked once. */
export async function addLink(trx: Transaction, row: LinkRow): Promise<void> {
  await trx('case_links').insert(row).onConflict(['case_id', 'other_id']).ignore()
}

export async function removeLink(trx: Transaction, caseId: string, otherId: string): Promise<void> {
  await trx('case_links').where({ case_id: caseId, other_id: otherId }).delete()
}
