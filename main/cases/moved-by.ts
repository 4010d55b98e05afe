// Which running dates of open cases a calendar or lengths that are only tried would move.
import type { CalendarDate } from '../../shared/dates.ts'
import type { CallAnswer } from '../../shared/ipc/contract.ts'
import { deadlinesOf, type ClockSettings } from '../../shared/rules/deadlines.ts'
import type { ListedCase } from './listing.ts'
import { clockedCase } from './record.ts'

type Moves = CallAnswer<'cases.movedBy'>['moves']

export function movedBy(open: readonly ListedCase[], tried: ClockSettings, today: CalendarDate): Moves {
  return open.flatMap(({ row, events, deadlines }) => {
    const after = new Map(deadlinesOf(clockedCase(row, events), tried, today).map((one) => [one.clock, one.due]))
    return deadlines.flatMap(({ clock, status, due }) => {
      const moved = after.get(clock) ?? null
      if (status !== 'running' || due === null || moved === null || moved === due) return []
      return [{ number: row.number, clock, before: due, after: moved }]
    })
  })
}
