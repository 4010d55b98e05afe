// The clocks of a case: golden dates around holidays, month ends and 年末年始, and laws that hold for any course.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseEvent, Clock, Deadline } from '../../shared/cases.ts'
import {
  addBusinessDays,
  addDays,
  addMonths,
  businessDaysBetween,
  daysBetween,
  isWorkingDay,
} from '../../shared/rules/calendar.ts'
import { courseFacts } from '../../shared/rules/case-facts.ts'
import { deadlinesOf, nextDeadline, type ClockedCase } from '../../shared/rules/deadlines.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { anyDate } from './dates.ts'

const settings = defaultDeskSettings
const today = '2026-11-24'

function matter(arrivedOn: string, events: [CaseEvent, string][] = [], over: Partial<ClockedCase> = {}): ClockedCase {
  const course = [['opened', arrivedOn], ...events] as const
  return {
    kind: 'disclosure',
    lane: 'post',
    events: course.map(([event, on]) => ({ event, on, posted: null })),
    ...over,
  }
}

function clock(name: Clock, of: ClockedCase, on = today): Deadline {
  const deadline = deadlinesOf(of, settings, on).find((one) => one.clock === name)
  if (deadline === undefined) throw new Error(`no clock ${name}`)
  return deadline
}

describe('an event that this version does not name', () => {
  it('is never passed over in silence', () => {
    const events: ClockedCase['events'] = JSON.parse('[{"event":"answer-lost","on":"2026-11-24"}]')
    expect(() => deadlinesOf(matter('2026-11-20', [], { events }), settings, today)).toThrow('answer-lost')
  })
})

describe('社内目標 (answer-target)', () => {
  it.each([
    ['2026-11-20', '2026-12-07'], // over 勤労感謝の日
    ['2026-12-25', '2027-01-15'], // over 年末年始 and 成人の日
    ['2026-04-28', '2026-05-18'], // over ゴールデンウィーク with 振替休日
    ['2026-09-18', '2026-10-07'], // over 敬老の日, 国民の休日, 秋分の日
    ['2028-02-28', '2028-03-13'], // over a leap day
    ['2026-11-22', '2026-12-07'], // arrived on a Sunday
  ])('of a request that arrived on %s is %s', (arrivedOn, due) =>
    expect(clock('answer-target', matter(arrivedOn))).toMatchObject({ due, status: 'running', kind: 'duty' }),
  )

  it('says why', () => {
    expect(clock('answer-target', matter('2026-11-20')).why).toEqual([
      { input: 'rule', values: { id: 'house' } },
      { input: 'starts', values: { event: 'opened', date: '2026-11-20' } },
      { input: 'length', values: { count: 10, unit: 'business-days' } },
      { input: 'skipped', values: { count: 7, closingDays: 0 } },
      { input: 'holiday', values: { date: '2026-11-23', name: '勤労感謝の日' } },
    ])
  })

  it('stands still while a correction is out', () => {
    const stopped = clock('answer-target', matter('2026-11-02', [['correction-sent', '2026-11-10']]))
    expect(stopped).toMatchObject({ due: null, status: 'stopped' })
    expect(stopped.why).toContainEqual({ input: 'still-paused', values: { from: '2026-11-10', days: 14 } })
  })

  it('goes on where it stood when the correction arrives', () => {
    const events: [CaseEvent, string][] = [
      ['correction-sent', '2026-11-10'],
      ['correction-arrived', '2026-11-20'],
    ]
    // Five of ten days had passed by 11-10; the sixth is 11-24, the first business day after 11-20.
    expect(clock('answer-target', matter('2026-11-02', events))).toMatchObject({ due: '2026-11-30', status: 'running' })
    expect(clock('answer-target', matter('2026-11-02', events)).why).toContainEqual({
      input: 'paused',
      values: { from: '2026-11-10', to: '2026-11-20', days: 8 },
    })
  })

  it('does not forget that it was late before the letter went out', () => {
    const late = clock('answer-target', matter('2026-11-02', [['correction-sent', '2026-11-20']]))
    expect(late).toMatchObject({ due: '2026-11-17', status: 'running' })
  })

  it('is done when the answer goes out and runs again when it comes back', () => {
    const sent: [CaseEvent, string][] = [
      ['identity-verified', '2026-11-04'],
      ['answer-sent', '2026-11-09'],
    ]
    expect(clock('answer-target', matter('2026-11-02', sent))).toMatchObject({ status: 'done', doneOn: '2026-11-09' })
    const returned = matter('2026-11-02', [...sent, ['answer-returned', '2026-11-13']])
    expect(clock('answer-target', returned)).toMatchObject({ status: 'running', due: '2026-11-17' })
  })
})

