// Every cell of (course, state, event), every guard by its name, who may record what, and what no random walk can reach.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvalMatters,
  caseEvents,
  caseStates,
  obstacles,
  refusalReasons,
  requestKinds,
  trackOf,
  type ApprovalMatter,
  type CaseEvent,
  type CaseState,
  type Obstacle,
  type RefusalReason,
  type RequestKind,
} from '../../shared/cases.ts'
import { roles, type Role } from '../../shared/roles.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import { courses, openings } from '../../shared/rules/case-course.ts'
import { courseFacts } from '../../shared/rules/case-facts.ts'
import type { DatedEvent } from '../../shared/rules/case-replay.ts'
import {
  approvalFor,
  checkEventDate,
  needsReason,
  nextState,
  nothingGiven,
  possibleEvents,
  recorders,
  type CaseFacts,
  type EventOutcome,
  type EventRefusal,
  type Given,
} from '../../shared/rules/case-states.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'

const desk = { roles: ['clerk', 'reviewer'] as const }
const kindOf = { request: 'disclosure', consultation: 'complaint' } as const

/** The courses as the desk drew them: what is not drawn is refused; `*` stays where it is. */
const drawings = {
  request: `
    inquired: form-sent awaiting-form, request-arrived received, withdrawn finished, closed-as-duplicate finished,
      hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    awaiting-form: form-sent *, form-reminder-sent *, form-returned inquired, request-arrived received,
      closed-unanswered finished, withdrawn finished, closed-as-duplicate finished,
      hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    received: correction-sent awaiting-correction, identity-verified verified, extension-sent *, refusal-sent answered,
      withdrawn finished, closed-as-duplicate finished, hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    awaiting-correction: correction-sent *, correction-reminder-sent *, correction-arrived received,
      correction-returned received, extension-sent *, refusal-sent answered, withdrawn finished,
      closed-as-duplicate finished, hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    verified: correction-sent awaiting-correction, requester-changed received, extension-sent *, answer-sent answered,
      partial-answer-sent answered, nonexistence-sent answered, refusal-sent answered, withdrawn finished,
      closed-as-duplicate finished, hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    answered: answer-delivered finished, answer-taken-as-delivered finished, answer-returned received,
      hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    finished: request-arrived received, answer-returned received, reopened received,
      hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    wiping: wipe-started *, wipe-finished wiped`,
  consultation: `
    consulting: reply-sent answered, withdrawn finished, closed-as-duplicate finished,
      hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    answered: answer-delivered finished, answer-taken-as-delivered finished, answer-returned consulting,
      hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    finished: answer-returned consulting, reopened consulting,
      hold-set *, hold-reviewed *, hold-lifted *, wipe-started wiping
    wiping: wipe-started *, wipe-finished wiped`,
} as const

function drawn(track: 'request' | 'consultation', state: CaseState, event: CaseEvent): string | null {
  const line = drawings[track].split(/\n {4}(?! )/).find((one) => one.startsWith(`${state}:`)) ?? ''
  const cell = line
    .slice(state.length + 1)
    .split(',')
    .map((part) => part.trim().split(/\s+/))
    .find(([name]) => name === event)
  return cell?.[1] === '*' ? state : (cell?.[1] ?? null)
}

/** Everything that the event needs is so. */
function allowing(event: CaseEvent, over: Partial<CaseFacts> = {}): CaseFacts {
  return {
    requestArrived: event !== 'request-arrived',
    reminded: event === 'closed-unanswered',
    waitIsOver: true,
    answerPosted: 'ordinary',
    deliverySupposed: true,
    extended: false,
    extensionInTime: true,
    onHold: event === 'hold-reviewed' || event === 'hold-lifted',
    obstacles: new Set(),
    approvals: new Map(approvalMatters.map((matter) => [matter, 'documents-incomplete'])),
    ...over,
  }
}

function giving(event: CaseEvent, over: Partial<Given> = {}): Given {
  return {
    ...nothingGiven,
    refusalReason: needsReason(event) ? 'documents-incomplete' : null,
    otherCaseIsThere: event === 'closed-as-duplicate',
    ...over,
  }
}

const by = (event: CaseEvent) => (recorders[event] === 'app' ? 'app' : desk)

function expectedFor(event: CaseEvent, role: Role, next: string | null): unknown {
  const recordedBy = recorders[event]
  if (recordedBy === 'app') return { kind: 'refused', because: 'recorded-by-the-app' }
  return recordedBy.includes(role) ? { kind: 'next', state: next } : { kind: 'refused', because: 'not-this-role' }
}

