// What a reading of a line says as a whole.
import type { Glyph } from './read-line.ts'

export function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => glyph.char).join('')
}

/** Mean of the characters, 0–1; 0 of nothing. */
export function sureness(glyphs: readonly Glyph[]): number {
  return glyphs.length === 0 ? 0 : glyphs.reduce((sum, glyph) => sum + glyph.sure, 0) / glyphs.length
}

/** Sure characters count, doubtful ones hardly, and many more than few: of two readings of one line the heavier is the better. */
export function weight(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.sure ** 3, 0)
}
