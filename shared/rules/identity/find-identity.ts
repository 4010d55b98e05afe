// Finds on a page where the name, address, birth date, issue and expiry of its bearer stand. Reading them closely is another step.
import type { CalendarDate } from '../../dates.ts'
import { isAddressLabel, isOtherLabel } from '../screening/labels.ts'
import type { LabelledPage, PageView } from '../screening/page-view.ts'
import { withLabels } from '../screening/page-view.ts'
import { valueOf } from '../screening/value-of.ts'
import { omittedText } from '../screening/omitted.ts'
import { fold } from '../screening/spelling.ts'
import { bottom, middleY, overlap, partOf, right } from '../screening/words.ts'
import type { Word } from '../screening/words.ts'
import { isLowerLine, isUpperLine, readMachineLines } from './machine-lines.ts'
import { writtenDate, writtenDates } from './written-date.ts'

export interface FoundPerson {
  /** One word per printed line, in reading order; empty when there is none. */
  name: Word[]
  kana: Word[]
  birthDate: FoundDate | null
}

/** A date stands in a line, which is read as a whole: its edges within the line are only known roughly. */
export interface FoundDate {
  date: CalendarDate
  line: Word
  part: Word
}

export interface FoundIdentity {
  people: FoundPerson[]
  address: Word[]
  issuedOn: FoundDate | null
  expiresOn: FoundDate | null
  machineLines: { upper: Word | null; lower: Word | null }
}

const nameLabel =
  /^[^\p{Letter}]*(?:被保.?者の?|組合員の?|請求者の?|本人の?)?氏名(?!.{0,2}[ふフ振])(?:又は名称)?(?:\/?NAME)?[:：]?/u
const romajiNameLabel = /^NAME(?=[^a-z]|$)/
const kanaLabel = /^[^\p{Letter}]*(?:氏名の?)?(?:振り?仮名|[ふフ][りリ][がガ][なナ])[:：]?/u
const addressLabel = /^[^\p{Letter}]*(?:現住所|住所(?!を?定|変)|住居地)(?:\/?ADDRESS)?[:：]?/u
/** On the back of a licence: the date of the entry, then the new address. The last one holds. */
const newAddressLabel = /^(?:.{0,14}日)?[^\p{Letter}]*新住所[:：]?/u
const birthLabel = /^[^\p{Letter}]*(?:生年月日|DATEOFBIRTH)[:：]?/iu
const issueLabel = /^[^\p{Letter}]*(?:交付(?:年月)?日?|発行(?:年月)?日)[:：]?/u
const expiryLabel = /^[^\p{Letter}]*有[効效劾劲]期[限間](?:満了日)?[:：]?/u
/** 「まで有効」, of which the first reader leaves the kana out. */
const untilValid = /^.{0,4}有[効效劾劲]|^ま?で/u
const certified = /相違ない|証明する|証明します/u

interface Labelled {
  label: Word
  rest: Word | null
}

export function findIdentity(view: PageView): FoundIdentity {
  const page = withLabels(view)
  const words = [...page.words].sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
  const names = labelled(words, nameLabel, romajiNameLabel)
  const kanas = labelled(words, kanaLabel)
  const births = birthDates(page, words)
  const people = names
    .map(({ label, rest }) => ({ at: label.rect.y, name: nameOf(linesOf(page, label, rest)) }))
    .filter(
      ({ name }, index, all) => name.length > 0 && !all.slice(0, index).some((other) => isShared(name, other.name)),
    )
    .map(({ at, name }, index, all): FoundPerson => {
      const until = all[index + 1]?.at ?? Infinity
      const birthDate = births.find(
        ({ line: { rect } }) => all.length === 1 || (rect.y > at - rect.h && rect.y < until - rect.h),
      )
      return { name, kana: kanaBeside(page, kanas, at), birthDate: birthDate ?? null }
    })
  const machineLines = {
    upper: words.find((word) => isUpperLine(word.text)) ?? null,
    lower: words.find((word) => isLowerLine(word.text)) ?? null,
  }
  const issuedOn = issueDate(page, words, machineLines)
  const expiresOn = expiryDate(page, words)
  const bare: FoundPerson[] = births[0] === undefined ? [] : [{ name: [], kana: [], birthDate: births[0] }]
  return {
    people: people.length > 0 ? people : bare,
    address: addressLines(page, words),
    // What is issued on the day it expires is one date read for the other.
    issuedOn: issuedOn !== null && expiresOn !== null && issuedOn.date >= expiresOn.date ? null : issuedOn,
    expiresOn,
    machineLines,
  }
}

