// What print may be the value of a label, by what it reads as and by how near it stands.
import { looksLikeAddress, readsAsAddress, romajiPrefecture } from './address.ts'
import { omittedText } from './omitted.ts'
import { right } from './words.ts'
import type { Patch, Word } from './words.ts'
import type { Field } from '../../screening.ts'

/** In heights of the label: the widest gap before a value that reads like anything. */
export const widestGap = 16
/** The same between a patch and what sticks out of it: a name has a wide space in it. */
export const coverGap = 2.2

/** With a patch on the value's row, print far from the patch is something else (a seal, the next column), unless it is an address. */
export function belongsTo(word: Word, covers: readonly Patch[], size: number): boolean {
  if (covers.length === 0 || looksLikeAddress(word.text) || omittedText(word.text)) return true
  return covers.some(
    (patch) => word.rect.x < right(patch.rect) + coverGap * size && right(word.rect) > patch.rect.x - 8 * size,
  )
}

/** Reads like a value of the field; null = of a label of another field. */
export function couldBeValue(field: Field | null, word: Word): boolean {
  switch (field) {
    case 'permanent-domicile':
      return readsAsAddress(word.text) || romajiPrefecture(word.text) !== null || omittedText(word.text)
    case 'head-of-register':
    case null:
      return omittedText(word.text) || (word.text.length >= 2 && word.text.length <= 8 && !/[0-9]/.test(word.text))
    case 'individual-number':
    case 'resident-code':
    case 'insurer-number':
    case 'insured-number':
    case 'insurance-qr':
    case 'pension-number':
    case 'organ-donation':
      return /[0-9]{2}/.test(word.text) || omittedText(word.text)
  }
}