describe('a second correction letter while the first is out', () => {
  const events: [CaseEvent, string][] = [
    ['correction-sent', '2026-11-10'],
    ['correction-sent', '2026-11-18'],
  ]

  it('restarts the wait and leaves the pause alone', () => {
    expect(clock('correction-wait', matter('2026-11-02', events))).toMatchObject({
      due: '2026-12-02',
      status: 'running',
    })
    const arrived = matter('2026-11-02', [...events, ['correction-arrived', '2026-11-20']])
    expect(clock('answer-target', arrived)).toMatchObject({ due: '2026-11-30' })
    expect(clock('correction-wait', arrived)).toMatchObject({ status: 'done', doneOn: '2026-11-20' })
  })
})

describe('statutory lines', () => {
  it('遅滞なく is a guide of thirty calendar days that no correction moves', () => {
    const plain = clock('without-delay', matter('2026-11-02'))
    expect(plain).toMatchObject({ due: '2026-12-02', kind: 'guide' })
    expect(clock('without-delay', matter('2026-11-02', [['correction-sent', '2026-11-10']])).due).toBe(plain.due)
  })

  it('art. 39: two weeks, at once after a refusal, and only for claims of arts. 33 to 35', () => {
    expect(clock('suit-possible', matter('2026-11-02'))).toMatchObject({ due: '2026-11-16', kind: 'risk' })
    const refused = matter('2026-11-02', [['refusal-sent', '2026-11-06']])
    expect(clock('suit-possible', refused)).toMatchObject({ due: '2026-11-06', status: 'done' })
    for (const kind of ['purpose-notification', 'complaint', 'consultation'] as const) {
      const names = deadlinesOf(matter('2026-11-02', [], { kind }), settings, today).map((one) => one.clock)
      expect(names).toEqual(['answer-target', 'without-delay'])
    }
  })

  it.each([
    ['2026-11-02', '2026-12-02'],
    ['2027-01-31', '2027-03-01'], // 28 February is a Sunday
    ['2028-01-31', '2028-02-29'], // leap year
    ['2026-10-23', '2026-11-24'], // 勤労感謝の日
    ['2026-04-02', '2026-05-07'], // Saturday, then four holidays
    ['2026-11-30', '2026-12-30'], // the company is closed, the law is not
  ])('GDPR: a request of %s is answered by %s', (arrivedOn, due) =>
    expect(clock('gdpr-answer', matter(arrivedOn, [], { lane: 'eu' }))).toMatchObject({ due, kind: 'duty' }),
  )

  it('GDPR has its clock in the EU lane alone, and no correction stops it', () => {
    expect(deadlinesOf(matter('2026-11-02'), settings, today).map((one) => one.clock)).not.toContain('gdpr-answer')
    const paused = matter('2026-11-02', [['correction-sent', '2026-11-10']], { lane: 'eu' })
    expect(clock('gdpr-answer', paused)).toMatchObject({ status: 'running', due: '2026-12-02' })
    expect(nextDeadline(deadlinesOf(paused, settings, today))).toMatchObject({
      clock: 'correction-wait',
      due: '2026-11-24',
    })
  })
})