function labelled(words: readonly Word[], ...patterns: RegExp[]): Labelled[] {
  return words.flatMap((word) => {
    const text = fold(word.text)
    for (const pattern of patterns) {
      const length = pattern.exec(text)?.[0].length ?? 0
      if (length > 0) return [cutAfter(word, length)]
    }
    return []
  })
}

function cutAfter(word: Word, length: number): Labelled {
  if (length >= word.letters.length) return { label: word, rest: null }
  return { label: partOf(word, 0, length), rest: partOf(word, length) }
}

/** The value of a label: what follows it in its line and right of it, line by line, then the lines below in the same column. */
function linesOf(page: LabelledPage, label: Word, rest: Word | null): Word[] {
  const found = valueOf(page, { field: null, word: label, rest })
  const words = [...(rest === null ? [] : [rest]), ...found.words.filter((word) => word !== rest)]
  return words
    .filter((word) => word.text !== '' && !omittedText(word.text) && !isLabel(word))
    .sort((a, b) => (isOneLine(a, b) ? a.rect.x - b.rect.x : a.rect.y - b.rect.y))
}

function isLabel(word: Word): boolean {
  return isOtherLabel(word.text) || isAddressLabel(word.text)
}

function isOneLine(a: Word, b: Word): boolean {
  return Math.abs(middleY(a.rect) - middleY(b.rect)) < 0.5 * Math.max(a.rect.h, b.rect.h)
}

/** The words of the first line: a tall cell has the labels of its neighbours beside it. A birth date often follows. */
function nameOf(lines: readonly Word[]): Word[] {
  const [first] = lines
  if (first === undefined) return []
  return lines
    .filter((word) => isOneLine(first, word) && word.rect.h > 0.6 * first.rect.h)
    .map((word) => {
      const date = writtenDate(word.text)
      return date === null ? word : partOf(word, 0, lettersBefore(word, date.from))
    })
    .filter((word) => word.text !== '' && !/[0-9]{2}/.test(word.text) && word.text.length <= 40)
}

/** 氏名 and NAME stand for one name. */
function isShared(name: readonly Word[], other: readonly Word[]): boolean {
  return name.some((word) => other.some(({ rect }) => overlap(rect, word.rect) > 0.5 * word.rect.w * word.rect.h))
}

/** Whether a text, read again, turns out to be no value but the label of the next one. */
export function isLabelText(text: string): boolean {
  return isOtherLabel(text) || isAddressLabel(text)
}

/** How many letters stand before a UTF-16 place of the word's text. */
function lettersBefore(word: Word, place: number): number {
  let letters = 0
  let passed = 0
  while (passed < place) passed += word.letters[letters++]?.char.length ?? 1
  return letters
}

/** The dates of a line, each with what follows it. */
function datesIn(line: Word): (FoundDate & { after: string })[] {
  const text = fold(line.text)
  return writtenDates(line.text).map(({ date, from, to }) => ({
    date,
    line,
    part: partOf(line, lettersBefore(line, from), lettersBefore(line, to)),
    after: text.slice(to),
  }))
}

function kanaBeside(page: LabelledPage, kanas: readonly Labelled[], at: number): Word[] {
  // The 振り仮名 stands in the row above or below the name it belongs to.
  const near = kanas.toSorted((a, b) => Math.abs(a.label.rect.y - at) - Math.abs(b.label.rect.y - at))[0]
  if (near === undefined || Math.abs(near.label.rect.y - at) > 5 * near.label.rect.h) return []
  return linesOf(page, near.label, near.rest)
}

