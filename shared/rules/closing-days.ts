// Closing days as people type them: of every year (`12-29`, `8/13`, `12-29~01-03` across the year's end), or from one date to another.
import type { CalendarDate } from '../dates.ts'
import { addDays, daysBetween } from './calendar.ts'

export type TypedClosingDays = { kind: 'days'; days: string[] } | { kind: 'wrong'; part: string }

/** A longer closing is a slip in the year, and every clock would count its way through it. */
const longestClosingDays = 366

/** What is wrong with a closing of one year alone; null when nothing is. */
export function closingTrouble(from: CalendarDate, to: CalendarDate): 'backwards' | 'too-long' | null {
  if (to < from) return 'backwards'
  return daysBetween(from, to) >= longestClosingDays ? 'too-long' : null
}

/** A leap year, so that 29 February can be named. */
const anyYear = '2028'

export function parseClosingDays(typed: string): TypedClosingDays {
  const days = new Set<string>()
  for (const part of typed.normalize('NFKC').split(/[,、\s]+/u)) {
    if (part === '') continue
    const [from, to, ...more] = part.split(/[~〜–]/u).map(dayOf)
    if (from === undefined || from === null || to === null || more.length > 0) return { kind: 'wrong', part }
    for (const day of between(from, to ?? from)) days.add(day)
  }
  return { kind: 'days', days: [...days] }
}

function dayOf(text: string): string | null {
  const [, month, day] = /^(\d{1,2})[-/月](\d{1,2})日?$/u.exec(text) ?? []
  if (month === undefined || day === undefined) return null
  const written = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // A day that does not exist comes back as another one.
  return addDays(`${anyYear}-${written}`, 0) === `${anyYear}-${written}` ? written : null
}

function between(from: string, to: string): string[] {
  const days: string[] = []
  for (let date = `${anyYear}-${from}`; ; date = addDays(date, 1)) {
    days.push(date.slice(5))
    if (date.slice(5) === to) return days
  }
}
