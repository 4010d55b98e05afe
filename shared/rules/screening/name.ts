// What a person's name looks like after reading.
import { endsLikeDomicile, looksLikeAddress, startsWithPrefecture } from './address.ts'
import { omittedText } from './omitted.ts'
import { middleY, right } from './words.ts'
import type { Word } from './words.ts'

/** Says when or by which act something was entered: in a register such columns stand beside the names. */
export function isEntry(text: string): boolean {
  return /年.{1,8}月|月.{1,6}日|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2}|編製|[届属屈]出|入籍|除籍/.test(text)
}

/** In characters of Japanese, as every name in a register is: of another alphabet, or one kana over and over, is what strokes and dirt are read as. */
export function isWritten(text: string): boolean {
  return (
    /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text) && !/^(.)\1{2,}$|[/!?#%=_|]{2}/u.test(text)
  )
}

export function isName(word: Word): boolean {
  return (
    word.text.length >= 2 &&
    word.text.length <= 10 &&
    !/[0-9]/.test(word.text) &&
    !looksLikeAddress(word.text) &&
    !endsLikeDomicile(word.text) &&
    !startsWithPrefecture(word.text) &&
    !omittedText(word.text)
  )
}

/** A part of a name, be it a single one. */
export function isHanCharacter({ text }: Word): boolean {
  return /^\p{Script=Han}$/u.test(text)
}

/** In heights of a letter: the widest space between a family and a given name. */
const nameGap = 2.2

/**
 * The names among some words, and their single characters: the last character of 遠藤 隆 may arrive alone. What was read
 * between two of them is dirt in the space.
 */
export function namesAmong(words: readonly Word[]): Word[] {
  const names = words.filter(isName)
  const isSingle = (word: Word): boolean => isHanCharacter(word) && names.some((name) => isBesideName(name, word))
  const isBetween = (word: Word): boolean => {
    const beside = names.filter((name) => name !== word && isBesideName(name, word))
    return beside.some(({ rect }) => rect.x < word.rect.x) && beside.some(({ rect }) => rect.x > word.rect.x)
  }
  return words.filter((word) => names.includes(word) || isSingle(word) || isBetween(word))
}

/** So near to a name in its line that it is another part of it. */
export function isBesideName(name: Word, word: Word): boolean {
  const gap = Math.max(word.rect.x - right(name.rect), name.rect.x - right(word.rect))
  return Math.abs(middleY(word.rect) - middleY(name.rect)) < 0.5 * name.rect.h && gap < nameGap * name.rect.h
}
