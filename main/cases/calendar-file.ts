// The running deadlines as a calendar file (RFC 5545): whole days, case numbers, the clock's words; nothing personal.
import calendar from 'ical-generator'
import type { Clock } from '../../shared/cases.ts'
import type { Instant } from '../../shared/dates.ts'
import type { CaseSummary } from '../../shared/ipc/parts.ts'
import { addDays } from '../../shared/rules/calendar.ts'

/** An event of a clock keeps its identity from one file to the next: a calendar that takes both moves it. */
export function calendarFile(
  cases: readonly Pick<CaseSummary, 'id' | 'number' | 'next'>[],
  words: Readonly<Partial<Record<Clock, string>>>,
  now: Instant,
): Uint8Array {
  const file = calendar({ prodId: { company: 'Privacy Desk', product: 'Deadlines' } })
  for (const { id, number, next } of cases) {
    if (next === null || next.due === null) continue
    file.createEvent({
      id: `${id}-${next.clock}`,
      start: next.due,
      end: addDays(next.due, 1),
      allDay: true,
      summary: `${number} ${words[next.clock] ?? next.clock}`,
      stamp: now,
    })
  }
  return new TextEncoder().encode(file.toString())
}
