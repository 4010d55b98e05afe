// The texts of the letters and their versions: as shipped until an administrator changes one, and again when that is taken back.
import { z } from 'zod'
import { instantSchema, type Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { letterLanguageSchema, letterTextSchema, type LetterLanguage, type LetterText } from '../../shared/letters.ts'
import type { Database, Transaction } from '../db/index.ts'

const textRowSchema = z.object({
  text: letterTextSchema,
  language: letterLanguageSchema,
  version: z.number().int().positive(),
  /** null: back to the shipped text. */
  body: z.string().nullable(),
  changed_at: instantSchema,
  changed_by: z.string(),
})
type TextRow = z.infer<typeof textRowSchema>

type Source = Database | Transaction

/** Every version of a text, newest first. */
export async function textVersions(db: Source, text: LetterText, language: LetterLanguage): Promise<TextRow[]> {
  return z.array(textRowSchema).parse(await db('letter_texts').where({ text, language }).orderBy('version', 'desc'))
}

/** Every version of every text, newest first. */
export async function allTextVersions(db: Source): Promise<TextRow[]> {
  return z.array(textRowSchema).parse(await db('letter_texts').orderBy('version', 'desc'))
}

/** The next version of a text, if the one that was looked at is still the last. Fault: changed-meanwhile. */
export async function addTextVersion(
  trx: Transaction,
  change: Pick<TextRow, 'text' | 'language' | 'body' | 'changed_by'> & { seen: number; at: Instant },
): Promise<number> {
  const { text, language, body, changed_by, seen, at } = change
  const last = (await textVersions(trx, text, language))[0]?.version ?? 0
  if (last !== seen) throw new Fault('changed-meanwhile')
  await trx('letter_texts').insert({ text, language, version: last + 1, body, changed_at: at, changed_by })
  return last + 1
}
