// Whether the place of a 本籍 was seen, and is empty: white tape on a 戸籍 leaves nothing there, a 本籍 that was not read leaves ink.
import { cellAround, isInCell } from './cells.ts'
import { inked } from './page-view.ts'
import type { Found, PageView } from './page-view.ts'
import { bottom, overlap, right } from './words.ts'
import type { Rect } from './words.ts'

/** In widths of the label: a cell so broad below it holds the label's own value, a narrower one is the next row's head. */
const broad = 5
/** A ruled place with more ink than this holds a stroke of something. */
const stroke = 0.02

/** The place of every 本籍 lies below its label between ruled lines, and holds neither print nor cover. */
export function arePlacesEmpty(page: PageView, found: readonly Found[]): boolean {
  const domiciles = found.filter(({ field }) => field === 'permanent-domicile')
  return domiciles.length > 0 && domiciles.every(({ state, label }) => state === 'blank' && isEmptyBelow(page, label))
}

function isEmptyBelow(page: PageView, label: Rect | null): boolean {
  // Where the label itself is too pale to be ink, its value would be as well.
  if (label === null || label.h > label.w || page.ink(label) <= inked) return false
  const size = label.h
  const { bottom: top } = cellAround(page.rules, label)
  if (top === null) return false
  const cell = cellAround(page.rules, { x: label.x, y: top + 0.3 * size, w: size, h: 0.4 * size })
  if (cell.left === null || cell.right === null || cell.bottom === null) return false
  if (cell.left > label.x || cell.right < right(label) || cell.right - cell.left < broad * label.w) return false
  if (cell.bottom - top < size || top - bottom(label) > size) return false
  const inner: Rect = {
    x: cell.left + 0.3 * size,
    y: top + 0.2 * size,
    w: cell.right - cell.left - 0.6 * size,
    h: cell.bottom - top - 0.4 * size,
  }
  return (
    page.ink(inner) < stroke &&
    !page.words.some(({ rect }) => isInCell(cell, rect) || overlap(rect, inner) > 0) &&
    !page.patches.some(({ rect }) => overlap(rect, inner) > 0)
  )
}
