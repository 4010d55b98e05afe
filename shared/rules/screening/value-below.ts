// The value of a label that has none beside it: below it, under a head in the middle of its column, under a passport's small print.
import { endsLikeDomicile, looksLikeAddress } from './address.ts'
import { cellAround, isInCell } from './cells.ts'
import { isEndBehindCover } from './end-behind-cover.ts'
import { isAddressLabel } from './labels.ts'
import type { Label } from './labels.ts'
import { belongsTo, coverGap, couldBeValue, widestGap } from './likely-value.ts'
import { isBesideName } from './name.ts'
import { isExplainedAddress, isLabel, patchesAt } from './page-view.ts'
import type { LabelledPage, Value } from './page-view.ts'
import { printedLines } from './printed-lines.ts'
import { rowLabelOf } from './row-label.ts'
import { around, bottom, middleX, middleY, overlap, right } from './words.ts'
import type { Rect, Word } from './words.ts'

/** The label of a passport's 本籍 is this long, in heights of its own small print. */
const longLabel = 12

/** Null when nothing stands there that could be the value, and nothing covers it. `size` is the height of the label's print. */
export function valueBelow(page: LabelledPage, label: Label, size: number): Value | null {
  const at = label.word.rect
  // Of the small label of a passport often only the end is read; its value begins where the label began.
  const reach = page.kinds.has('passport') ? longLabel : 3
  // Column heads have their values below them. A label of the next row stands there too, so only what can be a value counts.
  const below = printedLines(
    page,
    page.words.filter(
      (word) =>
        word !== label.word &&
        word.text !== '' &&
        word.rect.y > at.y + 0.6 * at.h &&
        word.rect.y < bottom(at) + 1.6 * size,
    ),
  )
    .filter(
      (word) =>
        isUnderLabel(page, label, word, size) ||
        (word.rect.x < right(at) + size &&
          right(word.rect) > at.x - 0.5 * size &&
          (word.rect.x > at.x - reach * size || isInColumnOf(page, label, word))),
    )
    .filter((word) => rowLabelOf(page, word) !== 'address')
    .sort((a, b) => a.rect.y - b.rect.y)
  const [nearest] = below
  // On a passport nothing but the value stands there.
  const isSure =
    page.kinds.has('passport') &&
    label.field === 'permanent-domicile' &&
    nearest !== undefined &&
    nearest.text.length >= 3
  const first = below.find(
    (word) =>
      !isLabel(page, word) &&
      !isAddressLabel(word.text) &&
      ((word === nearest && (isSure || couldBeValue(label.field, word))) || isUnderLabel(page, label, word, size)),
  )
  if (first !== undefined) {
    const words = [first, ...page.rest.filter((word) => word !== first && goesOn(page, label, first, word))]
    const covers = page.patches.filter((patch) => isCoverOf(patch.rect, first.rect))
    return { words, rect: around([...words, ...covers].map(({ rect }) => rect)), beside: false }
  }
  // On passports the value stands below its label, and so does what covers it: it may have left no more than the label's end.
  const before = Math.max(0.5, longLabel - at.w / size)
  const belowRect = { x: at.x - before * size, y: bottom(at), w: Math.max(at.w, 6 * size) + before * size, h: 2 * size }
  const coversBelow = page.kinds.has('passport') ? patchesAt(page, belowRect) : []
  if (coversBelow.length === 0) return coveredUnderHead(page, label)
  const sticking = page.words.filter(
    (word) =>
      !isLabel(page, word) &&
      overlap(word.rect, belowRect) > 0 &&
      middleY(word.rect) > bottom(at) &&
      belongsTo(word, coversBelow, size),
  )
  return { words: sticking, rect: belowRect, beside: false }
}

/** Covers what stood before or behind the print in its line. */
function isCoverOf(cover: Rect, line: Rect): boolean {
  const gap = Math.max(cover.x - right(line), line.x - right(cover))
  return Math.abs(middleY(cover) - middleY(line)) < 0.6 * line.h && gap < coverGap * line.h
}

/** A piece of the same name, which a pattern or what is left of a pen parted from the first. */
function goesOn(page: LabelledPage, { field }: Label, name: Word, piece: Word): boolean {
  return field === 'head-of-register' && !isLabel(page, piece) && isBesideName(name, piece)
}

/** In heights of the label: a cover that begins so far before it lies under a head in the middle of its cell, one under a label at the left does not. */
const beforeHead = 2.5
/** The same: how far below the cell of its head a value ends. */
const underHead = 4

/** What covers the cell below a head; print that sticks out of it has been read by now. */
function coveredUnderHead(page: LabelledPage, label: Label): Value | null {
  const at = label.word.rect
  const own = cellAround(page.rules, at)
  // A title reads like a label of numbers, and stands above a table as well.
  if (own.bottom === null || (label.field !== 'permanent-domicile' && label.field !== 'head-of-register')) return null
  const from = own.bottom
  const covers = page.patches.filter(
    ({ rect }) =>
      rect.x < at.x - beforeHead * at.h &&
      right(rect) > at.x - 2 * longLabel * at.h &&
      rect.y > from - at.h &&
      middleY(rect) < from + underHead * at.h &&
      isInCell({ ...own, top: from, bottom: null }, rect),
  )
  return covers.length === 0 ? null : { words: [], rect: around(covers.map(({ rect }) => rect)), beside: false }
}

/** An address right below a label of a 本籍, in the same cell or with no other label nearer to it in the label's row. */
function isUnderLabel(page: LabelledPage, label: Label, word: Word, size: number): boolean {
  const at = label.word.rect
  if (label.field !== 'permanent-domicile' || word.vertical) return false
  if (isExplainedAddress(page, word) || rowLabelOf(page, word) !== 'none') return false
  const own = cellAround(page.rules, at)
  const isInOwn = own.bottom !== null && middleY(word.rect) < own.bottom && own.left !== null && own.right !== null
  // In the label's own cell the end of an address is one, though white paper left nothing of a cover to be seen.
  if (!looksLikeAddress(word.text) && !isEndBehindCover(page, word) && !(isInOwn && endsLikeDomicile(word.text)))
    return false
  if (isInOwn) return isInCell(own, word.rect)
  const away = (rect: Rect): number => Math.max(rect.x - right(word.rect), word.rect.x - right(rect), 0)
  return (
    away(at) < widestGap * size &&
    !page.words.some(
      (other) =>
        other !== label.word &&
        isLabel(page, other) &&
        Math.abs(middleY(other.rect) - middleY(at)) < 0.8 * size &&
        away(other.rect) <= away(at),
    )
  )
}

/** A head stands in the middle of its column, an address under it begins at the column's left edge. */
function isInColumnOf(page: LabelledPage, label: Label, word: Word): boolean {
  const middle = middleX(label.word.rect)
  if (!looksLikeAddress(word.text)) return false
  if (word.rect.x < middle && right(word.rect) > middle) return true
  const own = cellAround(page.rules, label.word.rect)
  const margin = 0.3 * word.rect.h
  return (
    own.left !== null && own.right !== null && word.rect.x > own.left - margin && right(word.rect) < own.right + margin
  )
}
