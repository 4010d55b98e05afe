// The address an ID gives, line by line.
import { readsAsAddress } from '../screening/address.ts'
import { omittedText } from '../screening/omitted.ts'
import type { LabelledPage } from '../screening/page-view.ts'
import { fold } from '../screening/spelling.ts'
import { bottom, middleY, right } from '../screening/words.ts'
import type { Word } from '../screening/words.ts'
import { isLabel, isOneLine, labelled, linesOf } from './labelled-lines.ts'
import { writtenDate } from './written-date.ts'

const addressLabel = /^[^\p{Letter}]*(?:現住所|住所(?!を?定|変)|住居地(?!記載))(?:\/?ADDRESS)?[:：]?/u
/** On the back of a licence: the date of the entry, then the new address. The last one holds. */
const newAddressLabel = /^(?:.{0,14}日)?[^\p{Letter}]*新住所[:：]?/u
/** In heights of a letter: print further right is a seal or another column. */
const widestGap = 5
/** Of an address: 都道府県 to 番地, then a building, at most in two lines each. */
const mostLines = 4

export function addressLines(page: LabelledPage, words: readonly Word[]): Word[] {
  const entries = labelled(words, newAddressLabel).reverse()
  for (const { label, rest } of [...entries, ...labelled(words, addressLabel)]) {
    const beside = placeIn(linesOf(page, label, rest))
    const lines = beside.length > 0 ? beside : placeBelow(page, label)
    if (lines.length > 0) return continued(page, lines, label)
  }
  return page.kind === 'eligibility' ? addresseeLines(words) : []
}

const postalCode = /^〒?[0-9]{3}-[0-9]{4}$/u
const addressedTo = /.[様殿]$/u

/** A 資格情報のお知らせ is a letter: its address stands between the postal code and the name of whom it is for. */
function addresseeLines(words: readonly Word[]): Word[] {
  const code = words.find(({ text }) => postalCode.test(text))
  if (code === undefined) return []
  const { rect } = code
  const below = words
    .filter((word) => word.rect.y > rect.y + 0.5 * rect.h && Math.abs(word.rect.x - rect.x) < 2 * rect.h)
    .toSorted((a, b) => a.rect.y - b.rect.y)
  const name = below.findIndex(({ text }) => addressedTo.test(fold(text)))
  const lines = below.slice(0, Math.max(name, 0))
  const [first] = lines
  return first !== undefined && isPlace(first) && lines.length <= mostLines ? lines : []
}

/** From the first word that names a place on; seals and the column at its right are none of it. */
function placeIn(lines: readonly Word[]): Word[] {
  const [first, ...others] = lines.slice(lines.findIndex(isPlace))
  if (first === undefined || !isPlace(first)) return []
  const kept = [first]
  for (const word of others) {
    const last = kept.at(-1) ?? first
    const isFar = isOneLine(last, word) && word.rect.x - right(last.rect) > widestGap * first.rect.h
    if (!word.vertical && !isFar) kept.push(word)
  }
  return kept
}

function isPlace({ text, vertical }: Word): boolean {
  if (vertical) return false
  return readsAsAddress(text) || /^.{1,8}[市区郡町村].{2}/u.test(fold(text))
}

/** Where the label heads a column or a roomy entry: the last place below it that is dated at its left, or stands alone in its line. */
function placeBelow(page: LabelledPage, label: Word): Word[] {
  let found: Word | null = null
  let above = label.rect
  for (;;) {
    const next: Word | undefined = page.words
      .filter(
        (word) =>
          word.rect.y > above.y + 0.5 * above.h &&
          word.rect.y < bottom(above) + 2.5 * label.rect.h &&
          word.rect.x < right(label.rect) + label.rect.h &&
          right(word.rect) > label.rect.x - label.rect.h &&
          isPlace(word) &&
          !isLabel(word) &&
          isUnexplained(page, word),
      )
      .sort((a, b) => a.rect.y - b.rect.y)[0]
    if (next === undefined) return found === null ? [] : [found]
    found = next
    above = next.rect
  }
}

/** Nothing at its left, or the date of the entry: what has a label there is that label's. */
function isUnexplained(page: LabelledPage, word: Word): boolean {
  return page.words
    .filter((other) => other !== word && isOneLine(other, word) && other.rect.x < word.rect.x)
    .every(({ text }) => /[0-9]{2}/.test(text))
}

/** Further lines of an address: right below the last one, beginning where the first one begins, with no label of their own. */
function continued(page: LabelledPage, lines: readonly Word[], label: Word): Word[] {
  const result = [...lines]
  for (;;) {
    const last = result.at(-1)
    const [first] = lines
    if (first === undefined || last === undefined || result.length >= mostLines) return result
    const size = first.rect.h
    const next = page.words.find(
      (word) =>
        word !== label &&
        !result.includes(word) &&
        !isLabel(word) &&
        !omittedText(word.text) &&
        writtenDate(word.text) === null &&
        middleY(word.rect) > middleY(last.rect) + 0.6 * size &&
        word.rect.y < bottom(last.rect) + 0.7 * size &&
        Math.abs(word.rect.x - first.rect.x) < 1.5 * size &&
        !page.words.some(
          (other) => other !== word && isLabel(other) && isOneLine(other, word) && other.rect.x < word.rect.x,
        ),
    )
    if (next === undefined) return result
    result.push(next)
  }
}
