// National holidays of 2026 to 2030 by hand, against the data that every date of the desk rests on.
import { expect, it } from 'vitest'
import { addBusinessDays, addDays, holidayName, weekdayOf } from '../../shared/rules/calendar.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'

/** Fixed days, second and third Mondays; the equinoxes as the observatory announces or foretells them. */
const equinoxes: Record<number, readonly [string, string]> = {
  2026: ['03-20', '09-23'],
  2027: ['03-21', '09-23'],
  2028: ['03-20', '09-22'],
  2029: ['03-20', '09-23'],
  2030: ['03-20', '09-23'],
}

function monday(year: number, month: string, nth: number): string {
  const first = `${year}-${month}-01`
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7)
}

/** 国民の祝日に関する法律 arts. 2 and 3: the days themselves, 振替休日 after a Sunday, and a day between two. */
function lawfulHolidays(year: number): string[] {
  const fixed = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23']
  const days = new Set([...fixed, ...(equinoxes[year] ?? [])].map((day) => `${year}-${day}`))
  for (const [month, nth] of [
    ['01', 2],
    ['07', 3],
    ['09', 3],
    ['10', 2],
  ] as const)
    days.add(monday(year, month, nth))
  const own = new Set(days)
  for (const day of own) {
    if (weekdayOf(day) !== 0) continue
    let instead = addDays(day, 1)
    while (own.has(instead)) instead = addDays(instead, 1)
    days.add(instead)
  }
  for (const day of own) {
    const between = addDays(day, 1)
    if (own.has(addDays(day, 2)) && !own.has(between) && weekdayOf(between) !== 0) days.add(between)
  }
  return [...days].sort()
}

it.each([2026, 2027, 2028, 2029, 2030])('%i has the holidays of the law, and no other', (year) => {
  const found: string[] = []
  for (let day = `${year}-01-01`; day < `${year + 1}`; day = addDays(day, 1)) {
    if (holidayName(day) !== null) found.push(day)
  }
  expect(found).toEqual(lawfulHolidays(year))
})

it('every arrival from 2026 to 2029 has its answer due where the days of the law, counted by hand, put it', () => {
  const closed = new Set([2026, 2027, 2028, 2029, 2030].flatMap(lawfulHolidays))
  const isOpen = (day: string): boolean =>
    ![0, 6].includes(weekdayOf(day)) && !closed.has(day) && !/-(?:12-(?:29|30|31)|01-0[123])$/.test(day)
  const wrong: string[] = []
  for (let arrivedOn = '2026-01-01'; arrivedOn < '2030'; arrivedOn = addDays(arrivedOn, 1)) {
    let due = arrivedOn
    for (let left = 10; left > 0;) {
      due = addDays(due, 1)
      if (isOpen(due)) left -= 1
    }
    if (addBusinessDays(arrivedOn, 10, defaultDeskSettings).date !== due) wrong.push(arrivedOn)
  }
  expect(wrong).toEqual([])
})
