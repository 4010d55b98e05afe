// The law and the documents that a letter names, as they stand on its date.
import type { RefusalReason, RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { LetterLanguage } from '../../shared/letters.ts'

export interface LegalWords {
  /** The provision that the request rests on. */
  claim: string
  /** Why a refusal may be given and is explained. */
  refusal: string
  idDocuments: { name: string; note: string }[]
}

const claims: Readonly<Record<RequestKind, { article: number; paragraph: number } | null>> = {
  'purpose-notification': { article: 32, paragraph: 2 },
  disclosure: { article: 33, paragraph: 1 },
  'third-party-record-disclosure': { article: 33, paragraph: 5 },
  correction: { article: 34, paragraph: 1 },
  addition: { article: 34, paragraph: 1 },
  deletion: { article: 34, paragraph: 1 },
  suspension: { article: 35, paragraph: 1 },
  erasure: { article: 35, paragraph: 1 },
  'third-party-suspension': { article: 35, paragraph: 3 },
  complaint: null,
  consultation: null,
}

const idDocuments: Readonly<Record<LetterLanguage, LegalWords['idDocuments']>> = {
  ja: [
    { name: '運転免許証', note: '両面をコピーしてください。有効期限内のもの' },
    { name: 'マイナンバーカード', note: '表面のみ。裏面（個人番号の面）は送らないでください' },
    { name: '住民票の写し', note: '発行後３か月以内のもの。すべてのページ' },
    { name: 'パスポート', note: '2020年2月3日までに申請したもの。顔写真のページ（本籍を隠す）と所持人記入欄のページ' },
    { name: '在留カード・特別永住者証明書', note: '両面をコピーしてください。有効期限内のもの' },
  ],
  en: [
    { name: 'Passport', note: 'the page with your photograph, and a second document that shows your address' },
    { name: 'National identity card', note: 'both sides; cover any national identification number' },
    { name: 'Residence permit or card', note: 'both sides, still valid' },
    { name: 'Driving licence', note: 'both sides, if it shows your address' },
  ],
}

export function legalWords(
  language: LetterLanguage,
  request: RequestKind,
  refusal: RefusalReason | null,
  _on: CalendarDate,
): LegalWords {
  const claim = claims[request]
  const isJapanese = language === 'ja'
  return {
    claim: isJapanese
      ? claim === null
        ? '個人情報の保護に関する法律第40条'
        : `個人情報の保護に関する法律第${claim.article}条第${claim.paragraph}項`
      : 'Chapter III of the General Data Protection Regulation (GDPR)',
    refusal: isJapanese
      ? `「個人情報の取扱いについて」第12項${refusal === null ? '' : '、個人情報の保護に関する法律第36条（理由の説明）'}`
      : 'Section 12 of our privacy policy',
    idDocuments: idDocuments[language],
  }
}
