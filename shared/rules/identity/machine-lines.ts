// The two machine-readable lines of a passport: name, birth date and expiry, each proved by a check digit. Source: ICAO Doc 9303-4.
import type { CalendarDate } from '../../dates.ts'
import { dateSchema } from '../../dates.ts'

export interface MachineLines {
  surname: string
  given: string
  /** Null when the check digit does not fit: one character was misread, and nobody knows which. */
  birthDate: CalendarDate | null
  expiresOn: CalendarDate | null
}

const length = 44
/** What readers return for the filler. */
const fillers = /[«‹＜く＞(（《〈]/g
/** Letters that stand where only digits can. */
const asDigit: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' }

export function isUpperLine(text: string): boolean {
  return /^P[<KC]?JPN[A-Z]{2}/.test(cleaned(text)) && text.length >= 20
}

export function isLowerLine(text: string): boolean {
  return /^[A-Z0-9<]{9,10}[0-9OQDILZSGB]?JPN[0-9OQDILZSGB]{6,7}[MFX<]/.test(cleaned(text))
}

export function readMachineLines(upper: string | null, lower: string | null): MachineLines {
  const [surname = '', given = ''] = upper === null ? [] : namesOf(cleaned(upper))
  const line = lower === null ? '' : cleaned(lower)
  // Counted from the nationality: a character dropped in the number before it must not move the dates.
  const start = line.indexOf('JPN')
  const expiresOn = start < 0 ? null : dateAt(line.slice(start + 11, start + 18), '20')
  const birth = start < 0 ? '' : line.slice(start + 3, start + 10)
  const born = dateAt(birth, '20')
  const isAfterExpiry = born !== null && expiresOn !== null && born >= expiresOn
  return {
    surname,
    given,
    birthDate: born === null || isAfterExpiry ? dateAt(birth, '19') : born,
    expiresOn,
  }
}

/** Weights 7, 3, 1 over digits, letters (A = 10) and fillers (0), modulus 10. */
export function checkDigit(text: string): number {
  const weights = [7, 3, 1]
  let sum = 0
  for (const [index, char] of [...text].entries()) {
    const value = char === '<' ? 0 : /[0-9]/.test(char) ? Number(char) : char.charCodeAt(0) - 55
    sum += value * weights[index % 3]!
  }
  return sum % 10
}

function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(fillers, '<')
    .replace(/[^A-Z0-9<]/g, '')
    .slice(0, length + 4)
}

/** Six digits with their check digit, in the century given. */
function dateAt(text: string, century: '19' | '20'): CalendarDate | null {
  const digits = [...text].map((char) => asDigit[char] ?? char).join('')
  if (!/^[0-9]{7}$/.test(digits) || checkDigit(digits.slice(0, 6)) !== Number(digits[6])) return null
  const date = `${century}${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`
  return dateSchema.safeParse(date).success ? date : null
}

function namesOf(line: string): [surname: string, given: string] {
  const [surname = '', rest = ''] = line.replace(/^P.?JPN/, '').split(/<<+/)
  const asName = (part: string): string => part.replace(/</g, ' ').trim()
  return [asName(surname), asName(rest)]
}
