// Tables whose labels stand as column heads, one person a row below them: every row has a value of its own.
import type { Field, FieldState } from '../../screening.ts'
import { endsLikeDomicile, isMayor, looksLikeAddress, readsAsAddress } from './address.ts'
import { cellAround, cellBeside, isInCell } from './cells.ts'
import type { Label } from './labels.ts'
import { isOtherLabel } from './labels.ts'
import { coverGap } from './likely-value.ts'
import { isBesideName, isName, isWritten } from './name.ts'
import { omittedText } from './omitted.ts'
import { isCovered, isLabel, stateUnder } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { isInCellOf, isInRuledRow, lineOfHead } from './stacked-heads.ts'
import { around, bottom, middleX, middleY, overlap, right } from './words.ts'
import type { Patch, Rect, Word } from './words.ts'

/** This many other labels in a row make it a row of heads: a 住民票 with its labels at the left has one or two. */
const otherHeads = 2
/** A column ends where nothing was printed or covered for so many heights of a letter. */
const longestGap = 9
/** A lone character that reads worse is dirt. */
const surelyRead = 0.9
/** A name that reads worse is a watermark. */
const worstName = 0.45
/** No value fits into a cell of so few characters. */
const narrowest = 3

/** Null when the label is no column head. Each person's value of the column is a finding; an empty column is one `blank`. */
export function findInColumn(page: LabelledPage, label: Label, field: Field): Found[] | null {
  const at = label.word.rect
  if (label.word.vertical || label.rest !== null) return null
  const size = Math.max(at.h, 1)
  const heads = page.words.filter(
    (word) =>
      word !== label.word &&
      isLabel(page, word) &&
      (Math.abs(middleY(word.rect) - middleY(at)) < 0.8 * size || isInRuledRow(page, label.word, word.rect)) &&
      !word.vertical,
  )
  const before = heads
    .filter((head) => right(head.rect) <= at.x + 0.5 * size)
    .sort((a, b) => right(b.rect) - right(a.rect))[0]
  const after = heads.filter((head) => head.rect.x >= right(at) - 0.5 * size).sort((a, b) => a.rect.x - b.rect.x)[0]
  const isHeadRow = heads.length >= otherHeads || (heads.length > 0 && hasCellBelow(page, label))
  if (!isHeadRow || hasValueBeside(page, at, after, size)) return null
  if (hasCellBeside(page, at, heads)) return null
  const wide = betweenHeads(page, at, before, after)
  for (const column of [ruledColumn(page, at, wide), wide]) {
    const cells = cellsOf(page, label, column, size)
    // The heads of the next row stand below those of this one: then this row's own cells are what is empty.
    const [topmost] = cells[0] ?? []
    if (topmost !== undefined && isLabel(page, topmost)) return null
    const found = cells.flatMap((cell) => judged(page, label, field, cell, column))
    if (found.length > 0) return found
    // What is covered there was the value: nothing else in a wider column is.
    const covers = patchesBetween(page, column, bottom(at), bottom(at) + longestGap * size)
    if (covers.length > 0) return cells.length === 0 && isRuled(page, at) ? covered(label, field, covers) : null
  }
  return null
}

/** Between this label and the next head stands something that is no head: a value at the label's right. */
function hasValueBeside(page: LabelledPage, at: Rect, after: Word | undefined, size: number): boolean {
  const end = after?.rect.x ?? page.width
  return page.rest.some(
    (word) =>
      (word.text.length > 1 || isLeftBesideCover(page, word)) &&
      word.rect.h > 0.5 * size &&
      Math.abs(middleY(word.rect) - middleY(at)) < 0.8 * size &&
      word.rect.x >= right(at) - 0.3 * size &&
      right(word.rect) <= end + 0.3 * size &&
      !isOtherLabel(word.text),
  )
}

/** One character is no value, but what a cover left of one is. */
function isLeftBesideCover(page: LabelledPage, { rect, text, sure }: Word): boolean {
  return (
    sure > surelyRead &&
    /^\p{Script=Han}$/u.test(text) &&
    page.patches.some(
      (patch) =>
        Math.abs(middleY(patch.rect) - middleY(rect)) < 0.6 * rect.h &&
        rect.x > patch.rect.x &&
        rect.x - right(patch.rect) < coverGap * rect.h,
    )
  )
}

