// Case numbers: the check digit of ISO 7064 MOD 11,10, and that every slip of the pen is found.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseNumberOf, nextSerial, parseCaseNumber } from '../../shared/rules/case-number.ts'

const year = fc.integer({ min: 2020, max: 2058 })
/** A number that the desk may have given out. */
const given = fc
  .tuple(year, fc.integer({ min: 0, max: 99_000 }))
  .map(([inYear, last]) => caseNumberOf(inYear, nextSerial(inYear, last)))

describe('case numbers', () => {
  // German tax numbers carry the same check digit after ten digits; these are published samples of valid ones.
  it.each([
    [8609, 574271, '8609-574271-9'],
    [6592, 997048, '6592-997048-9'],
    [3657, 426180, '3657-426180-9'],
  ])('carry the check digit of ISO 7064 MOD 11,10: %i, %i', (inYear, serial, number) =>
    expect(caseNumberOf(inYear, serial)).toBe(number),
  )

  it('are read as typed, with full-width digits, any dash or none', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('-', '−', 'ー', '‐', '–', '-', ''), fc.boolean(), (number, dash, wide) => {
        const typed = ` ${number.replaceAll('-', dash)} `
        const text = wide ? typed.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))) : typed
        expect(parseCaseNumber(text)).toMatchObject({ kind: 'valid', number })
      }),
    )
  })

  it('find every wrong digit', () => {
    fc.assert(
      fc.property(given, fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const digits = [...number.replaceAll('-', '')].map(Number)
        const wrong = digits.with(place, ((digits[place] ?? 0) + shift) % 10).join('')
        expect(parseCaseNumber(wrong).kind).not.toBe('valid')
      }),
      { numRuns: 5000 },
    )
  })

  it('find every swap of neighbours, also those that ISO 7064 alone would miss', () => {
    const swapped = (number: string, place: number): string => {
      const digits = [...number.replaceAll('-', '')]
      return digits
        .with(place, digits[place + 1] ?? '')
        .with(place + 1, digits[place] ?? '')
        .join('')
    }
    fc.assert(
      fc.property(given, fc.nat(9), (number, place) => {
        const wrong = swapped(number, place)
        fc.pre(wrong !== number.replaceAll('-', ''))
        expect(parseCaseNumber(wrong).kind).not.toBe('valid')
      }),
      { numRuns: 10_000 },
    )
  })

  it('skip a serial whose swapped neighbour would be another case', () => {
    expect(caseNumberOf(2026, 20)).toBe('2026-000020-1')
    expect(caseNumberOf(2026, 21)).toBe('2026-000021-0')
    expect(nextSerial(2026, 20)).toBe(22)
    expect(parseCaseNumber('2026-000021-0')).toEqual({ kind: 'wrong-check-digit' })
    expect(nextSerial(2026, 0)).toBe(1)
  })

  it.each(['', '2026', '2026-123-4', '2026-000000-0', 'abcd-000123-4', '2026-000123-45', '2026/000123/4'])(
    'refuse %j by form',
    (typed) => expect(parseCaseNumber(typed)).toEqual({ kind: 'malformed' }),
  )
})
