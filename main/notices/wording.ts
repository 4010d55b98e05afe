// What a language must have to say the closed words of a case in its letters.
import type { RefusalReason, RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { CorrectionItem } from '../../shared/letters.ts'
import type { Illegibility } from '../../shared/screening.ts'

export interface ForeignLegalWords {
  claim: string
  refusals: Readonly<Record<RefusalReason, { title: string; text: string; basis: string }>>
  idDocuments: readonly { name: string; note: string }[]
}

export interface Wording {
  date(date: CalendarDate): string
  /** A date to keep, with its weekday. */
  until(date: CalendarDate): string
  amount(yen: number): string
  numberLabel: string
  /** In a letter to somebody else: whose matter it is about. */
  regarding(requester: string): string
  page(page: number, of: number): string
  /** What stands behind a name in an address. */
  honorific: string
  /** What the requester asked for: 「…をいただき」. */
  matters: Readonly<Record<RequestKind, string>>
  /** What was done at a request: 訂正. */
  actions: Readonly<Record<RequestKind, string>>
  /** What was looked for. */
  subjects: Readonly<Record<RequestKind, string>>
  formTitles: Readonly<Record<RequestKind, string>>
  sheetTitles: Readonly<Record<RequestKind, string>>
  items: Readonly<Record<CorrectionItem, { title: string; found: string; wanted: string }>>
  /** Of an illegible copy: what is wrong with it, and what a better one is made by. */
  illegible: Readonly<Record<Illegibility, { found: string; wanted: string }>>
  /** Between two sentences. */
  sentenceGap: string
  /** What the letter says of the law and of documents; Japanese letters take it from the dated tables. */
  legal: ForeignLegalWords | null
  feeMeans: string
}
