// Where the value of a label stands: in its table cell, to its right in the same row, or below it.
import { endsLikeDomicile, looksLikeAddress, readsAsAddress, romajiPrefecture } from './address.ts'
import { cellAround, cellBeside, isInCell } from './cells.ts'
import type { Cell } from './cells.ts'
import { isAddressLabel } from './labels.ts'
import type { Label } from './labels.ts'
import { omittedText } from './omitted.ts'
import { isExplainedAddress, isLabel, patchesAt } from './page-view.ts'
import type { LabelledPage, Value } from './page-view.ts'
import { printedLines } from './printed-lines.ts'
import { rowLabelOf } from './row-label.ts'
import { isSetInColumns, valueDown } from './value-down.ts'
import { bottom, middleX, middleY, overlap, right } from './words.ts'
import type { Patch, Rect, Word } from './words.ts'
import type { Field } from '../../screening.ts'

/** In heights of the label: the widest gap before a value that reads like anything. */
const widestGap = 16
/** The same between a patch and what sticks out of it: a name has a wide space in it. */
const coverGap = 2.2
/** A cell with so much room behind its label holds the value as well, be it empty; in heights of the label. */
const roomy = 12
/** The label of a passport's 本籍 is this long, in heights of its own small print. */
const longLabel = 12
/** A lone character that reads worse is dirt in the label's cell. */
const surelyRead = 0.9

/** To the right in the same row up to the next label, else below in the same column. */
export function valueOf(page: LabelledPage, label: Label): Value {
  if (isSetInColumns(page)) return valueDown(page, label)
  const at = label.word.rect
  const size = label.word.vertical ? Math.max(at.w, 1) : Math.max(at.h, 1)
  const cell = valueCell(page, label, size)
  const inRow = page.words
    .filter(
      (word) =>
        word !== label.word &&
        !isSeal(label.word, word) &&
        isBehind(word.rect, at, size) &&
        (cell === null || isInCell(cell, word.rect)) &&
        (sameRow(at, word.rect, size) || isNextLine(page, label, word, size) || isLineOfCell(page, label, cell)),
    )
    .sort((a, b) => (cell === null ? a.rect.x - b.rect.x : lineBreak(a, b) || a.rect.x - b.rect.x))
  const stop = inRow.findIndex((word) => isLabel(page, word))
  const end = Math.min(stop === -1 ? page.width : inRow[stop]!.rect.x, cell?.right ?? page.width)
  const besideRect = {
    x: right(at) + 0.1 * size,
    y: at.y,
    w: Math.max(size, Math.min(end, right(at) + 32 * size) - right(at) - 0.2 * size),
    h: at.h,
  }
  const covers = patchesAt(page, besideRect)
  const beside = ownWords(label, stop === -1 ? inRow : inRow.slice(0, stop), covers, size)
  if (beside.length > 0 || covers.length > 0) return { words: beside, rect: besideRect, beside: true }

  // Of the small label of a passport often only the end is read; its value begins where the label began.
  const before = page.kinds.has('passport') ? longLabel : 3
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
          (word.rect.x > at.x - before * size || isInColumnOf(page, label, word))),
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
      (word === nearest ? isSure || couldBeValue(label.field, word) : isUnderLabel(page, label, word, size)),
  )
  if (first !== undefined) return { words: [first], rect: first.rect, beside: false }
  // On passports the value stands below its label, and so does what covers it.
  const belowRect = { x: at.x - 0.5 * size, y: bottom(at), w: Math.max(at.w, 6 * size), h: 2 * size }
  const coversBelow = page.kinds.has('passport') ? patchesAt(page, belowRect) : []
  if (coversBelow.length > 0) {
    const sticking = page.words.filter(
      (word) =>
        !isLabel(page, word) &&
        overlap(word.rect, belowRect) > 0 &&
        middleY(word.rect) > bottom(at) &&
        belongsTo(word, coversBelow, size),
    )
    return { words: sticking, rect: belowRect, beside: false }
  }
  return { words: [], rect: besideRect, beside: true }
}

/** Without what is a seal or another column: print far from the patch on the row and from what follows it, and for a 本籍 far from its label. */
function ownWords(label: Label, words: readonly Word[], covers: readonly Patch[], size: number): Word[] {
  const kept: Word[] = []
  let end = Math.max(right(label.word.rect), ...covers.map((patch) => right(patch.rect)))
  for (const word of words) {
    if (word.text === '') continue
    const followsKept = kept.some((other) => Math.abs(word.rect.x - right(other.rect)) < coverGap * size)
    if (!followsKept && !belongsTo(word, covers, size)) continue
    const isFar = word.rect.x - end > widestGap * size
    if (label.field === 'permanent-domicile' && isFar && !isPartOfDomicile(word)) continue
    kept.push(word)
    end = Math.max(end, right(word.rect))
  }
  return kept
}

