// Tables whose labels stand at the left, one person a column beside them: every further column has a value of its own.
import type { Field } from '../../screening.ts'
import { readsAsAddress } from './address.ts'
import { cellBeside } from './cells.ts'
import { isOtherLabel } from './labels.ts'
import type { Label } from './labels.ts'
import { isName } from './name.ts'
import { isCovered, isLabel } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { bottom, middleY, right } from './words.ts'
import type { Rect, Word } from './words.ts'

/** Values right of the label's own cell, or of what covers the first of them, each up to the next label of its line. */
export function findFurtherInRow(page: LabelledPage, label: Label, field: Field): Found[] {
  const at = label.word.rect
  if (label.word.vertical) return []
  const cell = cellBeside(page.rules, at)
  // What is open at its right is the margin of the page, from top to bottom.
  const own = cell === null || cell.right === null ? null : cell
  const ends = [own?.right ?? null, endOfCover(page, at)].filter((end) => end !== null)
  if (ends.length === 0) return []
  const end = Math.min(...ends)
  const { top, bottom: low } = own ?? { top: null, bottom: null }
  const isInRow = ({ rect }: Word): boolean => {
    const middle = middleY(rect)
    return middle > (top ?? at.y - 0.35 * at.h) && middle < (low ?? bottom(at) + 0.35 * at.h)
  }
  const row = page.words.filter((word) => word.text !== '' && word.rect.x > end - 0.3 * at.h && isInRow(word))
  // 筆頭者の氏名 may stand in the cell as well, below the value.
  const isAnnounced = (word: Word): boolean =>
    row.some((other) => isLabel(page, other) && isInLine(other, word) && other.rect.x <= word.rect.x)
  return row
    .filter((word) => !isAnnounced(word) && isUnderAnotherValue(page, label, word))
    .filter((word) => (field === 'permanent-domicile' ? readsAsAddress(word.text) : isName(word)))
    .map(({ rect }) => ({
      field,
      state: isCovered(page, rect) ? 'see-through' : 'visible',
      rect,
      label: at,
      by: field === 'permanent-domicile' ? ['label', 'value'] : ['label'],
    }))
}

/** A pen over the first value hides the ruled line behind it as well. */
function endOfCover(page: LabelledPage, at: Rect): number | null {
  const covers = page.patches.filter(
    ({ rect }) => rect.x > right(at) && rect.y < middleY(at) && bottom(rect) > middleY(at),
  )
  return covers.length === 0 ? null : Math.min(...covers.map(({ rect }) => right(rect)))
}

function isInLine(a: Word, b: Word): boolean {
  return Math.abs(middleY(a.rect) - middleY(b.rect)) < 0.6 * Math.max(a.rect.h, b.rect.h)
}

/** Another row, with a label above or below this one, has a value that begins in the same place: it is a person's column. */
function isUnderAnotherValue(page: LabelledPage, label: Label, value: Word): boolean {
  const size = value.rect.h
  const rows = page.words.filter(
    (word) => word !== label.word && isOtherLabel(word.text) && Math.abs(word.rect.x - label.word.rect.x) < 2 * size,
  )
  return rows.some((row) =>
    page.words.some(
      (word) =>
        Math.abs(word.rect.x - value.rect.x) < size &&
        Math.abs(middleY(word.rect) - middleY(row.rect)) < 0.6 * size &&
        !isOtherLabel(word.text),
    ),
  )
}
