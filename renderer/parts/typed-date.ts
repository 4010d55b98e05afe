// Reads a date as office staff type it: 2026-11-23, 2026/11/23, 20261123, R8.11.23, 令和8年11月23日.
import { dateSchema, type CalendarDate } from '../../shared/dates.ts'

/** The western year before the first of each era, by the letter or name people write. */
const yearBefore: Record<string, number> = { r: 2018, 令和: 2018, h: 1988, 平成: 1988, s: 1925, 昭和: 1925 }

/** The calendar date that was typed, or null when it is not one (2026-02-30 is none). */
export function typedDate(typed: string): CalendarDate | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const western = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(text)
  if (western !== null) {
    const [, year = '', month, day, closeMonth = '', closeDay = ''] = western
    return checked(Number(year), month ?? closeMonth, day ?? closeDay)
  }
  const era = /^(r|h|s|令和|平成|昭和)\s?(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (era === null) return null
  const [, name = '', year = '', month = '', day = ''] = era
  return checked((yearBefore[name] ?? Number.NaN) + (year === '元' ? 1 : Number(year)), month, day)
}

function checked(year: number, month: string, day: string): CalendarDate | null {
  const parsed = dateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success ? parsed.data : null
}
