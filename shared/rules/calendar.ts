// Arithmetic on calendar dates in Japan: days, months, weekdays, business days. Text in, text out, no time zones.
import holidayJp from '@holiday-jp/holiday_jp'
import type { CalendarDate } from '../dates.ts'

export interface BusinessCalendar {
  /** Days of every year on which the company is closed, besides weekends and national holidays: `MM-DD`. */
  closingDays: readonly string[]
  /** Closing days of one year alone, from one day to another. */
  closedPeriods: readonly { from: CalendarDate; to: CalendarDate }[]
}

/** National holidays by date, with 振替休日 and 国民の休日 (国民の祝日に関する法律 art. 3); the data end with 2050. */
const holidays: ReadonlyMap<string, string> = new Map(
  Object.values(holidayJp.holidays).map((holiday) => [holiday.date, holiday.name]),
)

/** Days since 1970-01-01, negative before. After Howard Hinnant, "chrono-compatible low-level date algorithms". */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dateOfDayNumber(days: number): CalendarDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** Year, month (1 to 12) and day of a date. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return weekdayOfDayNumber(dayNumber(date))
}

function weekdayOfDayNumber(days: number): number {
  return (((days + 4) % 7) + 7) % 7
}

/** `addDays('2026-11-23', 1)` is `'2026-11-24'`. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day of a later month, or that month's last: `addMonths('2027-01-31', 1)` is `'2027-02-28'`. Civil Code art. 143. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const targetYear = Math.floor(count / 12)
  const targetMonth = (count % 12) + 1
  return dateOf(targetYear, targetMonth, Math.min(day, lastDayOf(targetYear, targetMonth)))
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The national holiday's name, or null. */
export function holidayName(date: CalendarDate): string | null {
  return holidays.get(date) ?? null
}

export function isBusinessDay(date: CalendarDate, calendar: BusinessCalendar): boolean {
  return isBusinessDayNumber(dayNumber(date), calendar)
}

/** The days of a calendar that were asked for before: a desk with thousands of cases goes through the same days for each of their clocks. */
const knownDays = new WeakMap<BusinessCalendar, Map<number, boolean>>()

function isBusinessDayNumber(day: number, calendar: BusinessCalendar): boolean {
  let known = knownDays.get(calendar)
  if (known === undefined) knownDays.set(calendar, (known = new Map()))
  let isBusiness = known.get(day)
  if (isBusiness === undefined) {
    const date = dateOfDayNumber(day)
    isBusiness = isWorkingDay(date) && !isClosed(date, calendar)
    known.set(day, isBusiness)
  }
  return isBusiness
}

function isClosed(date: CalendarDate, { closingDays, closedPeriods }: BusinessCalendar): boolean {
  return closingDays.includes(date.slice(5)) || closedPeriods.some(({ from, to }) => from <= date && date <= to)
}

/** Neither Saturday, Sunday nor public holiday. A company's own closing days move no statutory deadline. */
export function isWorkingDay(date: CalendarDate): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && holidayName(date) === null
}

/** The date itself when it is a working day, else the next one. */
export function rollForward(date: CalendarDate): CalendarDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/**
 * The `count`-th business day after `start`; `start` itself never counts. Days for which `counts` is false are passed
 * over like holidays (a stopped clock). `skipped` names the passed days that were no business days.
 */
export function addBusinessDays(
  start: CalendarDate,
  count: number,
  calendar: BusinessCalendar,
  counts: ((date: CalendarDate) => boolean) | null = null,
): { date: CalendarDate; skipped: CalendarDate[] } {
  const skipped: CalendarDate[] = []
  // A desk that closes on every day of the year would wait for ever.
  if (calendar.closingDays.length > 300) throw new RangeError('A calendar needs business days.')
  let day = dayNumber(start)
  for (let left = count; left > 0;) {
    day += 1
    if (!isBusinessDayNumber(day, calendar)) skipped.push(dateOfDayNumber(day))
    else if (counts === null || counts(dateOfDayNumber(day))) left -= 1
  }
  return { date: dateOfDayNumber(day), skipped }
}

/** Business days after `from` up to and with `to`; negative when `to` is earlier, 0 for the same day. */
export function businessDaysBetween(from: CalendarDate, to: CalendarDate, calendar: BusinessCalendar): number {
  if (to < from) return -businessDaysBetween(to, from, calendar) || 0
  let count = 0
  const last = dayNumber(to)
  for (let day = dayNumber(from) + 1; day <= last; day += 1) {
    if (isBusinessDayNumber(day, calendar)) count += 1
  }
  return count
}
