// The first reader: two networks, one for Japanese and one for Latin letters and signs, each reading what the other cannot.
import { sureness, textOf, weight } from './glyphs.ts'
import type { Grey } from './picture.ts'
import type { Glyph } from './read-line.ts'

/** Readings of pictures of one line each, in their order. */
export type ReadPictures = (pictures: Grey[]) => Promise<Glyph[][]>

/** Below this mean the Japanese reader's word alone is not enough (a hundred pages: above it, it is hardly ever wrong). */
const sureEnough = 0.87
/** The same for what is mostly Latin letters, digits or signs. */
const sureOfLatin = 0.98
/** How much surer, character by character, the other reader must be of a line that both take for Japanese. */
const lead = 1.06

/**
 * The Japanese reader sees every line; it is the better one on all Japanese and takes a third of the time. What it is unsure
 * of, and what may be Latin, digits or signs, the other reader sees as well, and the better reading stands.
 */
export function createFirstReader(readJapanese: ReadPictures, readSigns: ReadPictures): ReadPictures {
  return async (pictures) => {
    const readings = await readJapanese(pictures)
    const again = readings.flatMap((glyphs, index) => (isForBoth(glyphs) ? [index] : []))
    const others = await readSigns(again.map((index) => pictures[index]!))
    again.forEach((index, place) => {
      readings[index] = better(readings[index]!, others[place]!)
    })
    return readings
  }
}

const western = /[\x21-\x7e＊〈＜くイ]/gu
const sign = /^[\x21-\x7e]+$/
/** Left out is said in these; the Japanese reader makes characters of them. */
const leftOut = /^[*＊\-ー—―–]{2,}$/

function isForBoth(glyphs: readonly Glyph[]): boolean {
  const text = textOf(glyphs)
  if (glyphs.length === 0 || sureness(glyphs) < sureEnough) return true
  // Rows of stars, dashes and machine-readable fillers come back as one character many times over.
  if (glyphs.length >= 2 && new Set(text).size === 1) return true
  return sureness(glyphs) < sureOfLatin && (text.match(western)?.length ?? 0) > 0.5 * glyphs.length
}

function better(japanese: Glyph[], signs: Glyph[]): Glyph[] {
  const text = textOf(signs)
  if (signs.length === 0) return japanese
  if (leftOut.test(text) && sureness(signs) > 0.6) return signs
  if (sign.test(text) && sign.test(textOf(japanese))) return weight(signs) >= 0.9 * weight(japanese) ? signs : japanese
  return weight(signs) > lead * weight(japanese) ? signs : japanese
}
