// Finds what a person means by what they typed: widths, kana, old characters, spaces and ways of writing lots count as one.
import { everydayShape } from './identity/old-characters.ts'

const selectors = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu
/** Spaces, every kind of dash, and the long vowel that is typed for a dash as often as the other way round. */
const leftOut = /[\s‐‑‒–—―−─━ー-]/gu
const numerals = '〇一二三四五六七八九'

/**
 * The text as it is compared: `searchable('髙橋 ﾊﾅｺ')` is `'高橋ハナコ'`, and `searchable('一丁目2番3号')` is `'123'`, as is
 * `searchable('1-2-3')`.
 */
export function searchable(text: string): string {
  let plain = ''
  for (const char of text.normalize('NFKC').replace(selectors, '').replace(leftOut, '').toLowerCase()) {
    plain += digit(katakana(everydayShape(char)))
  }
  return plain.replace(/(\d)(?:丁目|番地|番|号|ノ)(?!\p{Script=Katakana})/gu, '$1')
}

/** The words of a search; every one of them has to be found. */
export function searchWords(typed: string): string[] {
  return typed
    .normalize('NFKC')
    .split(/\s+/u)
    .map(searchable)
    .filter((word) => word !== '')
}

/** True when every word is in one of the fields, which are `searchable` already. */
export function matchesWords(words: readonly string[], fields: readonly string[]): boolean {
  return words.every((word) => fields.some((field) => field.includes(word)))
}

function katakana(char: string): string {
  return char >= 'ぁ' && char <= 'ゖ' ? String.fromCharCode(char.charCodeAt(0) + 0x60) : char
}

function digit(char: string): string {
  const value = numerals.indexOf(char)
  return value === -1 ? char : String(value)
}
