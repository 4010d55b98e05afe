// Japanese words that stand both on the screens and on what leaves the app as data or print (ledger, monthly report).
import type { PostService } from './post.ts'
import type { CaseState, Lane, RefusalReason, RequestKind } from './cases.ts'
import type { CorrectionReason, Outcome } from './reports.ts'

export const kindWords: Readonly<Record<RequestKind, string>> = {
  'purpose-notification': '利用目的の通知',
  disclosure: '開示',
  'third-party-record-disclosure': '第三者提供記録の開示',
  correction: '訂正',
  addition: '追加',
  deletion: '削除',
  suspension: '利用停止',
  erasure: '消去',
  'third-party-suspension': '第三者提供の停止',
  complaint: '苦情',
  consultation: '相談',
}

export const laneWords: Readonly<Record<Lane, string>> = {
  post: '郵便',
  'meta-quest': 'Meta Quest(メール可)',
  eu: 'EU居住者',
}

export const stateWords: Readonly<Record<CaseState, string>> = {
  inquired: '問い合わせ受付・申請書の送付待ち',
  'awaiting-form': '申請書の返送待ち',
  received: '受付・本人確認中',
  'awaiting-correction': '補正待ち',
  verified: '本人確認済み・回答準備中',
  consulting: '苦情・相談に対応中',
  answered: '回答発送済み',
  finished: '回答完了・破棄待ち',
  wiping: '破棄中',
  wiped: '破棄済み',
}

export const refusalWords: Readonly<Record<RefusalReason, string>> = {
  'identity-not-verified': '① 本人であることが確認できない',
  'authority-not-verified': '② 代理権等が確認できない',
  'documents-incomplete': '③ 所定の依頼書類に不備がある',
  'not-retained-data': '④ 保有個人データに該当しない',
  'harm-to-rights': '⑤ 本人または第三者の権利利益を害するおそれ',
  'hinders-business': '⑥ 業務の適正な実施に著しい支障',
  'violates-law': '⑦ 他の法令に違反する',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  'answer-sent': '請求に応じる回答',
  'partial-answer-sent': '一部に応じる回答',
  'nonexistence-sent': '不存在の回答',
  'refusal-sent': '対応できない旨の通知',
  'reply-sent': '苦情・相談への回答',
  withdrawn: '請求の取下げ',
  'closed-unanswered': '申請書が返送されず完了',
  'closed-as-duplicate': '重複として終了',
}

export const correctionWords: Readonly<Record<CorrectionReason, string>> = {
  'domicile-visible': '本籍が見えている',
  'forbidden-field': 'ほかの隠すべき項目が見えている',
  'id-missing': '本人確認書類がない',
  'id-not-accepted': '受け付けられない本人確認書類',
  'id-expired': '本人確認書類の有効期限切れ',
  'id-illegible': '本人確認書類が不鮮明',
  'id-side-missing': '面・ページの不足',
  'id-address-missing': '住所の記載がない',
  'id-address-differs': '住所が申請書と違う',
  'id-name-differs': '氏名が申請書と違う',
  'form-missing': '申請書がない',
  'form-incomplete': '申請書の記入もれ',
  'form-illegible': '申請書が不鮮明',
  'form-unsigned': '申請書の署名・押印もれ',
  'authority-missing': '代理権の確認書類がない',
  'fee-missing': '手数料の同封がない',
  'fee-wrong': '手数料の金額違い',
  other: 'その他',
}

export const serviceWords: Readonly<Record<PostService, string>> = {
  ordinary: '普通郵便',
  recorded: '特定記録',
  'simple-registered': '簡易書留',
  registered: '書留',
  'letterpack-light': 'レターパックライト',
  'letterpack-plus': 'レターパックプラス',
  email: 'メール',
}
