// The ID documents as the app ships them: state of November 2026, with the days on which the law ended some of them.
import type { CalendarDate } from '../../dates.ts'
import type { IdDocument, IdKind } from './id-documents.ts'
import { shippedAs } from './version.ts'

/** The published policy was made on this day; before it the desk had no rules. */
const policyFrom = '2017-12-01'
const checkedOn = '2026-11-24'
const policy = '個人情報の取扱いについて 12.(本人確認のための書類)'
const house = '窓口の取決め(初期値)'

function shipped(entry: IdKind, validFrom: CalendarDate, source: string, content: IdDocument) {
  return {
    ...shippedAs('id-documents', entry, validFrom),
    entry,
    validFrom,
    checkedOn,
    source,
    confirmed: source !== house,
    content,
  }
}

const insuranceCard: IdDocument = {
  accepted: 'alone',
  address: 'written-by-holder',
  sides: 'front-and-back',
  freshMonths: null,
  hasExpiry: false,
  inPolicy: true,
  note: '保険者番号、記号・番号、QRコードは隠す。住所は裏面の手書き欄。',
  noteEn: 'Mask insurer number, symbol and number, and QR code. The address is handwritten on the back.',
  letterText: '',
}

const jukiCard: IdDocument = {
  accepted: 'alone',
  address: 'printed',
  sides: 'front-and-back',
  freshMonths: null,
  hasExpiry: true,
  inPolicy: true,
  note: '写真付き(B様式)で住所の記載があるもの。',
  noteEn: 'The kind with a photograph (form B), which shows the address.',
  letterText: '',
}

