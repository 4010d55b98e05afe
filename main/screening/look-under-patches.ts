// What shows through the dark patches of a page.
import type { Patch, Word } from '../../shared/rules/screening/words.ts'
import { findPatches, ladder, readBoxes, solid, wipePicture } from '../reading/index.ts'
import type { Engines, Grey, Rect } from '../reading/index.ts'

/** Pale and dark pixels of a patch further apart than this belong to separate strokes. */
const hatched = 60

/** How many patches of a page are looked into. */
const mostPatches = 14

/** Dark patches with what shows through them at some threshold. */
export async function lookUnderPatches(
  upright: Grey,
  paper: number,
  words: readonly Word[],
  engines: Engines,
  signal: AbortSignal,
): Promise<Patch[]> {
  const typical = typicalSize(words)
  const patches = findPatches(upright, paper, Math.max(14, 0.55 * typical))
  const likely = new Set(
    patches
      .filter((patch) => patch.unevenness >= solid && Math.min(patch.rect.w, patch.rect.h) < 6 * typical)
      .sort((a, b) => b.rect.w * b.rect.h - a.rect.w * a.rect.h)
      .slice(0, mostPatches),
  )
  const seen: Patch[] = []
  for (const patch of patches) {
    signal.throwIfAborted()
    const text = likely.has(patch) ? await textUnder(upright, patch.rect, typical, engines) : null
    seen.push({ rect: patch.rect, text, isHatched: patch.hatching > hatched })
  }
  return seen
}

/** How high the characters of a page are: of a column its breadth says so. */
function typicalSize(words: readonly Word[]): number {
  const sizes = words.map(({ rect, vertical }) => (vertical ? rect.w : rect.h)).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 30
}

/** The longest text any step of the ladder brings out, or null. */
async function textUnder(upright: Grey, rect: Rect, typical: number, engines: Engines): Promise<string | null> {
  let best = ''
  for (const picture of ladder(upright, rect)) {
    const lines =
      rect.h < 1.9 * typical
        ? [wholeLine(picture)]
        : await engines.detect(picture, { x: 0, y: 0, w: picture.width, h: picture.height }, 1)
    const read = await readBoxes(picture, lines, engines)
    const text = read
      .filter((line) => line.glyphs.length >= 3)
      .map((line) =>
        line.glyphs
          .filter((glyph) => glyph.sure > 0.6 && /[\p{Letter}\p{Number}]/u.test(glyph.char))
          .map((glyph) => glyph.char)
          .join(''),
      )
      .filter((part) => part.length >= 3)
      .join('')
    wipePicture(picture)
    if (text.length > best.length) best = text
    if (best.length >= 5) break
  }
  return best.length >= 3 ? best : null
}

function wholeLine(picture: Grey): {
  cx: number
  cy: number
  length: number
  thickness: number
  angle: number
  score: number
} {
  return {
    cx: picture.width / 2,
    cy: picture.height / 2,
    length: picture.width,
    thickness: picture.height,
    angle: 0,
    score: 1,
  }
}
