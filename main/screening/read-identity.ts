// Who a page says somebody is: name, address and dates, each read closely by both readers. Nothing of it is stored.
import type { IdentityReading, ReadDate, ReadPerson, ReadText } from '../../shared/identity.ts'
import type { Box } from '../../shared/screening.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { canBeWholeAddress, canBeWholeName } from '../../shared/rules/identity/can-be-whole.ts'
import { compareNames } from '../../shared/rules/identity/compare-names.ts'
import type { FoundDate } from '../../shared/rules/identity/find-dates.ts'
import { findIdentity } from '../../shared/rules/identity/find-identity.ts'
import type { FoundIdentity, FoundPerson } from '../../shared/rules/identity/find-identity.ts'
import { isLabelText } from '../../shared/rules/identity/labelled-lines.ts'
import { readMachineLines } from '../../shared/rules/identity/machine-lines.ts'
import { agreedSure, loneSure, settle } from '../../shared/rules/identity/settle.ts'
import type { Settled } from '../../shared/rules/identity/settle.ts'
import { writtenDates } from '../../shared/rules/identity/written-date.ts'
import { distance } from '../../shared/rules/screening/spelling.ts'
import { around } from '../../shared/rules/screening/words.ts'
import type { Rect, Word } from '../../shared/rules/screening/words.ts'
import { mapRect, readTwice } from '../reading/index.ts'
import type { Decoder, LoadedEngines } from '../reading/index.ts'
import { lookAtPage } from './look-at-page.ts'
import type { ReportStep } from './look-at-page.ts'

/** Below this a piece of text beside another is rather no print at all. */
const hardly = 0.35
/** Characters of a date that the first look may have misread. */
const mostMisread = 2
/** What check digits prove is as sure as reading gets. */
const proved = 0.98

export async function readIdentity(
  bytes: Uint8Array,
  page: number,
  decoder: Decoder,
  engines: LoadedEngines,
  report: ReportStep,
  signal: AbortSignal,
): Promise<IdentityReading> {
  const { view, upright, toPage, width, height, wipe } = await lookAtPage(bytes, page, decoder, engines, report, signal)
  try {
    const { kind, kinds, words } = view
    const [toSource, fit] = toPage
    const found = findIdentity(view)
    const place = (rect: Rect): Box => {
      const [x, y, w, h] = mapRect(toSource, rect, 1e6, 1e6)
      return mapRect(fit, { x, y, w, h }, width, height)
    }
    const close = createCloseReader((rects) => readTwice(upright, rects, engines, signal), place)
    const reading = {
      document: kind,
      people: kinds.has('passport')
        ? await bearerOf(found, words, close)
        : await Promise.all(found.people.map(close.person)),
      address: await close.address(found.address),
      issuedOn: await close.date(found.issuedOn),
      expiresOn: kinds.has('passport') ? await expiryOf(found, close) : await close.date(found.expiresOn),
    }
    report('find', 1)
    return reading
  } finally {
    wipe()
  }
}

interface CloseReader {
  address(words: readonly Word[]): Promise<ReadText | null>
  date(found: FoundDate | null): Promise<ReadDate | null>
  person(person: FoundPerson): Promise<ReadPerson>
  place(rect: Rect): Box
}

function createCloseReader(
  read: (rects: Rect[]) => ReturnType<typeof readTwice>,
  place: (rect: Rect) => Box,
): CloseReader {
  async function settled(rects: Rect[]): Promise<Settled[]> {
    const readings = await read(rects)
    return readings.map(({ first, second }) => {
      const result = settle(first, second)
      if (/^[\x21-\x7e]+$/.test(result.text)) result.text = spaced(result.text, first)
      return result
    })
  }

  async function text(words: readonly Word[], joint: string): Promise<ReadText | null> {
    if (words.length === 0) return null
    const whole = await inOneLine(words)
    if (whole !== null) return whole
    const [first, ...others] = (await settled(words.map(({ rect }) => rect))).filter(
      (part) => part.text !== '' && !isLabelText(part.text),
    )
    if (first === undefined) return null
    // Beside a name that was read well, what hardly reads is dirt or a seal.
    const parts = [first, ...others.filter(({ sure }) => sure > hardly)]
    return {
      text: parts.map((part) => part.text).join(joint),
      sure: Math.min(...parts.map(({ sure }) => sure)),
      agreed: parts.every(({ agreed }) => agreed),
      box: place(around(words.map(({ rect }) => rect))),
    }
  }

  /** Pieces of one line read as a line: a lone 一 or 二 says little by itself. Null where that is not agreed on. */
  async function inOneLine(words: readonly Word[]): Promise<ReadText | null> {
    const rect = around(words.map((word) => word.rect))
    const tallest = Math.max(...words.map((word) => word.rect.h))
    if (words.length < 2 || rect.h > 1.5 * tallest) return null
    const [line] = await settled([rect])
    return line === undefined || !line.agreed || isLabelText(line.text) ? null : { ...line, box: place(rect) }
  }

  async function date(found: FoundDate | null): Promise<ReadDate | null> {
    if (found === null) return null
    const [again] = await read([found.line.rect])
    if (again === undefined) return null
    const { first, second } = again
    const [once, twice] = [datesIn(first), datesIn(second)]
    const isAlike = (one: WrittenText): boolean => distance(one.date, found.date) <= mostMisread
    const common = once.filter((one) => isAlike(one) && twice.some((other) => other.date === one.date))
    const isProved = found.isProved === true
    // What the first look misread both readers may read alike now.
    const lone = common.length === 1 && !isProved ? common[0] : undefined
    const sameAgain = common.find((one) => one.date === found.date) ?? lone
    const agreed = isProved || sameAgain !== undefined
    const { sure } = settle(first, second)
    return {
      text: sameAgain?.text ?? found.part.text,
      date: sameAgain?.date ?? found.date,
      sure: agreed ? Math.max(sure, agreedSure) : Math.min(sure, loneSure),
      agreed,
      box: place(found.part.rect),
    }
  }

  return {
    date,
    place,
    address: async (words) => doubted(await text(words, ''), canBeWholeAddress),
    person: async ({ name, kana, birthDate }) => {
      const written = await text(name, ' ')
      const reading = written === null ? null : withoutKana(written)
      return {
        name: doubted(reading?.name ?? null, canBeWholeName),
        kana: (await text(kana, ' ')) ?? reading?.kana ?? null,
        birthDate: await date(birthDate),
      }
    },
  }
}