const cells = (['request', 'consultation'] as const).flatMap((track) =>
  caseStates.flatMap((state) => caseEvents.map((event) => ({ track, state, event, next: drawn(track, state, event) }))),
)

describe('every course, state and event', () => {
  it('is drawn', () => {
    expect(cells).toHaveLength(2 * caseStates.length * caseEvents.length)
    expect(cells.filter(({ next }) => next !== null)).toHaveLength(92)
  })

  it.each(cells)('$track: $state, $event → $next', ({ track, state, event, next }) => {
    const outcome = nextState({ kind: kindOf[track], state, facts: allowing(event) }, event, by(event), giving(event))
    expect(outcome).toEqual(
      next === null ? { kind: 'refused', because: 'not-in-this-state' } : { kind: 'next', state: next },
    )
  })

  it.each(cells.filter(({ next }) => next !== null))(
    '$track: $state, $event is recorded by those who may, and by nobody else',
    ({ track, state, event, next }) => {
      for (const role of roles) {
        const situation = { kind: kindOf[track], state, facts: allowing(event) }
        const outcome = nextState(situation, event, { roles: [role] }, giving(event))
        expect(outcome).toEqual(expectedFor(event, role, next))
      }
    },
  )
})

describe('every role', () => {
  const expected: Record<Role, CaseEvent[]> = {
    clerk: [
      'correction-sent',
      'identity-verified',
      'extension-sent',
      'refusal-sent',
      'withdrawn',
      'closed-as-duplicate',
    ],
    reviewer: [
      'correction-sent',
      'identity-verified',
      'extension-sent',
      'refusal-sent',
      'withdrawn',
      'closed-as-duplicate',
    ],
    auditor: [],
    administrator: [],
  }

  it.each(roles)('%s may record what the table gives it in a new case', (role) => {
    const situation = { kind: 'disclosure', state: 'received', facts: allowing('opened') } as const
    const events = possibleEvents(situation, { roles: [role] }).map(({ event }) => event)
    expect(events.filter((event) => !event.startsWith('hold-'))).toEqual(expected[role])
  })
})

