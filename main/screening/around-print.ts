// From the place of a finding to the box that becomes black: all of its print, line by line, and nothing of the next row.
import type { Found, PageView } from '../../shared/rules/screening/page-view.ts'
import { around, bottom, middleX, middleY, overlap, right } from '../../shared/rules/screening/words.ts'
import { mayBeRead } from '../../shared/screening.ts'
import { fitToPrint } from '../reading/index.ts'
import type { Edges, Grey, Rect } from '../reading/index.ts'

/** Readers' boxes hug the print: what is added on every side, in heights of the line. */
const margin = 0.22
/** So much of a word lies in a finding that has it, or of a finding in the word that begins with its label. */
const most = 0.6
/** What lies over so much of a line is a watermark or a stamp, and no neighbour. */
const across = 0.3
/** Two lines that share so much of their height stand beside one another. */
const level = 0.4
/** Boxes of neighbours have margins of their own: in heights of the line. */
const shared = 0.08
/** What was read worse is dirt or a stroke of the value itself, and stops no box. */
const surelyPrint = 0.5

/** A line of print in a finding. */
interface Line {
  rect: Rect
  isDown: boolean
}

export function aroundPrint(found: Found, { upright, view }: { upright: Grey; view: PageView }): Rect {
  const lines = linesOf(found, view)
  const size = Math.min(found.rect.w, found.rect.h, ...lines.map(({ rect, isDown }) => (isDown ? rect.w : rect.h)))
  const others = view.words
    .filter((word) => word.letters.length > 1 && word.sure > surelyPrint && !isPartOf(word.rect, found.rect))
    .map(({ rect }) => rect)
    .concat(found.label === null ? [] : [found.label])
  const fitted = isPrint(found)
    ? lines.map(({ rect, isDown }) => fitToPrint(upright, rect, edgesAmong(others, rect, view), isDown))
    : []
  return withMargin(around([found.rect, ...fitted]), margin * size, others, view)
}

function isPrint({ state, field }: Found): boolean {
  return field !== 'insurance-qr' && field !== 'organ-donation' && mayBeRead(state)
}

/** The part of every word that the finding has; its whole place where nothing was read in it. */
function linesOf({ rect }: Found, { words }: PageView): Line[] {
  const own = words.filter((word) => isPartOf(word.rect, rect))
  if (own.length === 0) return [{ rect, isDown: rect.h > rect.w }]
  return own.map((word) => ({ rect: common(word.rect, rect), isDown: word.vertical }))
}

function isPartOf(word: Rect, place: Rect): boolean {
  return overlap(word, place) > most * Math.min(word.w * word.h, place.w * place.h)
}

function common(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return { x, y, w: Math.min(right(a), right(b)) - x, h: Math.min(bottom(a), bottom(b)) - y }
}

/** How far a line may reach before it lies on the print of others. */
function edgesAmong(others: readonly Rect[], line: Rect, { width, height }: PageView): Edges {
  const edges = { left: 0, top: 0, right: width, bottom: height }
  const slack = shared * Math.min(line.w, line.h)
  for (const other of others) {
    if (overlap(other, line) > across * Math.min(other.w * other.h, line.w * line.h)) continue
    const high = Math.min(bottom(other), bottom(line)) - Math.max(other.y, line.y)
    const wide = Math.min(right(other), right(line)) - Math.max(other.x, line.x)
    if (high > level * Math.min(other.h, line.h)) {
      if (middleX(other) < middleX(line)) edges.left = Math.max(edges.left, right(other) - slack)
      else edges.right = Math.min(edges.right, other.x + slack)
    } else if (wide > 0) {
      if (middleY(other) < middleY(line)) edges.top = Math.max(edges.top, bottom(other) - slack)
      else edges.bottom = Math.min(edges.bottom, other.y + slack)
    }
  }
  return edges
}

/** No side is moved inwards. */
function withMargin(rect: Rect, width: number, others: readonly Rect[], view: PageView): Rect {
  const edges = edgesAmong(others, rect, view)
  const left = Math.min(rect.x, Math.max(rect.x - width, edges.left))
  const top = Math.min(rect.y, Math.max(rect.y - width, edges.top))
  const end = Math.max(right(rect), Math.min(right(rect) + width, edges.right))
  const low = Math.max(bottom(rect), Math.min(bottom(rect) + width, edges.bottom))
  return { x: left, y: top, w: end - left, h: low - top }
}
