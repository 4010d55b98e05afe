// What is printed at the left of a value, however badly it was read: an address beside anything like 住所 is no 本籍.
import { isAddressLabel, isOtherLabel, longestLabel } from './labels.ts'
import type { LabelledPage } from './page-view.ts'
import { distance, fold } from './spelling.ts'
import { bottom, middleX, middleY, right } from './words.ts'
import type { Rect, Word } from './words.ts'

/** Mean confidence below which a label may be any other. */
const doubtful = 0.85
/** Labels of addresses that are no 本籍, as a whole. */
const addressLabelNames = [
  '住所',
  '前住所',
  '現住所',
  '旧住所',
  '新住所',
  '転入前住所',
  '転出先住所',
  '転出先',
  '転出予定先',
  '最終住所',
  '最終の住所',
  '従前の住所',
  '転居前住所',
  '請求者住所',
  '住居地',
  '居所',
  '所在地',
  '事業所所在地',
  '保険者所在地',
  '送付先',
  '出生地',
  '届出地',
].map(fold)

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

/** Short print at the left of the value, in its row. */
function wordsBeside(page: LabelledPage, value: Word): Word[] {
  return page.words.filter(
    (word) =>
      word !== value &&
      word.text !== '' &&
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

function isLikeAddressLabel(text: string): boolean {
  if (isAddressLabel(text)) return true
  const letters = [...text].filter((char) => /\p{Letter}/u.test(char))
  if (letters.length === 0 || letters.length > longestLabel) return false
  // No label of a 本籍 ends in 所.
  if (letters.length <= 4 && letters.at(-1) === '所') return true
  // One of the two characters that 本籍 has not is enough when the other was misread.
  if (letters.length <= 3 && letters.some((char) => '住位佳往'.includes(char)) && !/[本籍]/.test(text)) return true
  return addressLabelNames.some((name) => alike(letters.join(''), name))
}

/** As long as the name give or take one, and at most one character in three is another. */
function alike(text: string, name: string): boolean {
  return name.length >= 3 && Math.abs(text.length - name.length) <= 1 && distance(text, name) <= name.length / 3
}
