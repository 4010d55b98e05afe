// Addresses that no label explains, on documents that show a 本籍: its label may be covered, faded or misread.
import {
  endsLikeDomicile,
  isPrefecture,
  isRuinOfAddress,
  looksLikeAddress,
  namesDwelling,
  readsAsAddress,
} from './address.ts'
import { cellAround, isInCell } from './cells.ts'
import { isUnderCoveredHead } from './covered-head.ts'
import { findOnLicence } from './find-on-licence.ts'
import { isEntry } from './name.ts'
import { isExplainedAddress, ownAddresses } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { isAddressLabel, isOtherLabel } from './labels.ts'
import { printedLines } from './printed-lines.ts'
import { hasDoubtfulLabel, rowLabelOf } from './row-label.ts'
import { bottom, middleY, overlap, right } from './words.ts'
import type { Rect, Word } from './words.ts'

const shortest = 7
const shortestBesideLabel = 4
/** In heights of the value: how far a pen over its label reaches into its first character. */
const penEnd = 0.6
/** In heights of the value: the rows of a 本籍 and its 筆頭者 are no further apart. */
const headLines = 4
/** Short print ends as labels of addresses, names and dates do, and stands so many heights of a patch above or below it. */
const longestEnding = 8
const endsLikeLabel = /(?:住所|氏名|年月日時?|場所)$/u
const labelRows = 10

export function findUnlabelledDomicile(page: LabelledPage, found: readonly Found[]): Found[] {
  const free = page.rest.filter(
    (word) => !found.some((finding) => overlap(finding.rect, word.rect) > 0.3 * word.rect.w * word.rect.h),
  )
  if (isProfessionalLicence(page)) return free.filter((word) => isPrefecture(word.text)).map(byValue)
  const lines = printedLines(page, free)
  const unexplained = lines.filter(
    (word) =>
      looksLikeAddress(word.text) &&
      word.text.length >= shortest &&
      word.sure >= 0.5 &&
      !isExplainedAddress(page, word),
  )
  const addresses = unexplained.filter((word) => endsLikeDomicile(word.text))
  // What is left of its label says more than how it ends: half of it may be covered.
  const halfLabelled = lines.filter(
    (word) =>
      (readsAsAddress(word.text) || isRuinOfAddress(word.text)) &&
      word.text.length >= shortestBesideLabel &&
      word.sure >= 0.5 &&
      !word.vertical &&
      !isExplainedAddress(page, word) &&
      !isBesideLabel(page, word) &&
      rowLabelOf(page, word) === 'domicile',
  )
  if (halfLabelled.length > 0) return halfLabelled.map(byValue)
  const onLicence = page.kinds.has('licence') ? findOnLicence(page, lines, unexplained) : []
  if (onLicence.length > 0) return onLicence
  const besideCover = coveredLabels(page, lines)
  if (besideCover.length > 0 || page.kind === 'licence') return besideCover.map(byValue)
  const isSeen = found.some((finding) => finding.field === 'permanent-domicile' && !isBlankHeading(page, finding))
  const aboveHead = isSeen ? [] : unexplained.filter((word) => isLineAboveHead(word, found))
  if (aboveHead.length > 0) return aboveHead.map(byValue)
  const besideHead = isSeen ? [] : addresses.filter((word) => isBesideHead(page, word))
  if (besideHead.length > 0) return besideHead.map(byValue)
  const besideEmptyCell = isSeen ? [] : addresses.filter((word) => isBesideEmptyCell(page, word))
  if (besideEmptyCell.length > 0) return besideEmptyCell.map(byValue)
  // Letters and forms name such documents too, and carry addresses of their own.
  if (page.kind === 'application-form') return []
  if (page.kind === 'other') return addresses.filter((word) => hasDoubtfulLabel(page, word)).map(undecided)
  if (!page.kinds.has('juminhyo') && !page.kinds.has('koseki') && !page.kinds.has('licence')) return []
  const underCover = unexplained.filter((word) => isUnderCoveredHead(page, word))
  if (underCover.length > 0) return underCover.map(byValue)
  // Where labels were read, their values' column is known; a list of former addresses stands elsewhere.
  const columns = found
    .filter((finding) => finding.field === 'permanent-domicile' && finding.label !== null)
    .map((finding) => finding.rect.x)
  const shown = addresses.filter((word) => {
    const label = rowLabelOf(page, word)
    if (columns.length === 0) return label !== 'address'
    return label === 'none' && columns.some((x) => Math.abs(x - word.rect.x) < 1.5 * word.rect.h)
  })
  if (shown.length > 0 || isSeen) return shown.map(byValue)
  // Nothing says of an address whose it is, and no 本籍 was seen: it may be one that ends in numbers alone, and is when 住所 has its own.
  return unexplained
    .filter((word) => rowLabelOf(page, word) === 'none' && !namesDwelling(word.text) && !isEntry(word.text))
    .map(ownAddresses(page).length > 0 ? byValue : undecided)
}

/** In the row of a label that was read: its value is known. */
function isBesideLabel(page: LabelledPage, { rect }: Word): boolean {
  return page.labels.some(
    ({ field, word }) => field === 'permanent-domicile' && Math.abs(middleY(word.rect) - middleY(rect)) < rect.h,
  )
}

