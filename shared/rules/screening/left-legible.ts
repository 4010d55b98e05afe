// The proof of a mask: what a masked page, read again, still shows in its black boxes or beside them.
import { mayBeRead } from '../../screening.ts'
import type { Box, Finding } from '../../screening.ts'
import { bottom, overlap, rectOfBox, right } from './words.ts'
import type { Rect } from './words.ts'

/** What became black, and what a person saw and leaves open, in pixels of the page as it came in. */
export interface Mask {
  boxes: Box[]
  leftOpen: Box[]
}

/** Black over more of a finding than this leaves nothing of it. */
const wholly = 0.98
/** A box this much longer than broad lies along its line of print. */
const lengthy = 1.5

/** The boxes that have to become black as well: print that can be read, or that no reader made out. */
export function leftLegible(findings: readonly Finding[], { boxes, leftOpen }: Mask): Box[] {
  const masks = boxes.map(rectOfBox)
  return findings
    .filter(({ state }) => mayBeRead(state))
    .map(({ box }) => box)
    .filter((box) => {
      const found = rectOfBox(box)
      return (
        masks.some((mask) => isIn(found, mask)) &&
        blackOf(found, masks) < wholly * found.w * found.h &&
        !leftOpen.some((open) => isSame(found, rectOfBox(open), masks))
      )
    })
}

/** In the mask, or so near beyond one of its ends that it is what sticks out of it: a line may run across the page or down. */
function isIn(found: Rect, mask: Rect): boolean {
  const reach = Math.min(mask.w, mask.h)
  const across = mask.h > lengthy * mask.w ? 0 : reach
  const down = mask.w > lengthy * mask.h ? 0 : reach
  return (
    found.x < right(mask) + across &&
    right(found) > mask.x - across &&
    found.y < bottom(mask) + down &&
    bottom(found) > mask.y - down
  )
}

/** The same print, found again: its box may have moved, or reach over black beside it that was taken for a character. */
function isSame(found: Rect, open: Rect, masks: readonly Rect[]): boolean {
  return overlap(found, open) > 0.5 * (found.w * found.h - blackOf(found, masks))
}

function blackOf(found: Rect, masks: readonly Rect[]): number {
  return Math.max(...masks.map((mask) => overlap(found, mask)))
}