/** By the ruled lines the label has a cell to itself, and below it stands a cell as broad with print that is no label. */
function hasCellBelow(page: LabelledPage, label: Label): boolean {
  const at = label.word.rect
  const own = cellAround(page.rules, at)
  if (own.left === null || own.right === null || own.bottom === null) return false
  const size = at.h
  const below = cellAround(page.rules, { x: at.x, y: own.bottom + 0.4 * size, w: at.w, h: 0.6 * size })
  if (below.left === null || below.right === null) return false
  if (Math.abs(below.left - own.left) > size || Math.abs(below.right - own.right) > size) return false
  const inside = page.words.filter((word) => word !== label.word && word.text !== '')
  return (
    !inside.some((word) => isInCell(own, word.rect) && !isLabel(page, word)) &&
    inside.some((word) => isInCell(below, word.rect) && !isLabel(page, word))
  )
}

/** A ruled cell at the label's right that holds no head, or an address as well, is the label's own, be it empty or unread; one too narrow for a value is none. */
function hasCellBeside(page: LabelledPage, at: Rect, heads: readonly Word[]): boolean {
  const cell = cellBeside(page.rules, at)
  if (cell === null || cell.left === null || cell.right === null) return false
  if (cell.right - cell.left <= narrowest * at.h) return false
  const holdsAddress = page.rest.some((word) => looksLikeAddress(word.text) && isInCell(cell, word.rect))
  return holdsAddress || !heads.some((head) => isInCell(cell, head.rect))
}

/** A head may stand in the middle of a wide column, its values begin at the left. */
function betweenHeads(page: LabelledPage, at: Rect, before: Word | undefined, after: Word | undefined): Rect {
  const from = before === undefined ? 0 : right(before.rect)
  const to = after === undefined ? page.width : after.rect.x
  return { x: from, y: bottom(at), w: to - from, h: page.height - bottom(at) }
}

/** The same up to the ruled lines at both sides; what is taken for one may be a stroke of a watermark. */
function ruledColumn(page: LabelledPage, at: Rect, wide: Rect): Rect {
  const cell = cellAround(page.rules, at)
  const from = Math.max(wide.x, cell.left ?? wide.x)
  const to = Math.min(right(wide), cell.right ?? right(wide))
  return { ...wide, x: from, w: to - from }
}

/** Words of the column below its head, lines of one cell together, from the top to the first long gap. */
function cellsOf(page: LabelledPage, label: Label, column: Rect, size: number): Word[][] {
  const inColumn = page.words
    .filter((word) => word !== label.word && word.text !== '' && !word.vertical)
    // A watermark across the page is no line of a cell.
    .filter((word) => word.rect.h < 3 * size)
    .filter((word) => middleY(word.rect) > bottom(label.word.rect) && isIn(word.rect, column))
    .filter((word) => !isStackedHead(page, label, word, size))
    .sort((a, b) => a.rect.y - b.rect.y)
  const cells: Word[][] = []
  let end = bottom(label.word.rect)
  for (const word of inColumn) {
    const cell = cells.at(-1)
    // A head below the first row begins another table; 世帯主 in one of the cells is somebody's 続柄.
    if (cell !== undefined && isLabel(page, word) && !cell.some((line) => isInCellOf(page, line, word.rect))) break
    end = Math.max(end, coveredDownTo(page, column, end, word.rect.y))
    const gap = word.rect.y - end
    if (gap > longestGap * size) break
    if (cell !== undefined && gap < 0.75 * word.rect.h && !isRuledOff(page, column, end, word.rect)) cell.push(word)
    else cells.push([word])
    end = Math.max(end, bottom(word.rect))
  }
  return cells
}

function isRuledOff(page: LabelledPage, column: Rect, from: number, rect: Rect): boolean {
  const { top } = cellAround(page.rules, rect)
  return top !== null && top > from - 0.4 * rect.h && top > column.y
}

/** Heads may stand two in a cell, one below the other, in this column and in others. */
function isStackedHead(page: LabelledPage, label: Label, word: Word, size: number): boolean {
  if (!isLabel(page, word)) return false
  if (isInCellOf(page, label.word, word.rect)) return true
  if (word.rect.y - bottom(label.word.rect) > 1.2 * size) return false
  return page.words.some(
    (other) =>
      other !== word && isLabel(page, other) && Math.abs(middleY(other.rect) - middleY(word.rect)) < 0.6 * size,
  )
}