describe('destruction', () => {
  it('starts when the answer is delivered, in business days, and ends with the wipe', () => {
    const events: [CaseEvent, string][] = [
      ['identity-verified', '2026-12-18'],
      ['answer-sent', '2026-12-21'],
      ['answer-delivered', '2026-12-25'],
    ]
    expect(clock('destruction', matter('2026-12-14', events))).toMatchObject({ due: '2027-01-07', status: 'running' })
    const wiped = matter('2026-12-14', [...events, ['wipe-started', '2027-01-05'], ['wipe-finished', '2027-01-05']])
    expect(clock('destruction', wiped)).toMatchObject({ status: 'done', doneOn: '2027-01-05' })
  })

  it('starts with a withdrawal too, and there is none before', () => {
    expect(clock('destruction', matter('2026-11-02', [['withdrawn', '2026-11-04']]))).toMatchObject({
      due: '2026-11-11',
    })
    expect(deadlinesOf(matter('2026-11-02'), settings, today).map((one) => one.clock)).not.toContain('destruction')
  })
})

describe('the clocks before the request and after the answer', () => {
  const inquiry = (events: [CaseEvent, string][]): ClockedCase => ({
    kind: 'disclosure',
    lane: 'post',
    events: [['inquiry-arrived', '2026-11-20'] as const, ...events].map(([event, on]) => ({ event, on, posted: null })),
  })

  it('the form goes out in three business days, again from the day it came back', () => {
    expect(clock('form-dispatch', inquiry([]))).toMatchObject({ due: '2026-11-26', status: 'running' })
    const returned = inquiry([
      ['form-sent', '2026-11-24'],
      ['form-returned', '2026-12-01'],
    ])
    expect(clock('form-dispatch', returned)).toMatchObject({ due: '2026-12-04', status: 'running' })
    expect(deadlinesOf(returned, settings, today).map((one) => one.clock)).toEqual(['form-dispatch'])
  })

  it('the form is waited for thirty days, and fourteen more after the one reminder', () => {
    const sent: [CaseEvent, string] = ['form-sent', '2026-11-24']
    expect(clock('form-return', inquiry([sent]))).toMatchObject({ due: '2026-12-24', kind: 'wait' })
    const reminded = inquiry([sent, ['form-reminder-sent', '2026-12-25']])
    expect(clock('form-return', reminded)).toMatchObject({ due: '2027-01-08' })
    expect(courseFacts(reminded, settings, '2027-01-08').waitIsOver).toBe(false)
    expect(courseFacts(reminded, settings, '2027-01-09')).toMatchObject({ waitIsOver: true, reminded: true })
  })

  it('an ordinary letter is taken as delivered on the seventh day, and the destruction counts from there', () => {
    const sent: [CaseEvent, string][] = [
      ['identity-verified', '2026-11-04'],
      ['answer-sent', '2026-11-05'],
    ]
    expect(clock('delivery-wait', matter('2026-11-02', sent))).toMatchObject({ due: '2026-11-12', kind: 'wait' })
    expect(courseFacts(matter('2026-11-02', sent), settings, '2026-11-11').waitIsOver).toBe(false)
    expect(courseFacts(matter('2026-11-02', sent), settings, '2026-11-12').waitIsOver).toBe(true)
    const taken = matter('2026-11-02', [...sent, ['answer-taken-as-delivered', '2026-11-12']])
    expect(clock('destruction', taken).due).toBe('2026-11-19')
  })

  it('a hold stops the destruction, is reviewed every ninety days, and the days begin again when it is lifted', () => {
    const held: [CaseEvent, string][] = [
      ['withdrawn', '2026-11-04'],
      ['hold-set', '2026-11-05'],
    ]
    expect(clock('destruction', matter('2026-11-02', held))).toMatchObject({ due: null, status: 'stopped' })
    expect(clock('hold-review', matter('2026-11-02', held))).toMatchObject({ due: '2027-02-03', kind: 'duty' })
    const lifted = matter('2026-11-02', [...held, ['hold-lifted', '2026-11-20']])
    expect(clock('destruction', lifted)).toMatchObject({ due: '2026-11-30', status: 'running' })
    expect(clock('hold-review', lifted)).toMatchObject({ status: 'done', doneOn: '2026-11-20' })
  })

  it('a hold that is only asked for stops the destruction too, and nothing once the papers are gone', () => {
    const withdrawn: [CaseEvent, string][] = [['withdrawn', '2026-11-04']]
    const asked = clock('destruction', matter('2026-11-02', withdrawn, { isHoldAsked: true }))
    expect(asked).toMatchObject({ due: null, status: 'stopped' })
    expect(asked.why.at(-1)).toEqual({ input: 'hold-asked', values: {} })
    const wiped: [CaseEvent, string][] = [...withdrawn, ['wipe-started', '2026-11-09'], ['wipe-finished', '2026-11-09']]
    expect(clock('destruction', matter('2026-11-02', wiped, { isHoldAsked: true })).status).toBe('done')
  })

  it('a money order lapses six months after its issue', () => {
    const with31st = matter('2026-11-02', [], { moneyOrderIssuedOn: '2026-08-31' })
    expect(clock('money-order', with31st)).toMatchObject({ due: '2027-02-28', kind: 'risk', status: 'running' })
  })

  it('a reopened case counts from the day it was taken up again', () => {
    const events: [CaseEvent, string][] = [
      ['withdrawn', '2026-11-04'],
      ['reopened', '2026-11-20'],
    ]
    expect(clock('answer-target', matter('2026-11-02', events))).toMatchObject({ due: '2026-12-07', status: 'running' })
    expect(deadlinesOf(matter('2026-11-02', events), settings, today).map((one) => one.clock)).not.toContain(
      'destruction',
    )
  })
})

