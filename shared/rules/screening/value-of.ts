// Where the value of a label stands: in its table cell, to its right in the same row, or below it.
import { endsLikeDomicile, isCommission, looksLikeAddress } from './address.ts'
import { cellAround, cellBeside, isInCell } from './cells.ts'
import type { Cell } from './cells.ts'
import { isAddressLabel } from './labels.ts'
import type { Label } from './labels.ts'
import { belongsTo, couldBeValue, coverGap, widestGap } from './likely-value.ts'
import { isName } from './name.ts'
import { coversAt, isLabel } from './page-view.ts'
import type { LabelledPage, Value } from './page-view.ts'
import { valueBelow } from './value-below.ts'
import { isSetInColumns, valueDown } from './value-down.ts'
import { bottom, middleX, middleY, right } from './words.ts'
import type { Patch, Rect, Word } from './words.ts'

/** A cell with so much room behind its label holds the value as well, be it empty; in heights of the label. */
const roomy = 12
/** Forms print a note below the label, and leave room to write in; in heights of the label. */
const notedRow = 10
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
        (sameRow(at, word.rect, size) || isNextLine(page, label, word, size) || isLineOfCell(page, label, cell, word)),
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
  const covers = coversAt(page, label.field, besideRect)
  const beside = ownWords(label, stop === -1 ? inRow : inRow.slice(0, stop), covers, size)
  if (beside.length > 0 || covers.length > 0) return { words: beside, rect: besideRect, beside: true }

  return valueBelow(page, label, size) ?? { words: [], rect: besideRect, beside: true }
}

/** Without what is a seal or another column: print far from the patch on the row and from what follows it, and for a 本籍 far from its label. */
function ownWords(label: Label, words: readonly Word[], covers: readonly Patch[], size: number): Word[] {
  const kept: Word[] = []
  let end = Math.max(right(label.word.rect), ...covers.map((patch) => right(patch.rect)))
  for (const word of words) {
    if (word.text === '' || isEndOfLabel(word) || isCommission(word.text)) continue
    const followsKept = kept.some((other) => Math.abs(word.rect.x - right(other.rect)) < coverGap * size)
    if (!followsKept && !followsLabel(label, word, size) && !belongsTo(word, covers, size)) continue
    const isFar = word.rect.x - end > widestGap * size
    if (label.field === 'permanent-domicile' && isFar && !isPartOfDomicile(word)) continue
    kept.push(word)
    end = Math.max(end, right(word.rect))
  }
  return kept
}

/** Right behind its label, and reads like its value: a cover further on hides something else. */
function followsLabel({ field, word: { rect } }: Label, word: Word, size: number): boolean {
  return word.rect.x - right(rect) < coverGap * size && couldBeValue(field, word)
}

/** Registered Domici | le: values are in Japanese or, on a passport, in capitals; o, s, c and the like are read for capitals. */
function isEndOfLabel({ text }: Word): boolean {
  return /^[a-z]{2,8}$/.test(text) || (/^[A-Za-z]{3,12}$/.test(text) && /[abdefghnqrt]/.test(text))
}

/** Far from the label stands what white paper over the first characters left of an address: its end. */
function isPartOfDomicile(word: Word): boolean {
  return couldBeValue('permanent-domicile', word) || endsLikeDomicile(word.text)
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
  const beside = cellBeside(page.rules, at)
  const isCoveredHere = page.patches.some(
    ({ rect }) => isBehind(rect, at, size) && isInCell(own, rect) && sameRow(at, rect, size),
  )
  const isOwn = isRoomy && (isCoveredHere || holdsBelow(page, label, own) || !holdsValue(page, label, beside))
  if (!follows && !isOwn) return beside
  return { ...own, left: right(at) - 0.4 * size }
}

/** The address stands below its label in the same cell, or what covers it does: whatever stands in the next one is something else. */
function holdsBelow(page: LabelledPage, { field, word: { rect: at } }: Label, own: Cell): boolean {
  const isBelow = (rect: Rect): boolean =>
    isInCell(own, rect) &&
    middleY(rect) > bottom(at) &&
    rect.y < bottom(at) + at.h &&
    Math.abs(rect.x - at.x) < 2 * at.h
  if (field !== 'permanent-domicile') return false
  return (
    page.rest.some((word) => looksLikeAddress(word.text) && isBelow(word.rect)) ||
    page.patches.some(({ rect }) => rect.w > 2 * rect.h && isBelow(rect))
  )
}

