// What the desk accepts as an ID document on a day: alone or not at all, with which sides, how fresh, what the letter says.
import { z } from 'zod'
import { dateSchema, type CalendarDate } from '../../dates.ts'
import type { DocumentKind } from '../../screening.ts'
import { addMonths } from '../calendar.ts'
import { linesSchema } from '../../typed-text.ts'

export const idKinds = [
  'licence', // 運転免許証
  'passport-with-address', // 2020-02-03 までに申請: 所持人記入欄あり
  'passport-without-address', // 2020-02-04 以降に申請: 住所を書くページがない
  'insurance-card', // 健康保険の被保険者証
  'eligibility-certificate', // 資格確認書
  'juminhyo', // 住民票の写し
  'juki-card', // 住民基本台帳カード
  'individual-number-card', // マイナンバーカード
  'residence-card', // 在留カード
  'special-resident-certificate', // 特別永住者証明書
] as const
export const idKindSchema = z.enum(idKinds)
export type IdKind = z.infer<typeof idKindSchema>

export const acceptances = ['alone', 'with-second', 'no'] as const
/** Where a reader finds name and address. */
export const addressPlaces = ['printed', 'written-by-holder', 'often-missing', 'none'] as const
export const sidesNeeded = ['front-only', 'front-and-back', 'data-and-holder-page', 'data-page', 'all-pages'] as const

export const idDocumentSchema = z.object({
  /** `with-second`: only together with another document. */
  accepted: z.enum(acceptances),
  address: z.enum(addressPlaces),
  sides: z.enum(sidesNeeded),
  /** The document must have been issued within so many months; null where its own expiry date decides. */
  freshMonths: z.number().int().min(1).max(24).nullable(),
  /** It prints a date after which it is void. */
  hasExpiry: z.boolean(),
  /** Whether the company's published policy names it. */
  inPolicy: z.boolean(),
  /** For the clerk. English may be empty: then the Japanese stands. */
  note: linesSchema({ max: 400 }),
  noteEn: linesSchema({ max: 400 }),
  /** For the requester, as a letter prints it; empty where nothing needs to be explained. */
  letterText: linesSchema({ max: 600 }),
})
export type IdDocument = z.infer<typeof idDocumentSchema>

/** The last passports with a page for the holder's address were applied for on the day before (外務省, 2020年旅券). */
const addressPageEndedOn = '2020-02-04'

export function passportKind(appliedOn: CalendarDate): IdKind {
  return appliedOn < addressPageEndedOn ? 'passport-with-address' : 'passport-without-address'
}

/** As which ID documents a scanned page may count; none for papers that are no ID at all. The clerk chooses where there are two. */
export const idKindsOf: Readonly<Record<DocumentKind, readonly IdKind[]>> = {
  licence: ['licence'],
  passport: ['passport-with-address', 'passport-without-address'],
  juminhyo: ['juminhyo'],
  koseki: [],
  insurance: ['insurance-card'],
  eligibility: ['eligibility-certificate'],
  juki: ['juki-card'],
  'individual-number-card': ['individual-number-card'],
  'residence-card': ['residence-card', 'special-resident-certificate'],
  'application-form': [],
  other: [],
}

export const idObjections = [
  'not-accepted',
  'second-document-needed',
  'expired',
  'expiry-unknown',
  'too-old',
  'issue-date-unknown',
  'address-missing',
  'sides-missing',
] as const
export const idObjectionSchema = z.enum(idObjections)
export type IdObjection = z.infer<typeof idObjectionSchema>

/** What a person saw on the copy that was sent in. */
export const presentedIdSchema = z.object({
  expiresOn: dateSchema.nullable(),
  issuedOn: dateSchema.nullable(),
  showsAddress: z.boolean(),
  hasAllSides: z.boolean(),
  hasSecondDocument: z.boolean(),
})
export type PresentedId = z.infer<typeof presentedIdSchema>

/** What stands against accepting this copy under the rule of that day, in the order of `idObjections`; empty: nothing does. */
export function objectionsTo(rule: IdDocument, presented: PresentedId, on: CalendarDate): IdObjection[] {
  if (rule.accepted === 'no') return ['not-accepted']
  const found: IdObjection[] = []
  if (rule.accepted === 'with-second' && !presented.hasSecondDocument) found.push('second-document-needed')
  if (rule.hasExpiry) {
    if (presented.expiresOn === null) found.push('expiry-unknown')
    else if (presented.expiresOn < on) found.push('expired')
  }
  if (rule.freshMonths !== null) {
    if (presented.issuedOn === null) found.push('issue-date-unknown')
    else if (addMonths(presented.issuedOn, rule.freshMonths) < on) found.push('too-old')
  }
  // Where the rule expects none, the second document has to show it.
  if (rule.address !== 'none' && !presented.showsAddress && !presented.hasSecondDocument) found.push('address-missing')
  if (!presented.hasAllSides) found.push('sides-missing')
  return found
}
