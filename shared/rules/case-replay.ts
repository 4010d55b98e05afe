// What a case's events amount to: replayed from the first to the last each time it is asked for, never patched.
import type { CaseEvent, Lane, Posting, RequestKind } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import { unreachable } from '../faults.ts'
import type { Answer } from './case-course.ts'

export interface DatedEvent {
  event: CaseEvent
  on: CalendarDate
  /** How a letter went out; null when that is not known, and for all that is no letter. */
  posted: Posting | null
}

/** What the clocks and guards of a case depend on. `events` in the order in which they were recorded. */
export interface ClockedCase {
  kind: RequestKind
  lane: Lane
  events: readonly DatedEvent[]
  /** Issue date of the 定額小為替 that lies with the case, if any. */
  moneyOrderIssuedOn?: CalendarDate | null
  /** A hold is asked for, or allowed and not set yet. */
  isHoldAsked?: boolean
}

export interface Marked<Event extends CaseEvent = CaseEvent> {
  event: Event
  on: CalendarDate
}

export interface Pause {
  from: CalendarDate
  /** null while the correction is still out. */
  to: CalendarDate | null
}

/** Something was asked for by letter; a reminder starts the wait anew. */
export interface Wait {
  sentOn: CalendarDate
  remindedOn: CalendarDate | null
  endedOn: CalendarDate | null
}

export interface Replay {
  /** Since when a form is owed, and when it went out. */
  formOwed: { since: Marked<'inquiry-arrived' | 'form-returned'>; doneOn: CalendarDate | null } | null
  formWait: Wait | null
  /** Day 0 of every clock of answering. Null while only an inquiry has come. */
  arrival: Marked<'opened' | 'request-arrived' | 'reopened'> | null
  pauses: Pause[]
  correction: Wait | null
  extendedOn: CalendarDate | null
  /** The answer, or the end without one, that stops the clocks of answering. */
  settled: Marked | null
  /** The answer on its way. */
  delivery: { event: Answer; sentOn: CalendarDate; posted: Posting | null; endedOn: CalendarDate | null } | null
  finished: Marked | null
  hold: { setOn: CalendarDate; reviewedOn: CalendarDate | null; liftedOn: CalendarDate | null } | null
  wipedOn: CalendarDate | null
}

export function replay(events: ClockedCase['events']): Replay {
  const course: Replay = {
    formOwed: null,
    formWait: null,
    arrival: null,
    pauses: [],
    correction: null,
    extendedOn: null,
    settled: null,
    delivery: null,
    finished: null,
    hold: null,
    wipedOn: null,
  }
  for (const event of events) follow(course, event)
  return course
}

function follow(course: Replay, { event, on, posted }: DatedEvent): void {
  switch (event) {
    case 'inquiry-arrived':
      course.formOwed = { since: { event, on }, doneOn: null }
      break
    case 'form-sent':
      if (course.formOwed !== null) course.formOwed.doneOn ??= on
      course.formWait = { sentOn: on, remindedOn: null, endedOn: null }
      break
    case 'form-returned':
      // Nothing reached the requester: the form is owed again, from this day.
      course.formOwed = { since: { event, on }, doneOn: null }
      course.formWait = null
      break
    case 'form-reminder-sent':
      if (course.formWait !== null) course.formWait.remindedOn = on
      break
    case 'opened':
    case 'request-arrived':
    case 'reopened':
      endWaits(course, on)
      beginAnswering(course, { event, on })
      break
    case 'correction-sent':
      // A second letter while the first is out restarts the wait; the clock has been standing since the first.
      course.correction = { sentOn: on, remindedOn: null, endedOn: null }
      if (course.pauses.at(-1)?.to !== null) course.pauses.push({ from: on, to: null })
      break
    case 'correction-reminder-sent':
      if (course.correction !== null) course.correction.remindedOn = on
      break
    case 'correction-arrived':
    case 'correction-returned':
      endPause(course, on)
      break
    case 'extension-sent':
      course.extendedOn = on
      break
    case 'answer-sent':
    case 'partial-answer-sent':
    case 'nonexistence-sent':
    case 'refusal-sent':
    case 'reply-sent':
      endPause(course, on)
      course.settled = { event, on }
      course.delivery = { event, sentOn: on, posted, endedOn: null }
      break
    case 'answer-returned':
      // The requester has no answer: the clocks go on as if none had been posted.
      if (course.delivery !== null) course.delivery.endedOn = on
      course.settled = null
      course.finished = null
      break
    case 'answer-delivered':
    case 'answer-taken-as-delivered':
      if (course.delivery !== null) course.delivery.endedOn = on
      course.finished = { event, on }
      break
    case 'closed-unanswered':
    case 'withdrawn':
    case 'closed-as-duplicate':
      endWaits(course, on)
      course.settled = { event, on }
      course.finished = { event, on }
      break
    case 'hold-set':
      course.hold = { setOn: on, reviewedOn: null, liftedOn: null }
      break
    case 'hold-reviewed':
      if (course.hold !== null) course.hold.reviewedOn = on
      break
    case 'hold-lifted':
      if (course.hold !== null) course.hold.liftedOn = on
      break
    case 'wipe-started':
      // An early wipe ends a case that nobody answers any more.
      endWaits(course, on)
      course.settled ??= { event, on }
      course.finished ??= { event, on }
      break
    case 'wipe-finished':
      course.wipedOn = on
      break
    case 'identity-verified':
    case 'requester-changed':
      break
    default:
      unreachable(event)
  }
}

/** What was asked, extended or answered before belongs to another round. */
function beginAnswering(course: Replay, arrival: NonNullable<Replay['arrival']>): void {
  course.arrival = arrival
  course.pauses = []
  course.correction = null
  course.extendedOn = null
  course.settled = null
  course.delivery = null
  course.finished = null
}

function endPause(course: Replay, on: CalendarDate): void {
  const pause = course.pauses.at(-1)
  if (pause !== undefined && pause.to === null) pause.to = on
  if (course.correction !== null) course.correction.endedOn ??= on
}

function endWaits(course: Replay, on: CalendarDate): void {
  endPause(course, on)
  if (course.formOwed !== null) course.formOwed.doneOn ??= on
  if (course.formWait !== null) course.formWait.endedOn ??= on
  if (course.delivery !== null) course.delivery.endedOn ??= on
}

export function isOnHold({ hold }: Replay): boolean {
  return hold !== null && hold.liftedOn === null
}
