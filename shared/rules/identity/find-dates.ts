// Birth, issue and expiry of an ID: each a date with words beside it that say which.
import type { CalendarDate } from '../../dates.ts'
import type { LabelledPage } from '../screening/page-view.ts'
import { fold } from '../screening/spelling.ts'
import { bottom, partOf, right } from '../screening/words.ts'
import type { Word } from '../screening/words.ts'
import { labelled, linesOf } from './labelled-lines.ts'
import { readMachineLines } from './machine-lines.ts'
import { writtenDates } from './written-date.ts'

/** A date stands in a line, which is read as a whole: its edges within the line are only known roughly. */
export interface FoundDate {
  date: CalendarDate
  line: Word
  part: Word
  /** Bound to another date that check digits prove. */
  isProved?: true
}

/** The lines of a passport that machines read, where the page has them. */
export interface FoundMachineLines {
  upper: Word | null
  lower: Word | null
}

const birthLabel = /^[^\p{Letter}]*(?:生年月日|生年$|DATEOFBIRTH)[:：]?/iu
const issueLabel = /^[^\p{Letter}]*(?:交付(?:年月)?日?|発行(?:年月)?日)[:：]?/u
const expiryLabel = /^[^\p{Letter}]*有[効效劾劲]期[限間](?:満了日)?[:：]?/u
/** 「まで有効」, of which the first reader leaves the kana out. */
const untilValid = /^.{0,4}有[効效劾劲]|^ま?で/u
const certified = /相違ない|証明する|証明します/u

/** Every birth date in reading order: a date with 生 behind it, or the value of its label. */
export function birthDates(page: LabelledPage, words: readonly Word[]): FoundDate[] {
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

export function expiryDate(page: LabelledPage, words: readonly Word[]): FoundDate | null {
  const until = words.flatMap(datesIn).find(({ after }) => untilValid.test(after))
  if (until !== undefined) return until
  for (const { label, rest } of labelled(words, expiryLabel)) {
    const [date] = datesOf(page, label, rest)
    if (date !== undefined) return date
  }
  return null
}

export function issueDate(
  page: LabelledPage,
  words: readonly Word[],
  { upper, lower }: FoundMachineLines,
): FoundDate | null {
  if (page.kinds.has('passport')) {
    const printed = words.flatMap(datesIn).filter(({ part }) => /[A-Z]{3}/.test(part.text))
    const { birthDate, expiresOn } = readMachineLines(upper?.text ?? null, lower?.text ?? null)
    if (birthDate !== null && expiresOn !== null) return passportIssue(printed, { after: birthDate, before: expiresOn })
    // Birth, issue and expiry stand on the page, in this order of time.
    const [, second, third] = printed.sort((a, b) => a.date.localeCompare(b.date))
    return third === undefined ? null : (second ?? null)
  }
  // An insurance card says 「…年…月…日交付」.
  const issued = words.flatMap(datesIn).find(({ after }) => after.startsWith('交付'))
  if (issued !== undefined) return issued
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

/**
 * A passport holds for five or ten years to the day; one that took over what was left of another has any day within ten
 * years before its expiry. A birth date that was misread lies further back than that, or is the birth date after all.
 */
function passportIssue(
  printed: readonly FoundDate[],
  { after, before }: { after: string; before: string },
): FoundDate | null {
  const tenYearsBefore = `${Number(before.slice(0, 4)) - 10}${before.slice(4)}`
  const within = printed.filter(({ date }) => date > after && date < before && date >= tenYearsBefore)
  const isWholeTerm = ({ date }: FoundDate): boolean =>
    [5, 10].some((years) => `${Number(before.slice(0, 4)) - years}${before.slice(4)}` === date)
  const proved = within.find(isWholeTerm)
  if (proved !== undefined) return { ...proved, isProved: true }
  return within.length === 1 ? (within[0] ?? null) : null
}

/** How many letters stand before a UTF-16 place of the word's text. */
export function lettersBefore(word: Word, place: number): number {
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
