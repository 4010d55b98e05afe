// The cells of a table, by the ruled lines around a piece of print.
import { bottom, middleX, middleY, right } from './words.ts'
import type { Rect } from './words.ts'

/** A ruled line from one end to the other; nearly level or nearly upright. */
export interface RuledLine {
  x0: number
  y0: number
  x1: number
  y1: number
}

export interface RuledLines {
  across: readonly RuledLine[]
  down: readonly RuledLine[]
}

/** Edges of a cell; null where no rule was seen. */
export interface Cell {
  left: number | null
  right: number | null
  top: number | null
  bottom: number | null
}

/** The cell that print stands in. */
export function cellAround(rules: RuledLines, rect: Rect): Cell {
  const xs = rules.down.filter((rule) => passesRow(rule, rect)).map((rule) => xAt(rule, middleY(rect)))
  const ys = rules.across.filter((rule) => passesColumn(rule, rect)).map((rule) => yAt(rule, middleX(rect)))
  return {
    left: last(xs.filter((x) => x < rect.x + 0.25 * Math.min(rect.w, rect.h))),
    right: first(xs.filter((x) => x > right(rect) - 0.25 * Math.min(rect.w, rect.h))),
    top: last(ys.filter((y) => y < rect.y + 0.25 * rect.h)),
    bottom: first(ys.filter((y) => y > bottom(rect) - 0.25 * rect.h)),
  }
}

/** The cell at the right of a label's cell, as high as that one; null when no rule parts them. */
export function cellBeside(rules: RuledLines, label: Rect): Cell | null {
  const own = cellAround(rules, label)
  if (own.right === null) return null
  const size = Math.min(label.w, label.h)
  const across = rules.across.filter((rule) => !isEdgeOfTape(rule, own, rules.down, size))
  const probe = { x: own.right + 0.3 * size, y: label.y, w: 0.4 * size, h: label.h }
  const beside = cellAround({ ...rules, across }, probe)
  return { ...beside, left: own.right }
}

/** Beside the row of a label a ruled line goes on to the next rule down the page: one that ends before is the shadow of a strip of paper. */
function isEdgeOfTape(rule: RuledLine, { top, bottom: low }: Cell, down: readonly RuledLine[], size: number): boolean {
  const inRow = 0.3 * size
  if (top === null || low === null || rule.y0 < top + inRow || rule.y0 > low - inRow) return false
  const next = down.filter(({ y0, y1 }) => y0 < rule.y1 && y1 > rule.y1).map((each) => xAt(each, rule.y1))
  return next.some((x) => x > rule.x1 + size) && !next.some((x) => Math.abs(x - rule.x1) <= size)
}

/** Whether the middle of print lies in a cell; an unknown edge bounds nothing. */
export function isInCell(cell: Cell, rect: Rect): boolean {
  const [x, y] = [middleX(rect), middleY(rect)]
  return (
    (cell.left === null || x > cell.left) &&
    (cell.right === null || x < cell.right) &&
    (cell.top === null || y > cell.top) &&
    (cell.bottom === null || y < cell.bottom)
  )
}

/** Goes past the whole height of the print and more: a stroke of a character never does. */
function passesRow(rule: RuledLine, rect: Rect): boolean {
  const over = 0.12 * rect.h
  return rule.y0 < rect.y - over && rule.y1 > bottom(rect) + over && rule.y1 - rule.y0 > 2.6 * rect.h
}

function passesColumn(rule: RuledLine, rect: Rect): boolean {
  const size = Math.min(rect.w, rect.h)
  return rule.x0 < middleX(rect) - 0.3 * size && rule.x1 > middleX(rect) + 0.3 * size && rule.x1 - rule.x0 > 3 * size
}

function xAt(rule: RuledLine, y: number): number {
  return rule.x0 + ((rule.x1 - rule.x0) * (y - rule.y0)) / (rule.y1 - rule.y0)
}

function yAt(rule: RuledLine, x: number): number {
  return rule.y0 + ((rule.y1 - rule.y0) * (x - rule.x0)) / (rule.x1 - rule.x0)
}

function first(places: readonly number[]): number | null {
  return places.length === 0 ? null : Math.min(...places)
}

function last(places: readonly number[]): number | null {
  return places.length === 0 ? null : Math.max(...places)
}
