// Calendar arithmetic: days, months, holidays, business days, compared with an independent reckoning.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  addDays,
  addMonths,
  businessDaysBetween,
  daysBetween,
  holidayName,
  isBusinessDay,
  rollForward,
  weekdayOf,
} from '../../shared/rules/calendar.ts'
import { closingTrouble, parseClosingDays } from '../../shared/rules/closing-days.ts'
import { defaultDeskSettings, deskSettingsSchema } from '../../shared/settings.ts'
import { anyDate } from './dates.ts'

const calendar = { closingDays: defaultDeskSettings.closingDays, closedPeriods: [] }
const utc = (date: string): Date => new Date(`${date}T00:00:00Z`)
const written = (date: Date): string => date.toISOString().slice(0, 10)

describe('days', () => {
  it('agree with the platform’s UTC dates from 1926 to 2099', () => {
    fc.assert(
      fc.property(
        fc.date({ min: utc('1926-01-01'), max: utc('2099-12-31'), noInvalidDate: true }),
        fc.integer({ min: -9999, max: 9999 }),
        (instant, days) => {
          const date = written(instant)
          const moved = utc(date)
          moved.setUTCDate(moved.getUTCDate() + days)
          expect(addDays(date, days)).toBe(written(moved))
          expect(daysBetween(date, written(moved))).toBe(days)
          expect(weekdayOf(date)).toBe(utc(date).getUTCDay())
        },
      ),
    )
  })
})

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s plus %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected))

  it('keep the day or take the month’s last', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 40 }), (date, months) => {
        const later = addMonths(date, months)
        const isLastOfMonth = addDays(later, 1).endsWith('-01')
        expect(later.slice(8) === date.slice(8) || (isLastOfMonth && later.slice(8) < date.slice(8))).toBe(true)
      }),
    )
  })
})

describe('holidays', () => {
  it.each([
    ['2026-05-06', 'こどもの日 振替休日'],
    ['2026-09-22', '休日'],
    ['2026-11-23', '勤労感謝の日'],
    ['2027-03-22', '春分の日 振替休日'],
    ['2032-09-21', '休日'],
  ])('%s is %s', (date, name) => expect(holidayName(date)).toBe(name))

  it('reach to 2050, which is further than any case', () => expect(holidayName('2050-11-23')).toBe('勤労感謝の日'))

  it.each([
    ['2026-11-21', false], // Saturday
    ['2026-11-22', false], // Sunday
    ['2026-11-23', false], // 勤労感謝の日
    ['2026-11-24', true],
    ['2026-12-28', true],
    ['2026-12-29', false], // closing day
    ['2027-01-04', true],
  ])('%s is a business day: %s', (date, expected) => expect(isBusinessDay(date, calendar)).toBe(expected))
})

describe('business days', () => {
  it('count from the day after, over 年末年始', () => {
    expect(addBusinessDays('2026-12-25', 3, calendar).date).toBe('2027-01-05')
    expect(addBusinessDays('2026-12-25', 3, calendar).skipped).toHaveLength(8)
  })

  it('add up: n business days later, n business days lie between', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const later = addBusinessDays(date, count, calendar).date
        expect(isBusinessDay(later, calendar)).toBe(true)
        expect(businessDaysBetween(date, later, calendar)).toBe(count)
        expect(businessDaysBetween(later, date, calendar)).toBe(-count)
      }),
    )
  })

  it('commute: a then b is a + b', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (date, a, b) => {
        const inTwo = addBusinessDays(addBusinessDays(date, a, calendar).date, b, calendar).date
        expect(inTwo).toBe(addBusinessDays(date, a + b, calendar).date)
      }),
    )
  })

  it('roll forward over weekends and public holidays, but not over the company’s closing days', () => {
    expect(rollForward('2026-11-21')).toBe('2026-11-24')
    expect(rollForward('2026-05-02')).toBe('2026-05-07')
    expect(rollForward('2026-12-29')).toBe('2026-12-29')
  })

  it('refuse a calendar without business days', () => {
    const closingDays = Array.from({ length: 366 }, (_, index) => addDays('2028-01-01', index).slice(5))
    expect(() => addBusinessDays('2026-11-24', 1, { closingDays, closedPeriods: [] })).toThrow(RangeError)
  })
})

describe('closing days of one year alone', () => {
  const summer = { ...calendar, closedPeriods: [{ from: '2026-08-12', to: '2026-08-14' }] }

  it('are no business days in that year, and are in the next', () => {
    expect(['2026-08-12', '2026-08-13', '2026-08-14'].map((date) => isBusinessDay(date, summer))).toEqual([
      false,
      false,
      false,
    ])
    expect(isBusinessDay('2026-08-17', summer)).toBe(true)
    expect(isBusinessDay('2027-08-12', summer)).toBe(true)
  })

  it.each([
    ['2026-08-14', '2026-08-12', 'backwards'],
    ['2026-12-29', '2027-01-03', null],
    ['2026-01-01', '2027-01-01', null],
    ['2026-01-01', '2027-01-02', 'too-long'],
    ['2026-12-29', '2062-01-03', 'too-long'],
  ] as const)('from %s to %s: %s', (from, to, trouble) => {
    expect(closingTrouble(from, to)).toBe(trouble)
    const settings = { ...defaultDeskSettings, closedPeriods: [{ from, to }] }
    expect(deskSettingsSchema.safeParse(settings).success).toBe(trouble === null)
  })

  it('move no statutory date', () => expect(rollForward('2026-08-12')).toBe('2026-08-12'))
})

describe('closing days as people type them', () => {
  it.each([
    ['12-29, 8/13', ['12-29', '08-13']],
    ['12-29~01-03', ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03']],
    ['8月13日〜8月14日', ['08-13', '08-14']],
    ['02-29', ['02-29']],
    ['', []],
  ])('%s', (typed, days) => expect(parseClosingDays(typed)).toEqual({ kind: 'days', days }))

  it.each(['02-30', '13-01', 'お盆', '8-13~', '1-1~1-2~1-3'])('%s is none', (part) =>
    expect(parseClosingDays(`12-29, ${part}`)).toEqual({ kind: 'wrong', part }),
  )
})
