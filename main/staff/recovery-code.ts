// The recovery code: 130 random bits as Crockford base32 in groups of four, with two check characters; read back however it was typed.
import { createHash, randomInt } from 'node:crypto'

/** Crockford's base32: no I, L, O, U (crockford.com/base32.html). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataLength = 26
const checkLength = 2
const groupLength = 4

/** `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX` */
export function makeRecoveryCode(): string {
  const data = Array.from({ length: dataLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  const code = data + checkOf(data)
  return code.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? code
}

/**
 * The code without grouping, or null when its check characters tell a slip of the pen. Small letters, full-width letters, spaces, any
 * dash, O for 0 and I or L for 1 are understood.
 */
export function readRecoveryCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}ーｰ_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const data = code.slice(0, dataLength)
  return code.length === dataLength + checkLength && code.slice(dataLength) === checkOf(data) ? data : null
}

/** Two characters, 10 bits: one slip in a thousand goes unseen. */
function checkOf(data: string): string {
  const bits = createHash('sha256').update(data).digest().readUInt16BE(0)
  return alphabet.charAt(bits & 31) + alphabet.charAt((bits >> 5) & 31)
}
