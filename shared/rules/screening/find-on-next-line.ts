// Entries on the back of a licence are one sentence: the address behind 新本籍 goes on at the beginning of the next line.
import { endsLikeDomicile, isCommission, readsAsAddress } from './address.ts'
import { isAddressLabel } from './labels.ts'
import type { Label } from './labels.ts'
import { isCovered, isLabel } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { bottom, middleY, right } from './words.ts'
import type { Rect } from './words.ts'

/** The date of the entry, or a part of it. */
const date = /[0-9]年|[0-9]月|[0-9]?日|[0-9][.,][0-9]/u
/** The next line begins at most so many heights of a letter below, and so many beside where the entry began. */
const lineGap = 1
const indent = 1.5

/** The rest of an address whose label stands behind the date of its entry. */
export function findOnNextLine(page: LabelledPage, label: Label): Found[] {
  const start = entryStart(page, label)
  if (start === null) return []
  const at = label.word.rect
  return page.rest
    .filter(({ text, rect }) => {
      const gap = rect.y - bottom(at)
      if (gap < -0.4 * at.h || gap > lineGap * at.h || isCommission(text)) return false
      if (Math.abs(rect.x - start) < indent * at.h || sticksOut(page, rect)) return true
      return endsLikeDomicile(text) && isAlone(page, rect)
    })
    .filter((word) => !isLabel(page, word) && !isAddressLabel(word.text))
    .filter(({ text }) => endsLikeDomicile(text) || readsAsAddress(text))
    .map(({ rect }) => ({
      field: 'permanent-domicile',
      state: isCovered(page, rect) ? 'see-through' : 'visible',
      rect,
      label: at,
      by: ['label', 'value'],
    }))
}

/** Where the entry's line begins; null when no date stands before the label. */
function entryStart(page: LabelledPage, { word: label }: Label): number | null {
  const { rect: at } = label
  const dates = page.words
    .filter(({ rect }) => Math.abs(middleY(rect) - middleY(at)) < 0.6 * at.h && rect.x < at.x)
    .filter(({ text }) => date.test(text))
    .map(({ rect }) => rect.x)
  if (label.vertical || (dates.length === 0 && !date.test(label.text))) return null
  return Math.min(at.x, ...dates)
}

/** Nothing stands before it: white paper lies over the beginning of its line. */
function isAlone(page: LabelledPage, rect: Rect): boolean {
  return !page.words.some(
    (other) => other.rect.x < rect.x && Math.abs(middleY(other.rect) - middleY(rect)) < 0.5 * rect.h,
  )
}

/** Beside the end of a patch on its line: what the pen left. */
function sticksOut(page: LabelledPage, rect: Rect): boolean {
  return page.patches.some(
    (patch) =>
      Math.abs(right(patch.rect) - rect.x) < indent * rect.h &&
      patch.rect.y < middleY(rect) &&
      bottom(patch.rect) > middleY(rect),
  )
}
