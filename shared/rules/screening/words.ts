// Lines of print as the screening rules see them: text with a place, on a page that stands upright.

import type { Box } from '../../screening.ts'

/** In pixels of the upright page. */
export interface Rect {
  x: number
  y: number
  w: number
  h: number
}

/** One character: what it was read as, how sure (0–1), its middle, and the runners-up, best first. */
export interface Letter {
  char: string
  sure: number
  x: number
  others: string
}

/** A line or the part of it in one table cell. `text` is NFKC, without spaces, one character per letter. */
export interface Word {
  text: string
  letters: Letter[]
  rect: Rect
  /** Mean confidence, 0–1. */
  sure: number
  vertical: boolean
}

/** A dark area that is not print: pen, bar, photo. `text` is what shows through it at some ink threshold. */
export interface Patch {
  rect: Rect
  text: string | null
  /** Strokes with paper between them rather than one dark area: what lies below can be guessed at. */
  isHatched: boolean
}

/** A square code, and what it says; null where it cannot be read. */
export interface Code {
  rect: Rect
  text: string | null
}

export function rectOfBox([x, y, w, h]: Box): Rect {
  return { x, y, w, h }
}

/** The same with rows for columns: what runs down the page lies level. */
export function transposed({ x, y, w, h }: Rect): Rect {
  return { x: y, y: x, w: h, h: w }
}

export function right(rect: Rect): number {
  return rect.x + rect.w
}

export function bottom(rect: Rect): number {
  return rect.y + rect.h
}

export function middleX(rect: Rect): number {
  return rect.x + rect.w / 2
}

export function middleY(rect: Rect): number {
  return rect.y + rect.h / 2
}

export function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return { x, y, w: Math.max(...rects.map(right)) - x, h: Math.max(...rects.map(bottom)) - y }
}

export function overlap(a: Rect, b: Rect): number {
  const w = Math.min(right(a), right(b)) - Math.max(a.x, b.x)
  const h = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y)
  return w > 0 && h > 0 ? w * h : 0
}

/** Builds a word; characters that NFKC makes longer (㈱, ㍻) become several letters in one place. */
export function makeWord(glyphs: readonly Letter[], rect: Rect, vertical = false): Word {
  const letters: Letter[] = []
  for (const glyph of glyphs) {
    for (const char of glyph.char.normalize('NFKC')) {
      if (char.trim() !== '') letters.push({ ...glyph, char })
    }
  }
  const sure = letters.length === 0 ? 0 : letters.reduce((sum, letter) => sum + letter.sure, 0) / letters.length
  return { text: letters.map((letter) => letter.char).join(''), letters, rect, sure, vertical }
}

/** The part of a word from letter `from` up to, not including, letter `to`. */
export function partOf(word: Word, from: number, to = word.letters.length): Word {
  const letters = word.letters.slice(from, to)
  const before = word.letters[from - 1]
  const first = letters[0]
  const last = letters.at(-1)
  const after = word.letters[to]
  const start = before === undefined || first === undefined ? word.rect.x : (before.x + first.x) / 2
  const end = after === undefined || last === undefined ? right(word.rect) : (last.x + after.x) / 2
  const rect = word.vertical ? word.rect : { ...word.rect, x: start, w: Math.max(1, end - start) }
  return makeWord(letters, rect, word.vertical)
}
