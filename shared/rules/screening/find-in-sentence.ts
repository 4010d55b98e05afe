// A 本籍 told in a sentence, as people do in letters: 本籍は東京都…です.
import { hasLot, startsWithPrefecture } from './address.ts'
import { isCovered } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { bottom, middleY, overlap, partOf, right } from './words.ts'
import type { Word } from './words.ts'

const mention = /本籍地?(?:[はがをに]|[:])/u
/** The next line begins so many heights below. */
const nextLine = 3.2

/** Addresses right behind the mention, or, where a line ends with it, at the beginning of what follows. */
export function findInSentence(page: LabelledPage, found: readonly Found[]): Found[] {
  return page.rest.flatMap((word): Found[] => {
    const [before, ...rest] = word.text.split(mention)
    if (before === undefined || rest.length === 0) return []
    const tail = rest.at(-1) ?? ''
    const from = word.letters.length - [...tail].length
    const value = tail === '' ? following(page, word) : partOf(word, from)
    if (value === null || !startsWithPrefecture(value.text) || !hasLot(value.text)) return []
    if (found.some(({ rect }) => overlap(rect, value.rect) > 0)) return []
    const label = partOf(word, [...before].length, from).rect
    const state = isCovered(page, value.rect) ? 'see-through' : 'visible'
    return [{ field: 'permanent-domicile', state, rect: value.rect, label, by: ['label', 'value'] }]
  })
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
