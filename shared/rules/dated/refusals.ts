// The seven reasons of policy §12 as the requester will read them, with the articles they rest on.
import { z } from 'zod'
import type { RefusalReason } from '../../cases.ts'
import { articleIdSchema } from './articles.ts'
import { shippedAs } from './version.ts'
import { lineSchema, linesSchema } from '../../typed-text.ts'

export const refusalTextSchema = z.object({
  /** The reason in the policy's own words. */
  reason: lineSchema({ min: 1, max: 200 }),
  /** What the letter says; full sentences. */
  requesterText: linesSchema({ min: 1, max: 600 }),
  articles: z.array(articleIdSchema),
})
export type RefusalText = z.infer<typeof refusalTextSchema>

/** The published policy was made on this day. */
const policyFrom = '2017-12-01'

function refusal(entry: RefusalReason, content: RefusalText) {
  return {
    ...shippedAs('refusals', entry, policyFrom),
    entry,
    validFrom: policyFrom,
    checkedOn: '2026-11-24',
    source: '個人情報の取扱いについて 12.(対応いたしかねる場合)',
    confirmed: true,
    content,
  }
}

export const shippedRefusals = [
  refusal('identity-not-verified', {
    reason: 'ご本人様の確認ができない場合',
    requesterText:
      'お送りいただいた書類では、ご請求がご本人様によるものであることの確認ができませんでした。このため、ご請求に対応いたしかねます。',
    articles: ['procedure'],
  }),
  refusal('authority-not-verified', {
    reason: 'ご本人以外の代理人によるご請求に際して、代理権等の地位、権限等が確認できない場合',
    requesterText:
      'お送りいただいた書類では、代理人の方の代理権等の地位または権限の確認ができませんでした。このため、ご請求に対応いたしかねます。',
    articles: ['agents'],
  }),
  refusal('documents-incomplete', {
    reason: '所定の依頼書類に不備があった場合',
    requesterText:
      '所定の依頼書類に不備があり、期限までに補っていただくことができませんでした。このため、ご請求に対応いたしかねます。',
    articles: ['procedure'],
  }),
  refusal('not-retained-data', {
    reason: 'ご依頼のあった個人情報の内容が、当社の保有個人データに該当しない場合',
    requesterText:
      'ご依頼のあった個人情報は、当社の保有個人データに該当いたしません。このため、ご請求に対応いたしかねます。',
    articles: ['no-such-data'],
  }),
  refusal('harm-to-rights', {
    reason: '本人または第三者の生命、身体、財産その他の権利利益を害するおそれがある場合',
    requesterText:
      'ご請求に対応することにより、ご本人様または第三者の生命、身体、財産その他の権利利益を害するおそれがあると判断いたしました。このため、ご請求に対応いたしかねます。',
    articles: ['disclosure-harm'],
  }),
  refusal('hinders-business', {
    reason: '当社の業務の適正な実施に著しい支障を及ぼすおそれがある場合',
    requesterText:
      'ご請求に対応することにより、当社の業務の適正な実施に著しい支障を及ぼすおそれがあると判断いたしました。このため、ご請求に対応いたしかねます。',
    articles: ['disclosure-hindrance'],
  }),
  refusal('violates-law', {
    reason: '他の法令に違反することとなる場合',
    requesterText:
      'ご請求に対応することが、他の法令に違反することとなると判断いたしました。このため、ご請求に対応いたしかねます。',
    articles: ['disclosure-other-law'],
  }),
]
