// What still shows where a 本籍 seems blank: white tape and correcting fluid let print through that is paler than any pen leaves it.
import { readsAsAddress, romajiPrefecture } from '../../shared/rules/screening/address.ts'
import type { Found, PageView } from '../../shared/rules/screening/page-view.ts'
import { overlap } from '../../shared/rules/screening/words.ts'
import type { Patch, Rect } from '../../shared/rules/screening/words.ts'
import { faintLadder, readBoxes, wipePicture } from '../reading/index.ts'
import type { Engines, Grey } from '../reading/index.ts'
import { toWord } from './to-word.ts'

/** Blank places of a page that are looked at. */
const mostPlaces = 4
/** Print that is read better than this shows through nothing. */
const plainlyRead = 0.75
/** In heights of the label: how far below it and to its right a value may stand. */
const depth = 2.4
const reach = 28

/** Pale print at the places of a 本籍 that was found blank, as patches with what shows through them. */
export async function lookAtBlanks(
  upright: Grey,
  view: PageView,
  found: readonly Found[],
  engines: Engines,
  signal: AbortSignal,
): Promise<Patch[]> {
  const places = found.flatMap(({ field, state, label }) =>
    field === 'permanent-domicile' && state === 'blank' && label !== null ? [placeOf(label, view)] : [],
  )
  const patches: Patch[] = []
  for (const place of places.slice(0, mostPlaces)) {
    for (const picture of faintLadder(upright, place)) {
      signal.throwIfAborted()
      const whole = { x: 0, y: 0, w: picture.width, h: picture.height }
      const lines = (await readBoxes(picture, await engines.detect(picture, whole, 1), engines)).map(toWord)
      wipePicture(picture)
      const shown = lines
        .filter(({ text, sure }) => sure > 0.6 && (readsAsAddress(text) || romajiPrefecture(text) !== null))
        .map(({ rect, text }) => ({
          rect: { ...rect, x: rect.x + place.x, y: rect.y + place.y },
          text,
          isHatched: false,
        }))
        .filter(({ rect }) => !isPlainPrint(view, rect))
      patches.push(...shown)
      if (shown.length > 0) break
    }
  }
  return patches
}

/** Was read as it stands, and says what it is: the next row, whose label went with it this time. */
function isPlainPrint({ words }: PageView, rect: Rect): boolean {
  return words.some((word) => word.sure > plainlyRead && overlap(word.rect, rect) > 0.5 * rect.w * rect.h)
}

/** The label, the rest of its row, and what lies below it; it begins at a whole pixel of the page. */
function placeOf(label: Rect, { width, height }: PageView): Rect {
  const size = Math.min(label.w, label.h)
  const x = Math.max(0, Math.floor(label.x - size))
  const y = Math.max(0, Math.floor(label.y - 0.3 * size))
  return {
    x,
    y,
    w: Math.min(width - x, label.w + reach * size),
    h: Math.min(height - y, label.h + depth * size),
  }
}
