// Heads that stand one below the other in one ruled cell (本籍, 筆頭者, 続柄): every cell of their column has a line for each of them, in their order.
import { cellAround, isInCell } from './cells.ts'
import { isAddressLabel } from './labels.ts'
import { isLabel } from './page-view.ts'
import type { LabelledPage } from './page-view.ts'
import { middleY } from './words.ts'
import type { Rect, Word } from './words.ts'

/** In heights of a label: a ruled row of heads is no higher. */
const highestRow = 7

/** Stands in the cell of the label, one of the heads above or below it. */
export function isInCellOf(page: LabelledPage, label: Word, rect: Rect): boolean {
  const cell = cellAround(page.rules, label.rect)
  return cell.bottom !== null && cell.left !== null && cell.right !== null && isInCell(cell, rect)
}

/** In another cell of the same ruled row, though not level with the label. */
export function isInRuledRow(page: LabelledPage, label: Word, rect: Rect): boolean {
  const { top, bottom } = cellAround(page.rules, label.rect)
  if (top === null || bottom === null || bottom - top > highestRow * label.rect.h) return false
  const other = cellAround(page.rules, rect)
  const isLevel = (y: number | null, own: number): boolean => y !== null && Math.abs(y - own) < 0.5 * label.rect.h
  return isLevel(other.top, top) && isLevel(other.bottom, bottom) && !isInCellOf(page, label, rect)
}

/** Of the lines of a cell, the one that belongs to the label, none when that one is missing; null when nothing tells the lines apart. */
export function lineOfHead(page: LabelledPage, label: Word, words: readonly Word[]): Word[] | null {
  const heads = page.words
    .filter((word) => word === label || (isLabel(page, word) && isInCellOf(page, label, word.rect)))
    .sort((a, b) => a.rect.y - b.rect.y)
  const lines: Word[][] = []
  for (const word of words.toSorted((a, b) => middleY(a.rect) - middleY(b.rect))) {
    const line = lines.at(-1)
    const [first] = line ?? []
    if (first !== undefined && middleY(word.rect) - middleY(first.rect) < 0.5 * first.rect.h) line?.push(word)
    else lines.push([word])
  }
  const at = heads.indexOf(label)
  if (heads.length > 1 && heads.length === lines.length) return lines[at] ?? null
  // With a line left out or under paper, which of two addresses it is can be told by its height alone.
  const [first] = words
  if (first === undefined || lines.length > heads.length || !heads.some(({ text }) => isAddressLabel(text))) return null
  const { top, bottom } = cellAround(page.rules, first.rect)
  if (top === null || bottom === null) return null
  return words.filter(({ rect }) => Math.floor(((middleY(rect) - top) / (bottom - top)) * heads.length) === at)
}