/** What breaks off is not agreed on, though both readers say the same. */
function doubted(read: ReadText | null, canBeWhole: (text: string) => boolean): ReadText | null {
  if (read === null || !read.agreed || canBeWhole(read.text)) return read
  return { ...read, sure: Math.min(read.sure, loneSure), agreed: false }
}

/** 見本 花子（みほん はなこ）: the furigana is no part of the name; a 旧姓 in brackets is. */
function withoutKana(written: ReadText): { name: ReadText; kana: ReadText | null } {
  const [, name, kana] =
    /^([^(（]+?)\s*[(（]([\p{Script=Hiragana}\p{Script=Katakana}ー\s]+)[)）]?$/u.exec(written.text) ?? []
  if (name === undefined || kana === undefined) return { name: written, kana: null }
  return { name: { ...written, text: name }, kana: { ...written, text: kana } }
}

interface WrittenText {
  date: CalendarDate
  text: string
}

function datesIn(glyphs: readonly { char: string }[]): WrittenText[] {
  const text = textOf(glyphs)
  return writtenDates(text).map(({ date, from, to }) => ({ date, text: text.slice(from, to) }))
}

function textOf(glyphs: readonly { char: string }[]): string {
  return glyphs.map(({ char }) => char.normalize('NFKC')).join('')
}

/** Latin text with its spaces, which readers drop: where letters stand clearly further apart than most. */
function spaced(text: string, glyphs: readonly { char: string; at: number }[]): string {
  if (text !== textOf(glyphs) || glyphs.length < 3) return text
  const steps = glyphs.slice(1).map((glyph, index) => glyph.at - glyphs[index]!.at)
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)]!
  return glyphs.map((glyph, index) => (index > 0 && steps[index - 1]! > 1.6 * usual ? ' ' : '') + glyph.char).join('')
}

/** A passport says its bearer twice: in print and in its machine-readable lines. */
async function bearerOf(found: FoundIdentity, words: readonly Word[], close: CloseReader): Promise<ReadPerson[]> {
  const { upper, lower } = found.machineLines
  const { surname, given, birthDate } = readMachineLines(upper?.text ?? null, lower?.text ?? null)
  const printed = found.people[0]?.birthDate ?? null
  const isPrinted = (name: string): boolean =>
    words.some(({ text }) => text.length > 1 && compareNames(text, name).result !== 'different')
  const agreed = surname !== '' && isPrinted(surname) && (given === '' || isPrinted(given))
  const name =
    upper === null || surname === ''
      ? null
      : {
          text: `${surname} ${given}`.trim(),
          sure: agreed ? proved : Math.min(upper.sure, loneSure),
          agreed,
          box: close.place(upper.rect),
        }
  const born = birthDate === null || lower === null ? await close.date(printed) : provedDate(birthDate, lower, close)
  return name === null && born === null ? [] : [{ name, kana: null, birthDate: born }]
}

async function expiryOf(found: FoundIdentity, close: CloseReader): Promise<ReadDate | null> {
  const { lower } = found.machineLines
  const { expiresOn } = readMachineLines(null, lower?.text ?? null)
  return expiresOn === null || lower === null ? close.date(found.expiresOn) : provedDate(expiresOn, lower, close)
}

function provedDate(date: string, line: Word, close: CloseReader): ReadDate {
  return { text: date, date, sure: proved, agreed: true, box: close.place(line.rect) }
}
