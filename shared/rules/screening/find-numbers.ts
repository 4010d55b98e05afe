// Numbers, codes and declarations nobody may keep: found by label, and by check digit where they have one.
import type { Field } from '../../screening.ts'
import { digitGroupsFrom } from './digit-groups.ts'
import { findOrganDonation } from './find-organ-donation.ts'
import { isIndividualNumber, isInsurerNumber, isResidentCode } from './numbers.ts'
import type { Label } from './labels.ts'
import { omittedText } from './omitted.ts'
import { patchesAt } from './page-view.ts'
import { valueOf } from './value-of.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { fold } from './spelling.ts'
import { around, overlap } from './words.ts'
import type { Word } from './words.ts'

/** How many digits, at least, a value must show to be one. */
const fewestDigits: Partial<Record<Field, number>> = {
  'individual-number': 6,
  'resident-code': 6,
  'insurer-number': 5,
  'insured-number': 2,
  'pension-number': 8,
}

/** In heights of a row: a dark area higher than this covers no number. */
const tallestCover = 6
/** Print that reads worse may be part of a pattern in the paper. */
const surelyRead = 0.8

export function findNumbers(page: LabelledPage): Found[] {
  const found: Found[] = []
  for (const label of page.labels) {
    const fewest = label.field === null ? undefined : fewestDigits[label.field]
    if (label.field === null || fewest === undefined) continue
    if (isInsuranceField(label.field) && !isInsurance(page)) continue
    found.push(...findLabelled(page, label, label.field, fewest))
  }
  for (const word of page.rest) {
    if (found.some((finding) => finding.state === 'visible' && overlap(finding.rect, word.rect) > 0)) continue
    for (const { text, rect } of [word, digitGroupsFrom(word, page.rest)?.whole ?? word]) {
      const field = numberByForm(page, text)
      if (field === null) continue
      found.push({ field, state: 'visible', rect, label: null, by: ['value'] })
      break
    }
  }
  if (isInsurance(page)) {
    for (const rect of page.codes)
      found.push({ field: 'insurance-qr', state: 'visible', rect, label: null, by: ['value'] })
  }
  found.push(...findOrganDonation(page))
  return found
}

function isInsurance(page: LabelledPage): boolean {
  return page.kinds.has('insurance') || page.kinds.has('eligibility')
}

function isInsuranceField(field: Field): boolean {
  return field === 'insurer-number' || field === 'insured-number'
}

function digitsOf(text: string): string {
  return text.replace(/[OoＯ〇]/g, '0').replace(/[^0-9]/g, '')
}

function findLabelled(page: LabelledPage, label: Label, field: Field, fewest: number): Found[] {
  const value = valueOf(page, label)
  const words =
    label.rest === null
      ? numbersOf(value.words)
      : [label.rest, ...numbersOf(value.words.filter((word) => word !== label.rest))]
  // The shadow beside a card is no pen.
  const patches = patchesAt(page, value.rect).filter(({ rect }) => rect.h < tallestCover * value.rect.h)
  // Below its label a value was found by its first group of digits alone.
  const further = value.beside ? [] : words.flatMap((word) => digitGroupsFrom(word, page.rest)?.groups.slice(1) ?? [])
  // Eight boxes hold one digit each.
  const inGroups = new Set(words.flatMap((word) => digitGroupsFrom(word, words)?.groups ?? []))
  const shown = [...words, ...further].filter((word) => digitsOf(word.text).length >= 2 || inGroups.has(word))
  const digits = shown.map((word) => digitsOf(word.text)).join('')
  const one = (state: Found['state'], rects: readonly { rect: Found['rect'] }[]): Found[] => [
    {
      field,
      state,
      rect: rects.length === 0 ? value.rect : around(rects.map((each) => each.rect)),
      label: label.word.rect,
      by: ['label'],
    },
  ]
  if (digits.length >= fewest) return one('visible', shown)
  if (patches.some((patch) => patch.text !== null && digitsOf(patch.text).length >= Math.min(4, fewest)))
    return one('see-through', patches)
  if (patches.length > 0) return one('masked', patches)
  // The page's title reads like the label 住民票コード without its kana: it counts only with a number beside it.
  if (label.word.text.length <= 3 && field === 'resident-code') return []
  if (words.length > 0 && words.every((word) => omittedText(word.text))) return one('omitted', words)
  return words.length === 0 ? one('blank', []) : []
}

/** The words up to the first that has no digits: what follows belongs to something else. Dirt between groups of digits does not. */
function numbersOf(words: readonly Word[]): Word[] {
  const isNumber = (word: Word): boolean => digitsOf(word.text) !== '' || omittedText(word.text)
  const end = words.findIndex((word) => !isNumber(word) && word.sure > surelyRead)
  return (end === -1 ? words : words.slice(0, end)).filter(isNumber)
}

/** By its check digit, or by a form that no other number has. */
function numberByForm(page: LabelledPage, printed: string): Field | null {
  const text = fold(printed)
  // The branch number follows the insured person's own, whatever became of their labels.
  if (isInsurance(page) && /[0-9]{2,}[^0-9]{0,4}枝番/.test(text)) return 'insured-number'
  if (!/^[0-9\-・. ]+$/.test(text)) return null
  if (/^[0-9]{4}-[0-9]{6}$/.test(text) && page.words.some((word) => word.text.includes('年金'))) return 'pension-number'
  const digits = digitsOf(text)
  // A licence number has twelve digits as well; it stands between 第 and 号.
  if (
    page.kind !== 'licence' &&
    page.kind !== 'passport' &&
    isIndividualNumber(digits) &&
    /^[0-9]{4}.?[0-9]{4}.?[0-9]{4}$/.test(text)
  )
    return 'individual-number'
  if (page.kinds.has('juminhyo') && isResidentCode(digits)) return 'resident-code'
  if (isInsurance(page) && isInsurerNumber(digits)) return 'insurer-number'
  return null
}
