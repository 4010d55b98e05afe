// Numbers, codes and declarations nobody may keep: found by label, and by check digit where they have one.
import type { Field } from '../../screening.ts'
import { digitGroupsFrom, isDigits } from './digit-groups.ts'
import { findOrganDonation } from './find-organ-donation.ts'
import { isIndividualNumber, isInsurerNumber, isResidentCode } from './numbers.ts'
import type { Label } from './labels.ts'
import { omittedText } from './omitted.ts'
import { coversAt, inked, isCovered, isLabel } from './page-view.ts'
import { valueOf } from './value-of.ts'
import type { Found, LabelledPage } from './page-view.ts'
import { fold } from './spelling.ts'
import { around, bottom, middleX, middleY, overlap, right } from './words.ts'
import type { Code, Patch, Rect, Word } from './words.ts'

/** How many digits, at least, must be seen of a value: where a cover leaves more than these, it leaves too much. */
const fewestDigits: Partial<Record<Field, number>> = {
  'individual-number': 4,
  'resident-code': 4,
  'insurer-number': 3,
  'insured-number': 2,
  'pension-number': 4,
}
/** What shows through a pen is read with less certainty: so many digits of it are no grain of the copy. */
const fewestThrough = 4

/** Print that reads worse may be part of a pattern in the paper. */
const surelyRead = 0.8
const halfRead = 0.5
/** Rules and half digits, read as characters, are no more than this. */
const longestEdge = 4
/** In heights of a label: 第 stands no further behind 番号. */
const ordinalGap = 4

export function findNumbers(page: LabelledPage): Found[] {
  const found: Found[] = []
  for (const label of page.labels) {
    const fewest = label.field === null ? undefined : fewestDigits[label.field]
    if (label.field === null || fewest === undefined) continue
    if (isInsuranceField(label.field) && !isInsurance(page)) continue
    if (isOfLicence(page, label)) continue
    found.push(...findLabelled(page, label, label.field, fewest))
  }
  for (const word of page.rest) {
    if (found.some((finding) => finding.state === 'visible' && overlap(finding.rect, word.rect) > 0)) continue
    if (isAnotherNumber(page, word)) continue
    for (const { text, rect } of [word, digitGroupsFrom(word, page.rest)?.whole ?? word]) {
      const field = numberByForm(page, text)
      if (field === null) continue
      found.push({ field, state: 'visible', rect, label: null, by: ['value'] })
      break
    }
  }
  for (const code of page.codes) {
    const field = fieldInCode(page, code)
    if (field !== null) found.push({ field, state: 'visible', rect: code.rect, label: null, by: ['value'] })
  }
  found.push(...findOrganDonation(page))
  return found
}

/** What a square code says: an insurance card's its numbers, an 個人番号カード's or 通知カード's its twelve digits, on whatever page they are read. */
function fieldInCode(page: LabelledPage, { rect, text }: Code): Field | null {
  if (text !== null && isIndividualNumber(text.trim())) return 'individual-number'
  const isOnCard = page.kinds.has('individual-number-card') && page.kind !== 'juki'
  if (isInsurance(page) && isOnCard && nearestLabel(page, rect) === 'individual-number') return 'individual-number'
  if (isInsurance(page)) return 'insurance-qr'
  return isOnCard ? 'individual-number' : null
}

/** Where cards of both kinds lie on one sheet, the code belongs to the one it stands on. */
function nearestLabel(page: LabelledPage, code: Rect): Field | null {
  const away = ({ word: { rect } }: Label): number =>
    Math.hypot(middleX(rect) - middleX(code), middleY(rect) - middleY(code))
  return page.labels.toSorted((a, b) => away(a) - away(b))[0]?.field ?? null
}

function isInsurance(page: LabelledPage): boolean {
  return page.kinds.has('insurance') || page.kinds.has('eligibility')
}

function isInsuranceField(field: Field): boolean {
  return field === 'insurer-number' || field === 'insured-number'
}

/** 番号 第 … 号: a licence's own number, which may stand beside an insurance card on one sheet. 第 may arrive by itself. */
function isOfLicence(page: LabelledPage, { field, word: { rect: at }, rest }: Label): boolean {
  if (field !== 'insured-number') return false
  if (rest !== null) return fold(rest.text).startsWith('第')
  return page.words.some(
    ({ text, rect }) =>
      text === '第' &&
      Math.abs(middleY(rect) - middleY(at)) < 0.5 * at.h &&
      rect.x > middleX(at) &&
      rect.x - right(at) < ordinalGap * at.h,
  )
}

