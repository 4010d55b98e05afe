// The course of a case as data: which event leads from which state to which, for requests and for complaints and consultations.
import type { CaseEvent, CaseState, Track } from '../cases.ts'

export type Course = Readonly<Record<CaseState, Readonly<Partial<Record<CaseEvent, CaseState>>>>>

/** The state that the event which opens a case leaves it in. */
export const openings: Readonly<Record<Track, Readonly<Partial<Record<CaseEvent, CaseState>>>>> = {
  request: { 'inquiry-arrived': 'inquired', opened: 'received' },
  consultation: { opened: 'consulting' },
}

/** Ways out that every case has until it is answered. A wipe from there is an early one. */
const anyTime = { withdrawn: 'finished', 'closed-as-duplicate': 'finished', 'wipe-started': 'wiping' } as const

/** A hold moves no case; it forbids its wipe. */
function holdsIn<State extends CaseState>(state: State) {
  return { 'hold-set': state, 'hold-reviewed': state, 'hold-lifted': state } as const
}

const ending = {
  finished: { ...holdsIn('finished'), 'wipe-started': 'wiping' },
  // A wipe that failed is started again.
  wiping: { 'wipe-started': 'wiping', 'wipe-finished': 'wiped' },
  wiped: {},
} as const

/**
 * What is not named is refused. The only way to an answer leads from `verified`, and the only way to `verified` is
 * `identity-verified`. An answer or a correction that comes back (返戻) puts the address in doubt, and so does another
 * name or address: identity is checked again. So it is after a correction and when a case is reopened.
 */
const request: Course = {
  inquired: {
    'form-sent': 'awaiting-form',
    'request-arrived': 'received',
    ...anyTime,
    ...holdsIn('inquired'),
  },
  'awaiting-form': {
    'form-sent': 'awaiting-form',
    'form-reminder-sent': 'awaiting-form',
    'form-returned': 'inquired',
    'request-arrived': 'received',
    'closed-unanswered': 'finished',
    ...anyTime,
    ...holdsIn('awaiting-form'),
  },
  received: {
    'correction-sent': 'awaiting-correction',
    'identity-verified': 'verified',
    'extension-sent': 'received',
    'refusal-sent': 'answered',
    ...anyTime,
    ...holdsIn('received'),
  },
  'awaiting-correction': {
    'correction-sent': 'awaiting-correction',
    'correction-reminder-sent': 'awaiting-correction',
    'correction-arrived': 'received',
    'correction-returned': 'received',
    'extension-sent': 'awaiting-correction',
    'refusal-sent': 'answered',
    ...anyTime,
    ...holdsIn('awaiting-correction'),
  },
  verified: {
    'correction-sent': 'awaiting-correction',
    'requester-changed': 'received',
    'extension-sent': 'verified',
    'answer-sent': 'answered',
    'partial-answer-sent': 'answered',
    'nonexistence-sent': 'answered',
    'refusal-sent': 'answered',
    ...anyTime,
    ...holdsIn('verified'),
  },
  consulting: {},
  answered: {
    'answer-delivered': 'finished',
    'answer-taken-as-delivered': 'finished',
    'answer-returned': 'received',
    'wipe-started': 'wiping',
    ...holdsIn('answered'),
  },
  ...ending,
  finished: {
    ...ending.finished,
    // A form that comes after all, an ordinary letter that comes back late, and a matter that is taken up again.
    'request-arrived': 'received',
    'answer-returned': 'received',
    reopened: 'received',
  },
}

const consultation: Course = {
  inquired: {},
  'awaiting-form': {},
  received: {},
  'awaiting-correction': {},
  verified: {},
  consulting: { 'reply-sent': 'answered', ...anyTime, ...holdsIn('consulting') },
  answered: {
    'answer-delivered': 'finished',
    'answer-taken-as-delivered': 'finished',
    'answer-returned': 'consulting',
    'wipe-started': 'wiping',
    ...holdsIn('answered'),
  },
  ...ending,
  finished: { ...ending.finished, 'answer-returned': 'consulting', reopened: 'consulting' },
}

export const courses: Readonly<Record<Track, Course>> = { request, consultation }

/** Letters that the desk posts: how each went out is told with it. */
export function isLetter(event: CaseEvent): boolean {
  return letters.has(event)
}

const letters: ReadonlySet<CaseEvent> = new Set<CaseEvent>([
  'form-sent',
  'form-reminder-sent',
  'correction-sent',
  'correction-reminder-sent',
  'extension-sent',
  'answer-sent',
  'partial-answer-sent',
  'nonexistence-sent',
  'refusal-sent',
  'reply-sent',
])

/** Letters that end the desk's duty to answer. */
export type Answer = Extract<
  CaseEvent,
  'answer-sent' | 'partial-answer-sent' | 'nonexistence-sent' | 'refusal-sent' | 'reply-sent'
>
