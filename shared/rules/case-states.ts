// What becomes of a case when somebody records an event: who may, what must be given, what must be so; else a named refusal.
import { z } from 'zod'
import {
  approvalMatters,
  caseEvents,
  trackOf,
  type ApprovalMatter,
  type CaseEvent,
  type CaseState,
  type Obstacle,
  type RefusalReason,
  type RequestKind,
} from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import type { Role } from '../roles.ts'
import { courses } from './case-course.ts'
import type { CourseFacts } from './case-facts.ts'

/** Who records an event: a person with one of these roles, or the app itself while it does the thing. */
export const recorders: Readonly<Record<CaseEvent, readonly Role[] | 'app'>> = {
  'inquiry-arrived': 'app',
  opened: 'app',
  'form-sent': ['clerk', 'reviewer'],
  'form-reminder-sent': ['clerk', 'reviewer'],
  'form-returned': ['clerk', 'reviewer'],
  'request-arrived': ['clerk', 'reviewer'],
  'closed-unanswered': ['clerk', 'reviewer'],
  'correction-sent': ['clerk', 'reviewer'],
  'correction-reminder-sent': ['clerk', 'reviewer'],
  'correction-arrived': ['clerk', 'reviewer'],
  'correction-returned': ['clerk', 'reviewer'],
  'identity-verified': ['clerk', 'reviewer'],
  'requester-changed': 'app',
  'extension-sent': ['clerk', 'reviewer'],
  'answer-sent': ['clerk', 'reviewer'],
  'partial-answer-sent': ['clerk', 'reviewer'],
  'nonexistence-sent': ['clerk', 'reviewer'],
  'refusal-sent': ['clerk', 'reviewer'],
  'reply-sent': ['clerk', 'reviewer'],
  'answer-delivered': ['clerk', 'reviewer'],
  'answer-taken-as-delivered': ['clerk', 'reviewer'],
  'answer-returned': ['clerk', 'reviewer'],
  withdrawn: ['clerk', 'reviewer'],
  'closed-as-duplicate': ['clerk', 'reviewer'],
  reopened: ['clerk', 'reviewer'],
  'hold-set': ['clerk', 'reviewer'],
  'hold-reviewed': ['reviewer'],
  'hold-lifted': ['clerk', 'reviewer'],
  'wipe-started': 'app',
  'wipe-finished': 'app',
}

/** What other parts of the desk must not say when this event is recorded. */
export const obstaclesTo: Readonly<Partial<Record<CaseEvent, readonly Obstacle[]>>> = {
  'identity-verified': ['identity-unchecked', 'authority-unverified', 'scan-undecided'],
  // An agent may have been named after the identity was verified.
  'answer-sent': ['authority-unverified', 'fee-unsettled'],
  'partial-answer-sent': ['authority-unverified', 'fee-unsettled'],
  'nonexistence-sent': ['authority-unverified', 'fee-unsettled'],
  // What is asked to be kept must still be there when it is decided.
  'wipe-started': ['hold-asked', 'paper-held', 'scan-undecided'],
}

/** Kinds whose answer carries personal data out of the desk. */
const disclosing: ReadonlySet<RequestKind> = new Set<RequestKind>(['disclosure', 'third-party-record-disclosure'])

/** Events that need a second person: always, when data leave the desk, or before the case is finished. */
const approved: Readonly<Partial<Record<CaseEvent, 'always' | 'disclosing' | 'early'>>> = {
  'refusal-sent': 'always',
  // What is answered in part is refused in part.
  'partial-answer-sent': 'always',
  'answer-sent': 'disclosing',
  'nonexistence-sent': 'disclosing',
  'extension-sent': 'always',
  'hold-set': 'always',
  'hold-lifted': 'always',
  'wipe-started': 'early',
}

