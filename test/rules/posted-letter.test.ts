// Where a letter stands in the post, replayed from what happened to it, and what its end is for its case.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CaseEvent } from '../../shared/cases.ts'
import { numberDigits, postEvents, postServices } from '../../shared/post.ts'
import { eventOfEnd, letterEndedBy, type LetterOfCase } from '../../shared/rules/letter-ends.ts'
import {
  postRefused,
  replayPost,
  standingOf,
  type PostHappening,
  type PostRefusal,
} from '../../shared/rules/posted-letter.ts'

const out = (service: 'ordinary' | 'registered' = 'ordinary'): PostHappening => ({
  event: 'dispatched',
  on: '2026-11-02',
  service,
})
const delivered: PostHappening = { event: 'delivered', on: '2026-11-04' }
const returned: PostHappening = { event: 'returned', on: '2026-11-10', reason: 'moved' }
const checked: PostHappening = { event: 'address-checked', on: '2026-11-11', how: 'asked-requester' }

describe('where it stands', () => {
  test.each([
    [[], '2026-11-02', 'unposted'],
    [[out()], '2026-11-08', 'out'],
    [[out()], '2026-11-09', 'supposed'],
    [[out('registered')], '2026-11-08', 'out'],
    [[out('registered')], '2026-11-09', 'overdue'],
    [[out('registered'), delivered], '2026-12-01', 'delivered'],
    [[out(), returned], '2026-11-10', 'returned'],
    [[out(), returned, checked], '2026-11-11', 'returned'],
    [[out(), returned, checked, { ...out(), on: '2026-11-12' }], '2026-11-12', 'out'],
  ] as const)('%j on %s: %s', (happenings, today, standing) => {
    expect(standingOf(replayPost(happenings), 7, today)).toBe(standing)
  })
})

describe('what may happen next', () => {
  const expected: [PostHappening[], Partial<Record<(typeof postEvents)[number], PostRefusal>>][] = [
    [[], { delivered: 'not-posted', returned: 'not-posted', 'address-checked': 'not-posted' }],
    [[out()], { dispatched: 'posted-already', 'address-checked': 'not-returned' }],
    [
      [out(), delivered],
      {
        dispatched: 'posted-already',
        delivered: 'delivered-already',
        returned: 'delivered-already',
        'address-checked': 'not-returned',
      },
    ],
    [
      [out(), returned],
      { dispatched: 'address-unchecked', delivered: 'returned-already', returned: 'returned-already' },
    ],
    [[out(), returned, checked], { delivered: 'returned-already', returned: 'returned-already' }],
  ]
  it.each(expected)('after %j it refuses %j', (happenings, refusals) => {
    for (const event of postEvents) {
      expect([event, postRefused(replayPost(happenings), event)]).toEqual([event, refusals[event] ?? null])
    }
  })

  it('never lets a letter out twice without a return and a check of its address between', () => {
    const any = fc.constantFrom(out(), out('registered'), delivered, returned, checked)
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (tried) => {
        const done: PostHappening[] = []
        for (const one of tried) if (postRefused(replayPost(done), one.event) === null) done.push(one)
        const between = done
          .map(({ event }) => event)
          .join(' ')
          .split('dispatched')
          .slice(1, -1)
        for (const events of between) expect(events).toMatch(/returned address-checked/)
      }),
    )
  })
})

describe('the end of a letter', () => {
  const sent = (event: CaseEvent, noticeId: string | null): LetterOfCase => ({ event, noticeId })
  test.each<[string, LetterOfCase[], 'delivered' | 'returned', CaseEvent | null]>([
    ['an answer that arrived', [sent('opened', null), sent('answer-sent', 'a')], 'delivered', 'answer-delivered'],
    ['an answer that came back', [sent('answer-sent', 'a')], 'returned', 'answer-returned'],
    ['a correction that came back', [sent('correction-sent', 'a')], 'returned', 'correction-returned'],
    ['a correction that arrived', [sent('correction-sent', 'a')], 'delivered', null],
    ['a form that came back', [sent('form-sent', 'a')], 'returned', 'form-returned'],
    [
      'a correction before the last one',
      [sent('correction-sent', 'a'), sent('correction-sent', 'b')],
      'returned',
      null,
    ],
    ['a letter that is no event', [sent('answer-sent', 'b')], 'returned', null],
    [
      'one sent again',
      [sent('answer-sent', 'a'), sent('answer-returned', 'a'), sent('answer-sent', 'a')],
      'returned',
      'answer-returned',
    ],
  ])('%s', (_, events, end, event) => expect(eventOfEnd(events, 'a', end)).toBe(event))

  it('is told by its event in the case, unless the letter was not made here', () => {
    const events = [sent('correction-sent', 'a'), sent('answer-sent', 'b')]
    expect(letterEndedBy(events, 'answer-delivered')).toEqual({ noticeId: 'b', end: 'delivered' })
    expect(letterEndedBy(events, 'correction-returned')).toEqual({ noticeId: 'a', end: 'returned' })
    expect(letterEndedBy(events, 'withdrawn')).toBeNull()
    expect(letterEndedBy([...events, sent('answer-sent', null)], 'answer-delivered')).toBeNull()
  })
})

test('every service is traced by a number of the post, or not at all', () => {
  expect(postServices.map((service) => numberDigits[service])).toEqual([null, 11, 11, 11, 12, 12, null])
})
