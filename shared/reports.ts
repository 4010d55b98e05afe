// The monthly report: counts only, nothing of any person. What the screen shows, the PDF prints and the CSV holds is this.
import { z } from 'zod'
import { caseStates, lanes, refusalReasons, requestKinds } from './cases.ts'
import { dateSchema } from './dates.ts'
import type { CorrectionItem, LetterKind } from './letters.ts'

/** `YYYY-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof monthSchema>

const count = z.number().int().nonnegative()

/** How cases ended in the month: the letters that answer, and the ends without one. */
export const outcomes = [
  'answer-sent',
  'partial-answer-sent',
  'nonexistence-sent',
  'refusal-sent',
  'reply-sent',
  'withdrawn',
  'closed-unanswered',
  'closed-as-duplicate',
] as const
export const outcomeSchema = z.enum(outcomes)
export type Outcome = z.infer<typeof outcomeSchema>

/** What requesters were asked to mend; 本籍 that can be seen stands apart from the other fields. */
export const correctionReasons = [
  'domicile-visible',
  'forbidden-field',
  'id-missing',
  'id-not-accepted',
  'id-expired',
  'id-illegible',
  'id-side-missing',
  'id-address-missing',
  'id-address-differs',
  'id-name-differs',
  'form-missing',
  'form-incomplete',
  'form-illegible',
  'form-unsigned',
  'authority-missing',
  'fee-missing',
  'fee-wrong',
  'other',
] as const
export const correctionReasonSchema = z.enum(correctionReasons)
export type CorrectionReason = z.infer<typeof correctionReasonSchema>

/** What a correction letter asks for, as the chain records it and the report counts it; none of other letters. */
export function reasonsAsked(kind: LetterKind, items: readonly CorrectionItem[]): CorrectionReason[] {
  if (kind === 'domicile-correction') return ['domicile-visible']
  if (kind === 'authority-missing' || kind === 'fee-missing' || kind === 'fee-wrong') return [kind]
  if (kind !== 'correction-request') return []
  const reasons = items.map((item) => (item === 'id-forbidden-field' ? 'forbidden-field' : item))
  return reasons.length === 0 ? ['other'] : reasons
}

export const monthReportSchema = z.object({
  month: monthSchema,
  from: dateSchema,
  /** The month's last day, or today while the month still runs. */
  until: dateSchema,
  /** The month is over: later reports of it differ only by what is recorded late. */
  isWhole: z.boolean(),
  inquiries: count,
  /** Requests, complaints and consultations that arrived: one row per kind, one count per lane. */
  arrived: z.array(z.object({ kind: z.enum(requestKinds), lanes: z.record(z.enum(lanes), count) })),
  outcomes: z.array(z.object({ outcome: outcomeSchema, count })),
  /** Of the letters that answer: sent on or before every duty's date. */
  answered: z.object({ all: count, inTime: count }),
  answeredByKind: z.array(z.object({ kind: z.enum(requestKinds), all: count, inTime: count })),
  refusals: z.array(z.object({ reason: z.enum(refusalReasons), count })),
  corrections: z.object({
    letters: count,
    reasons: z.array(z.object({ reason: correctionReasonSchema, count })),
  }),
  destruction: z.object({
    wiped: count,
    late: count,
    /** Calendar days of the latest; 0 when none was late. */
    longestDelayDays: count,
    /** Wiped before the case was finished, with a second person. */
    early: count,
    /** At the end: finished, their day passed, not yet wiped. */
    overdue: count,
  }),
  open: z.array(z.object({ state: z.enum(caseStates), count })),
  openTotal: count,
})
export type MonthReport = z.infer<typeof monthReportSchema>
