// Dates as documents print them and readers return them: 昭和61年5月1日, 2024年(令和06年)06月01日, 20 FEB 1979.
import type { CalendarDate } from '../../dates.ts'
import { dateSchema } from '../../dates.ts'
import { fold } from '../screening/spelling.ts'
import { kanjiNumber } from './kanji-number.ts'

/** A date found in a text: its place there, and what follows it. */
export interface WrittenDate {
  date: CalendarDate
  /** UTF-16 places in the text. */
  from: number
  to: number
}

/** Each era with what its characters are misread as, the year before its first, and its last day. */
const eras = [
  { name: '[令今合会][和利知]', before: 2018, last: '9999-12-31' },
  { name: '[平乎][成戌咸]', before: 1988, last: '2019-04-30' },
  { name: '[昭照招][和利知]', before: 1925, last: '1989-01-07' },
  { name: '[大太犬]正', before: 1911, last: '1926-12-25' },
  { name: '明治', before: 1867, last: '1912-07-30' },
] as const
const initials = { R: 2018, H: 1988, S: 1925, T: 1911, M: 1867 } as const
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

const number = '[0-9]{1,2}|[〇一二三四五六七八九十]{1,3}'
const era = `(${eras.map(({ name }) => name).join('|')})(元|${number})年`
const dayOfYear = `(${number})月(${number})[日曰]`
const bracket = '[（(［\\[]?'
const closing = '[）)］\\]]?'
const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[] = [
  // The licence says the year twice: when the two contradict each other, nobody knows which was misread.
  [
    new RegExp(`([12][0-9]{3})年${bracket}${era}${closing}${dayOfYear}`),
    ([, western, name, year, month, day]) => {
      const date = inEra(name, year, month, day)
      return date?.startsWith(western ?? '') ? date : null
    },
  ],
  [new RegExp(era + dayOfYear), ([, name, year, month, day]) => inEra(name, year, month, day)],
  [new RegExp(`([12][0-9]{3})年${dayOfYear}`), ([, year, month, day]) => asDate(Number(year), month, day)],
  [/([12][0-9]{3})[./-]([0-9]{1,2})[./-]([0-9]{1,2})/, ([, year, month, day]) => asDate(Number(year), month, day)],
  [
    /(?<![A-Z])([RHSTM])([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{1,2})/,
    ([, initial, year, month, day]) => {
      const before = Object.entries(initials).find(([letter]) => letter === initial)?.[1]
      return before === undefined ? null : asDate(before + Number(year), month, day)
    },
  ],
  [
    new RegExp(`([0-9O]{1,2})(${months.join('|')})([12][0-9O]{3})`),
    ([, day, month, year]) => asDate(Number(digits(year)), String(months.indexOf(month ?? '') + 1), digits(day)),
  ],
]

/** Every date in a text, in its order. */
export function writtenDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = []
  let start = 0
  for (;;) {
    const next = writtenDate(text.slice(start))
    if (next === null) return dates
    dates.push({ date: next.date, from: start + next.from, to: start + next.to })
    start += next.to
  }
}

/** The first date in a text without spaces; null when there is none, or it does not exist (令和00年00月00日). */
export function writtenDate(text: string): WrittenDate | null {
  const folded = fold(text).toUpperCase()
  let first: WrittenDate | null = null
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(folded)
    if (match === null) continue
    const written = read(match)
    // A longer pattern that contradicts itself must not be read by a shorter one as if all were well.
    if (written === null) {
      if (match.length > 5) return null
      continue
    }
    if (first === null || match.index < first.from)
      first = { date: written, from: match.index, to: match.index + match[0].length }
  }
  return first
}

function inEra(name = '', year = '', month = '', day = ''): string | null {
  const found = eras.find((each) => new RegExp(`^${each.name}$`).test(name))
  if (found === undefined) return null
  const yearOfEra = year === '元' ? 1 : Number(arabic(year))
  const date = yearOfEra === 0 ? null : asDate(found.before + yearOfEra, month, day)
  return date !== null && date <= found.last ? date : null
}

function asDate(year: number, month = '', day = ''): string | null {
  const text = `${year}-${arabic(month).padStart(2, '0')}-${arabic(day).padStart(2, '0')}`
  return dateSchema.safeParse(text).success ? text : null
}

function arabic(written: string): string {
  return /^[0-9]/.test(written) ? written : kanjiNumber(written)
}

function digits(text = ''): string {
  return text.replace(/O/g, '0')
}
