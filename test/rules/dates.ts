// Dates for property tests, with a taste for the ones that break calendars.
import fc from 'fast-check'
import { addDays } from '../../shared/rules/calendar.ts'

const hardDates = ['2026-12-28', '2027-01-31', '2028-02-29', '2026-09-18', '2026-04-28', '2027-08-31', '2026-02-28']

/** 2026 to 2030: any day, and every third time one near a month’s end, a leap day, a week of holidays or 年末年始. */
export const anyDate: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.nat(1825).map((days) => addDays('2026-01-01', days)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...hardDates), fc.integer({ min: -3, max: 3 }))
      .map(([date, days]) => addDays(date, days)),
  },
)
