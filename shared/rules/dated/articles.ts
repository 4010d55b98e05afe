// The articles that letters and clocks refer to, by what they are about: their numbers change, and a letter prints the one of its day.
import { z } from 'zod'
import type { RequestKind } from '../../cases.ts'
import { lineSchema } from '../../typed-text.ts'

export const articleIds = [
  'purpose-notification', // 利用目的の通知
  'disclosure', // 開示
  'third-party-records', // 第三者提供記録の開示
  'disclosure-harm', // 開示しない場合: 権利利益を害するおそれ
  'disclosure-hindrance', // 同: 業務の適正な実施に著しい支障
  'disclosure-other-law', // 同: 他の法令に違反
  'no-such-data', // 保有個人データが存在しないときの通知
  'correction', // 訂正・追加・削除
  'suspension', // 利用停止・消去
  'third-party-suspension', // 第三者提供の停止
  'suspension-no-longer-needed', // 必要がなくなった場合等の利用停止等
  'reasons', // 理由の説明
  'procedure', // 手続・本人の負担
  'agents', // 代理人による請求
  'fee', // 手数料
  'prior-claim', // 事前の請求
  'complaints', // 苦情の処理
  'gdpr-answer', // GDPR: 回答の期限
  'individual-number', // 個人番号の収集制限
  'insured-number', // 被保険者等記号・番号の告知要求制限
  'resident-code', // 住民票コードの告知要求制限
] as const
export const articleIdSchema = z.enum(articleIds)
export type ArticleId = z.infer<typeof articleIdSchema>

/** What a letter quotes: 「個人情報の保護に関する法律第33条第1項」. */
export const articleSchema = z.object({
  law: lineSchema({ min: 1, max: 100 }),
  number: lineSchema({ min: 1, max: 40 }),
  title: lineSchema({ min: 1, max: 100 }),
})
export type Article = z.infer<typeof articleSchema>

/** `quoted({law: '個人情報の保護に関する法律', number: '第33条第1項', …})` is `'個人情報の保護に関する法律第33条第1項'`. */
export function quoted({ law, number }: Pick<Article, 'law' | 'number'>): string {
  return `${law}${number}`
}

/** On which articles each kind of request rests; none for 苦情's and 相談's own sake but the duty to deal with them. */
export const articlesOfKind: Readonly<Record<RequestKind, readonly ArticleId[]>> = {
  'purpose-notification': ['purpose-notification'],
  disclosure: ['disclosure'],
  'third-party-record-disclosure': ['third-party-records'],
  correction: ['correction'],
  addition: ['correction'],
  deletion: ['correction'],
  suspension: ['suspension', 'suspension-no-longer-needed'],
  erasure: ['suspension', 'suspension-no-longer-needed'],
  'third-party-suspension': ['third-party-suspension', 'suspension-no-longer-needed'],
  complaint: ['complaints'],
  consultation: ['complaints'],
}
