// What the rules may know of a page: its words, its dark patches, and how much ink lies in any rectangle.
import type { DocumentKind, Evidence, Field, FieldState } from '../../screening.ts'
import { cellAround, isInCell } from './cells.ts'
import type { RuledLines } from './cells.ts'
import type { Label } from './labels.ts'
import { joinLabelPieces } from './join.ts'
import { looksLikeAddress } from './address.ts'
import { endsInAddressLabel, isAddressLabel, isOtherLabel, labelOf, longestLabel } from './labels.ts'
import { bottom, middleX, middleY, overlap, right } from './words.ts'
import type { Code, Patch, Rect, Word } from './words.ts'

export interface PageView {
  width: number
  height: number
  kind: DocumentKind
  /** Every kind the page speaks for: two cards may lie on one sheet. */
  kinds: ReadonlySet<DocumentKind>
  words: readonly Word[]
  patches: readonly Patch[]
  codes: readonly Code[]
  rules: RuledLines
  /** Share of dark pixels in the darkest part of the rectangle as broad as it is high and a half; 0–1. */
  ink(rect: Rect): number
  /** How much darker than its paper the darkest print in the rectangle is, be it ever so pale; 0–255. */
  depth(rect: Rect): number
}

/** More ink than this in a place is print, read or not. */
export const inked = 0.14

/** A finding on the upright page. */
export interface Found {
  field: Field
  state: FieldState
  rect: Rect
  label: Rect | null
  by: Evidence[]
}

/** A page with its labels told apart from its values. */
export interface LabelledPage extends PageView {
  labels: readonly Label[]
  /** Words that are no label of a field nobody may keep; values cut off from their labels included. */
  rest: readonly Word[]
}

export function withLabels(page: PageView): LabelledPage {
  const labels: Label[] = []
  const rest: Word[] = []
  for (const word of joinLabelPieces(page.words)) {
    const label = labelOf(word)
    if (label === null) rest.push(word)
    else {
      labels.push(label)
      if (label.rest !== null && label.rest.text !== '') rest.push(label.rest)
    }
  }
  return { ...page, words: [...rest, ...labels.map((label) => label.word)], labels, rest }
}

/** Words of the value that a label announces, and the rectangle where a value would stand. */
export interface Value {
  words: Word[]
  rect: Rect
  /** True when the value was looked for to the right of the label, false when below it. */
  beside: boolean
}

/** Patches that lie on the row of a label, right of it or (for column heads) just below it. */
export function patchesAt(page: PageView, rect: Rect): Patch[] {
  return page.patches.filter(
    (patch) =>
      overlap(patch.rect, rect) > 0.25 * Math.min(patch.rect.w * patch.rect.h, rect.w * rect.h) ||
      overlap(patch.rect, rect) > 0.5 * rect.h * rect.h,
  )
}

/** In heights of a row: a dark area higher than this covers no number: it is a photograph, or the shadow beside a card. */
const tallestCover = 6

/** The patches at the place of a value that could be its cover. */
export function coversAt(page: PageView, field: Field | null, rect: Rect): Patch[] {
  const isAddressOrName = field === 'permanent-domicile' || field === 'head-of-register'
  return patchesAt(page, rect).filter((patch) => isAddressOrName || patch.rect.h < tallestCover * rect.h)
}

/** What can be seen of a value that lies under the patch alone. */
export function stateUnder({ text, isHatched }: Patch): FieldState {
  if (text !== null) return 'see-through'
  return isHatched ? 'unreadable' : 'masked'
}

/** Most of the rectangle lies under one patch. */
export function isCovered(page: PageView, rect: Rect): boolean {
  return page.patches.some((patch) => overlap(patch.rect, rect) > 0.7 * rect.w * rect.h)
}

/** A label of any field, kept or not: where one begins, a value before it ends. */
export function isLabel(page: LabelledPage, word: Word): boolean {
  return isOtherLabel(word.text) || page.labels.some((label) => label.word === word)
}

/** Whether a label of an address where somebody lives or works stands left of the word, in it, or right above it. */
export function isExplainedAddress(page: LabelledPage, word: Word): boolean {
  if (isAddressLabel(word.text)) return true
  const size = word.rect.h
  return page.words.some((other) => {
    if (other === word || (!isAddressLabel(other.text) && !isMisreadHead(page, other))) return false
    const apart = Math.abs(middleY(other.rect) - middleY(word.rect))
    // The second line of an address has its label a line above, and nothing of its own at the left.
    const left =
      other.rect.x < word.rect.x && (apart < 0.6 * size || (apart < 1.1 * size && !hasPrintBeside(page, word)))
    // A line that goes on with its own value is no head.
    const above =
      (other.text.length <= longestLabel || endsInAddressLabel(other.text) || isMisreadHead(page, other)) &&
      other.rect.y < word.rect.y &&
      word.rect.y - bottom(other.rect) < (isEndOfEntry(page, other) ? entryGap : 1.2) * size &&
      middleX(other.rect) > word.rect.x - 4 * size &&
      other.rect.x < right(word.rect)
    return left || above || isHeadOver(page, other, word)
  })
}

/** On a licence nothing but the 本籍 has an address of its own as well, so there one character of 住所, alone or behind a date, may be misread. Names begin with 佳 too. */
function isMisreadHead(page: PageView, { text }: Word): boolean {
  return (
    page.kinds.has('licence') && /^(?:.*[0-9]日?[^\p{Letter}0-9]*)?[新現旧]?(?:住.|.所)[^\p{Letter}0-9]*$/u.test(text)
  )
}

/** In heights of the address: how far below a label that ends its line an entry of a licence goes on. */
const entryGap = 2

function isEndOfEntry(page: PageView, { rect }: Word): boolean {
  return (
    page.kinds.has('licence') &&
    !page.words.some(
      (other) => other.rect.x > right(rect) && Math.abs(middleY(other.rect) - middleY(rect)) < 0.6 * rect.h,
    )
  )
}

/** Addresses where somebody lives, read label and all: another one is something else. */
export function ownAddresses(page: LabelledPage): Word[] {
  return page.rest.filter((word) => looksLikeAddress(word.text) && isExplainedAddress(page, word))
}

/** So many heads in a row make a table of columns. */
export const headsOfTable = 3

/** The label heads the ruled column that the word stands in, among other heads, and no 本籍 stands between them. */
function isHeadOver(page: LabelledPage, head: Word, word: Word): boolean {
  if (head.vertical || bottom(head.rect) > word.rect.y) return false
  const column = { ...cellAround(page.rules, head.rect), top: null, bottom: null }
  if (column.left === null || column.right === null || !isInCell(column, word.rect)) return false
  const row = page.words.filter(
    (other) => Math.abs(middleY(other.rect) - middleY(head.rect)) < 0.6 * head.rect.h && isLabel(page, other),
  )
  if (row.length < headsOfTable) return false
  return !page.labels.some(
    ({ field, word: { rect } }) =>
      field === 'permanent-domicile' && rect.y > head.rect.y && rect.y < word.rect.y && rect.x < right(word.rect),
  )
}

function hasPrintBeside(page: LabelledPage, word: Word): boolean {
  return page.words.some(
    (other) =>
      other !== word &&
      right(other.rect) < word.rect.x + 0.3 * word.rect.h &&
      Math.abs(middleY(other.rect) - middleY(word.rect)) < 0.6 * word.rect.h,
  )
}
