// Numbers of traced post: eleven or twelve digits, the last one a remainder by 7.
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
      'a13112383852a',
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

  it('of レターパック have twelve digits, in fours', () => {
    expect(parseTrackingNumber('123456789013')).toEqual({ kind: 'valid', number: '1234-5678-9013' })
    expect(parseTrackingNumber('1234-5678-9014')).toEqual({ kind: 'wrong-check-digit' })
  })

  it('find every wrong digit but one that differs by seven', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{10,11}$/),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (before, place, shift) => {
          const typed = `${before}${Number(before) % 7}`
          expect(parseTrackingNumber(typed).kind).toBe('valid')
          const other = (Number(typed[place]) + shift) % 10
          fc.pre(Math.abs(other - Number(typed[place])) !== 7)
          expect(parseTrackingNumber([...typed].with(place, String(other)).join('')).kind).toBe('wrong-check-digit')
        },
      ),
    )
  })

  it.each(['', '131-12-38385', '131-12-38385-222', 'RR131238385JP'])('refuse %j by form', (typed) =>
    expect(parseTrackingNumber(typed)).toEqual({ kind: 'malformed' }),
  )
})