/** What a second person must have allowed for this event, or null. */
export function approvalFor(
  event: CaseEvent,
  { kind, state }: Pick<Situation, 'kind' | 'state'>,
): ApprovalMatter | null {
  const when = approved[event]
  if (when === undefined || (when === 'disclosing' && !disclosing.has(kind))) return null
  if (when === 'early') return state === 'finished' || state === 'wiping' ? null : 'early-wipe'
  return approvalMatters.find((matter) => matter === event) ?? null
}

/** Letters that tell the requester one of the seven reasons. */
export function needsReason(event: CaseEvent): boolean {
  return event === 'refusal-sent' || event === 'partial-answer-sent'
}

/**
 * Reasons that may be given to somebody whose identity is not verified: those of the papers alone (policy §12, ①②③).
 * Any other would tell a stranger what the company holds about a person.
 */
export const reasonsBeforeVerification: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  'identity-not-verified',
  'authority-not-verified',
  'documents-incomplete',
])

/** A case as it stands. */
export interface Situation {
  kind: RequestKind
  state: CaseState
  facts: CaseFacts
}

/** What the guards look at: what the case's own events say, what other parts say, and what a second person has allowed. */
export interface CaseFacts extends CourseFacts {
  obstacles: ReadonlySet<Obstacle>
  /** Given and not used yet, with the reason that was allowed. */
  approvals: ReadonlyMap<ApprovalMatter, RefusalReason | null>
}

/** What is told together with an event. */
export interface Given {
  refusalReason: RefusalReason | null
  toOtherAddress: boolean
  /** Of `closed-as-duplicate`: whether the other case exists, is another, and is not wiped. */
  otherCaseIsThere: boolean
}
export const nothingGiven: Given = { refusalReason: null, toOtherAddress: false, otherCaseIsThere: false }

export interface Recorder {
  roles: readonly Role[]
}

export const eventRefusals = [
  'not-in-this-state',
  'recorded-by-the-app',
  'not-this-role',
  'no-request-yet',
  'request-arrived-already',
  'reminded-already',
  'still-waiting',
  'delivery-must-be-seen',
  'nothing-can-return',
  'extended-already',
  'extension-too-late',
  'on-hold-already',
  'not-on-hold',
  'on-hold',
  'hold-asked',
  'paper-held',
  'scan-undecided',
  'identity-unchecked',
  'authority-unverified',
  'fee-unsettled',
  'reason-missing',
  'reason-not-asked-for',
  'reason-needs-verification',
  'other-case-missing',
  'approval-missing',
  'approved-for-another-reason',
] as const
export const eventRefusalSchema = z.enum(eventRefusals)
export type EventRefusal = z.infer<typeof eventRefusalSchema>

export type EventOutcome = { kind: 'next'; state: CaseState } | { kind: 'refused'; because: EventRefusal }

/** What becomes of a case when `who` records `event`. */
export function nextState(situation: Situation, event: CaseEvent, who: Recorder | 'app', given: Given): EventOutcome {
  const next = courses[trackOf(situation.kind)][situation.state][event]
  if (next === undefined) return { kind: 'refused', because: 'not-in-this-state' }
  const because =
    personRefused(event, who) ??
    factsRefuse(situation, event) ??
    givenRefused(situation, event, given) ??
    approvalRefused(situation, event, given)
  return because === null ? { kind: 'next', state: next } : { kind: 'refused', because }
}

/** An event of the case's state that this person may record, and what still stands in its way. */
export interface PossibleEvent {
  event: CaseEvent
  refused: EventRefusal | null
}

/** What can be told only with the event (its reason, another case) stands in no way yet. */
export function possibleEvents(situation: Situation, who: Recorder): PossibleEvent[] {
  const named = courses[trackOf(situation.kind)][situation.state]
  return caseEvents
    .filter((event) => named[event] !== undefined && personRefused(event, who) === null)
    .map((event) => ({ event, refused: factsRefuse(situation, event) ?? approvalMissing(situation, event) }))
}

function personRefused(event: CaseEvent, who: Recorder | 'app'): EventRefusal | null {
  const recordedBy = recorders[event]
  if (who === 'app') return null
  if (recordedBy === 'app') return 'recorded-by-the-app'
  return recordedBy.some((role) => who.roles.includes(role)) ? null : 'not-this-role'
}

