// A 本籍 told in a sentence, as people do in letters: 私の本籍は、東京都…です。筆頭者は…です。
import type { Field } from '../../screening.ts'
import { hasLot, readsAsAddress } from './address.ts'
import { coverGap } from './likely-value.ts'
import { isName } from './name.ts'
import { isCovered } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { bottom, middleY, overlap, partOf, right } from './words.ts'
import type { Rect, Word } from './words.ts'

const domicile = /本籍地?(?:[はがをに]|[:])[、,]?/u
const head = /筆頭者(?:の氏名)?は[、,]?/u
/** Where the value ends and the sentence goes on. */
const sentenceEnd = /[、。,.]|です|であ|でご|と(?:なっ|申|いい|言)/u
/** The next line begins so many heights below. */
const nextLine = 3.2

/** Values right behind their mention, or, where a line ends with it, at the beginning of what follows; a 筆頭者 beside a 本籍 alone. */
export function findInSentence(page: LabelledPage, found: readonly Found[]): Found[] {
  const domiciles = told(page, 'permanent-domicile', domicile, found)
  return domiciles.length === 0 ? [] : [...domiciles, ...told(page, 'head-of-register', head, [...found, ...domiciles])]
}

function told(page: LabelledPage, field: Field, mention: RegExp, found: readonly Found[]): Found[] {
  return page.rest.flatMap((word): Found[] => {
    const [before, ...rest] = word.text.split(mention)
    if (before === undefined || rest.length === 0) return []
    const tail = rest.at(-1) ?? ''
    const from = word.letters.length - [...tail].length
    const label = partOf(word, [...before].length, from).rect
    const line = tail === '' ? following(page, word) : partOf(word, from)
    if (line === null) return []
    const value = partOf(line, 0, [...(line.text.split(sentenceEnd)[0] ?? '')].length)
    const isValue =
      field === 'head-of-register'
        ? isName(value)
        : /[0-9〇一二三四五六七八九十百]/u.test(value.text) &&
          hasLot(value.text) &&
          (readsAsAddress(value.text) || isBehindCover(page, label, value))
    if (!isValue || found.some(({ rect }) => overlap(rect, value.rect) > 0)) return []
    const state = isCovered(page, value.rect) ? 'see-through' : 'visible'
    return [{ field, state, rect: value.rect, label, by: ['label', 'value'] }]
  })
}

/** What a cover over the beginning left of the value, in the line of its mention. */
function isBehindCover(page: LabelledPage, mention: Rect, { rect }: Word): boolean {
  return page.patches.some(
    (patch) =>
      Math.abs(middleY(patch.rect) - middleY(mention)) < 0.6 * rect.h &&
      Math.abs(middleY(patch.rect) - middleY(rect)) < 0.6 * rect.h &&
      Math.abs(patch.rect.x - right(mention)) < coverGap * rect.h &&
      Math.abs(rect.x - right(patch.rect)) < coverGap * rect.h,
  )
}

/** The nearest print at the right in the same line, else the first of the next line. */
function following(page: LabelledPage, word: Word): Word | null {
  const size = word.rect.h
  const others = page.rest.filter((other) => other !== word && other.text !== '')
  const beside = others
    .filter((other) => Math.abs(middleY(other.rect) - middleY(word.rect)) < 0.6 * size)
    .filter((other) => other.rect.x > right(word.rect) - 0.5 * size)
    .sort((a, b) => a.rect.x - b.rect.x)
  const below = others
    .filter((other) => other.rect.y > middleY(word.rect) && other.rect.y - bottom(word.rect) < nextLine * size)
    .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
  return beside[0] ?? below[0] ?? null
}
