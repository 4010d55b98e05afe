// The words of the identity check: how far two written forms of one thing agree, and where they do not.
import { z } from 'zod'
import { dateSchema } from './dates.ts'
import { boxSchema, documentKindSchema } from './screening.ts'

/** `same-after-normalising`: written differently, but only in ways that change nothing (width, old characters, 丁目 or hyphen). */
export const agreements = ['same', 'same-after-normalising', 'different'] as const
export const agreementSchema = z.enum(agreements)
export type Agreement = z.infer<typeof agreementSchema>

/**
 * A run of characters as it was written, and how it relates to the other side. `left-out`: the other side lacks it, which
 * by itself says nothing (prefecture, 大字, name of the building).
 */
export const runMarks = ['same', 'spelling', 'left-out', 'different'] as const
export type RunMark = (typeof runMarks)[number]
export interface Run {
  text: string
  mark: RunMark
}

/** Why two forms that are not written alike are still the same, for the sentence beside the comparison. */
export const allowances = [
  'width-or-spaces', // 全角・半角, spaces, hyphens
  'old-characters', // 旧字体・異体字
  'kana', // ひらがな・カタカナ, ケ・ヶ・が
  'numerals', // 漢数字, 丁目・番地・番・号
  'prefecture-left-out',
  'county-left-out',
  'building-left-out',
] as const
export type Allowance = (typeof allowances)[number]

/** Two written forms side by side. The texts of each side's runs, put together, are that side as it was written. */
export interface Comparison {
  result: Agreement
  left: Run[]
  right: Run[]
  /** What differs, in reading order: the characters of each side; '' where a side has none. Empty unless `different`. */
  differences: { left: string; right: string }[]
  allowances: Allowance[]
}

/** A text read from a page. `sure` 0–1; `agreed`: both readers, or a reader and a check digit, said the same. */
export const readTextSchema = z.object({
  text: z.string(),
  sure: z.number().min(0).max(1),
  agreed: z.boolean(),
  /** Where it stands, in pixels of the page as it came in. */
  box: boxSchema,
})
export type ReadText = z.infer<typeof readTextSchema>

/** `date` is null when what was read is no date. */
export const readDateSchema = readTextSchema.extend({ date: dateSchema.nullable() })
export type ReadDate = z.infer<typeof readDateSchema>

export const readPersonSchema = z.object({
  name: readTextSchema.nullable(),
  kana: readTextSchema.nullable(),
  birthDate: readDateSchema.nullable(),
})
export type ReadPerson = z.infer<typeof readPersonSchema>

/** What one page says of who somebody is. Never stored: it is read from the kept page when it is asked for. */
export const identityReadingSchema = z.object({
  document: documentKindSchema,
  /** One, or everybody on a 住民票 of a whole household, in reading order; empty when no name was found. */
  people: z.array(readPersonSchema),
  address: readTextSchema.nullable(),
  issuedOn: readDateSchema.nullable(),
  expiresOn: readDateSchema.nullable(),
})
export type IdentityReading = z.infer<typeof identityReadingSchema>
