// The words of the post: how a letter goes out, why one comes back, how an address is found good again.
import { z } from 'zod'
import type { Posting } from './cases.ts'
import type { LetterKind } from './letters.ts'

export const postServices = [
  'ordinary', // 普通郵便
  'recorded', // 特定記録
  'simple-registered', // 簡易書留
  'registered', // 書留
  'letterpack-light', // レターパックライト
  'letterpack-plus', // レターパックプラス
  'email', // to Meta Quest users alone
] as const
export const postServiceSchema = z.enum(postServices)
export type PostService = z.infer<typeof postServiceSchema>

/** How many digits the service's number has; null: it is not traced. Source: the post's 引受番号 and お問い合わせ番号. */
export const numberDigits: Readonly<Record<PostService, 11 | 12 | null>> = {
  ordinary: null,
  recorded: 11,
  'simple-registered': 11,
  registered: 11,
  'letterpack-light': 12,
  'letterpack-plus': 12,
  email: null,
}

/** What the clocks of a case make of a service: whether its delivery can be seen, or is supposed after a while. */
export function postingOf(service: PostService): Posting {
  if (service === 'email') return 'email'
  return numberDigits[service] === null ? 'ordinary' : 'registered'
}

/** Answers and what is worth money are traced; until the desk says otherwise. */
const traced: ReadonlySet<LetterKind> = new Set<LetterKind>([
  'fee-returned',
  'purpose-answer',
  'disclosure-answer',
  'third-party-record-answer',
  'correction-answer',
  'suspension-answer',
  'third-party-suspension-answer',
  'partial-answer',
  'non-existence',
  'refusal',
])

export function shippedServiceOf(kind: LetterKind): PostService {
  return traced.has(kind) ? 'simple-registered' : 'ordinary'
}

/** What the post writes on an envelope that it brings back. */
export const returnReasons = [
  'unknown-at-address', // あて所に尋ねあたりません
  'moved', // 転居・転送不要
  'address-incomplete', // 住所不完全
  'not-collected', // 保管期間経過
  'refused', // 受取拒否
  'other',
] as const
export const returnReasonSchema = z.enum(returnReasons)
export type ReturnReason = z.infer<typeof returnReasonSchema>

/** How a person made sure that the address on a returned letter is right after all. */
export const addressChecks = ['asked-requester', 'compared-with-papers', 'post-office'] as const
export const addressCheckSchema = z.enum(addressChecks)
export type AddressCheck = z.infer<typeof addressCheckSchema>

/** What shows that a letter arrived although nobody saw it: the form that lay in it came back. */
export const deliveryProofs = ['form-came-back'] as const
export const deliveryProofSchema = z.enum(deliveryProofs)
export type DeliveryProof = z.infer<typeof deliveryProofSchema>

/** What happened to a posted letter. Its standing is replayed from these. */
export const postEvents = ['dispatched', 'delivered', 'returned', 'address-checked'] as const
export type PostEvent = (typeof postEvents)[number]

export const postStandings = [
  'unposted',
  'out', // on its way
  'overdue', // traced, and its delivery should have been seen by now
  'supposed', // not traced, and it would have come back by now
  'delivered',
  'returned',
] as const
export const postStandingSchema = z.enum(postStandings)
export type PostStanding = z.infer<typeof postStandingSchema>

/** Who stands in the window of a letter's envelope; any but the requester needs a second person. */
export const recipientKinds = ['requester', 'agent', 'other'] as const
export const recipientKindSchema = z.enum(recipientKinds)
export type RecipientKind = z.infer<typeof recipientKindSchema>
