// 書留 numbers: eleven digits, the last one a remainder by 7.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTrackingNumber } from '../../shared/rules/tracking-number.ts'

describe('書留 numbers', () => {
  it('are read with full-width digits and any dash, and written the way the post does', () => {
    const valid = { kind: 'valid', number: '131-12-38385-2' }
    for (const typed of [
      '131-12-38385-2',
      '13112383852',
      '１３１−１２−３８３８５−２',
      ' 131 12 38385 2 ',
      '131ー12ー38385ー2',
    ]) {
      expect(parseTrackingNumber(typed)).toEqual(valid)
    }
  })

  it('are refused with a wrong check digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (check) => {
        const expected = check === 2 ? 'valid' : 'wrong-check-digit'
        expect(parseTrackingNumber(`131-12-38385-${check}`).kind).toBe(expected)
      }),
    )
  })

  it.each(['', '131-12-38385', '131-12-38385-22', 'RR131238385JP'])('refuse %j by form', (typed) =>
    expect(parseTrackingNumber(typed)).toEqual({ kind: 'malformed' }),
  )
})
