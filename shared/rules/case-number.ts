// Case numbers: `2026-000123-4` is year, running number of the year, check digit after ISO 7064 MOD 11,10.
import { z } from 'zod'

const caseNumberSchema = z.string().brand<'CaseNumber'>()
export type CaseNumber = z.infer<typeof caseNumberSchema>

export type ParsedCaseNumber =
  | { kind: 'valid'; number: CaseNumber; year: number; serial: number }
  | { kind: 'malformed' }
  | { kind: 'wrong-check-digit' }

/** The number of the `serial`-th case of `year` (four digits; serial 1 to 999999). */
export function caseNumberOf(year: number, serial: number): CaseNumber {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError('A year has four digits.')
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) throw new RangeError('A serial is 1 to 999999.')
  return written([...String(year), ...String(serial).padStart(6, '0')].map(Number))
}

/**
 * The first serial of `year` after `lastSerial` that may be given to a case.
 *
 * ISO 7064 MOD 11,10 finds every wrong digit but misses about one swap of neighbours in fifty: 2026-000021-0 typed as
 * 2026-000020-1 would open somebody else's case. Of two such numbers only the smaller is ever given out, which
 * skips about one serial in twenty-five, so that every swap is found as well.
 */
export function nextSerial(year: number, lastSerial: number): number {
  for (let serial = lastSerial + 1; ; serial += 1) {
    if (!isNeverGiven(digitsOf(caseNumberOf(year, serial)))) return serial
  }
}

/** Reads a number as typed or scanned: full-width digits, any dash, none, and spaces around are all the same. */
export function parseCaseNumber(typed: string): ParsedCaseNumber {
  // NFKC turns full-width digits and dashes to ASCII; the rest are the dashes that Japanese input methods produce.
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/[‐‑‒–—―−ーｰ]/gu, '-')
  const match = /^(\d{4})\s?-?\s?(\d{6})\s?-?\s?(\d)$/.exec(text)
  if (match === null) return { kind: 'malformed' }
  const [, year = '', serial = '', check = ''] = match
  if (Number(year) < 1000 || Number(serial) < 1) return { kind: 'malformed' }
  const digits = [...year, ...serial, ...check].map(Number)
  if (!isChecked(digits) || isNeverGiven(digits)) return { kind: 'wrong-check-digit' }
  return { kind: 'valid', number: written(digits.slice(0, 10)), year: Number(year), serial: Number(serial) }
}

/** Check digit of ISO 7064 MOD 11,10 for the digits before it. */
function checkDigit(digits: readonly number[]): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + digit) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}

function isChecked(digits: readonly number[]): boolean {
  return checkDigit(digits.slice(0, -1)) === digits.at(-1)
}

/**
 * Whether swapping two neighbours after the year gives a smaller number whose check digit is right as well. Swaps that
 * change the year need no such care: the check digit finds them all up to 2058-099999.
 */
function isNeverGiven(digits: readonly number[]): boolean {
  return digits.some((digit, index) => {
    const following = digits[index + 1]
    if (index < 4 || following === undefined || following >= digit) return false
    return isChecked(digits.with(index, following).with(index + 1, digit))
  })
}

function digitsOf(number: CaseNumber): number[] {
  return [...number.replaceAll('-', '')].map(Number)
}

function written(digits: readonly number[]): CaseNumber {
  const text = digits.join('')
  return caseNumberSchema.parse(`${text.slice(0, 4)}-${text.slice(4)}-${checkDigit(digits)}`)
}
