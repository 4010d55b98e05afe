// Dates as Japanese letters and screens write them: 令和8年11月23日(月).
import type { CalendarDate } from '../dates.ts'
import { partsOf, weekdayOf } from './calendar.ts'

/** First day of each era. Source: 元号を改める政令 of each change; dates before 大正 do not occur at the desk. */
const eras = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
  { name: '大正', from: '1912-07-30' },
] as const

const weekdays = '日月火水木金土'

/** `japaneseDate('2026-11-23')` is `'令和8年11月23日'`. The first year of an era is 元年; before 1912 the Western year stands. */
export function japaneseDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  const era = eras.find(({ from }) => date >= from)
  if (era === undefined) return `${year}年${month}月${day}日`
  const yearOfEra = year - partsOf(era.from).year + 1
  return `${era.name}${yearOfEra === 1 ? '元' : yearOfEra}年${month}月${day}日`
}

/** `japaneseDateWithWeekday('2026-11-23')` is `'令和8年11月23日(月)'`. */
export function japaneseDateWithWeekday(date: CalendarDate): string {
  return `${japaneseDate(date)}(${weekdays.charAt(weekdayOf(date))})`
}
