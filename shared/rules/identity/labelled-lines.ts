// Labels of an ID and the lines that are their values.
import { isAddressLabel, isOtherLabel } from '../screening/labels.ts'
import type { LabelledPage } from '../screening/page-view.ts'
import { omittedText } from '../screening/omitted.ts'
import { fold } from '../screening/spelling.ts'
import { isSeal, valueOf } from '../screening/value-of.ts'
import { around, bottom, middleY, partOf } from '../screening/words.ts'
import type { Word } from '../screening/words.ts'

export interface Labelled {
  label: Word
  rest: Word | null
}

export function labelled(words: readonly Word[], ...patterns: RegExp[]): Labelled[] {
  return words.flatMap((word) => {
    const text = fold(word.text)
    for (const pattern of patterns) {
      const length = pattern.exec(text)?.[0].length ?? 0
      if (length === 0) continue
      const { label, rest } = cutAfter(word, length)
      return [{ label: withTranslation(label, words), rest }]
    }
    return []
  })
}

/** Cards for foreign residents say each label once more in English below it; the value stands level with the middle of the two. */
function withTranslation(label: Word, words: readonly Word[]): Word {
  const { rect } = label
  const below = words.find(
    (word) =>
      /^[A-Z/().]{3,}$/.test(word.text) &&
      Math.abs(word.rect.x - rect.x) < rect.h &&
      word.rect.y > rect.y &&
      word.rect.y < bottom(rect) + 0.5 * rect.h,
  )
  return below === undefined ? label : { ...label, rect: around([rect, below.rect]) }
}

function cutAfter(word: Word, length: number): Labelled {
  if (length >= word.letters.length) return { label: word, rest: null }
  return { label: partOf(word, 0, length), rest: partOf(word, length) }
}

/** The value of a label: what follows it in its line and right of it, line by line, then the lines below in the same column. */
export function linesOf(page: LabelledPage, label: Word, rest: Word | null): Word[] {
  const found = valueOf(page, { field: null, word: label, rest })
  const words = [...(rest === null ? [] : [rest]), ...found.words.filter((word) => word !== rest)]
  return words
    .filter((word) => word.text !== '' && !omittedText(word.text) && !isLabel(word) && !isSeal(label, word))
    .sort((a, b) => (isOneLine(a, b) ? a.rect.x - b.rect.x : a.rect.y - b.rect.y))
}

export function isLabel(word: Word): boolean {
  return isOtherLabel(word.text) || isAddressLabel(word.text)
}

export function isOneLine(a: Word, b: Word): boolean {
  return Math.abs(middleY(a.rect) - middleY(b.rect)) < 0.5 * Math.max(a.rect.h, b.rect.h)
}

/** Whether a text, read again, turns out to be no value but the label of the next one. */
export function isLabelText(text: string): boolean {
  return isOtherLabel(text) || isAddressLabel(text)
}