/** Addresses, and prefectures alone, whose label somebody blackened instead of the value: nobody hides the word 住所. */
function coveredLabels(page: LabelledPage, lines: readonly Word[]): Word[] {
  const isCertificate = page.kinds.has('juminhyo') || page.kinds.has('koseki')
  return lines.filter(
    (word) =>
      (looksLikeAddress(word.text) || isPrefecture(word.text)) &&
      word.sure >= 0.5 &&
      !isExplainedAddress(page, word) &&
      rowLabelOf(page, word) === 'none' &&
      (isPrefectureAlone(page, word) ||
        page.patches.some(
          ({ rect }) =>
            right(rect) < word.rect.x + penEnd * word.rect.h &&
            word.rect.x - right(rect) < 10 * word.rect.h &&
            (rect.w < 8 * word.rect.h || isLevelWithValues(page, word)) &&
            Math.abs(middleY(rect) - middleY(word.rect)) < 0.7 * word.rect.h &&
            (isCertificate || isAmongLabels(page, rect)),
        )),
  )
}

/** White paper leaves no patch. In a column of labelled values nothing else is a prefecture and no more, but on a form, where it begins an address. */
function isPrefectureAlone(page: LabelledPage, word: Word): boolean {
  return page.kind !== 'application-form' && isPrefecture(word.text) && isLevelWithValues(page, word)
}

/** A 筆頭者 is printed beside a 本籍 and nowhere else, on whatever paper: the address within a line or two of it is that one. */
function isBesideHead(page: LabelledPage, value: Word): boolean {
  const { rect } = value
  const isNear = page.labels.some(
    ({ field, word }) =>
      field === 'head-of-register' &&
      word.rect.x < right(rect) &&
      Math.abs(middleY(word.rect) - middleY(rect)) < headLines * rect.h,
  )
  const label = rowLabelOf(page, value)
  return isNear && (label === 'none' || (label === 'unknown' && hasCoverBefore(page, rect)))
}

/** 戸籍の表示 heads the rows of both; where the label of the first is lost, it seems to head nothing. */
function isBlankHeading(page: LabelledPage, { state, label }: Found): boolean {
  return state === 'blank' && page.labels.some(({ word }) => word.rect === label && /表示/u.test(word.text))
}

/** In a cell for both, the 本籍 is the line above its 筆頭者. */
function isLineAboveHead({ rect }: Word, found: readonly Found[]): boolean {
  return found.some(
    ({ field, rect: head }) =>
      field === 'head-of-register' &&
      Math.abs(head.x - rect.x) < rect.h &&
      head.y > middleY(rect) &&
      head.y - bottom(rect) < 0.8 * rect.h,
  )
}

/** A pen over the end of a label. */
function hasCoverBefore(page: LabelledPage, value: Rect): boolean {
  return page.patches.some(
    ({ rect }) => Math.abs(value.x - right(rect)) < value.h && Math.abs(middleY(rect) - middleY(value)) < 0.7 * value.h,
  )
}

/** White paper over a label leaves its cell empty, among rows that have one each. */
function isBesideEmptyCell(page: LabelledPage, value: Word): boolean {
  const { rect } = value
  const { left } = cellAround(page.rules, rect)
  if (left === null || rowLabelOf(page, value) !== 'none' || !isLevelWithValues(page, value)) return false
  const cell = cellAround(page.rules, { x: left - 0.8 * rect.h, y: rect.y, w: 0.4 * rect.h, h: rect.h })
  if (cell.left === null || cell.top === null || cell.bottom === null || left - cell.left < 3 * rect.h) return false
  return !page.words.some((word) => word.text !== '' && isInCell(cell, word.rect))
}

/** It begins where the values of other rows do: the cover left of it is as broad as a column of labels, and hides no value. */
function isLevelWithValues(page: LabelledPage, word: Word): boolean {
  const labels = page.words.filter(({ text, rect }) => isOtherLabel(text) && right(rect) < word.rect.x)
  const values = page.words.filter(
    (other) => other !== word && Math.abs(other.rect.x - word.rect.x) < 0.5 * word.rect.h,
  )
  const isLabelled = ({ rect }: Word): boolean =>
    labels.some((label) => Math.abs(middleY(label.rect) - middleY(rect)) < 0.6 * rect.h)
  return values.filter(isLabelled).length >= 2
}

/** Labels stand above or below the patch, in the same column: on whatever paper, what it covers is one of them. */
function isAmongLabels(page: LabelledPage, patch: Rect): boolean {
  const near = page.words.filter(
    ({ rect, text }) =>
      (isOtherLabel(text) || isAddressLabel(text) || (text.length <= longestEnding && endsLikeLabel.test(text))) &&
      rect.x > patch.x - 0.5 * patch.h &&
      rect.x < right(patch) &&
      Math.abs(middleY(rect) - middleY(patch)) < labelRows * patch.h,
  )
  return near.length >= 2
}

/** Licences of nurses, doctors and the like print 本籍地都道府県名: the prefecture alone (保健師助産師看護師法施行規則). */
function isProfessionalLicence(page: LabelledPage): boolean {
  return page.kind === 'other' && page.words.some((word) => /師.{0,3}免許|免許.{0,4}与/u.test(word.text))
}

function byValue({ rect }: Word): Found {
  return { field: 'permanent-domicile', state: 'visible', rect, label: null, by: ['value'] }
}

/** A person must look: the label may have been that of a 本籍. */
function undecided({ rect }: Word): Found {
  return { field: 'permanent-domicile', state: 'unreadable', rect, label: null, by: ['value'] }
}