/** An address right below a label of a 本籍, in the same cell or with no other label nearer to it in the label's row. */
function isUnderLabel(page: LabelledPage, label: Label, word: Word, size: number): boolean {
  const at = label.word.rect
  if (label.field !== 'permanent-domicile' || !looksLikeAddress(word.text) || word.vertical) return false
  if (isExplainedAddress(page, word) || rowLabelOf(page, word) !== 'none') return false
  const own = cellAround(page.rules, at)
  if (own.bottom !== null && middleY(word.rect) < own.bottom && own.left !== null && own.right !== null)
    return isInCell(own, word.rect)
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

/** Far from the label stands what white paper over the first characters left of an address: its end. */
function isPartOfDomicile(word: Word): boolean {
  return couldBeValue('permanent-domicile', word) || endsLikeDomicile(word.text)
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

/** Characters in columns beside a label that is printed in a line. */
export function isSeal(label: Word, word: Word): boolean {
  return word.vertical && !label.vertical && word.letters.length > 1
}

/** The table cell a label's value stands in: its own when print follows the label there, else the one at its right. */
function valueCell(page: LabelledPage, label: Label, size: number): Cell | null {
  const at = label.word.rect
  const own = cellAround(page.rules, at)
  if (own.right === null) return null
  const follows = page.rest.some(
    (word) =>
      (word.text.length > 1 || word.sure > surelyRead) &&
      isBehind(word.rect, at, size) &&
      isInCell(own, word.rect) &&
      (sameRow(at, word.rect, size) || isNextLine(page, label, word, size)),
  )
  const isRoomy = own.right - right(at) > roomy * size
  return follows || isRoomy ? { ...own, left: right(at) - 0.4 * size } : cellBeside(page.rules, at)
}

/** Every line of a bounded cell is the value of a label that has a cell of its own. */
function isLineOfCell(page: LabelledPage, label: Label, cell: Cell | null): boolean {
  if (cell === null || cell.top === null || cell.bottom === null) return false
  const own = cellAround(page.rules, label.word.rect)
  if (own.top === null || own.bottom === null || own.left === null) return false
  const height = cell.bottom - cell.top
  if (height > 1.15 * (own.bottom - own.top) || height > 6 * label.word.rect.h) return false
  return !page.words.some((other) => other !== label.word && other.text !== '' && isInCell(own, other.rect))
}

/** Begins where the label ends: the boxes of both have margins that may overlap. */
function isBehind(rect: Rect, label: Rect, size: number): boolean {
  return rect.x >= right(label) - 0.8 * size && middleX(rect) > right(label)
}

function lineBreak(a: Word, b: Word): number {
  const apart = middleY(a.rect) - middleY(b.rect)
  return Math.abs(apart) > 0.7 * Math.min(a.rect.h, b.rect.h) ? apart : 0
}

/** With a patch on the value's row, print far from the patch is something else (a seal, the next column), unless it is an address. */
function belongsTo(word: Word, covers: readonly Patch[], size: number): boolean {
  if (covers.length === 0 || looksLikeAddress(word.text) || omittedText(word.text)) return true
  return covers.some(
    (patch) => word.rect.x < right(patch.rect) + coverGap * size && right(word.rect) > patch.rect.x - 8 * size,
  )
}

function couldBeValue(field: Field | null, word: Word): boolean {
  switch (field) {
    case 'permanent-domicile':
      return readsAsAddress(word.text) || romajiPrefecture(word.text) !== null || omittedText(word.text)
    case 'head-of-register':
    case null:
      return omittedText(word.text) || (word.text.length >= 2 && word.text.length <= 8 && !/[0-9]/.test(word.text))
    case 'individual-number':
    case 'resident-code':
    case 'insurer-number':
    case 'insured-number':
    case 'insurance-qr':
    case 'pension-number':
    case 'organ-donation':
      return /[0-9]{2}/.test(word.text) || omittedText(word.text)
  }
}

function sameRow(label: Rect, word: Rect, size: number): boolean {
  const middle = middleY(word)
  return middle > label.y - 0.35 * size && middle < bottom(label) + 0.35 * size && word.h < 3 * Math.max(label.h, size)
}

/** A line of a tall cell: a little above or below the label's own row, and no other label is nearer to it. */
function isNextLine(page: LabelledPage, label: Label, word: Word, size: number): boolean {
  const at = label.word.rect
  const middle = middleY(word.rect)
  if (middle < at.y - 1.1 * size || middle > bottom(at) + 1.1 * size || word.rect.h > 2 * size) return false
  if (isLabel(page, word)) return false
  const away = Math.abs(middle - middleY(at))
  return !page.words.some((other) => {
    if (other === word || other === label.word || other.rect.x >= word.rect.x) return false
    if (!isLabel(page, other) && !isAddressLabel(other.text)) return false
    return Math.abs(middle - middleY(other.rect)) <= away
  })
}
