// Whether the place of a 本籍 was seen, and is empty: white tape on a 戸籍 or a passport leaves nothing there, a 本籍 that was not read leaves ink.
import { cellAround, isInCell } from './cells.ts'
import { isPassportDate } from './find-passport-domicile.ts'
import { inked } from './page-view.ts'
import type { Found, PageView } from './page-view.ts'
import { bottom, overlap, right } from './words.ts'
import type { Rect } from './words.ts'

/** In widths of the label: a cell so broad below it holds the label's own value, a narrower one is the next row's head. */
const broad = 5
/** A ruled place with more ink than this holds a stroke of something. */
const stroke = 0.02

/** The place of every 本籍 is known by ruled lines or by what stands around it, and holds neither print nor cover. */
export function arePlacesEmpty(page: PageView, found: readonly Found[]): boolean {
  const domiciles = found.filter(({ field }) => field === 'permanent-domicile')
  return (
    domiciles.length > 0 && domiciles.every((domicile) => domicile.state === 'blank' && isSeenEmpty(page, domicile))
  )
}

function isSeenEmpty(page: PageView, { rect, label }: Found): boolean {
  if (label !== null && page.kinds.has('passport') && isRomaji(page, label)) return isEmptyOnPassport(page, label)
  // Where the label itself is too pale to be ink, its value would be as well.
  if (label === null || page.ink(label) <= inked) return false
  if (label.h > label.w) return isEmptyColumn(page, label)
  return isEmptyBelow(page, label) || isEmptyBeside(page, label, rect)
}

function isRomaji(page: PageView, label: Rect): boolean {
  return page.words.some(({ text, rect }) => /[a-z]{4}/i.test(text) && overlap(rect, label) > 0.5 * label.w * label.h)
}

/** In heights of a passport's label: how long it is when all of it was read, and from where to where below it the value stands. */
const wholeLabel = 12
const [valueTop, valueDepth] = [0.25, 1.3]
/** Of the depth of the other values: paler than this nobody reads print on a pattern, and the pattern itself is. */
const palest = 0.25

/** Guilloche has no empty place, but it is paler than any print on it: so is all that stands below the label. */
function isEmptyOnPassport(page: PageView, label: Rect): boolean {
  const size = label.h
  const print = page.words.filter(({ text }) => isPassportDate(text)).map(({ rect }) => page.depth(rect))
  if (print.length < 2) return false
  const limit = palest * Math.min(...print)
  const from = Math.min(label.x, right(label) - wholeLabel * size) - size
  for (let x = from; x < right(label) + 2 * size; x += 0.75 * size)
    if (page.depth({ x, y: bottom(label) + valueTop * size, w: 1.5 * size, h: valueDepth * size }) > limit) return false
  return true
}

/** The same where print runs down the page: the cell holds the label alone, and the column of the value at its left. */
function isEmptyColumn(page: PageView, label: Rect): boolean {
  const size = label.w
  const { left, right: end, top, bottom: foot } = cellAround(page.rules, label)
  if (left === null || end === null || top === null || foot === null) return false
  if (label.x - left < size || foot - top < shortest * size) return false
  const places: Rect[] = []
  for (let y = top + 0.4 * size; y + size < foot; y += size)
    for (let x = left + 0.3 * size; x < label.x; x += size)
      places.push({ x, y, w: Math.min(size, label.x - x), h: size })
  const own = { x: label.x, y: bottom(label) + 0.3 * size, w: size, h: foot - bottom(label) - 0.7 * size }
  return [...places, own].every((place) => isBare(page, place))
}

/** In heights of the label: so long is an address at least, and so near below the label a ruled line ends its row. */
const shortest = 12
const rowEnd = 1.2

/** The same for a label without a cell: nothing stands in the rest of its row, nor in the line below where no rule ends the row. */
function isEmptyBeside(page: PageView, label: Rect, rect: Rect): boolean {
  const size = label.h
  if (rect.x < right(label) || rect.w < shortest * size) return false
  const { bottom: end } = cellAround(page.rules, label)
  const row: Rect = { x: right(label) + 0.3 * size, y: label.y - 0.3 * size, w: rect.w, h: 1.6 * size }
  const below: Rect = { x: label.x, y: bottom(label) + 0.2 * size, w: right(row) - label.x, h: 1.5 * size }
  const isRuledOff = end !== null && end - bottom(label) < rowEnd * size
  return (isRuledOff ? [row] : [row, below]).every((place) => isBare(page, place))
}

function isBare(page: PageView, place: Rect): boolean {
  return (
    page.ink(place) < stroke &&
    !page.words.some(({ rect }) => overlap(rect, place) > 0) &&
    !page.patches.some(({ rect }) => overlap(rect, place) > 0)
  )
}

function isEmptyBelow(page: PageView, label: Rect): boolean {
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
  return isBare(page, inner) && !page.words.some(({ rect }) => isInCell(cell, rect))
}
