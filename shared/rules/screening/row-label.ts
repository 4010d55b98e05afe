// What is printed at the left of a value, however badly it was read: an address beside anything like 住所 is no 本籍.
import { isLikeAddressLabel } from './like-address-label.ts'
import { isOtherLabel, longestLabel } from './labels.ts'
import type { LabelledPage } from './page-view.ts'
import { fold } from './spelling.ts'
import { bottom, middleX, middleY, right } from './words.ts'
import type { Rect, Word } from './words.ts'

/** Mean confidence below which a label may be any other. */
const doubtful = 0.85
/** Half of 本籍 is left of a bad copy: one of its characters, first or last of a short label. */
const likeDomicile = /^(?:[本夲笨].{1,2}|.{0,2}籍|本)$/u
/** Words of two characters that begin or end like it. */
const beginsLikeDomicile = /^(?:本[店社部人件校院場当日文名年月数題]|[国戸除入原書]籍|.{0,2}本人)/u

export type RowLabel = 'none' | 'address' | 'domicile' | 'other' | 'unknown'

/** What stands left of the value in its row: nothing, a label of an address, what is left of 本籍, another label, or print that is no label known. */
export function rowLabelOf(page: LabelledPage, value: Word): RowLabel {
  const size = value.rect.h
  const beside = wordsBeside(page, value)
  if (beside.length === 0) return 'none'
  const nearest = Math.max(...beside.map((word) => right(word.rect)))
  // A label may be spread over its column or stand one character below the other: its pieces count together.
  const pieces = beside
    .filter((word) => nearest - right(word.rect) < 8 * size)
    .sort((a, b) => a.rect.x + a.rect.y - b.rect.x - b.rect.y)
  const column = page.words
    .filter((word) => word !== value && word.text.length <= 2 && pieces.some((piece) => isStacked(piece, word)))
    .concat(pieces.filter((piece) => piece.text.length <= 2))
    .sort((a, b) => a.rect.y - b.rect.y)
  const texts = [...pieces.map((piece) => piece.text), joined(pieces), joined([...new Set(column)])].map(fold)
  if (texts.some(isLikeAddressLabel)) return 'address'
  if (texts.some((text) => likeDomicile.test(text) && !beginsLikeDomicile.test(text))) return 'domicile'
  return texts.some(isOtherLabel) ? 'other' : 'unknown'
}

/** Print that could be read as anything stands where the label of the value would. */
export function hasDoubtfulLabel(page: LabelledPage, value: Word): boolean {
  const [nearest] = wordsBeside(page, value).sort((a, b) => right(b.rect) - right(a.rect))
  return nearest !== undefined && nearest.text.length >= 2 && nearest.sure < doubtful
}

/** Short print at the left of the value, in its row. A lone figure or Latin letter counts the rows, or is one of a watermark. */
function wordsBeside(page: LabelledPage, value: Word): Word[] {
  return page.words.filter(
    (word) =>
      word !== value &&
      !/^[!-~]?$/u.test(word.text) &&
      right(word.rect) < value.rect.x + 0.6 * value.rect.h &&
      spansRow(word.rect, value.rect) &&
      word.text.length <= longestLabel,
  )
}

function joined(words: readonly Word[]): string {
  return words.map((word) => word.text).join('')
}

function spansRow(label: Rect, value: Rect): boolean {
  const middle = middleY(value)
  return middle > label.y - 0.3 * value.h && middle < bottom(label) + 0.3 * value.h
}

function isStacked(piece: Word, word: Word): boolean {
  return (
    piece !== word &&
    piece.text.length <= 2 &&
    Math.abs(middleX(piece.rect) - middleX(word.rect)) < 0.6 * piece.rect.w &&
    Math.abs(middleY(piece.rect) - middleY(word.rect)) < 2.2 * piece.rect.h
  )
}
