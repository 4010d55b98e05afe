// Widens a box until it cuts through no print: readers' boxes miss a first character or the tail of a stroke.
import { clamp, percentile } from './picture.ts'
import type { Grey, Rect } from './picture.ts'

/** What a box may grow by: along the line to the end of the print, across it less than the way to the next line. */
const widestGap = 0.9
const tallest = 0.42
/** Of the way from the paper to the ink: what is paler belongs to the pattern that passports and certificates are printed on. */
const palestInk = 0.4
/** No ink stands out less from its paper (of 255). */
const leastContrast = 28
/** A column with at most this share of dark pixels is paper; a row with less, or with less than such a share of what the line's own rows have. */
const emptyColumn = 0.03
const emptyRow = 0.015
const emptyBeside = 0.12
/** A column dark to so many heights above and below the line belongs to a ruled line, or, with others over such a breadth, to a cover. */
const past = 0.3
const full = 0.97
const narrowestCover = 0.3
/** A row as dark as this is a ruled line, or the edge of a cover. */
const ruledRow = 0.6

/** Of a rectangle, or of how far it may reach; `right` and `bottom` are the first column and row outside. */
export interface Edges {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * The box around the line of print that `rect` lies on. It grows over print and covers that go on beside it (up to a gap
 * of nearly a character, or a ruled line), and across the line to the next paper; never beyond `limits`, unless it begins
 * there. `isDown`: the line runs down the page.
 */
export function fitToPrint(picture: Grey, rect: Rect, limits: Edges, isDown = false): Rect {
  const { width, height, data } = picture
  const palest = palestOf(picture, rect)
  const start = inside(edgesOf(rect), picture)
  const end = inside(atLeast(limits, start), picture)
  const sheet = { left: 0, top: 0, right: width, bottom: height }
  if (!isDown) return rectOf(fitted((x, y) => data[y * width + x]! < palest, start, end, sheet))
  const [from, to, whole] = [exchanged(start), exchanged(end), exchanged(sheet)]
  return rectOf(exchanged(fitted((x, y) => data[x * width + y]! < palest, from, to, whole)))
}

/** The palest grey that is ink; the paper is looked for around the line as well, whose own box may lie under a pen. */
function palestOf(picture: Grey, rect: Rect): number {
  const size = Math.min(rect.w, rect.h)
  const around = { x: rect.x - size, y: rect.y - size, w: rect.w + 2 * size, h: rect.h + 2 * size }
  const paper = percentile(picture, around, 0.75)
  return paper - Math.max(leastContrast, palestInk * (paper - percentile(picture, rect, 0.03)))
}

/** Of a level line. */
function fitted(isDark: (x: number, y: number) => boolean, start: Edges, end: Edges, sheet: Edges): Edges {
  const size = start.bottom - start.top
  const middle = { from: Math.round(start.top + 0.12 * size), to: Math.round(start.bottom - 0.12 * size) }
  const beyond = {
    from: Math.max(sheet.top, Math.round(start.top - past * size)),
    to: Math.min(sheet.bottom, Math.round(start.bottom + past * size)),
  }
  const columnInk = (x: number, { from, to } = middle): number => {
    let dark = 0
    for (let y = from; y < to; y++) if (isDark(x, y)) dark++
    return dark / Math.max(1, to - from)
  }
  const rowInk = (y: number): number => {
    let dark = 0
    for (let x = start.left; x < start.right; x++) if (isDark(x, y)) dark++
    return dark / Math.max(1, start.right - start.left)
  }
  const isPassing = (x: number): boolean => columnInk(x, beyond) > full
  const isRule = (x: number): boolean => {
    if (!isPassing(x)) return false
    let [from, to] = [x, x]
    while (from > sheet.left && to - from < narrowestCover * size && isPassing(from - 1)) from--
    while (to + 1 < sheet.right && to - from < narrowestCover * size && isPassing(to + 1)) to++
    return to - from < narrowestCover * size
  }
  const follow = (first: number, step: 1 | -1, room: number): number => {
    let grown = 0
    for (let away = 0; away < room && away - grown < widestGap * size; away++) {
      const x = first + step * away
      if (isRule(x)) break
      if (columnInk(x) > emptyColumn) grown = away + 1
    }
    return grown
  }
  let own = 0
  for (let y = middle.from; y < middle.to; y++) own += rowInk(y)
  const empty = Math.max(emptyRow, (emptyBeside * own) / Math.max(1, middle.to - middle.from))
  const climb = (first: number, step: 1 | -1, room: number): number => {
    let grown = 0
    while (grown < Math.min(room, tallest * size)) {
      const ink = rowInk(first + step * grown)
      if (ink <= empty || ink > ruledRow) break
      grown++
    }
    return grown
  }
  return {
    left: start.left - follow(start.left - 1, -1, start.left - end.left),
    right: start.right + follow(start.right, 1, end.right - start.right),
    top: start.top - climb(start.top - 1, -1, start.top - end.top),
    bottom: start.bottom + climb(start.bottom, 1, end.bottom - start.bottom),
  }
}

function edgesOf({ x, y, w, h }: Rect): Edges {
  return { left: x, top: y, right: x + w, bottom: y + h }
}

function rectOf({ left, top, right, bottom }: Edges): Rect {
  return { x: left, y: top, w: right - left, h: bottom - top }
}

function atLeast(limits: Edges, start: Edges): Edges {
  return {
    left: Math.min(limits.left, start.left),
    top: Math.min(limits.top, start.top),
    right: Math.max(limits.right, start.right),
    bottom: Math.max(limits.bottom, start.bottom),
  }
}

function inside({ left, top, right, bottom }: Edges, { width, height }: Grey): Edges {
  return {
    left: clamp(Math.floor(left), 0, width),
    top: clamp(Math.floor(top), 0, height),
    right: clamp(Math.ceil(right), 0, width),
    bottom: clamp(Math.ceil(bottom), 0, height),
  }
}

/** The same with rows for columns. */
function exchanged({ left, top, right, bottom }: Edges): Edges {
  return { left: top, top: left, right: bottom, bottom: right }
}