describe('an extension', () => {
  it('GDPR: three months in all, rolled forward, with the first date kept', () => {
    const extended = matter('2026-11-02', [['extension-sent', '2026-11-20']], { lane: 'eu' })
    expect(clock('gdpr-answer', extended)).toMatchObject({ due: '2027-02-02', originally: '2026-12-02' })
    expect(clock('gdpr-extension', extended)).toMatchObject({ status: 'done', doneOn: '2026-11-20', kind: 'guide' })
    expect(courseFacts(matter('2026-11-02', [], { lane: 'eu' }), settings, '2026-12-02').extensionInTime).toBe(true)
    expect(courseFacts(matter('2026-11-02', [], { lane: 'eu' }), settings, '2026-12-03').extensionInTime).toBe(false)
  })

  it('commutes with a pause: before, in or after it, the house target is the same day', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(9), fc.nat(30), fc.nat(9), (arrivedOn, before, length, after) => {
        const from = addDays(arrivedOn, before)
        const to = addDays(from, length)
        const pause: [CaseEvent, string][] = [
          ['correction-sent', from],
          ['correction-arrived', to],
        ]
        const extension = (on: string): [CaseEvent, string] => ['extension-sent', on]
        const [sent, arrived] = pause
        const due = (events: [CaseEvent, string][]) => clock('answer-target', matter(arrivedOn, events))
        const first = due([extension(arrivedOn), ...pause])
        const during = due([
          ...(sent === undefined ? [] : [sent]),
          extension(from),
          ...(arrived === undefined ? [] : [arrived]),
        ])
        const last = due([...pause, extension(addDays(to, after))])
        expect(during.due).toBe(first.due)
        expect(last.due).toBe(first.due)
        expect((first.originally ?? '') < (first.due ?? '')).toBe(true)
      }),
    )
  })
})

/** Alternating correction-sent and correction-arrived, each some days after the one before; the last may be open. */
const pauses = fc.array(fc.tuple(fc.nat(12), fc.nat(25)), { maxLength: 4 })

function withPauses(arrivedOn: string, gaps: readonly [number, number][]): [CaseEvent, string][] {
  let day = arrivedOn
  return gaps.flatMap(([wait, length]): [CaseEvent, string][] => {
    const from = addDays(day, wait)
    day = addDays(from, length)
    return [
      ['correction-sent', from],
      ['correction-arrived', day],
    ]
  })
}

