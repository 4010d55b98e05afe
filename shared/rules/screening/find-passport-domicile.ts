// The 本籍 of a passport: a prefecture in capitals below the date of birth, whose tiny label seldom survives a copy.
import { romajiPrefecture } from './address.ts'
import { inked, stateUnder } from './page-view.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { around, middleY, overlap, right } from './words.ts'
import type { Rect, Word } from './words.ts'

const date = /^[0-9OI]{1,2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|[A-Z]{3,4})[0-9OI]{4}$/
/** A date as passports print it, whatever signs the pattern of the page puts between its parts. */
export function isPassportDate(text: string): boolean {
  return date.test(text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
}

const machineReadable = /<{2,}|^P<|[A-Z0-9<]{30,}/

export function findPassportDomicile(page: LabelledPage, found: readonly Found[]): Found[] {
  if (found.some((finding) => finding.field === 'permanent-domicile')) {
    const already = found.filter((finding) => finding.field === 'permanent-domicile')
    if (already.some((finding) => finding.state === 'visible')) return []
  }
  const birth = birthRow(page)
  const shown: Found[] = page.words
    .filter((word) => !machineReadable.test(word.text) && romajiPrefecture(word.text) !== null)
    .filter((word) => !isName(page, word, birth) && !isOffice(page, word))
    .filter((word) => !isFarBelowLabel(found, word))
    .map((word) => ({
      field: 'permanent-domicile',
      state: 'visible',
      rect: word.rect,
      label: null,
      by: ['value', 'zone'],
    }))
  shown.push(...seenThrough(page, found))
  const isKnown =
    shown.length > 0 || found.some((finding) => finding.field === 'permanent-domicile' && finding.state !== 'blank')
  const own = isKnown ? shown : underPatches(page, birth)
  return [...own, ...printBeforeMask(page, [...found, ...own], birth)]
}

/** The place of an office stands below its label, or with the ministry's name above or below it. */
function isOffice(page: LabelledPage, word: Word): boolean {
  return (
    isUnder(page, word, /authority|発行官/i) ||
    page.words.some(
      ({ text, rect }) =>
        /MINISTRY|FOREIGNAFF|CONSULATE|EMBASSY/i.test(text) &&
        Math.abs(rect.x - word.rect.x) < word.rect.h &&
        Math.abs(middleY(rect) - middleY(word.rect)) < 1.6 * word.rect.h,
    )
  )
}

/** In heights of the value: its label stands right above it. */
const rowHeight = 4

/** What stands rows below the label of the 本籍 is the place of an office. */
function isFarBelowLabel(found: readonly Found[], { rect }: Word): boolean {
  const labels = found.flatMap(({ field, label }) => (field === 'permanent-domicile' && label !== null ? [label] : []))
  return labels.length > 0 && labels.every((label) => middleY(rect) - middleY(label) > rowHeight * rect.h)
}

/** Between where every value of the column begins and the mask that lies on this one: its first letter. */
function printBeforeMask(page: LabelledPage, found: readonly Found[], birth: number | null): Found[] {
  const anchor = birth === null ? undefined : anchorOf(page, birth)
  if (anchor === undefined) return []
  const size = anchor.h
  return found
    .filter(({ field, state }) => field === 'permanent-domicile' && state === 'masked')
    .map(({ rect }) => ({ x: anchor.x, y: middleY(rect) - 0.5 * size, w: rect.x - anchor.x, h: size }))
    .filter((rect) => rect.w > 0.4 * size && rect.w < 6 * size && page.ink(rect) > inked)
    .map((rect) => ({ field: 'permanent-domicile', state: 'unreadable', rect, label: null, by: ['zone'] }))
}

/** What shows through a pen is a prefecture: nothing else on the page is one and covered. */
function seenThrough(page: LabelledPage, found: readonly Found[]): Found[] {
  return page.patches
    .filter(
      ({ text, rect }) =>
        text !== null && romajiPrefecture(text) !== null && !found.some((other) => overlap(other.rect, rect) > 0),
    )
    .map(({ rect }) => ({
      field: 'permanent-domicile',
      state: 'see-through',
      rect,
      label: null,
      by: ['value', 'zone'],
    }))
}

/** A patch right below the date of birth lies on the 本籍. */
function underPatches(page: LabelledPage, birth: number | null): Found[] {
  if (birth === null) return []
  const zone = zoneBelow(page, birth)
  if (zone === null) return []
  const size = zone.h / zoneHeight
  const patches = page.patches
    .filter((patch) => overlap(patch.rect, zone) > 0.5 * patch.rect.w * patch.rect.h)
    .map((patch) => {
      const sticking = page.words.filter(
        (word) =>
          /^[A-Z]{2,}$/.test(word.text) &&
          Math.abs(middleY(word.rect) - middleY(patch.rect)) < 0.6 * size &&
          word.rect.x - right(patch.rect) < size &&
          word.rect.x > patch.rect.x,
      )
      return {
        field: 'permanent-domicile',
        state: sticking.length > 0 ? 'visible' : stateUnder(patch),
        rect: around([patch.rect, ...sticking.map((word) => word.rect)]),
        label: null,
        by: ['zone'],
      } satisfies Found
    })
  if (patches.length > 0) return patches
  // Nothing else is printed there in capitals: part of a prefecture is one. Where the row was taken from the heading, the country stands below it.
  return page.words
    .filter(
      (word) =>
        /^(?!JPN$)[A-Z]{3,}$/.test(word.text) &&
        word.sure > 0.85 &&
        overlap(word.rect, zone) > 0.6 * word.rect.w * word.rect.h,
    )
    .map((word) => ({ field: 'permanent-domicile', state: 'visible', rect: word.rect, label: null, by: ['zone'] }))
}

/** In line heights of a value: from below the date of birth to above the date of issue. */
const zoneHeight = 3.2

function zoneBelow(page: LabelledPage, birth: number): Rect | null {
  const anchor = anchorOf(page, birth)
  if (anchor === undefined) return null
  const size = anchor.h
  return { x: anchor.x - 2 * size, y: birth + 0.8 * size, w: 14 * size, h: zoneHeight * size }
}

/** The date of birth, or its label: what begins where the 本籍 below it does. */
function anchorOf(page: LabelledPage, birth: number): Rect | undefined {
  return page.words
    .filter((word) => /dateofbirth/i.test(word.text) || isPassportDate(word.text))
    .sort((a, b) => Math.abs(middleY(a.rect) - birth) - Math.abs(middleY(b.rect) - birth))[0]?.rect
}

/** Height of the row with nationality and date of birth: names stand above it, the 本籍 below. Null when it was not read. */
function birthRow(page: LabelledPage): number | null {
  const middles = (words: readonly Word[]): number[] => words.map((word) => middleY(word.rect))
  const nationality = middles(page.words.filter((word) => /^\W*JAPAN\W*$/i.test(word.text) && !isOfHeading(page, word)))
  const labels = middles(page.words.filter((word) => /dateofbirth|nationality/i.test(word.text)))
  const dates = middles(page.words.filter((word) => isPassportDate(word.text)))
  const shared = dates.find((row) =>
    nationality.some((other) => Math.abs(other - row) < 12 || Math.abs(other - row) < page.height * 0.006),
  )
  if (shared !== undefined) return shared
  // The heading may say JAPAN too, higher up.
  if (nationality.length > 0 && labels.length > 0) return Math.max(Math.max(...nationality), Math.min(...labels))
  if (labels.length > 0) return Math.min(...labels)
  // Where it was the heading after all, names count as well: that is the harmless mistake.
  if (nationality.length > 0) return Math.max(...nationality)
  // Three dates: birth, issue, expiry. With fewer it is not known which is missing.
  return dates.length >= 3 ? Math.min(...dates) : null
}

/** 日本国 JAPAN, which heads the page. */
function isOfHeading(page: LabelledPage, { rect }: Word): boolean {
  return page.words.some(
    (other) => /日本|旅券/.test(other.text) && Math.abs(middleY(other.rect) - middleY(rect)) < 0.6 * rect.h,
  )
}

/** Surnames such as NAGANO are prefectures too. Where the rows are not known, a word under the label of a name is one. */
function isName(page: LabelledPage, word: Word, birth: number | null): boolean {
  if (birth !== null) return middleY(word.rect) < birth + 0.5 * word.rect.h
  return isUnder(page, word, /surname|givenname|^姓|^名/i)
}

/** Right below such a label: of an office at TOKYO the place is a prefecture too. */
function isUnder(page: LabelledPage, word: Word, name: RegExp): boolean {
  return page.words.some(
    (label) =>
      name.test(label.text) &&
      word.rect.x > label.rect.x - 2 * word.rect.h &&
      word.rect.x < right(label.rect) &&
      word.rect.y > label.rect.y &&
      word.rect.y - label.rect.y < 2.5 * word.rect.h,
  )
}