/** Forms have broad columns of labels: the cell beside one holds an address or a name, what stands for one, or a cover. */
function holdsValue(page: LabelledPage, label: Label, cell: Cell | null): boolean {
  if (cell === null || (label.field !== 'permanent-domicile' && label.field !== 'head-of-register')) return false
  const at = label.word.rect
  // The note below the label makes its row high, and the address stands above the middle of it.
  const isOneRow =
    label.field === 'permanent-domicile' &&
    cell.top !== null &&
    cell.bottom !== null &&
    cell.bottom - cell.top < notedRow * at.h
  const isInRow = (rect: Rect): boolean => isInCell(cell, rect) && (isOneRow || sameRow(at, rect, at.h))
  return (
    page.rest.some((word) => couldBeValue(label.field, word) && !isLabel(page, word) && isInRow(word.rect)) ||
    page.patches.some(({ rect }) => isInRow(rect))
  )
}

/** Every line of a bounded cell is the value of a label that has a cell of its own; beside a label with a note below it, an address is. */
function isLineOfCell(page: LabelledPage, label: Label, cell: Cell | null, word: Word): boolean {
  if (cell === null || cell.top === null || cell.bottom === null) return false
  const own = cellAround(page.rules, label.word.rect)
  if (own.top === null || own.bottom === null || own.left === null) return false
  const height = cell.bottom - cell.top
  if (height > 1.15 * (own.bottom - own.top)) return false
  const others = page.words.filter((other) => other !== label.word && other.text !== '' && isInCell(own, other.rect))
  if (others.length === 0) return height < 6 * label.word.rect.h
  const isNoted = !others.some((other) => isLabel(page, other) || isAddressLabel(other.text))
  return (
    isNoted &&
    label.field === 'permanent-domicile' &&
    looksLikeAddress(word.text) &&
    height < notedRow * label.word.rect.h
  )
}

/** Begins where the label ends: the boxes of both have margins that may overlap. */
function isBehind(rect: Rect, label: Rect, size: number): boolean {
  return rect.x >= right(label) - 0.8 * size && middleX(rect) > right(label)
}

function lineBreak(a: Word, b: Word): number {
  const apart = middleY(a.rect) - middleY(b.rect)
  return Math.abs(apart) > 0.7 * Math.min(a.rect.h, b.rect.h) ? apart : 0
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
  if (isLabel(page, word) || goesOnFromBelow(page, label, word, size)) return false
  if (page.kinds.has('koseki') && isName(word) && hasHeading(page, label, word)) return false
  const away = Math.abs(middle - middleY(at))
  return !page.words.some((other) => {
    if (other === word || other === label.word || other.rect.x >= word.rect.x) return false
    if (!isLabel(page, other) && !isAddressLabel(other.text)) return false
    return Math.abs(middle - middleY(other.rect)) <= away
  })
}

/** Something is printed below the label, beginning where it does, in the line of the word: the label of the name on a 戸籍, whatever it was read as. */
function hasHeading(page: LabelledPage, { word: { rect: at } }: Label, word: Word): boolean {
  return page.words.some(
    ({ rect }) =>
      rect.y > middleY(at) &&
      Math.abs(rect.x - at.x) < at.h &&
      right(rect) < word.rect.x &&
      Math.abs(middleY(rect) - middleY(word.rect)) < 0.6 * at.h,
  )
}

/** The further piece of a line that begins below the label: the line stands below it, not beside. */
function goesOnFromBelow(page: LabelledPage, label: Label, word: Word, size: number): boolean {
  return page.rest.some(
    ({ rect, vertical }) =>
      !vertical &&
      rect.x < word.rect.x &&
      right(rect) > label.word.rect.x &&
      !isBehind(rect, label.word.rect, size) &&
      Math.abs(middleY(rect) - middleY(word.rect)) < 0.5 * word.rect.h &&
      word.rect.x - right(rect) < word.rect.h &&
      !sameRow(label.word.rect, rect, size),
  )
}
