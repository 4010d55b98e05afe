// The reasons of a date, in parts that a screen words in the reader's language.
import type { CaseEvent, Why, whyRules } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import { holidayName, isWorkingDay } from './calendar.ts'

export function rule(id: (typeof whyRules)[number]): Why {
  return { input: 'rule', values: { id } }
}

export function starts({ event, on }: { event: CaseEvent; on: CalendarDate }): Why {
  return { input: 'starts', values: { event, date: on } }
}

export function length(count: number, unit: 'business-days' | 'days' | 'months'): Why {
  return { input: 'length', values: { count, unit } }
}

export function extended(on: CalendarDate, count: number, unit: 'business-days' | 'months'): Why {
  return { input: 'extended', values: { date: on, count, unit } }
}

/** How many days were no business days, and the national holidays among them by name. */
export function skippedDays(skipped: readonly CalendarDate[]): Why[] {
  if (skipped.length === 0) return []
  const closed = skipped.filter(isWorkingDay).length
  return [{ input: 'skipped', values: { count: skipped.length, closingDays: closed } }, ...skipped.flatMap(holidayOn)]
}

export function holidayOn(date: CalendarDate): Why[] {
  const name = holidayName(date)
  return name === null ? [] : [{ input: 'holiday', values: { date, name } }]
}
