// What a cover over the beginning of a 本籍 leaves of it.
import { endsLikeDomicile, hasLot, looksLikeAddress } from './address.ts'
import type { PageView } from './page-view.ts'
import { middleY, right } from './words.ts'
import type { Word } from './words.ts'

/** The end of a 本籍 right behind the patch that hides its beginning. */
export function isEndBehindCover(page: PageView, word: Word): boolean {
  return !looksLikeAddress(word.text) && isBehindCover(page, word)
}

/** The same, be so much left of it that it reads like an address of its own. */
export function isBehindCover(page: PageView, { text, rect, sure }: Word): boolean {
  return (
    sure > 0.8 &&
    hasLot(text) &&
    endsLikeDomicile(text) &&
    page.patches.some(
      ({ rect: patch }) =>
        patch.w > 2 * patch.h &&
        Math.abs(rect.x - right(patch)) < rect.h &&
        Math.abs(middleY(patch) - middleY(rect)) < 0.8 * rect.h,
    )
  )
}
