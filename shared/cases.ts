// The words of a case: kinds of request, lanes, states, events, refusal reasons.
import { z } from 'zod'
import { dateSchema } from './dates.ts'
import { lineSchema, linesSchema } from './typed-text.ts'

/** Kinds of request of policy §12 and the law (APPI 32–35), and the two that are not requests. */
export const requestKinds = [
  'purpose-notification', // 利用目的の通知
  'disclosure', // 開示
  'third-party-record-disclosure', // 第三者提供記録の開示
  'correction', // 訂正
  'addition', // 追加
  'deletion', // 削除
  'suspension', // 利用停止
  'erasure', // 消去
  'third-party-suspension', // 第三者提供の停止
  'complaint', // 苦情
  'consultation', // 相談
] as const
export const requestKindSchema = z.enum(requestKinds)
export type RequestKind = z.infer<typeof requestKindSchema>

/** post 郵便; meta-quest e-mail for Meta Quest users only; eu for residents of the EU (a second clock). */
export const lanes = ['post', 'meta-quest', 'eu'] as const
export const laneSchema = z.enum(lanes)
export type Lane = z.infer<typeof laneSchema>

export const caseStates = [
  'received', // 受付・本人確認中
  'awaiting-correction', // 補正待ち
  'verified', // 本人確認済み・回答準備中
  'answered', // 回答発送済み
  'finished', // 回答完了・破棄待ち
  'wiping', // 破棄中
  'wiped', // 破棄済み
] as const
export const caseStateSchema = z.enum(caseStates)
export type CaseState = z.infer<typeof caseStateSchema>

export const caseEvents = [
  'opened',
  'correction-sent',
  'correction-arrived',
  'identity-verified',
  'answer-sent',
  'refusal-sent',
  'answer-delivered',
  'answer-returned',
  'withdrawn',
  'wipe-started',
  'wipe-finished',
] as const
export const caseEventSchema = z.enum(caseEvents)
export type CaseEvent = z.infer<typeof caseEventSchema>

/** The closed list of policy §12, in its order. */
export const refusalReasons = [
  'identity-not-verified',
  'authority-not-verified',
  'documents-incomplete',
  'not-retained-data',
  'harm-to-rights',
  'hinders-business',
  'violates-law',
] as const
export const refusalReasonSchema = z.enum(refusalReasons)
export type RefusalReason = z.infer<typeof refusalReasonSchema>

/** In UTF-16 units. */
export const requesterLengths = { name: 200, kana: 200, address: 2000, contact: 200 } as const

/** Who asked. Sealed under the case's key wherever it is stored. */
export const requesterSchema = z.object({
  name: lineSchema({ min: 1, max: requesterLengths.name }),
  kana: lineSchema({ max: requesterLengths.kana }),
  postalCode: z.string().regex(/^(\d{3}-\d{4})?$/),
  address: linesSchema({ min: 1, max: requesterLengths.address }),
  contact: lineSchema({ max: requesterLengths.contact }),
})
export type Requester = z.infer<typeof requesterSchema>

/** Clocks whose dates stand on a case. Kinds: duty (must), wait (for somebody else), guide (shown), risk (of a suit). */
export const clocks = [
  'answer-target',
  'without-delay',
  'suit-possible',
  'gdpr-answer',
  'correction-wait',
  'destruction',
] as const
export const clockSchema = z.enum(clocks)
export type Clock = z.infer<typeof clockSchema>

/** One reason a date is that date; the screen words it from `input` and `values` in the reader's language. */
export const whySchema = z.object({
  input: z.enum([
    'starts', // {event, date}
    'length', // {count, unit: business-days|days|months}
    'skipped', // {count} days that are no business days
    'holiday', // {date, name}
    'paused', // {from, to, days}
    'still-paused', // {from}
    'rolled-forward', // {from, to}
    'rule', // {id}: house | appi-33 | appi-39 | gdpr-12-3 | policy-12
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Why = z.infer<typeof whySchema>

export const deadlineSchema = z.object({
  clock: clockSchema,
  kind: z.enum(['duty', 'wait', 'guide', 'risk']),
  /** null while the clock is stopped. */
  due: dateSchema.nullable(),
  /** running; stopped (paused); done (what it waited for happened on `doneOn`). */
  status: z.enum(['running', 'stopped', 'done']),
  doneOn: dateSchema.nullable(),
  why: z.array(whySchema),
})
export type Deadline = z.infer<typeof deadlineSchema>
