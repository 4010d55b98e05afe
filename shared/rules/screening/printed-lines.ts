// Lines of print as they were printed: the detector breaks one where a pattern, a stamp or a wide letter interrupts it.
import { cellAround } from './cells.ts'
import { isAddressLabel } from './labels.ts'
import { isLabel } from './page-view.ts'
import type { LabelledPage } from './page-view.ts'
import { around, makeWord, middleX, middleY, right, transposed } from './words.ts'
import type { Rect, Word } from './words.ts'

/** In heights of a letter: pieces further apart are two values; their boxes' margins may lie over each other. */
const widestGap = 0.9
const deepestOverlap = 0.6

/** The words, those that follow one another closely in a row or a column as one; no label is made part of a value. */
export function printedLines(page: LabelledPage, words: readonly Word[]): Word[] {
  const alone = (word: Word): boolean => word.text === '' || isLabel(page, word) || isAddressLabel(word.text)
  const lines = words.filter(alone)
  const down = words.filter((word) => !alone(word) && word.vertical).sort((a, b) => a.rect.y - b.rect.y)
  const across = words.filter((word) => !alone(word) && !word.vertical).sort((a, b) => a.rect.x - b.rect.x)
  for (const pieces of [down, across]) {
    const runs: Word[][] = []
    for (const piece of pieces) {
      const run = runs.find((each) => follows(page, each.at(-1)!, piece))
      if (run === undefined) runs.push([piece])
      else run.push(piece)
    }
    lines.push(...runs.map(together))
  }
  return lines
}

function follows(page: LabelledPage, before: Word, after: Word): boolean {
  const level = ({ rect }: Word): Rect => (before.vertical ? transposed(rect) : rect)
  const [a, b] = [level(before), level(after)]
  const size = Math.min(a.h, b.h)
  if (Math.max(a.h, b.h) > 1.6 * size || Math.abs(middleY(b) - middleY(a)) > 0.5 * size) return false
  const gap = b.x - right(a)
  if (gap < -deepestOverlap * size || gap > widestGap * size) return false
  const cell = cellAround(page.rules, before.rect)
  const edge = before.vertical ? cell.bottom : cell.right
  return edge === null || edge > middleX(b)
}

function together(pieces: readonly Word[]): Word {
  if (pieces.length === 1) return pieces[0]!
  return makeWord(
    pieces.flatMap(({ letters }) => letters),
    around(pieces.map(({ rect }) => rect)),
    pieces[0]!.vertical,
  )
}
