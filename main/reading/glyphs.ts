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

/** Confidence that counts sure characters far more than doubtful ones, with little for a lone one; 0–1. */
export function legibility(glyphs: readonly Glyph[]): number {
  return glyphs.length === 0 ? 0 : (weight(glyphs) / glyphs.length) * Math.min(1, glyphs.length / 4)
}

/** Digits and Latin letters that were read without doubt. */
export function countWestern(readings: readonly (readonly Glyph[])[]): number {
  return readings.flat().filter((glyph) => glyph.sure > 0.8 && /[0-9A-Za-z]/.test(glyph.char)).length
}
