// Tables of which somebody blackened the heads instead of what stands below them.
import { headsOfTable, isLabel } from './page-view.ts'
import type { LabelledPage } from './page-view.ts'
import { bottom, middleX, middleY, overlap, right } from './words.ts'
import type { Rect, Word } from './words.ts'

/** A patch among the heads of a table, above the column that the word stands in, and no head between them. */
export function isUnderCoveredHead(page: LabelledPage, { rect }: Word): boolean {
  const labels = page.words.filter((word) => isLabel(page, word)).map((word) => word.rect)
  return page.patches.some(({ rect: patch }) => {
    if (bottom(patch) > rect.y || overlap({ ...patch, y: rect.y, h: rect.h }, rect) === 0) return false
    const heads = labels.filter((label) => Math.abs(middleY(label) - middleY(patch)) < 0.8 * patch.h)
    const isOver = (label: Rect): boolean => middleX(label) > rect.x - rect.h && middleX(label) < right(rect)
    const isBetween = (label: Rect): boolean => label.y > bottom(patch) && bottom(label) < rect.y
    return (
      heads.length >= headsOfTable && !heads.some(isOver) && !labels.some((label) => isBetween(label) && isOver(label))
    )
  })
}