function factsRefuse({ state, facts }: Situation, event: CaseEvent): EventRefusal | null {
  return ownGuards[event]?.(facts, state) ?? obstaclesTo[event]?.find((one) => facts.obstacles.has(one)) ?? null
}

/** What the case's own events have to say to an event; null where they allow it. */
const ownGuards: Readonly<Partial<Record<CaseEvent, (facts: CourseFacts, state: CaseState) => EventRefusal | null>>> = {
  'request-arrived': (facts) => (facts.requestArrived ? 'request-arrived-already' : null),
  reopened: (facts) => (facts.requestArrived ? null : 'no-request-yet'),
  'form-reminder-sent': (facts) => (facts.reminded ? 'reminded-already' : null),
  'correction-reminder-sent': (facts) => (facts.reminded ? 'reminded-already' : null),
  'closed-unanswered': (facts) => (facts.reminded && facts.waitIsOver ? null : 'still-waiting'),
  'answer-taken-as-delivered': (facts) => {
    if (facts.answerPosted === 'registered') return 'delivery-must-be-seen'
    return facts.waitIsOver ? null : 'still-waiting'
  },
  'answer-returned': (facts, state) => (state === 'finished' && !facts.deliverySupposed ? 'nothing-can-return' : null),
  'extension-sent': (facts) => {
    if (facts.extended) return 'extended-already'
    return facts.extensionInTime ? null : 'extension-too-late'
  },
  'hold-set': (facts) => (facts.onHold ? 'on-hold-already' : null),
  'hold-reviewed': (facts) => (facts.onHold ? null : 'not-on-hold'),
  'hold-lifted': (facts) => (facts.onHold ? null : 'not-on-hold'),
  // A wipe that is under way has destroyed keys already: it must come to its end.
  'wipe-started': (facts, state) => (facts.onHold && state !== 'wiping' ? 'on-hold' : null),
}

function givenRefused({ state }: Situation, event: CaseEvent, given: Given): EventRefusal | null {
  if (event === 'closed-as-duplicate' && !given.otherCaseIsThere) return 'other-case-missing'
  const { refusalReason } = given
  if (!needsReason(event)) return refusalReason === null ? null : 'reason-not-asked-for'
  if (refusalReason === null) return 'reason-missing'
  return state === 'verified' || reasonsBeforeVerification.has(refusalReason) ? null : 'reason-needs-verification'
}

function approvalMissing(situation: Situation, event: CaseEvent): EventRefusal | null {
  const matter = approvalFor(event, situation)
  return matter === null || situation.facts.approvals.has(matter) ? null : 'approval-missing'
}

function approvalRefused(situation: Situation, event: CaseEvent, given: Given): EventRefusal | null {
  const { approvals } = situation.facts
  if (given.toOtherAddress && !approvals.has('other-address')) return 'approval-missing'
  const missing = approvalMissing(situation, event)
  if (missing !== null) return missing
  if (!needsReason(event)) return null
  const matter = approvalFor(event, situation)
  return matter === null || approvals.get(matter) === given.refusalReason ? null : 'approved-for-another-reason'
}

export type EventDate =
  | { kind: 'possible' }
  | { kind: 'impossible'; because: 'in-the-future' | 'before-what-it-follows' }

/** 個人情報の保護に関する法律 came into force as a whole on this day (its art. 1 of the supplementary provisions): no request is older. */
export const firstRequestDay: CalendarDate = '2005-04-01'

/** An event happened on or after the day of the event it follows, and not after today. */
export function checkEventDate(on: CalendarDate, follows: CalendarDate, today: CalendarDate): EventDate {
  if (on > today) return { kind: 'impossible', because: 'in-the-future' }
  if (on < follows) return { kind: 'impossible', because: 'before-what-it-follows' }
  return { kind: 'possible' }
}
