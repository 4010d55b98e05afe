// From a line of the reader, in its rotated box, to a word of the rules.
import { makeWord } from '../../shared/rules/screening/words.ts'
import type { Word } from '../../shared/rules/screening/words.ts'
import type { ReadLine } from '../reading/index.ts'

/** A word in its axis-aligned box, margins of the detector taken off. */
export function toWord(line: ReadLine): Word {
  const { box } = line
  const margin = 0.12 * box.thickness
  const cos = Math.abs(Math.cos(box.angle))
  const sin = Math.abs(Math.sin(box.angle))
  const w = cos * box.length + sin * box.thickness - 2 * margin
  const h = sin * box.length + cos * box.thickness - 2 * margin
  const rect = { x: box.cx - w / 2, y: box.cy - h / 2, w, h }
  const letters = line.glyphs.map((glyph) => ({
    char: glyph.char,
    sure: glyph.sure,
    others: glyph.others,
    x: line.vertical ? box.cx : box.cx + Math.cos(box.angle) * (glyph.at - 0.5) * box.length,
  }))
  return makeWord(letters, rect, line.vertical)
}
