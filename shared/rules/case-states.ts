// The course of a case as data: which event leads from which state to which, who may record it, and what refuses it.
import { caseEvents, type CaseEvent, type CaseState, type RefusalReason } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import type { Role } from '../roles.ts'

/**
 * (state, event) → next state; what is not named is refused. There is no way to `answer-sent` but from `verified`, and
 * none to `verified` but `identity-verified`. An answer that comes back (返戻) puts the address in doubt: identity is
 * checked again. What is sent after a correction is checked again as well.
 */
export const transitions: Readonly<Record<CaseState, Readonly<Partial<Record<CaseEvent, CaseState>>>>> = {
  received: {
    'correction-sent': 'awaiting-correction',
    'identity-verified': 'verified',
    'refusal-sent': 'answered',
    withdrawn: 'finished',
  },
  'awaiting-correction': {
    'correction-sent': 'awaiting-correction',
    'correction-arrived': 'received',
    'refusal-sent': 'answered',
    withdrawn: 'finished',
  },
  verified: {
    'correction-sent': 'awaiting-correction',
    'answer-sent': 'answered',
    'refusal-sent': 'answered',
    withdrawn: 'finished',
  },
  answered: { 'answer-delivered': 'finished', 'answer-returned': 'received' },
  finished: { 'wipe-started': 'wiping' },
  // A wipe that failed is started again.
  wiping: { 'wipe-started': 'wiping', 'wipe-finished': 'wiped' },
  wiped: {},
}

/** Who records an event: a person with one of these roles, or the app itself while it does the thing. */
export const recorders: Readonly<Record<CaseEvent, readonly Role[] | 'app'>> = {
  opened: 'app',
  'correction-sent': ['clerk', 'reviewer'],
  'correction-arrived': ['clerk', 'reviewer'],
  'identity-verified': ['clerk', 'reviewer'],
  'answer-sent': ['clerk', 'reviewer'],
  'refusal-sent': ['reviewer'],
  'answer-delivered': ['clerk', 'reviewer'],
  'answer-returned': ['clerk', 'reviewer'],
  withdrawn: ['clerk', 'reviewer'],
  'wipe-started': 'app',
  'wipe-finished': 'app',
}

/** Events that the person who opened the case may not record: nobody approves a refusal of their own. */
export const secondPersonEvents: ReadonlySet<CaseEvent> = new Set<CaseEvent>(['refusal-sent'])

/**
 * Reasons that may be given to somebody whose identity is not verified: those of the papers alone (policy §12, ①②③).
 * Any other would tell a stranger what the company holds about a person.
 */
export const reasonsBeforeVerification: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  'identity-not-verified',
  'authority-not-verified',
  'documents-incomplete',
])

export const eventRefusals = [
  'not-in-this-state',
  'recorded-by-the-app',
  'second-person-needed',
  'not-this-role',
  'reason-missing',
  'reason-not-asked-for',
  'reason-needs-verification',
] as const
export type EventRefusal = (typeof eventRefusals)[number]

export type EventOutcome = { kind: 'next'; state: CaseState } | { kind: 'refused'; because: EventRefusal }

export interface Recorder {
  roles: readonly Role[]
  /** Whether this person opened the case. */
  openedCase: boolean
}

/** What becomes of a case in `state` when `who` records `event`. */
export function nextState(
  state: CaseState,
  event: CaseEvent,
  who: Recorder | 'app',
  refusalReason: RefusalReason | null,
): EventOutcome {
  const next = transitions[state][event]
  if (next === undefined) return { kind: 'refused', because: 'not-in-this-state' }
  const because = personRefused(event, who) ?? reasonRefused(state, event, refusalReason)
  return because === null ? { kind: 'next', state: next } : { kind: 'refused', because }
}

/** Events that this person may record now. */
export function possibleEvents(state: CaseState, who: Recorder): CaseEvent[] {
  return caseEvents.filter((event) => transitions[state][event] !== undefined && personRefused(event, who) === null)
}

function personRefused(event: CaseEvent, who: Recorder | 'app'): EventRefusal | null {
  const recordedBy = recorders[event]
  if (who === 'app') return null
  if (recordedBy === 'app') return 'recorded-by-the-app'
  if (secondPersonEvents.has(event) && who.openedCase) return 'second-person-needed'
  return recordedBy.some((role) => who.roles.includes(role)) ? null : 'not-this-role'
}

function reasonRefused(state: CaseState, event: CaseEvent, reason: RefusalReason | null): EventRefusal | null {
  if (event !== 'refusal-sent') return reason === null ? null : 'reason-not-asked-for'
  if (reason === null) return 'reason-missing'
  return state === 'verified' || reasonsBeforeVerification.has(reason) ? null : 'reason-needs-verification'
}

export type EventDate =
  | { kind: 'possible' }
  | { kind: 'impossible'; because: 'in-the-future' | 'before-what-it-follows' }

/** An event happened on or after the day of the event it follows, and not after today. */
export function checkEventDate(on: CalendarDate, follows: CalendarDate, today: CalendarDate): EventDate {
  if (on > today) return { kind: 'impossible', because: 'in-the-future' }
  if (on < follows) return { kind: 'impossible', because: 'before-what-it-follows' }
  return { kind: 'possible' }
}
