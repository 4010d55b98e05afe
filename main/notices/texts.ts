// The texts of the letters and their versions: as shipped until an administrator changes one, and again when that is taken back.
import { z } from 'zod'
import { instantSchema } from '../../shared/dates.ts'
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