describe('a guard refuses by name', () => {
  const refusals: [EventRefusal, CaseEvent, CaseState, Partial<CaseFacts>, Partial<Given>?][] = [
    ['request-arrived-already', 'request-arrived', 'finished', { requestArrived: true }],
    ['no-request-yet', 'reopened', 'finished', { requestArrived: false }],
    ['reminded-already', 'form-reminder-sent', 'awaiting-form', { reminded: true }],
    ['reminded-already', 'correction-reminder-sent', 'awaiting-correction', { reminded: true }],
    ['still-waiting', 'closed-unanswered', 'awaiting-form', { reminded: false }],
    ['still-waiting', 'closed-unanswered', 'awaiting-form', { waitIsOver: false }],
    ['still-waiting', 'answer-taken-as-delivered', 'answered', { waitIsOver: false }],
    ['delivery-must-be-seen', 'answer-taken-as-delivered', 'answered', { answerPosted: 'registered' }],
    ['nothing-can-return', 'answer-returned', 'finished', { deliverySupposed: false }],
    ['extended-already', 'extension-sent', 'verified', { extended: true }],
    ['extension-too-late', 'extension-sent', 'verified', { extensionInTime: false }],
    ['on-hold-already', 'hold-set', 'received', { onHold: true }],
    ['not-on-hold', 'hold-lifted', 'received', { onHold: false }],
    ['not-on-hold', 'hold-reviewed', 'received', { onHold: false }],
    ['on-hold', 'wipe-started', 'finished', { onHold: true }],
    ['hold-asked', 'wipe-started', 'finished', { obstacles: new Set(['hold-asked']) }],
    ['paper-held', 'wipe-started', 'finished', { obstacles: new Set(['paper-held']) }],
    ['scan-undecided', 'wipe-started', 'finished', { obstacles: new Set(['scan-undecided']) }],
    ['scan-undecided', 'identity-verified', 'received', { obstacles: new Set(['scan-undecided']) }],
    ['identity-unchecked', 'identity-verified', 'received', { obstacles: new Set(['identity-unchecked']) }],
    ['authority-unverified', 'identity-verified', 'received', { obstacles: new Set(['authority-unverified']) }],
    ['authority-unverified', 'answer-sent', 'verified', { obstacles: new Set(['authority-unverified']) }],
    ['fee-unsettled', 'answer-sent', 'verified', { obstacles: new Set(['fee-unsettled']) }],
    ['reason-missing', 'refusal-sent', 'verified', {}, { refusalReason: null }],
    ['reason-not-asked-for', 'answer-sent', 'verified', {}, { refusalReason: 'violates-law' }],
    ['reason-needs-verification', 'refusal-sent', 'received', {}, { refusalReason: 'violates-law' }],
    ['approved-for-another-reason', 'refusal-sent', 'verified', {}, { refusalReason: 'violates-law' }],
    ['other-case-missing', 'closed-as-duplicate', 'received', {}, { otherCaseIsThere: false }],
    ['approval-missing', 'answer-sent', 'verified', { approvals: new Map() }],
    ['approval-missing', 'nonexistence-sent', 'verified', { approvals: new Map() }],
    ['approval-missing', 'refusal-sent', 'verified', { approvals: new Map() }],
    ['approval-missing', 'extension-sent', 'verified', { approvals: new Map() }],
    ['approval-missing', 'hold-set', 'verified', { approvals: new Map() }],
    ['approval-missing', 'hold-lifted', 'verified', { approvals: new Map() }],
    ['approval-missing', 'wipe-started', 'verified', { approvals: new Map() }],
    ['approval-missing', 'correction-sent', 'verified', { approvals: new Map() }, { toOtherAddress: true }],
  ]

  it.each(refusals)('%s: %s in %s', (because, event, state, facts, given = {}) => {
    const situation = { kind: 'disclosure', state, facts: allowing(event, facts) } as const
    expect(nextState(situation, event, by(event), giving(event, given))).toEqual({ kind: 'refused', because })
  })

  it('each of them at least once, but for the three that need no fact', () => {
    const shown = new Set<EventRefusal>(refusals.map(([because]) => because))
    expect(obstacles.filter((one) => !shown.has(one))).toEqual([])
  })

  it('a wipe under way goes on, also when a hold came too late', () => {
    const situation = {
      kind: 'disclosure',
      state: 'wiping',
      facts: allowing('wipe-started', { onHold: true }),
    } as const
    expect(nextState(situation, 'wipe-started', 'app', nothingGiven).kind).toBe('next')
  })

  it('an answer that gives no data away needs no second person, and a wipe in time neither', () => {
    const alone = allowing('answer-sent', { approvals: new Map() })
    const suspension = { kind: 'suspension', state: 'verified', facts: alone } as const
    expect(nextState(suspension, 'answer-sent', desk, nothingGiven).kind).toBe('next')
    expect(nextState({ ...suspension, state: 'finished' }, 'wipe-started', 'app', nothingGiven).kind).toBe('next')
  })

  it('a stranger is given no reason that tells what the company holds', () => {
    for (const state of ['received', 'awaiting-correction'] as const) {
      const allowed = refusalReasons.filter((refusalReason) => {
        const facts = allowing('refusal-sent', { approvals: new Map([['refusal-sent', refusalReason]]) })
        const situation = { kind: 'disclosure', state, facts } as const
        return nextState(situation, 'refusal-sent', desk, giving('refusal-sent', { refusalReason })).kind === 'next'
      })
      expect(allowed).toEqual(['identity-not-verified', 'authority-not-verified', 'documents-incomplete'])
    }
  })
})

