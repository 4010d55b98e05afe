// Closing days of every year as people type them: `12-29`, `8/13`, and ranges like `12-29~01-03` that may cross the year's end.
import { addDays } from './calendar.ts'

export type TypedClosingDays = { kind: 'days'; days: string[] } | { kind: 'wrong'; part: string }

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