function digitsOf(text: string): string {
  return text.replace(/[OoＯ〇]/g, '0').replace(/[^0-9]/g, '')
}

function findLabelled(page: LabelledPage, label: Label, field: Field, fewest: number): Found[] {
  const value = valueOf(page, label)
  const patches = coversAt(page, field, value.rect)
  const words = numbersOf(
    value.words.filter(
      (word) =>
        word !== label.rest && !isCutOff(word, patches) && !isGrainOfCover(page, word) && !isEndOfLabel(label, word),
    ),
    field,
  )
  if (label.rest !== null && isNumber(field, label.rest)) words.unshift(label.rest)
  // Below its label a value was found by its first group of digits alone.
  const further = value.beside ? [] : words.flatMap((word) => digitGroupsFrom(word, page.rest)?.groups.slice(1) ?? [])
  // Eight boxes hold one digit each.
  const inGroups = new Set(words.flatMap((word) => digitGroupsFrom(word, words)?.groups ?? []))
  const shown = [...words, ...further].filter(
    // Of boxes that a cover leaves open each digit counts.
    (word) => digitsOf(word.text).length >= 2 || inGroups.has(word) || patches.length > 0,
  )
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
  if (patches.some((patch) => patch.text !== null && digitsOf(patch.text).length >= Math.min(fewestThrough, fewest)))
    return one('see-through', patches)
  if (patches.length > 0) return one('masked', patches)
  // The page's title reads like the label 住民票コード without its kana: it counts only with a number beside it.
  if (label.word.text.length <= 3 && field === 'resident-code') return []
  if (words.length > 0 && words.every((word) => omittedText(word.text))) return one('omitted', words)
  // One digit of a row of boxes was read, and the others have ink in them.
  const [only] = words
  if (only !== undefined && words.length === 1 && only.text.length === 1 && isDigits(only) && hasInkBehind(page, only))
    return one('unreadable', [{ rect: value.rect }])
  if (words.length > 0 || /\p{Letter}/u.test(label.rest?.text ?? '')) return []
  // Digits struck out in their boxes: no reader finds them, or takes them for signs; a person reads them.
  const isUnread =
    page.ink(value.rect) > inked &&
    !page.words.some((word) => !isEdgeOfBox(page, field, word) && overlap(word.rect, value.rect) > 0)
  return one(isUnread ? 'unreadable' : 'blank', [])
}

/** The strokes of a pen, read as characters; what shows through it was looked for in the cover itself. */
function isGrainOfCover(page: LabelledPage, { rect, sure }: Word): boolean {
  return sure < halfRead && isCovered(page, rect)
}

/** The number of an insurer stands in boxes. */
function isEdgeOfBox(page: LabelledPage, field: Field, word: Word): boolean {
  return field === 'insurer-number' && word.text.length <= longestEdge && !isLabel(page, word)
}

function hasInkBehind(page: LabelledPage, { rect }: Word): boolean {
  const behind = { x: right(rect) + 0.5 * rect.h, y: rect.y, w: 3 * rect.h, h: rect.h }
  return page.ink(behind) > inked && !page.words.some((word) => overlap(word.rect, behind) > 0)
}

/** The last stroke of the label, read once more as a character of its own. */
function isEndOfLabel({ word: label }: Label, { text, rect }: Word): boolean {
  return (
    text.length === 1 && digitsOf(text) === '' && !omittedText(text) && rect.x - right(label.rect) < 0.3 * label.rect.h
  )
}

/** Half a digit behind a cover, and the edge of its box, are read as characters. */
function isCutOff({ text, rect }: Word, patches: readonly Patch[]): boolean {
  return (
    digitsOf(text) === '' && text.length <= 2 && patches.some((patch) => Math.abs(rect.x - right(patch.rect)) < rect.h)
  )
}

/** The words up to the first that has no digits: what follows belongs to something else. Dirt between groups of digits does not, nor the edges of boxes before them. */
function numbersOf(words: readonly Word[], field: Field): Word[] {
  const start = words.findIndex((word) => isNumber(field, word))
  const areEdges = words
    .slice(0, start)
    .every(({ text }) => text.length <= longestEdge && !/\p{Script=Han}/u.test(text))
  const end = words.findIndex(
    (word, index) =>
      !isNumber(field, word) &&
      word.sure > surelyRead &&
      !(areEdges && index < start) &&
      !isOverBoth(word, words[index - 1], words[index + 1]),
  )
  return (end === -1 ? words : words.slice(0, end)).filter((word) => isNumber(field, word))
}

