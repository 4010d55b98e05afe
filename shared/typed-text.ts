// Text as people type and paste it: what cannot be seen or would turn a line around is taken out, every real character stays.
import { z } from 'zod'

/** Controls but line feed; marks of direction and width that hide in pasted text; halves of characters that a cut left. */
const unseen = /(?!\n)\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|\p{Surrogate}/gu
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/gu

/** Lines stay lines, tabs become spaces. Variation selectors, 外字 and characters beyond 16 bits stay as they are. */
export function withoutUnseen(text: string): string {
  return text.replace(lineEnds, '\n').replaceAll('\t', ' ').replace(unseen, '')
}

/** As `withoutUnseen`, in one line: `oneLine('山田\r\n太郎')` is `'山田 太郎'`. */
export function oneLine(text: string): string {
  return withoutUnseen(text).replace(/\n+/gu, ' ')
}

/** A field of one line. Lengths in characters (code points, as zod counts), after what cannot be seen was taken out. */
export function lineSchema(limits: { min?: number; max: number }) {
  return z
    .string()
    .transform(oneLine)
    .pipe(
      z
        .string()
        .trim()
        .min(limits.min ?? 0)
        .max(limits.max),
    )
}

/** A field of several lines. */
export function linesSchema(limits: { min?: number; max: number }) {
  return z
    .string()
    .transform(withoutUnseen)
    .pipe(
      z
        .string()
        .trim()
        .min(limits.min ?? 0)
        .max(limits.max),
    )
}

/** How many characters are too many for a field of so many, as the schemas count them: `charactersTooMany('𠮷野家', 2)` is 1. */
export function charactersTooMany(text: string, most: number): number {
  return Math.max(0, [...withoutUnseen(text).trim()].length - most)
}

/** Characters that only the PC they were made on can draw (外字: the private use area), each once. */
export function privateCharacters(text: string): string[] {
  return [...new Set(text.match(/\p{Co}/gu) ?? [])]
}