export const shippedIdDocuments = [
  shipped('licence', policyFrom, policy, {
    accepted: 'alone',
    address: 'printed',
    sides: 'front-and-back',
    freshMonths: null,
    hasExpiry: true,
    inPolicy: true,
    note: '住所の変更は裏面に書かれるので両面が必要。本籍が印字された免許証は2010年7月より前のもので、すでに失効している。',
    noteEn:
      'Changes of address stand on the back, so both sides are needed. A licence that prints 本籍 predates July 2010 and has expired.',
    letterText: '有効期限内の運転免許証の、表面と裏面の両方の写しをお送りください。',
  }),
  shipped('passport-with-address', policyFrom, policy, {
    accepted: 'alone',
    address: 'written-by-holder',
    sides: 'data-and-holder-page',
    freshMonths: null,
    hasExpiry: true,
    inPolicy: true,
    note: '2020年2月3日までに申請したもの。所持人記入欄の写しが要る。顔写真のページには必ず本籍(都道府県)がある。2030年の早い時期までに、すべて有効期限が切れる。',
    noteEn:
      'Applied for by 3 February 2020. The page filled in by the holder is needed. The data page always shows 本籍 (prefecture). The last of them expire early in 2030.',
    letterText:
      '有効期限内のパスポートの、顔写真のページ(本籍の欄は隠してください)と、住所をご記入になった所持人記入欄の写しをお送りください。',
  }),
  shipped('passport-without-address', '2020-02-04', '外務省 2020年旅券(所持人記入欄の廃止)', {
    accepted: 'with-second',
    address: 'none',
    sides: 'data-page',
    freshMonths: null,
    hasExpiry: true,
    inPolicy: true,
    note: '2020年2月4日以降に申請したもの。住所のページがないので、これだけでは受け付けられない。別の書類をお願いする。',
    noteEn:
      'Applied for from 4 February 2020: it has no page for the address and is not enough alone. Ask for another.',
    letterText:
      '2020年2月4日以降に申請されたパスポートには住所の記載欄がないため、これだけではご住所の確認ができません。ご住所の記載がある別の本人確認書類の写しを、あわせてお送りください。',
  }),
  shipped('insurance-card', policyFrom, policy, insuranceCard),
  shipped('insurance-card', '2025-12-02', '健康保険法等の改正(2024年12月2日施行)と経過措置の終了(2025年12月1日)', {
    ...insuranceCard,
    accepted: 'no',
    note: '2025年12月1日にすべて失効した。公表中の方針には、まだ書かれている。',
    noteEn: 'All of them expired on 1 December 2025. The published policy still lists it.',
    letterText:
      '健康保険の被保険者証は2025年12月1日をもってすべて有効期限が切れたため、本人確認書類としてお受けできません。別の本人確認書類の写しをお送りください。',
  }),
  shipped('eligibility-certificate', '2024-12-02', house, {
    accepted: 'with-second',
    address: 'often-missing',
    sides: 'front-and-back',
    freshMonths: null,
    hasExpiry: true,
    inPolicy: false,
    note: '方針に記載がない。住所がないことが多く、ほかの書類とあわせて受け付ける。保険者番号、記号・番号、QRコードは隠す。',
    noteEn:
      'Not in the policy. It often shows no address and is taken together with another document; mask insurer number, symbol and number, and QR code.',
    letterText:
      '資格確認書は、これだけではご本人とご住所の確認ができません。保険者番号、記号・番号およびQRコードを隠した写しに、ご住所の記載がある別の本人確認書類の写しを添えてお送りください。',
  }),
  shipped('juminhyo', policyFrom, policy, {
    accepted: 'alone',
    address: 'printed',
    sides: 'all-pages',
    freshMonths: 3,
    hasExpiry: false,
    inPolicy: true,
    note: 'すべてのページが要る。本籍は、交付の請求で希望したときだけ載る。発行から3か月以内は窓口の取決め。',
    noteEn:
      'All pages are needed. 本籍 stands there only when it was asked for at issue. Three months of issue are the desk’s own rule.',
    letterText:
      '発行から3か月以内の住民票の写しを、すべてのページお送りください。本籍、個人番号および住民票コードの記載がないものをお取りいただくか、その欄を隠してください。',
  }),
  shipped('juki-card', policyFrom, policy, jukiCard),
  shipped('juki-card', '2025-12-29', '総務省 住民基本台帳カード(2015年12月で発行終了、有効期間10年)', {
    ...jukiCard,
    accepted: 'no',
    note: '最後のカードが2025年12月28日までに失効した。公表中の方針には、まだ書かれている。',
    noteEn: 'The last of them expired by 28 December 2025. The published policy still lists it.',
    letterText:
      '住民基本台帳カードはすべて有効期限が切れたため、本人確認書類としてお受けできません。別の本人確認書類の写しをお送りください。',
  }),
  shipped('individual-number-card', policyFrom, house, {
    accepted: 'alone',
    address: 'printed',
    sides: 'front-only',
    freshMonths: null,
    hasExpiry: true,
    inPolicy: false,
    note: '方針に記載がない。表面だけを受け付ける。裏面(個人番号)は写しを取ってはならず、届いたら残さない。マイナ免許証だけをお持ちの方には、ほかの書類がないことがある。',
    noteEn:
      'Not in the policy. The front only: the back (individual number) may not be copied and must not be kept. Holders of a licence on the card may own nothing else.',
    letterText:
      'マイナンバーカードは、表面の写しだけをお送りください。裏面(個人番号の面)の写しは、法令によりお受けできません。',
  }),
  shipped('residence-card', policyFrom, house, {
    accepted: 'alone',
    address: 'printed',
    sides: 'front-and-back',
    freshMonths: null,
    hasExpiry: true,
    inPolicy: false,
    note: '方針に記載がない。住所の変更は裏面。国籍・地域は本籍ではない。',
    noteEn: 'Not in the policy. Changes of address stand on the back. Nationality or region is not 本籍.',
    letterText: '有効期限内の在留カードの、表面と裏面の両方の写しをお送りください。',
  }),
  shipped('special-resident-certificate', policyFrom, house, {
    accepted: 'alone',
    address: 'printed',
    sides: 'front-and-back',
    freshMonths: null,
    hasExpiry: true,
    inPolicy: false,
    note: '方針に記載がない。住所の変更は裏面。国籍・地域は本籍ではない。',
    noteEn: 'Not in the policy. Changes of address stand on the back. Nationality or region is not 本籍.',
    letterText: '有効期限内の特別永住者証明書の、表面と裏面の両方の写しをお送りください。',
  }),
]