describe('for any course of a case', () => {
  const count = settings.houseLengths.answerTargetBusinessDays

  it('the target lies ten business days outside all pauses after the arrival', () => {
    fc.assert(
      fc.property(anyDate, pauses, (arrivedOn, gaps) => {
        const events = withPauses(arrivedOn, gaps)
        const { due } = clock('answer-target', matter(arrivedOn, events))
        let counted = businessDaysBetween(arrivedOn, due ?? '', settings)
        for (let index = 0; index < events.length; index += 2) {
          const from = events[index]?.[1] ?? ''
          const to = events[index + 1]?.[1] ?? ''
          if (from < (due ?? '')) counted -= businessDaysBetween(from, to, settings)
        }
        expect(counted).toBe(count)
      }),
    )
  })

  it('a pause moves the target by exactly the business days that it took', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(9), fc.nat(30), (arrivedOn, before, length) => {
        const plain = clock('answer-target', matter(arrivedOn)).due ?? ''
        const from = addDays(arrivedOn, before)
        const to = addDays(from, length)
        const moved = clock(
          'answer-target',
          matter(arrivedOn, [
            ['correction-sent', from],
            ['correction-arrived', to],
          ]),
        ).due
        expect(moved).toBe(addBusinessDays(plain, businessDaysBetween(from, to, settings), settings).date)
      }),
    )
  })

  it('a longer pause never makes an earlier date, and every date is a business day', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(9), fc.nat(30), fc.nat(10), (arrivedOn, before, length, more) => {
        const from = addDays(arrivedOn, before)
        const due = (days: number): string =>
          clock(
            'answer-target',
            matter(arrivedOn, [
              ['correction-sent', from],
              ['correction-arrived', addDays(from, days)],
            ]),
          ).due ?? ''
        expect(due(length) <= due(length + more)).toBe(true)
        expect(isWorkingDay(due(length))).toBe(true)
      }),
    )
  })

  it('two pauses move the target as far as one of their lengths together would', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.tuple(fc.nat(3), fc.nat(9)),
        fc.tuple(fc.nat(3), fc.nat(9)),
        (arrivedOn, first, second) => {
          const events = withPauses(arrivedOn, [first, second])
          const plain = clock('answer-target', matter(arrivedOn)).due ?? ''
          const took = [0, 2].reduce(
            (sum, index) => sum + businessDaysBetween(events[index]?.[1] ?? '', events[index + 1]?.[1] ?? '', settings),
            0,
          )
          const isWithin =
            (events[2]?.[1] ?? '') <
            addBusinessDays(plain, businessDaysBetween(events[0]?.[1] ?? '', events[1]?.[1] ?? '', settings), settings)
              .date
          fc.pre(isWithin)
          expect(clock('answer-target', matter(arrivedOn, events)).due).toBe(
            addBusinessDays(plain, took, settings).date,
          )
        },
      ),
    )
  })

  it('the GDPR date is the first working day from one month after the arrival', () => {
    fc.assert(
      fc.property(anyDate, (arrivedOn) => {
        const due = clock('gdpr-answer', matter(arrivedOn, [], { lane: 'eu' })).due ?? ''
        const end = addMonths(arrivedOn, 1)
        expect(isWorkingDay(due)).toBe(true)
        expect(due >= end).toBe(true)
        for (let day = end; day < due; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false)
        expect(daysBetween(arrivedOn, due)).toBeGreaterThanOrEqual(28)
      }),
    )
  })

  it('today changes no date: what is due at 00:30 was due at 23:30', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, pauses, (arrivedOn, oneDay, otherDay, gaps) => {
        const of = matter(arrivedOn, withPauses(arrivedOn, gaps), { lane: 'eu' })
        expect(deadlinesOf(of, settings, oneDay)).toEqual(deadlinesOf(of, settings, otherDay))
      }),
    )
  })
})
