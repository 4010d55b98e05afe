// What a person's name looks like after reading.
import { looksLikeAddress, startsWithPrefecture } from './address.ts'
import { omittedText } from './omitted.ts'
import type { Word } from './words.ts'

/** Says when or by which act something was entered: in a register such columns stand beside the names. */
export function isEntry(text: string): boolean {
  return /年.{1,8}月|月.{1,6}日|編製|[届属屈]出|入籍|除籍/.test(text)
}

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