/** What lies over the ends of two groups of digits was read in the space between them: a pattern of the paper. */
function isOverBoth({ rect }: Word, before?: Word, after?: Word): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    isDigits(before) &&
    isDigits(after) &&
    rect.x < right(before.rect) &&
    right(rect) > after.rect.x
  )
}

/** Most of it is digits, or it says that they were left out. A 記号 may have letters, but a date is no number, a licence's own stands behind 第, and a 在留カード's has letters at both ends. */
function isNumber(field: Field, word: Word): boolean {
  if (omittedText(word.text)) return true
  const text = fold(word.text)
  const digits = digitsOf(text).length
  if (digits === 0 || /^第|[0-9元]年|月[0-9]+日|[A-Z]{2}[0-9]{8}[A-Z]{2}/i.test(text)) return false
  return field === 'insured-number' || 2 * digits >= text.replace(/[^\p{Letter}\p{Number}]/gu, '').length
}

/** By its check digit, or by a form that no other number has. */
function numberByForm(page: LabelledPage, printed: string): Field | null {
  const text = fold(printed)
  // The branch number follows the insured person's own, whatever became of their labels.
  if (isInsurance(page) && /[0-9]{2,}[^0-9]{0,4}枝番/.test(text)) return 'insured-number'
  if (!/^[0-9\-・. ]+$/.test(text)) return null
  if (/^[0-9]{4}-[0-9]{6}$/.test(text) && page.words.some((word) => word.text.includes('年金'))) return 'pension-number'
  const digits = digitsOf(text)
  if (isIndividualNumber(digits) && individualNumberForm(page).test(text)) return 'individual-number'
  if (page.kinds.has('juminhyo') && isResidentCode(digits) && !mobileNumber.test(text)) return 'resident-code'
  if (isInsurance(page) && isInsurerNumber(digits)) return 'insurer-number'
  return null
}

const mobileNumber = /^0[0-9]0-[0-9]{4}-[0-9]{4}$/
const never = /^(?!)/

/** How twelve digits are set that may be an 個人番号; with hyphens stand the numbers of parcels and customers. */
function individualNumberForm(page: LabelledPage): RegExp {
  // A licence number has twelve digits as well; it stands between 第 and 号.
  if (page.kind === 'licence' || page.kind === 'passport') return never
  const isCertain = page.kinds.has('juminhyo') || page.kinds.has('individual-number-card')
  return isCertain ? /^[0-9]{4}.?[0-9]{4}.?[0-9]{4}$/ : /^[0-9]{4}[^0-9-]?[0-9]{4}[^0-9-]?[0-9]{4}$/
}

/** Numbers by which firms know their customers, parcels and accounts. */
const otherNumbers =
  /(?:客.{0,2}|会員|契約.?|受付|合わ?せ|注文|伝票|顧客|登録|法人|整理|受給者|患者|社員|職員|利用者|学籍|口座|追跡|引受|地点特定|検針|電話|携帯|請求書?|管理|発行|証明書?)(?:番号|コード|No)|^(?:TEL|FAX|ID|電話|携帯)|第$/iu

/** In heights of the number: print this near to its left speaks of it, though dirt stand between. */
const near = 12

/** What stands next to it at its left in its row, or right above it, says that it is somebody else's number. */
function isAnotherNumber(page: LabelledPage, { rect }: Word): boolean {
  const isInRow = ({ rect: at }: Word): boolean =>
    at.x < rect.x && Math.abs(middleY(at) - middleY(rect)) < 0.7 * rect.h && right(at) < rect.x + 0.5 * rect.h
  const before = page.words.filter(isInRow).toSorted((a, b) => right(b.rect) - right(a.rect))
  const beside = before.filter((word, index) => index === 0 || rect.x - right(word.rect) < near * rect.h)
  const above = page.words.filter(
    ({ rect: at }) =>
      at.y < rect.y &&
      rect.y - bottom(at) < rect.h &&
      at.x < right(rect) &&
      right(at) > rect.x &&
      bottom(at) < middleY(rect),
  )
  return [...beside, ...above].some(({ text }) => otherNumbers.test(fold(text)))
}
