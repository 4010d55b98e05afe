// Dates in the words of Japanese letters.
import { describe, expect, it } from 'vitest'
import { japaneseDate, japaneseDateWithWeekday } from '../../shared/rules/japanese-date.ts'

describe('Japanese dates', () => {
  it.each([
    ['2026-11-23', '令和8年11月23日(月)'],
    ['2019-05-01', '令和元年5月1日(水)'],
    ['2019-04-30', '平成31年4月30日(火)'],
    ['1989-01-08', '平成元年1月8日(日)'],
    ['1989-01-07', '昭和64年1月7日(土)'],
    ['1926-12-25', '昭和元年12月25日(土)'],
    ['1926-12-24', '大正15年12月24日(金)'],
    ['2028-02-29', '令和10年2月29日(火)'],
  ])('%s is %s', (date, written) => {
    expect(japaneseDateWithWeekday(date)).toBe(written)
    expect(written.startsWith(japaneseDate(date))).toBe(true)
  })
})
