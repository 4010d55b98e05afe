// The words of what belongs to a case: agents and their papers, the fee, the check of identity, and which differences a person may accept.
import { z } from 'zod'
import { correctionItemSchema } from './letters.ts'

/** parent 親権者, guardian 成年後見人等 (法定代理人); appointed 任意代理人. */
export const agentKinds = ['parent', 'guardian', 'appointed'] as const
export const agentKindSchema = z.enum(agentKinds)
export type AgentKind = z.infer<typeof agentKindSchema>

export const authorityDocumentKinds = [
  'power-of-attorney', // 委任状
  'seal-certificate', // 本人の印鑑登録証明書
  'family-register', // 戸籍
  'guardianship-certificate', // 登記事項証明書
  'agent-id', // 代理人の本人確認書類
  'other',
] as const
export const authorityDocumentKindSchema = z.enum(authorityDocumentKinds)
export type AuthorityDocumentKind = z.infer<typeof authorityDocumentKindSchema>

/** withdrawn: acts no longer, or was recorded by mistake. */
export const agentStandings = ['unchecked', 'verified', 'not-verified', 'withdrawn'] as const
export const agentStandingSchema = z.enum(agentStandings)
export type AgentStanding = z.infer<typeof agentStandingSchema>

export const authorityGaps = [
  'power-of-attorney-missing',
  'power-of-attorney-undated',
  'seal-certificate-missing',
  'seal-certificate-too-old',
  'family-register-missing',
  'family-register-too-old',
  'guardianship-certificate-missing',
  'guardianship-certificate-too-old',
  'agent-id-missing',
] as const
export const authorityGapSchema = z.enum(authorityGaps)
export type AuthorityGap = z.infer<typeof authorityGapSchema>

export const paymentMethods = ['money-order', 'cash'] as const
export const paymentMethodSchema = z.enum(paymentMethods)
export type PaymentMethod = z.infer<typeof paymentMethodSchema>

/** not-needed: nothing was due and nothing came. not-due: something came though nothing was due. */
export const feeStandings = ['not-needed', 'not-due', 'missing', 'short', 'exact', 'over'] as const
export const feeStandingSchema = z.enum(feeStandings)
export type FeeStanding = z.infer<typeof feeStandingSchema>

export const identityMethods = ['copy-by-post', 'copy-by-email', 'original-seen'] as const
export const identityMethodSchema = z.enum(identityMethods)
export type IdentityMethod = z.infer<typeof identityMethodSchema>

/** Differences that a person may accept with a reason: a marriage, a move that the back of the card shows. */
export const acceptableItemSchema = correctionItemSchema.extract(['id-name-differs', 'id-address-differs'])
export type AcceptableItem = z.infer<typeof acceptableItemSchema>
