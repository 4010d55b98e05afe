// What is overdue or due today, read without anybody's name: also while the desk is locked.
import type { Clock } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { deadlinesOf, isRunning } from '../../shared/rules/deadlines.ts'
import { besideOfEach } from './beside.ts'
import { eventDatesOf, openVersions, rowsOf } from './listing-store.ts'
import type { CaseParts } from './parts.ts'
import { clockedCase } from './record.ts'

export interface DueDeadline {
  caseId: string
  number: string
  clock: Clock
  due: CalendarDate
  isOverdue: boolean
}

/** The most urgent first. */
export async function dueNow(
  parts: Pick<CaseParts, 'db' | 'deskSettings' | 'moneyOrdersIssuedOn' | 'today'>,
): Promise<DueDeadline[]> {
  const { db, deskSettings } = parts
  const on = parts.today()
  const settings = await deskSettings()
  const ids = (await openVersions(db)).map(({ id }) => id)
  const events = await eventDatesOf(db, ids)
  const besideOf = await besideOfEach(parts)
  const found = (await rowsOf(db, ids)).flatMap((row) => {
    const matter = { ...clockedCase(row, events.get(row.id) ?? []), ...besideOf(row.id) }
    return deadlinesOf(matter, settings, on)
      .filter(isRunning)
      .filter((deadline) => deadline.due <= on)
      .map(({ clock, due }) => ({ caseId: row.id, number: row.number, clock, due, isOverdue: due < on }))
  })
  return found.sort((one, other) =>
    one.due < other.due || (one.due === other.due && one.number < other.number) ? -1 : 1,
  )
}
