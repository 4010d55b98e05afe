// The 本籍 of a licence without its label: in the row above 住所, or in an entry on the back.
import { endsLikeDomicile, looksLikeAddress, startsWithPrefecture } from './address.ts'
import { isAddressLabel } from './labels.ts'
import { isEntry } from './name.ts'
import { isBehindCover, isEndBehindCover } from './end-behind-cover.ts'
import { isExplainedAddress, ownAddresses } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { rowLabelOf } from './row-label.ts'
import { middleY, overlap, right } from './words.ts'
import type { Word } from './words.ts'

/** `lines` is the print that no finding holds yet, `unexplained` the addresses among it that no label explains. */
export function findOnLicence(page: LabelledPage, lines: readonly Word[], unexplained: readonly Word[]): Found[] {
  const above = [
    ...unexplained.filter((word) => endsLikeDomicile(word.text)),
    ...lines.filter((word) => isEndBehindCover(page, word)),
  ].filter((word) => hasAddressBelow(page, word))
  if (above.length > 0 || page.kind !== 'licence') return above.map(byZone)
  const behind = lines.filter(
    (word) => isBehindCover(page, word) && !isExplainedAddress(page, word) && rowLabelOf(page, word) !== 'address',
  )
  if (behind.length > 0) return behind.map(byZone)
  const between = lines.filter((word) => isBetweenNameAndAddress(page, word))
  if (between.length > 0) return between.map(byZone)
  const first = ownAddresses(page)
  return unexplained
    .filter((word) => isSecondAddress(page, word) && first.some(({ rect }) => overlap(rect, word.rect) === 0))
    .map(byZone)
}

/** On a licence the 本籍 row stands right above the 住所 row, so it has another address below it. */
function hasAddressBelow(page: LabelledPage, word: Word): boolean {
  return page.rest.some(
    (other) =>
      other !== word &&
      looksLikeAddress(other.text) &&
      middleY(other.rect) - middleY(word.rect) > 0.6 * word.rect.h &&
      middleY(other.rect) - middleY(word.rect) < 4 * word.rect.h,
  )
}

/** Print shorter than this between the two rows is a country, or a piece of a pattern. */
const shortest = 8
/** In heights of the print: how far the rows of a licence stand apart. */
const [narrowestRow, widestRow] = [1.2, 3]

/** Whatever it was read as: between the row of the name and the birth and the row of 住所 no licence prints a line but the 本籍. */
function isBetweenNameAndAddress(page: LabelledPage, { text, rect }: Word): boolean {
  const isRowApart = (distance: number): boolean => distance > narrowestRow * rect.h && distance < widestRow * rect.h
  return (
    text.length >= shortest &&
    page.words.some(
      (word) => /[日月][^\p{Letter}]?生$/u.test(word.text) && isRowApart(middleY(rect) - middleY(word.rect)),
    ) &&
    page.words.some(
      (word) => isAddressLabel(word.text) && word.rect.x < rect.x && isRowApart(middleY(word.rect) - middleY(rect)),
    )
  )
}

const entryDate = /^.{0,2}[0-9]{1,2}年[0-9]{1,2}月[0-9]{1,2}日/u

/** Begins like a whole address, and nothing but the date of an entry stands before it. */
function isSecondAddress(page: LabelledPage, word: Word): boolean {
  const text = word.text.replace(entryDate, '')
  if (!startsWithPrefecture(text) && !/^.{1,8}[市郡]/u.test(text)) return false
  const isBefore = (other: Word): boolean =>
    other !== word &&
    right(other.rect) < word.rect.x + 0.6 * word.rect.h &&
    Math.abs(middleY(other.rect) - middleY(word.rect)) < 0.6 * word.rect.h
  const before = page.words.filter((other) => other.text.length > 1 && isBefore(other))
  return before.length === 0 ? rowLabelOf(page, word) === 'none' : before.every((other) => isEntry(other.text))
}

function byZone({ rect }: Word): Found {
  return { field: 'permanent-domicile', state: 'visible', rect, label: null, by: ['value', 'zone'] }
}
