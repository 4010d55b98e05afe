// 書留 numbers: XXX-XX-XXXXX-C, where C is the first ten digits modulo 7.

export type ParsedTrackingNumber =
  | { kind: 'valid'; number: string }
  | { kind: 'malformed' }
  | { kind: 'wrong-check-digit' }

/** Reads a number as typed or scanned (full-width digits, with or without dashes) and writes it the post's way. */
export function parseTrackingNumber(typed: string): ParsedTrackingNumber {
  const digits = typed.normalize('NFKC').replace(/[\s‐‑‒–—―−ーｰ-]/gu, '')
  if (!/^\d{11}$/.test(digits)) return { kind: 'malformed' }
  // Source: the post's 引受番号 of registered mail; the check digit is the ten-digit number's remainder by 7.
  if (Number(digits.slice(0, 10)) % 7 !== Number(digits.at(10))) return { kind: 'wrong-check-digit' }
  return {
    kind: 'valid',
    number: `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5, 10)}-${digits.slice(10)}`,
  }
}
