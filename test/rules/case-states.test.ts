// Every cell of (state, event), who may record it, and what no random walk can reach.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caseEvents,
  caseStates,
  refusalReasons,
  type CaseEvent,
  type CaseState,
  type RefusalReason,
} from '../../shared/cases.ts'
import { roles, type Role } from '../../shared/roles.ts'
import { checkEventDate, nextState, possibleEvents, type EventOutcome } from '../../shared/rules/case-states.ts'

const other = { roles: ['clerk', 'reviewer'] as const, openedCase: false }
const fitting = (event: CaseEvent): RefusalReason | null => (event === 'refusal-sent' ? 'documents-incomplete' : null)

/** The table as the desk drew it: rows are states, columns events; a dot is refused. */
const drawing = `
                     opened c-sent c-arr  verif  answ   refus  deliv  retur  withd  w-star w-fin
received             .      wait   .      veri   .      answ   .      .      fini   .      .
awaiting-correction  .      wait   rece   .      .      answ   .      .      fini   .      .
verified             .      wait   .      .      answ   answ   .      .      fini   .      .
answered             .      .      .      .      .      .      fini   rece   .      .      .
finished             .      .      .      .      .      .      .      .      .      wipi   .
wiping               .      .      .      .      .      .      .      .      .      wipi   done
wiped                .      .      .      .      .      .      .      .      .      .      .
`
const short: Record<string, CaseState> = {
  rece: 'received',
  wait: 'awaiting-correction',
  veri: 'verified',
  answ: 'answered',
  fini: 'finished',
  wipi: 'wiping',
  done: 'wiped',
}
const cells = drawing
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .slice(1)
      .map((cell, column) => ({ state: caseStates[row], event: caseEvents[column], cell })),
  )

describe('every state and event', () => {
  it('is drawn', () => expect(cells).toHaveLength(caseStates.length * caseEvents.length))

  it.each(cells)('$state, $event → $cell', ({ state, event, cell }) => {
    if (state === undefined || event === undefined) throw new Error('The drawing has a cell too many.')
    const byApp = event === 'wipe-started' || event === 'wipe-finished'
    const outcome = nextState(state, event, byApp ? 'app' : other, fitting(event))
    const next = short[cell]
    expect(outcome).toEqual(
      next === undefined ? { kind: 'refused', because: 'not-in-this-state' } : { kind: 'next', state: next },
    )
  })
})

describe('every role', () => {
  const expected: Record<Role, CaseEvent[]> = {
    clerk: ['correction-sent', 'identity-verified', 'withdrawn'],
    reviewer: ['correction-sent', 'identity-verified', 'refusal-sent', 'withdrawn'],
    auditor: [],
    administrator: [],
  }

  it.each(roles)('%s may record what the table gives it in a new case', (role) =>
    expect(possibleEvents('received', { roles: [role], openedCase: false })).toEqual(expected[role]),
  )

  it.each(caseStates)('a person may never start or finish a wipe by hand (%s)', (state) => {
    const everybody = { roles, openedCase: false }
    expect(possibleEvents(state, everybody)).not.toContain('wipe-started')
    expect(possibleEvents(state, everybody)).not.toContain('wipe-finished')
    for (const event of ['wipe-started', 'wipe-finished'] as const) {
      expect(nextState(state, event, everybody, null).kind).toBe('refused')
    }
  })
})

describe('a refusal', () => {
  const refuse = (
    state: CaseState,
    who: { roles: readonly Role[]; openedCase: boolean },
    reason: RefusalReason | null,
  ): EventOutcome => nextState(state, 'refusal-sent', who, reason)

  it('needs another person than the one who opened the case, whatever their roles', () => {
    const because = { kind: 'refused', because: 'second-person-needed' }
    expect(refuse('received', { roles: ['clerk', 'reviewer'], openedCase: true }, 'documents-incomplete')).toEqual(
      because,
    )
    expect(refuse('verified', { roles: ['clerk'], openedCase: true }, 'violates-law')).toEqual(because)
    expect(possibleEvents('verified', { roles: ['reviewer'], openedCase: true })).not.toContain('refusal-sent')
  })

  it('needs a reviewer', () => {
    const because = { kind: 'refused', because: 'not-this-role' }
    expect(refuse('received', { roles: ['clerk'], openedCase: false }, 'documents-incomplete')).toEqual(because)
  })

  it('needs one of the seven reasons, and nothing else has one', () => {
    expect(refuse('verified', other, null)).toEqual({ kind: 'refused', because: 'reason-missing' })
    for (const reason of refusalReasons) expect(refuse('verified', other, reason).kind).toBe('next')
    expect(nextState('verified', 'answer-sent', other, 'violates-law')).toEqual({
      kind: 'refused',
      because: 'reason-not-asked-for',
    })
  })

  it('gives a stranger no reason that tells what the company holds', () => {
    const allowed = refusalReasons.filter((reason) => refuse('received', other, reason).kind === 'next')
    expect(allowed).toEqual(['identity-not-verified', 'authority-not-verified', 'documents-incomplete'])
    expect(refusalReasons.filter((reason) => refuse('awaiting-correction', other, reason).kind === 'next')).toEqual(
      allowed,
    )
  })
})

describe('over random walks', () => {
  const step = fc.record({
    event: fc.constantFrom(...caseEvents),
    reason: fc.option(fc.constantFrom(...refusalReasons)),
    roles: fc.subarray([...roles]),
    openedCase: fc.boolean(),
    isApp: fc.boolean(),
  })

  /** Walks and says which promise each step that went through would break; `reached` counts the steps. */
  function walk(
    steps: readonly (typeof step extends fc.Arbitrary<infer One> ? One : never)[],
    reached: Map<CaseEvent, number>,
  ): string[] {
    const broken: string[] = []
    let state: CaseState = 'received'
    let verified = false
    for (const { event, reason, roles: held, openedCase, isApp } of steps) {
      const byApp = isApp && (event === 'wipe-started' || event === 'wipe-finished')
      const outcome: EventOutcome = nextState(state, event, byApp ? 'app' : { roles: held, openedCase }, reason)
      if (outcome.kind === 'refused') continue
      reached.set(event, (reached.get(event) ?? 0) + 1)
      if (event === 'answer-sent' && !verified) broken.push('an answer without verified identity')
      if (event === 'refusal-sent' && reason === null) broken.push('a refusal without a reason')
      if (event === 'refusal-sent' && (openedCase || !held.includes('reviewer'))) broken.push('a refusal by one person')
      if (event === 'wipe-started' && state !== 'finished' && state !== 'wiping') broken.push('a wipe before the end')
      if (event === 'identity-verified') verified = true
      if (outcome.state === 'received' || outcome.state === 'awaiting-correction') verified = false
      state = outcome.state
    }
    return broken
  }

  it('no answer goes out without verified identity, no refusal without reason and second person, no wipe before the end', () => {
    const reached = new Map<CaseEvent, number>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
        expect(walk(steps, reached)).toEqual([])
      }),
      { numRuns: 2000 },
    )
    // The walks got everywhere, or they would have proved nothing.
    expect([...reached.keys()].sort()).toEqual(caseEvents.filter((event) => event !== 'opened').sort())
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
