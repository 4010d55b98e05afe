// The board: in which group a case stands today, by which deadline, and how many days are left.
import type { CaseState, Deadline } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import { unreachable } from '../faults.ts'
import { businessDaysBetween, daysBetween, weekdayOf, type BusinessCalendar } from './calendar.ts'
import { isRunning } from './deadlines.ts'

export const boardGroups = ['overdue', 'today', 'soon', 'waiting', 'to-destroy', 'later'] as const
export type BoardGroup = (typeof boardGroups)[number]

/** Due within this many business days, or before the week ends, is soon. */
export const soonBusinessDays = 3

export interface BoardPlace {
  group: BoardGroup
  deadline: Deadline | null
  /** Calendar days until due; negative when overdue. Null without a date. */
  daysLeft: number | null
  businessDaysLeft: number | null
}

/**
 * Null when the case is no longer on the board. A duty that is late, due today or soon is shown as that, whatever else
 * the case waits for: an EU case whose correction is out still has its month.
 */
export function boardPlace(
  state: CaseState,
  deadlines: readonly Deadline[],
  today: CalendarDate,
  calendar: BusinessCalendar,
): BoardPlace | null {
  if (state === 'wiped') return null
  const isHeld = deadlines.some(
    ({ clock, status }) =>
      (clock === 'hold-review' && status === 'running') || (clock === 'destruction' && status === 'stopped'),
  )
  const places = deadlines.filter(isRunning).map((deadline): BoardPlace => {
    const daysLeft = daysBetween(today, deadline.due)
    const businessDaysLeft = businessDaysBetween(today, deadline.due, calendar)
    return {
      group: groupOf(state, deadline, today, { daysLeft, businessDaysLeft, isHeld }),
      deadline,
      daysLeft,
      businessDaysLeft,
    }
  })
  places.sort((one, other) => rank(one) - rank(other) || (one.daysLeft ?? 0) - (other.daysLeft ?? 0))
  return places[0] ?? { group: groupUndated(state, isHeld), deadline: null, daysLeft: null, businessDaysLeft: null }
}

function rank(place: BoardPlace): number {
  return boardGroups.indexOf(place.group)
}

function groupOf(
  state: CaseState,
  deadline: Deadline,
  today: CalendarDate,
  { daysLeft, businessDaysLeft, isHeld }: { daysLeft: number; businessDaysLeft: number; isHeld: boolean },
): BoardGroup {
  if (daysLeft < 0) return 'overdue'
  if (daysLeft === 0) return 'today'
  // What is held must not be destroyed: its next step is the review of the hold.
  if ((state === 'finished' || state === 'wiping') && !isHeld) return 'to-destroy'
  const isSoon = isThisWeek(today, daysLeft) || businessDaysLeft <= soonBusinessDays
  if (isSoon && (deadline.kind === 'duty' || deadline.clock === 'money-order')) return 'soon'
  return groupUndated(state, isHeld)
}

/** A desk's week ends with Sunday. */
function isThisWeek(today: CalendarDate, daysLeft: number): boolean {
  return daysLeft <= (7 - weekdayOf(today)) % 7
}

function groupUndated(state: CaseState, isHeld: boolean): BoardGroup {
  switch (state) {
    case 'awaiting-form':
    case 'awaiting-correction':
    case 'answered':
      return 'waiting'
    case 'finished':
      return isHeld ? 'later' : 'to-destroy'
    case 'wiping':
    case 'wiped':
      return 'to-destroy'
    case 'inquired':
    case 'received':
    case 'verified':
    case 'consulting':
      return 'later'
    default:
      return unreachable(state)
  }
}