/** Every birth date in reading order: a date with 生 behind it, or the value of its label. */
function birthDates(page: LabelledPage, words: readonly Word[]): FoundDate[] {
  const born = words.flatMap(datesIn).filter(({ after }) => after.startsWith('生'))
  const named = labelled(words, birthLabel).flatMap(({ label, rest }) => datesOf(page, label, rest).slice(0, 1))
  return (born.length > 0 ? born : named).sort((a, b) => a.line.rect.y - b.line.rect.y)
}

function datesOf(page: LabelledPage, label: Word, rest: Word | null): FoundDate[] {
  const beside = linesOf(page, label, rest).flatMap(datesIn)
  if (beside.length > 0) return beside
  // Passports and some cards print the value below its label.
  const at = label.rect
  return page.words
    .filter(
      ({ rect }) =>
        rect.y > at.y && rect.y < bottom(at) + 2.5 * at.h && rect.x < right(at) + at.h && right(rect) > at.x - at.h,
    )
    .flatMap(datesIn)
}

function expiryDate(page: LabelledPage, words: readonly Word[]): FoundDate | null {
  const until = words.flatMap(datesIn).find(({ after }) => untilValid.test(after))
  if (until !== undefined) return until
  for (const { label, rest } of labelled(words, expiryLabel)) {
    const [date] = datesOf(page, label, rest)
    if (date !== undefined) return date
  }
  return null
}

function issueDate(
  page: LabelledPage,
  words: readonly Word[],
  { upper, lower }: FoundIdentity['machineLines'],
): FoundDate | null {
  if (page.kinds.has('passport')) {
    const printed = words.flatMap(datesIn).filter(({ part }) => /[A-Z]{3}/.test(part.text))
    const { birthDate, expiresOn } = readMachineLines(upper?.text ?? null, lower?.text ?? null)
    if (birthDate !== null && expiresOn !== null)
      return printed.find(({ date }) => date > birthDate && date < expiresOn) ?? null
    // Birth, issue and expiry stand on the page, in this order of time.
    const [, second, third] = printed.sort((a, b) => a.date.localeCompare(b.date))
    return third === undefined ? null : (second ?? null)
  }
  for (const { label, rest } of labelled(words, issueLabel)) {
    const [date] = datesOf(page, label, rest)
    if (date !== undefined) return date
  }
  // A certificate is dated below the sentence that certifies it.
  const sentence = words.find(({ text }) => certified.test(fold(text)))
  if (sentence === undefined) return null
  const below = words.filter(({ rect }) => rect.y > sentence.rect.y - sentence.rect.h)
  return below.flatMap(datesIn)[0] ?? null
}

function addressLines(page: LabelledPage, words: readonly Word[]): Word[] {
  const entries = labelled(words, newAddressLabel)
  const [first] = labelled(words, addressLabel)
  const label = entries.at(-1) ?? first
  if (label === undefined) return []
  const lines = linesOf(page, label.label, label.rest)
  return continued(page, lines, label.label)
}

/** Further lines of an address: right below the last one, beginning where the first one begins, with no label of their own. */
function continued(page: LabelledPage, lines: readonly Word[], label: Word): Word[] {
  const result = [...lines]
  for (;;) {
    const last = result.at(-1)
    const [first] = lines
    if (first === undefined || last === undefined || result.length > 3) return result
    const size = first.rect.h
    const next = page.words.find(
      (word) =>
        word !== label &&
        !result.includes(word) &&
        !isLabel(word) &&
        !omittedText(word.text) &&
        writtenDate(word.text) === null &&
        middleY(word.rect) > middleY(last.rect) + 0.6 * size &&
        word.rect.y < bottom(last.rect) + 0.7 * size &&
        Math.abs(word.rect.x - first.rect.x) < 1.5 * size &&
        !page.words.some(
          (other) => other !== word && isLabel(other) && isOneLine(other, word) && other.rect.x < word.rect.x,
        ),
    )
    if (next === undefined) return result
    result.push(next)
  }
}
