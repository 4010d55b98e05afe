// Tables whose labels stand at the left, one person a column beside them: every further column has a value of its own.
import type { Field } from '../../screening.ts'
import { readsAsAddress } from './address.ts'
import { cellBeside } from './cells.ts'
import { isOtherLabel } from './labels.ts'
import type { Label } from './labels.ts'
import { isName } from './name.ts'
import { isCovered, isLabel } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { bottom, middleY } from './words.ts'
import type { Word } from './words.ts'

/** Values right of the label's own cell, up to the next label of the row; none where no ruled line ends that cell. */
export function findFurtherInRow(page: LabelledPage, label: Label, field: Field): Found[] {
  const at = label.word.rect
  const own = label.word.vertical ? null : cellBeside(page.rules, at)
  if (own === null || own.right === null) return []
  const { right: end, top, bottom: low } = own
  const isInRow = (word: Word): boolean => {
    const middle = middleY(word.rect)
    return middle > (top ?? at.y - 0.35 * at.h) && middle < (low ?? bottom(at) + 0.35 * at.h)
  }
  const row = page.words
    .filter((word) => word.text !== '' && word.rect.x > end - 0.3 * at.h && isInRow(word))
    .sort((a, b) => a.rect.x - b.rect.x)
  const stop = row.findIndex((word) => isLabel(page, word))
  return (stop === -1 ? row : row.slice(0, stop))
    .filter((word) => isUnderAnotherValue(page, label, word))
    .filter((word) => (field === 'permanent-domicile' ? readsAsAddress(word.text) : isName(word)))
    .map(({ rect }) => ({
      field,
      state: isCovered(page, rect) ? 'see-through' : 'visible',
      rect,
      label: at,
      by: field === 'permanent-domicile' ? ['label', 'value'] : ['label'],
    }))
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
