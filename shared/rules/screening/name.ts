// What a person's name looks like after reading.
import { looksLikeAddress, startsWithPrefecture } from './address.ts'
import { omittedText } from './omitted.ts'
import type { Word } from './words.ts'

export function isName(word: Word): boolean {
  return (
    word.text.length >= 2 &&
    word.text.length <= 10 &&
    !/[0-9]/.test(word.text) &&
    !looksLikeAddress(word.text) &&
    !startsWithPrefecture(word.text) &&
    !omittedText(word.text)
  )
}
