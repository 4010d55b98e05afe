// The short code that letter, data sheet and label of one envelope carry, so that a hand at the table can tell they belong together.
import { parseSheetCode, type DeskCode } from './sheet-code.ts'

/** Digits and capitals without those that are taken for another: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export type EnvelopeCode = string

/** Of a notice's id (a random UUID): five characters of it and a check character, always the same for the same notice. */
export function envelopeCodeOf(noticeId: string): EnvelopeCode {
  const bits = Number.parseInt(noticeId.slice(0, 8), 16) >>> 7
  let rest = bits
  let code = ''
  for (let place = 0; place < 5; place += 1) {
    code = `${alphabet[rest % 32] ?? ''}${code}`
    rest = Math.floor(rest / 32)
  }
  return `${code}${checkOf(code)}`
}

/** As typed or scanned: small letters, full width, dashes and spaces are all the same, O is 0, I and L are 1. Null when it is none. */
export function parseEnvelopeCode(typed: string): EnvelopeCode | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐‑‒–—―−ーｰ-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{6}$/.test(code)) return null
  return code.at(5) === checkOf(code.slice(0, 5)) ? code : null
}

export interface Envelope {
  code: EnvelopeCode
  desk: DeskCode
  /** Of the case whose letter goes into it. */
  number: string
}

/**
 * Whether a piece that says this may go into the envelope: every page and the label carry its short code, a form also
 * the code of its sheet. A case's number alone does not tell its letters from one another.
 */
export function belongsInto({ code, desk, number }: Envelope, typed: string): boolean {
  const sheet = parseSheetCode(typed.normalize('NFKC').replace(/\s/g, ''))
  if (sheet.kind !== 'valid') return parseEnvelopeCode(typed) === code
  return sheet.code.kind !== 'separator' && sheet.code.desk === desk && sheet.code.number === number
}

/** `K7M-3QX` for the eye. */
export function writtenEnvelopeCode(code: EnvelopeCode): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`
}

/** Weights that have no divisor in common with 31 find every wrong character and every swap of neighbours but 0 with Z. */
function checkOf(code: string): string {
  let sum = 0
  for (const [place, character] of [...code].entries()) sum += (place + 2) * alphabet.indexOf(character)
  return alphabet[sum % 31] ?? ''
}
