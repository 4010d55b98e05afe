// The articles as the app ships them. What nobody has compared with the law's text yet says so (`confirmed: false`).
import type { CalendarDate } from '../../dates.ts'
import type { ArticleId } from './articles.ts'
import { shippedAs } from './version.ts'

const appi = '個人情報の保護に関する法律'
const appiSource = 'e-Gov法令検索 平成15年法律第57号'

/** 平成27年改正 came into force on 2017-05-30; 令和2年 and 令和3年改正, which moved the numbers, on 2022-04-01. */
const of2017 = '2017-05-30'
const of2022 = '2022-04-01'
const checkedOn = '2026-11-24'

type Standing = 'confirmed' | 'unconfirmed'

function article(
  entry: ArticleId,
  validFrom: CalendarDate,
  number: string,
  title: string,
  standing: Standing,
  { law, source }: { law: string; source: string } = { law: appi, source: appiSource },
) {
  return {
    ...shippedAs('articles', entry, validFrom),
    entry,
    validFrom,
    checkedOn,
    source,
    confirmed: standing === 'confirmed',
    content: { law, number, title },
  }
}

export const shippedArticles = [
  article('purpose-notification', of2017, '第27条第2項', '利用目的の通知', 'unconfirmed'),
  article('purpose-notification', of2022, '第32条第2項', '利用目的の通知', 'unconfirmed'),
  article('disclosure', of2017, '第28条第1項', '開示', 'unconfirmed'),
  article('disclosure', of2022, '第33条第1項', '開示', 'confirmed'),
  article('third-party-records', of2022, '第33条第5項', '第三者提供記録の開示', 'unconfirmed'),
  article('disclosure-harm', of2017, '第28条第2項第1号', '権利利益を害するおそれ', 'unconfirmed'),
  article('disclosure-harm', of2022, '第33条第2項第1号', '権利利益を害するおそれ', 'unconfirmed'),
  article('disclosure-hindrance', of2017, '第28条第2項第2号', '業務の適正な実施への著しい支障', 'unconfirmed'),
  article('disclosure-hindrance', of2022, '第33条第2項第2号', '業務の適正な実施への著しい支障', 'unconfirmed'),
  article('disclosure-other-law', of2017, '第28条第2項第3号', '他の法令に違反', 'unconfirmed'),
  article('disclosure-other-law', of2022, '第33条第2項第3号', '他の法令に違反', 'unconfirmed'),
  article('no-such-data', of2017, '第28条第3項', '開示しない旨・不存在の通知', 'unconfirmed'),
  article('no-such-data', of2022, '第33条第3項', '開示しない旨・不存在の通知', 'unconfirmed'),
  article('correction', of2017, '第29条第1項', '訂正等', 'unconfirmed'),
  article('correction', of2022, '第34条第1項', '訂正等', 'confirmed'),
  article('suspension', of2017, '第30条第1項', '利用停止等', 'unconfirmed'),
  article('suspension', of2022, '第35条第1項', '利用停止等', 'confirmed'),
  article('third-party-suspension', of2017, '第30条第3項', '第三者提供の停止', 'unconfirmed'),
  article('third-party-suspension', of2022, '第35条第3項', '第三者提供の停止', 'unconfirmed'),
  article('suspension-no-longer-needed', of2022, '第35条第5項', '必要がなくなった場合等の利用停止等', 'unconfirmed'),
  article('reasons', of2017, '第31条', '理由の説明', 'unconfirmed'),
  article('reasons', of2022, '第36条', '理由の説明', 'unconfirmed'),
  article('procedure', of2017, '第32条', '開示等の請求等に応じる手続', 'unconfirmed'),
  article('procedure', of2022, '第37条', '開示等の請求等に応じる手続', 'unconfirmed'),
  article('agents', of2017, '第32条第3項', '代理人による請求', 'unconfirmed'),
  article('agents', of2022, '第37条第3項', '代理人による請求', 'unconfirmed'),
  article('fee', of2017, '第33条', '手数料', 'unconfirmed'),
  article('fee', of2022, '第38条', '手数料', 'unconfirmed'),
  article('prior-claim', of2017, '第34条', '事前の請求', 'unconfirmed'),
  article('prior-claim', of2022, '第39条', '事前の請求', 'confirmed'),
  article('complaints', of2017, '第35条', '苦情の処理', 'unconfirmed'),
  article('complaints', of2022, '第40条', '苦情の処理', 'unconfirmed'),
  article('gdpr-answer', '2018-05-25', '第12条第3項', '請求への回答の期限', 'unconfirmed', {
    law: 'GDPR(EU一般データ保護規則)',
    source: 'EUR-Lex Regulation (EU) 2016/679',
  }),
  article('individual-number', '2016-01-01', '第20条', '収集等の制限', 'unconfirmed', {
    law: '行政手続における特定の個人を識別するための番号の利用等に関する法律',
    source: 'e-Gov法令検索 平成25年法律第27号',
  }),
  article('insured-number', '2020-10-01', '第194条の2', '被保険者等記号・番号等の利用制限等', 'unconfirmed', {
    law: '健康保険法',
    source: 'e-Gov法令検索 大正11年法律第70号',
  }),
  article('resident-code', '2015-10-05', '第30条の38', '住民票コードの告知要求の禁止', 'unconfirmed', {
    law: '住民基本台帳法',
    source: 'e-Gov法令検索 昭和42年法律第81号',
  }),
]