describe('over random walks', () => {
  const step = fc.record({
    any: fc.constantFrom(...caseEvents),
    /** Mostly an event of the state, now and then any at all: pure chance would hardly leave the first state. */
    pick: fc.option(fc.nat(60), { freq: 8 }),
    reason: fc.constantFrom(...refusalReasons, null, null),
    posted: fc.constantFrom('registered', 'ordinary', 'email', null),
    days: fc.oneof(fc.nat(20), fc.constant(45)),
    isApproved: fc.boolean(),
    obstacles: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Obstacle[]>([]) },
      fc.subarray([...obstacles], { maxLength: 2 }),
    ),
    roles: fc.oneof(fc.constant([...roles]), fc.subarray([...roles])),
    hasOtherCase: fc.boolean(),
  })
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

  const reset: ReadonlySet<CaseEvent> = new Set<CaseEvent>([
    'request-arrived',
    'correction-sent',
    'correction-arrived',
    'answer-returned',
    'reopened',
    'requester-changed',
  ])
  const disclosures: ReadonlySet<RequestKind> = new Set<RequestKind>(['disclosure', 'third-party-record-disclosure'])

  /** Walks and says which promise each step that went through would break; `reached` counts the steps. */
  function walk(
    kind: RequestKind,
    byInquiry: boolean,
    steps: readonly Step[],
    reached: Map<CaseEvent, number>,
  ): string[] {
    const broken: string[] = []
    const isRequest = trackOf(kind) === 'request'
    const first = isRequest && byInquiry ? 'inquiry-arrived' : 'opened'
    let state: CaseState = openings[trackOf(kind)][first] ?? 'received'
    let day = '2026-04-01'
    const events: DatedEvent[] = [{ event: first, on: day, posted: null }]
    let verified = false
    let isHeld = false
    const approvals = new Map<ApprovalMatter, RefusalReason>()
    for (const one of steps) {
      day = addDays(day, one.days)
      const named = caseEvents.filter((event) => courses[trackOf(kind)][state][event] !== undefined)
      const event = (one.pick === null ? undefined : named[one.pick % Math.max(1, named.length)]) ?? one.any
      const reason = needsReason(event) || one.pick === null ? one.reason : null
      const needed = approvalFor(event, { kind, state })
      if (one.isApproved && needed !== null) approvals.set(needed, one.reason ?? 'documents-incomplete')
      const matter = { kind, lane: 'post', events } as const
      const facts: CaseFacts = {
        ...courseFacts(matter, defaultDeskSettings, day),
        obstacles: new Set(one.obstacles),
        approvals,
      }
      const given = { refusalReason: reason, toOtherAddress: false, otherCaseIsThere: one.hasOtherCase }
      const who = recorders[event] === 'app' ? 'app' : { roles: one.roles }
      const outcome: EventOutcome = nextState({ kind, state, facts }, event, who, given)
      if (outcome.kind === 'refused') continue
      reached.set(event, (reached.get(event) ?? 0) + 1)
      const has = (name: ApprovalMatter): boolean => approvals.has(name)
      const isAnswer = event === 'answer-sent' || event === 'partial-answer-sent' || event === 'nonexistence-sent'
      if (isAnswer && !verified) broken.push('an answer without verified identity')
      if (isAnswer && one.obstacles.includes('fee-unsettled')) broken.push('an answer without its fee')
      if (isAnswer && disclosures.has(kind) && !has(event)) broken.push('a disclosure by one person')
      if (event === 'refusal-sent' && reason === null) broken.push('a refusal without a reason')
      if (event === 'refusal-sent' && approvals.get(event) !== reason) broken.push('a refusal by one person')
      if (event === 'identity-verified' && one.obstacles.includes('authority-unverified')) broken.push('an agent alone')
      if (event === 'wipe-started' && one.obstacles.includes('paper-held')) broken.push('a close with open paper')
      if (event === 'wipe-started' && one.obstacles.includes('hold-asked'))
        broken.push('a wipe before a hold is decided')
      if (event === 'wipe-started' && isHeld && state !== 'wiping') broken.push('a wipe under a hold')
      if (event === 'wipe-started' && state !== 'finished' && state !== 'wiping' && !has('early-wipe')) {
        broken.push('a wipe before the end by one person')
      }
      if (event === 'identity-verified') verified = true
      if (reset.has(event)) verified = false
      if (event === 'hold-set') isHeld = true
      if (event === 'hold-lifted') isHeld = false
      if (needed !== null) approvals.delete(needed)
      events.push({ event, on: day, posted: one.posted })
      state = outcome.state
    }
    return broken
  }

  it('no answer without verified identity, no refusal without reason, no disclosure or refusal alone, no wipe of held paper or under a hold', () => {
    const reached = new Map<CaseEvent, number>()
    const steps = fc.array(step, { minLength: 30, maxLength: 80 })
    const walks = fc.property(fc.constantFrom(...requestKinds), fc.boolean(), steps, (kind, byInquiry, taken) => {
      expect(walk(kind, byInquiry, taken, reached)).toEqual([])
    })
    fc.assert(walks, { numRuns: 1000 })
    // The walks get everywhere, or they would prove nothing; that is asked of the same walks every time, for chance may leave a rare event out.
    reached.clear()
    fc.assert(walks, { numRuns: 1000, seed: 20261124 })
    const unreached = caseEvents.filter((event) => !reached.has(event))
    expect(unreached).toEqual(['inquiry-arrived', 'opened'])
  })
})

describe('the date of an event', () => {
  it.each([
    ['2026-11-20', 'possible'],
    ['2026-11-24', 'possible'],
    ['2026-11-25', 'in-the-future'],
    ['2026-11-19', 'before-what-it-follows'],
  ])('%s is %s', (on, expected) => {
    const checked = checkEventDate(on, '2026-11-20', '2026-11-24')
    expect(checked.kind === 'impossible' ? checked.because : checked.kind).toBe(expected)
  })
})
