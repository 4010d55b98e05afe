// Counts a month of the desk from its cases' events: replayed up to the month's last day, whatever happened since.
import {
  caseStates,
  refusalReasons,
  requestKinds,
  trackOf,
  type CaseState,
  type Lane,
  type RefusalReason,
} from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import {
  correctionReasons,
  outcomes,
  outcomeSchema,
  type CorrectionReason,
  type Month,
  type MonthReport,
  type Outcome,
} from '../reports.ts'
import { addDays, addMonths, daysBetween } from './calendar.ts'
import { courses, openings } from './case-course.ts'
import type { ClockedCase, DatedEvent } from './case-replay.ts'
import { deadlinesOf, type ClockSettings } from './deadlines.ts'

/** Letters that end the desk's duty to answer. */
const answers: ReadonlySet<Outcome> = new Set<Outcome>([
  'answer-sent',
  'partial-answer-sent',
  'nonexistence-sent',
  'refusal-sent',
  'reply-sent',
])

export interface MonthCase extends Pick<ClockedCase, 'kind' | 'lane'> {
  /** In the order in which they were recorded. */
  events: readonly (DatedEvent & { refusalReason: RefusalReason | null })[]
}

/** A correction letter that went out, with what it asked for. */
export interface MonthCorrection {
  on: CalendarDate
  reasons: readonly CorrectionReason[]
}

/** First and last day of a month; its last day is today while it runs. */
export function daysOfMonth(month: Month, today: CalendarDate): { from: CalendarDate; until: CalendarDate } {
  const from = `${month}-01`
  const last = addDays(addMonths(from, 1), -1)
  return { from, until: last < today ? last : today }
}

export function monthReport(
  month: Month,
  cases: readonly MonthCase[],
  corrections: readonly MonthCorrection[],
  settings: ClockSettings,
  today: CalendarDate,
): MonthReport {
  const { from, until } = daysOfMonth(month, today)
  const known = cases.map((one) => ({ ...one, events: one.events.filter(({ on }) => on <= until) }))
  const isIn = ({ on }: { on: CalendarDate }): boolean => on >= from && on <= until
  const happened = known.flatMap((one) =>
    one.events.flatMap((event, index) => (isIn(event) ? [{ one, event, index }] : [])),
  )
  const ended = happened.flatMap(({ one, event, index }) => {
    const outcome = outcomeSchema.safeParse(event.event)
    return outcome.success ? [{ one, event, index, outcome: outcome.data }] : []
  })
  const answered = ended
    .filter(({ outcome }) => answers.has(outcome))
    .map(({ one, index }) => ({ kind: one.kind, isInTime: wasInTime(one, index, settings) }))
  const arrivals = happened.filter(({ event }) => event.event === 'opened' || event.event === 'request-arrived')
  const states = known.flatMap((one) => (one.events.length === 0 ? [] : [stateAfter(one)]))
  const asked = corrections.filter(isIn)
  return {
    month,
    from,
    until,
    isWhole: until < today,
    inquiries: happened.filter(({ event }) => event.event === 'inquiry-arrived').length,
    arrived: requestKinds.map((kind) => {
      const ofKind = arrivals.filter(({ one }) => one.kind === kind)
      const inLane = (lane: Lane): number => ofKind.filter(({ one }) => one.lane === lane).length
      return { kind, lanes: { post: inLane('post'), 'meta-quest': inLane('meta-quest'), eu: inLane('eu') } }
    }),
    outcomes: outcomes.map((outcome) => ({ outcome, count: ended.filter((end) => end.outcome === outcome).length })),
    answered: inTimeOf(answered),
    answeredByKind: requestKinds
      .map((kind) => {
        const { all, inTime } = inTimeOf(answered.filter((answer) => answer.kind === kind))
        return { kind, all, inTime }
      })
      .filter(({ all }) => all > 0),
    refusals: refusalReasons.map((reason) => ({
      reason,
      count: ended.filter(({ event, outcome }) => outcome === 'refusal-sent' && event.refusalReason === reason).length,
    })),
    corrections: {
      letters: happened.filter(({ event }) => event.event === 'correction-sent').length,
      reasons: correctionReasons.map((reason) => ({
        reason,
        count: asked.filter(({ reasons }) => reasons.includes(reason)).length,
      })),
    },
    destruction: destructionOf(known, from, until, settings),
    open: caseStates
      .filter((state) => state !== 'wiped')
      .map((state) => ({ state, count: states.filter((found) => found === state).length })),
    openTotal: states.filter((state) => state !== 'wiped').length,
  }
}

function inTimeOf(answered: readonly { isInTime: boolean }[]): { all: number; inTime: number } {
  return { all: answered.length, inTime: answered.filter(({ isInTime }) => isInTime).length }
}

/** Every duty to answer was kept by the letter at this place of the events. */
function wasInTime(one: MonthCase, index: number, settings: ClockSettings): boolean {
  const events = one.events.slice(0, index + 1)
  const sentOn = events.at(-1)?.on ?? ''
  return deadlinesOf({ kind: one.kind, lane: one.lane, events }, settings, sentOn)
    .filter(({ clock }) => clock === 'answer-target' || clock === 'gdpr-answer')
    .every(({ due }) => due === null || sentOn <= due)
}

function destructionOf(
  known: readonly MonthCase[],
  from: CalendarDate,
  until: CalendarDate,
  settings: ClockSettings,
): MonthReport['destruction'] {
  const found = { wiped: 0, late: 0, longestDelayDays: 0, early: 0, overdue: 0 }
  for (const { kind, lane, events } of known) {
    const wipedOn = events.find(({ event }) => event === 'wipe-finished')?.on ?? null
    if (wipedOn !== null && wipedOn < from) continue
    const due = deadlinesOf({ kind, lane, events }, settings, until).find(({ clock }) => clock === 'destruction')?.due
    if (wipedOn === null) {
      if (due != null && due < until) found.overdue += 1
      continue
    }
    found.wiped += 1
    if (due == null) found.early += 1
    else if (wipedOn > due) {
      found.late += 1
      found.longestDelayDays = Math.max(found.longestDelayDays, daysBetween(due, wipedOn))
    }
  }
  return found
}

/** The state that the events left the case in. */
function stateAfter({ kind, events }: MonthCase): CaseState {
  const track = trackOf(kind)
  let state: CaseState = 'received'
  for (const { event } of events) state = openings[track][event] ?? courses[track][state][event] ?? state
  return state
}
