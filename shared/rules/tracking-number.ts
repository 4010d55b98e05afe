// Numbers of post that is traced: 書留, 簡易書留 and 特定記録 have eleven digits, レターパック twelve; the last is a remainder by 7.

export type ParsedTrackingNumber =
  | { kind: 'valid'; number: string }
  | { kind: 'malformed' }
  | { kind: 'wrong-check-digit' }

/**
 * Reads a number as typed or scanned (full-width digits, with or without dashes, with the letters that begin and end the
 * post's bars) and writes it the post's way: `131-12-38385-2`, `1234-5678-9012`.
 */
export function parseTrackingNumber(typed: string): ParsedTrackingNumber {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s‐‑‒–—―−ーｰ-]/gu, '')
    .toUpperCase()
  // Codabar, which the post prints, begins and ends with a letter from A to D; some scanners pass them on.
  const digits = /^[A-D](\d+)[A-D]$/.exec(text)?.[1] ?? text
  if (!/^\d{11,12}$/.test(digits)) return { kind: 'malformed' }
  // Source: the post's 引受番号 and お問い合わせ番号; the check digit is the remainder by 7 of the digits before it.
  const before = digits.slice(0, -1)
  if (Number(before) % 7 !== Number(digits.at(-1))) return { kind: 'wrong-check-digit' }
  return { kind: 'valid', number: written(digits) }
}

function written(digits: string): string {
  if (digits.length === 12) return digits.replace(/(\d{4})(?=\d)/g, '$1-')
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5, 10)}-${digits.slice(10)}`
}
