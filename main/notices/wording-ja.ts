// The closed words of a case in Japanese letters.
import { japaneseDate, japaneseDateWithWeekday } from '../../shared/rules/japanese-date.ts'
import type { Wording } from './wording.ts'

const nothing = 'お申出の内容'

export const japaneseWording: Wording = {
  date: japaneseDate,
  until: japaneseDateWithWeekday,
  amount: (yen) => yen.toLocaleString('ja-JP'),
  numberLabel: '案件番号',
  regarding: (requester) => `ご本人　${requester} 様の件`,
  page: (page, of) => `${page}/${of}`,
  honorific: '様',
  matters: {
    'purpose-notification': '保有個人データの利用目的の通知のご請求',
    disclosure: '保有個人データの開示のご請求',
    'third-party-record-disclosure': '第三者提供記録の開示のご請求',
    correction: '保有個人データの訂正のご請求',
    addition: '保有個人データの追加のご請求',
    deletion: '保有個人データの削除のご請求',
    suspension: '保有個人データの利用停止のご請求',
    erasure: '保有個人データの消去のご請求',
    'third-party-suspension': '保有個人データの第三者提供の停止のご請求',
    complaint: '個人情報の取扱いに関するお申出',
    consultation: '個人情報の取扱いに関するご相談',
  },
  actions: {
    'purpose-notification': '利用目的の通知',
    disclosure: '開示',
    'third-party-record-disclosure': '開示',
    correction: '訂正',
    addition: '追加',
    deletion: '削除',
    suspension: '利用停止',
    erasure: '消去',
    'third-party-suspension': '第三者提供の停止',
    complaint: nothing,
    consultation: nothing,
  },
  subjects: {
    'purpose-notification': '保有個人データ',
    disclosure: '保有個人データ',
    'third-party-record-disclosure': '第三者提供の記録',
    correction: '保有個人データ',
    addition: '保有個人データ',
    deletion: '保有個人データ',
    suspension: '保有個人データ',
    erasure: '保有個人データ',
    'third-party-suspension': '保有個人データ',
    complaint: nothing,
    consultation: nothing,
  },
  formTitles: {
    'purpose-notification': '保有個人データ利用目的通知申請書',
    disclosure: '保有個人データ開示申請書',
    'third-party-record-disclosure': '第三者提供記録開示申請書',
    correction: '保有個人データ訂正申請書',
    addition: '保有個人データ追加申請書',
    deletion: '保有個人データ削除申請書',
    suspension: '保有個人データ利用停止申請書',
    erasure: '保有個人データ消去申請書',
    'third-party-suspension': '保有個人データ第三者提供停止申請書',
    complaint: nothing,
    consultation: nothing,
  },
  sheetTitles: {
    'purpose-notification': '別紙',
    disclosure: '別紙　開示する保有個人データ',
    'third-party-record-disclosure': '別紙　開示する第三者提供記録',
    correction: '別紙',
    addition: '別紙',
    deletion: '別紙',
    suspension: '別紙',
    erasure: '別紙',
    'third-party-suspension': '別紙',
    complaint: '別紙',
    consultation: '別紙',
  },
  items: {
    'id-missing': {
      title: '本人確認書類',
      found: '本人確認書類の写しが同封されておりませんでした。',
      wanted: '公的機関が発行した、氏名・住所の記載がある有効な身分証明書の写しを１部お送りください。',
    },
    'id-not-accepted': {
      title: '本人確認書類の種類',
      found: 'お送りいただいた書類は、現在、ご本人様の確認にお使いいただけない種類の書類でございました。',
      wanted:
        '運転免許証（両面）、マイナンバーカード（表面のみ）、住民票の写しなど、別の書類の写しを１部お送りください。',
    },
    'id-expired': {
      title: '本人確認書類の有効期限',
      found: 'お送りいただいた書類は、有効期限（または発行後の期間）を過ぎておりました。',
      wanted: '有効期限内の書類の写し、または発行後３か月以内の住民票の写しを１部お送りください。',
    },
    'id-illegible': {
      title: '写しの鮮明さ',
      found: '写しに不鮮明な箇所があり、記載内容を確認することができませんでした。',
      wanted: '文字がはっきりと読めるようにコピーをおとりになったものを１部お送りください。',
    },
    'id-side-missing': {
      title: '本人確認書類の裏面',
      found: '住所等の変更が記載される面の写しが同封されておりませんでした。',
      wanted: '表面と裏面の両方の写しをお送りください（マイナンバーカードは、表面のみで結構です）。',
    },
    'id-address-missing': {
      title: '本人確認書類のご住所',
      found: 'お送りいただいた書類には、ご住所の記載がございませんでした。',
      wanted: '氏名とご住所の両方の記載がある書類の写しを１部お送りください。',
    },
    'id-address-differs': {
      title: 'ご住所の相違',
      found: '申請書のご住所と、本人確認書類のご住所が一致いたしませんでした。',
      wanted:
        '現在のご住所が記載された書類の写し、または転居の経過が分かる書類（住民票の除票など）の写しをお送りください。',
    },
    'id-name-differs': {
      title: 'お名前の相違',
      found: '申請書のお名前と、本人確認書類のお名前が一致いたしませんでした。',
      wanted: '現在のお名前が記載された書類の写し、または改姓等の経過が分かる書類の写しをお送りください。',
    },
    'id-forbidden-field': {
      title: '写しに見えている項目',
      found:
        '写しに、当窓口ではお預かりできない項目（本籍、個人番号、保険者番号等のいずれか）が見える状態でございました。',
      wanted: '該当する欄を白い紙や付箋で覆ってからおとりになったコピーを１部お送りください。',
    },
    'form-missing': {
      title: '申請書',
      found: '当社所定の申請書が同封されておりませんでした。',
      wanted: '申請書に必要事項をご記入のうえ、お送りください。',
    },
    'form-incomplete': {
      title: '申請書の記入漏れ',
      found: '申請書に、ご記入のない項目がございました。',
      wanted: '同封の申請書の該当する項目にご記入のうえ、ご返送ください。',
    },
    'form-illegible': {
      title: '申請書の記載',
      found: '申請書に、文字を読み取ることができない箇所がございました。',
      wanted: '該当する箇所をあらためてはっきりとご記入のうえ、お送りください。',
    },
    'form-unsigned': {
      title: '申請書のご署名',
      found: '申請書に、ご署名がございませんでした。',
      wanted: '申請書にご本人様（代理人様の場合は代理人様）がご署名のうえ、お送りください。',
    },
  },
  illegible: {
    'too-blurred': {
      found: '写しの文字がぼやけており、記載内容を確認することができませんでした。',
      wanted: '書類を動かさず、ぼけやぶれのないようにコピーをおとりください。',
    },
    'too-faint': {
      found: '写しの文字が薄く、記載内容を確認することができませんでした。',
      wanted: '濃度を濃くしてコピーをおとりください。',
    },
    'too-small': {
      found: '写しの文字が小さく、または粗く、記載内容を確認することができませんでした。',
      wanted: '縮小せずに等倍以上で（画像を印刷される場合は、300dpi以上で読み取って）おとりください。',
    },
    'cut-off': {
      found: '写しの端が切れており、記載の一部を確認することができませんでした。',
      wanted: '書類の全体が用紙に収まるようにおとりください。',
    },
  },
  sentenceGap: '',
  legal: null,
  feeMeans: '郵便局の定額小為替',
}
