// Dates as office staff type them.
import { describe, expect, it } from 'vitest'
import { typedDate } from '../../renderer/parts/typed-date.ts'

describe('a typed date', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026/1/5', '2026-01-05'],
    ['20261123', '2026-11-23'],
    ['２０２６－１１－２３', '2026-11-23'],
    ['2026年11月23日', '2026-11-23'],
    ['R8.11.23', '2026-11-23'],
    ['r8/1/5', '2026-01-05'],
    ['令和8年11月23日', '2026-11-23'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is %s', (typed, expected) => {
    expect(typedDate(typed)).toBe(expected)
  })

  it.each(['', '2026-02-30', '2027-02-29', '20261323', '11/23', 'R8', '令和8年13月1日', 'T5.1.1', 'tomorrow'])(
    '%s is none',
    (typed) => {
      expect(typedDate(typed)).toBeNull()
    },
  )
})
