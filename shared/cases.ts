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

/** 苦情 and 相談 take a course of their own: nobody's data are given out, so no identity is checked. */
export const tracks = ['request', 'consultation'] as const
export type Track = (typeof tracks)[number]

export function trackOf(kind: RequestKind): Track {
  return kind === 'complaint' || kind === 'consultation' ? 'consultation' : 'request'
}

export const caseStates = [
  'inquired', // 問い合わせ受付・申請書の送付待ち
  'awaiting-form', // 申請書の返送待ち
  'received', // 請求受付・本人確認中
  'awaiting-correction', // 補正待ち
  'verified', // 本人確認済み・回答準備中
  'consulting', // 苦情・相談に対応中
  'answered', // 回答発送済み
  'finished', // 回答完了・破棄待ち
  'wiping', // 破棄中
  'wiped', // 破棄済み
] as const
export const caseStateSchema = z.enum(caseStates)
export type CaseState = z.infer<typeof caseStateSchema>

export const caseEvents = [
  'inquiry-arrived', // the case began with an inquiry
  'opened', // the case began with the request itself, a complaint or a consultation
  'form-sent',
  'form-reminder-sent',
  'form-returned', // 返戻: the form never reached the requester
  'request-arrived', // the form came back: the formal request
  'closed-unanswered', // 完了扱い: the form did not come back
  'correction-sent',
  'correction-reminder-sent',
  'correction-arrived',
  'correction-returned', // 返戻
  'identity-verified',
  'requester-changed', // name or address of a verified requester
  'extension-sent',
  'answer-sent',
  'partial-answer-sent', // 一部
  'nonexistence-sent', // 不存在 is an answer
  'refusal-sent',
  'reply-sent', // to a complaint or a consultation
  'answer-delivered',
  'answer-taken-as-delivered', // ordinary mail that did not come back in N days
  'answer-returned', // 返戻
  'withdrawn',
  'closed-as-duplicate',
  'reopened',
  'hold-set',
  'hold-reviewed',
  'hold-lifted',
  'wipe-started',
  'wipe-finished',
] as const
export const caseEventSchema = z.enum(caseEvents)
export type CaseEvent = z.infer<typeof caseEventSchema>

/** How a letter went out; e-mail to Meta Quest users only. Delivery of registered mail is seen, of ordinary mail supposed. */
export const postings = ['registered', 'ordinary', 'email'] as const
export const postingSchema = z.enum(postings)
export type Posting = z.infer<typeof postingSchema>

/** What a second person must allow first: the event that uses the approval, or one condition of a letter. */
export const approvalMatters = [
  'answer-sent',
  'partial-answer-sent',
  'nonexistence-sent',
  'refusal-sent',
  'extension-sent',
  'hold-set',
  'hold-lifted',
  'early-wipe', // a wipe before the case is finished
  'other-address', // a letter to another address than the verified one
] as const
export const approvalMatterSchema = z.enum(approvalMatters)
export type ApprovalMatter = z.infer<typeof approvalMatterSchema>

export const approvalStates = [
  'waiting',
  'given',
  'declined',
  'used', // by the event that it was for
  'lapsed', // the case went another way meanwhile
  'taken-back', // by the person who asked
] as const
export const approvalStateSchema = z.enum(approvalStates)
export type ApprovalState = z.infer<typeof approvalStateSchema>

/** What a part of the desk can say stands in a case's way. Each part names its own; nobody else's table is read. */
export const obstacles = [
  'paper-held', // paper that is neither returned nor destroyed
  'scan-undecided', // a scan whose review is not finished
  'identity-unchecked', // no passed comparison of ID and form
  'authority-unverified', // an agent whose authority is not shown
  'fee-unsettled', // 開示 without its fee
  'hold-asked', // a hold that is asked for, or allowed and not set yet
] as const
export const obstacleSchema = z.enum(obstacles)
export type Obstacle = z.infer<typeof obstacleSchema>

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

/** In characters. */
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

export const requesterFields = ['name', 'kana', 'postalCode', 'address', 'contact'] as const
export type RequesterField = (typeof requesterFields)[number]

/** What one version of a case changed: closed words and dates, never what a person is called or where they live. */
export const caseChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('event'), event: caseEventSchema, on: dateSchema }),
  z.object({ what: z.literal('requester'), fields: z.array(z.enum(requesterFields)) }),
  z.object({ what: z.literal('matter'), kind: requestKindSchema, lane: laneSchema }),
])
export type CaseChange = z.infer<typeof caseChangeSchema>

/** Clocks whose dates stand on a case. Kinds: duty (must), wait (for somebody else), guide (shown), risk (of a suit). */
export const clocks = [
  'form-dispatch',
  'form-return',
  'answer-target',
  'without-delay',
  'suit-possible',
  'gdpr-answer',
  'gdpr-extension',
  'correction-wait',
  'delivery-wait',
  'money-order',
  'destruction',
  'hold-review',
] as const
export const clockSchema = z.enum(clocks)
export type Clock = z.infer<typeof clockSchema>

/** Where a rule comes from, for `rule` of a why. */
export const whyRules = ['house', 'appi-33', 'appi-39', 'gdpr-12-3', 'policy-12', 'money-order'] as const

/** One reason a date is that date; the screen words it from `input` and `values` in the reader's language. */
export const whySchema = z.object({
  input: z.enum([
    'starts', // {event, date}: an event of the case, or money-order-issued
    'length', // {count, unit: business-days|days|months}
    'skipped', // {count} days that are no business days
    'holiday', // {date, name}
    'paused', // {from, to, days}
    'still-paused', // {from}
    'rolled-forward', // {from, to}
    'extended', // {date, count, unit}: what an extension added
    'reminded', // {date}: a reminder started the wait anew
    'held', // {from}: a legal hold stands in the way of the date
    'hold-asked', // so does one that is asked for
    'rule', // {id}: one of `whyRules`
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Why = z.infer<typeof whySchema>

export const deadlineSchema = z.object({
  clock: clockSchema,
  kind: z.enum(['duty', 'wait', 'guide', 'risk']),
  /** null while the clock is stopped. */
  due: dateSchema.nullable(),
  /** The date before an extension moved it; null when nothing did. */
  originally: dateSchema.nullable(),
  /** running; stopped (paused); done (what it waited for happened on `doneOn`). */
  status: z.enum(['running', 'stopped', 'done']),
  doneOn: dateSchema.nullable(),
  why: z.array(whySchema),
})
export type Deadline = z.infer<typeof deadlineSchema>
