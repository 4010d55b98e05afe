// Numbers that are printed in groups, and so arrive in pieces: 1234 5678 9012.
import { around, makeWord, middleY, right } from './words.ts'
import type { Word } from './words.ts'

/** A space between two groups is at most so many heights of a digit wide. */
const widestGap = 1.8

/** The word with every group of digits that goes on at its right, and the word they make together. */
export interface DigitGroups {
  groups: Word[]
  whole: Word
}

export function isDigits(word: Word): boolean {
  return !word.vertical && /^[0-9OoＯ〇\-・. ]*[0-9][0-9OoＯ〇\-・. ]*$/.test(word.text)
}

/** Null where nothing goes on. */
export function digitGroupsFrom(first: Word, words: readonly Word[]): DigitGroups | null {
  if (!isDigits(first)) return null
  const groups = [first]
  for (;;) {
    const last = groups.at(-1) ?? first
    const next = words.find((word) => word.rect.x > last.rect.x && isDigits(word) && isNext(last, word))
    if (next === undefined) break
    groups.push(next)
  }
  if (groups.length === 1) return null
  const letters = groups.flatMap((group) => group.letters)
  return { groups, whole: makeWord(letters, around(groups.map(({ rect }) => rect))) }
}

function isNext({ rect }: Word, next: Word): boolean {
  const gap = next.rect.x - right(rect)
  return (
    gap > -0.5 * rect.h &&
    gap < widestGap * rect.h &&
    Math.abs(middleY(next.rect) - middleY(rect)) < 0.5 * rect.h &&
    Math.abs(next.rect.h - rect.h) < 0.5 * rect.h
  )
}
