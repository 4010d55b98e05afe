// The code on the desk's own sheets: which desk, which case, what kind of sheet, which of how many. No personal data.
import { parseCaseNumber, type CaseNumber } from './case-number.ts'

/** Each kind of sheet with its digit in the code; a digit is never given a second meaning. */
export const sheetKinds = [
  'application-form',
  'correction-form',
  'authority-form',
  'letter',
  'cover',
  'separator',
] as const
export type SheetKind = (typeof sheetKinds)[number]

const kindDigits: Readonly<Record<SheetKind, number>> = {
  'application-form': 1, // 請求書: the request itself
  'correction-form': 2, // 補正に応じて返送される書面
  'authority-form': 3, // 委任状など
  letter: 4, // 通知そのもの: it only comes back when it was not delivered
  cover: 5, // 表紙: what lies behind it belongs to the case
  separator: 6, // 仕切り紙: what lies behind it is another piece of post
}
export type CasedSheetKind = Exclude<SheetKind, 'separator'>

/** Five digits that tell this desk's sheets from another's. */
export type DeskCode = string

export type SheetCode =
  | { kind: CasedSheetKind; desk: DeskCode; number: CaseNumber; sheet: number; of: number }
  | { kind: 'separator'; desk: DeskCode }

export type ParsedSheetCode =
  | { kind: 'valid'; code: SheetCode }
  /** A code of these sheets in which something is not as it was printed. */
  | { kind: 'damaged' }
  /** Some other barcode: an insurance card's, the post's. */
  | { kind: 'other' }

/** Stands first, so that a later layout of the digits can be told from this one. */
const version = '7'
const noNumber = '00000000000'

/**
 * 24 digits: version 1, desk 5, kind 1, case number 11, sheet 2, of 2, check digits 2 (ISO 7064 MOD 97-10). Digits alone,
 * because QR and Code 128 both set them twice as densely as letters: the marks are larger, and survive a fax.
 */
export function sheetCodeText(code: SheetCode): string {
  if (!isDeskCode(code.desk)) throw new RangeError('A desk code has five digits.')
  const kind = String(kindDigits[code.kind])
  if (code.kind === 'separator') return withCheck(`${version}${code.desk}${kind}${noNumber}0000`)
  const { number, sheet, of } = code
  if (!Number.isInteger(sheet) || !Number.isInteger(of) || sheet < 1 || sheet > of || of > 99)
    throw new RangeError('Sheets are numbered from 1 to 99.')
  return withCheck(`${version}${code.desk}${kind}${number.replaceAll('-', '')}${twoDigits(sheet)}${twoDigits(of)}`)
}

export function parseSheetCode(text: string): ParsedSheetCode {
  if (!/^7\d{23}$/.test(text)) return { kind: 'other' }
  if (remainder(text) !== 1) return { kind: 'damaged' }
  const desk = text.slice(1, 6)
  const kind = kindOf(Number(text.at(6)))
  const digits = text.slice(7, 18)
  const [sheet, of] = [Number(text.slice(18, 20)), Number(text.slice(20, 22))]
  if (kind === null) return { kind: 'damaged' }
  if (kind === 'separator') return digits === noNumber ? { kind: 'valid', code: { kind, desk } } : { kind: 'damaged' }
  const number = parseCaseNumber(digits)
  if (number.kind !== 'valid' || sheet < 1 || sheet > of) return { kind: 'damaged' }
  return { kind: 'valid', code: { kind, desk, number: number.number, sheet, of } }
}

export function isDeskCode(text: string): boolean {
  return /^\d{5}$/.test(text)
}

function kindOf(digit: number): SheetKind | null {
  return sheetKinds.find((kind) => kindDigits[kind] === digit) ?? null
}

function withCheck(digits: string): string {
  return `${digits}${twoDigits(98 - remainder(`${digits}00`))}`
}

/** By 97, digit by digit: the whole is larger than a number can hold exactly. */
function remainder(digits: string): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