/** A value that lies under a neighbouring head is that neighbour's, however far it reaches into this column. */
function isIn(rect: Rect, column: Rect): boolean {
  return middleX(rect) > column.x && middleX(rect) < right(column) && rect.x > column.x - 1.5 * rect.h
}

function patchesBetween(page: LabelledPage, column: Rect, from: number, to: number): Patch[] {
  return page.patches.filter((patch) => overlap(patch.rect, { ...column, y: from, h: to - from }) > 0)
}

/** The lowest end of the patches in the column that lie above `to`; `from` when there are none. */
function coveredDownTo(page: LabelledPage, column: Rect, from: number, to: number): number {
  const ends = patchesBetween(page, column, from, to).map((patch) => bottom(patch.rect))
  return Math.max(from, ...ends.filter((end) => end <= to))
}

function isRuled(page: LabelledPage, at: Rect): boolean {
  const { left, right: end, bottom: floor } = cellAround(page.rules, at)
  return left !== null && end !== null && floor !== null
}

/** In a ruled column without any print every cover lies over a value. */
function covered(label: Label, field: Field, covers: readonly Patch[]): Found[] {
  return covers.map((cover) => ({
    field,
    state: stateUnder(cover),
    rect: cover.rect,
    label: label.word.rect,
    by: ['label'],
  }))
}

function judged(page: LabelledPage, label: Label, field: Field, lines: readonly Word[], column: Rect): Found[] {
  const cell = lineOfHead(page, label.word, lines) ?? linesOf(field, lines)
  if (cell.length === 0) return []
  const text = field === 'head-of-register' ? nameIn(cell) : cell.map((word) => word.text).join('')
  const rect = around(cell.map((word) => word.rect))
  if (field === 'head-of-register' && !omittedText(text) && !cell.some(couldBeName)) return []
  const state = sticksOut(page, cell) ? 'visible' : stateOf(page, field, text, rect)
  if (state === null) return []
  const isAddress = readsAsAddress(text)
  const clipped = { ...rect, x: Math.max(rect.x, column.x - rect.h), w: rect.w }
  return [{ field, state, rect: clipped, label: label.word.rect, by: isAddress ? ['label', 'value'] : ['label'] }]
}

/** Dirt between a family and a given name is read as a figure, by itself or before the given one. */
function nameIn(lines: readonly Word[]): string {
  const clean = lines.filter(({ text, sure }) => sure > worstName || !/^[0-9]$/.test(text))
  return clean.map(({ text }) => text.replace(/^[0-9](?=\p{Script=Han})/u, '')).join('')
}

function couldBeName({ text, sure }: Word): boolean {
  return isWritten(text) && sure > worstName
}

/** Legible print right beside a patch on its row is what the patch left of the value. */
function sticksOut(page: LabelledPage, lines: readonly Word[]): boolean {
  return lines.some(
    ({ rect, text }) =>
      (text.match(/[\p{Script=Han}0-9]/gu)?.length ?? 0) >= 2 &&
      page.patches.some(
        (patch) =>
          Math.abs(middleY(patch.rect) - middleY(rect)) < 0.8 * rect.h &&
          (Math.abs(rect.x - right(patch.rect)) < rect.h || Math.abs(patch.rect.x - right(rect)) < rect.h),
      ),
  )
}

/** Of a cell with an address and a name below it, each field has its own lines. Dirt may be read into a part of a name. */
function linesOf(field: Field, lines: readonly Word[]): readonly Word[] {
  const clean = lines.filter(isName)
  const names = lines.filter(
    (word) => clean.includes(word) || (!looksLikeAddress(word.text) && clean.some((name) => isBesideName(name, word))),
  )
  const others = lines.filter((word) => !names.includes(word))
  if (names.length === 0 || !others.some((word) => looksLikeAddress(word.text))) return lines
  return field === 'head-of-register' ? names : others
}

/** Null for what stands below the table and is no value of this column. */
function stateOf(page: LabelledPage, field: Field, text: string, rect: Rect): FieldState | null {
  if (omittedText(text)) return 'omitted'
  if (isMayor(text)) return null
  const isValue =
    field === 'permanent-domicile'
      ? readsAsAddress(text) || endsLikeDomicile(text)
      : text.length >= 2 && text.length <= 10 && !/[0-9]/.test(text)
  if (isValue) return isCovered(page, rect) ? 'see-through' : 'visible'
  return field === 'permanent-domicile' && text.length >= 4 && text.length <= 30 && /[市区郡町村番]/.test(text)
    ? 'unreadable'
    : null
}
