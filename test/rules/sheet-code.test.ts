// Codes of sheets and envelopes: what is printed is what is read, and no slip of a digit names another case.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseNumberOf, nextSerial } from '../../shared/rules/case-number.ts'
import {
  belongsInto,
  envelopeCodeOf,
  parseEnvelopeCode,
  writtenEnvelopeCode,
} from '../../shared/rules/envelope-code.ts'
import { parseSheetCode, sheetCodeText, sheetKinds, type SheetCode } from '../../shared/rules/sheet-code.ts'

const number = fc
  .tuple(fc.integer({ min: 2020, max: 2058 }), fc.integer({ min: 0, max: 99_000 }))
  .map(([year, last]) => caseNumberOf(year, nextSerial(year, last)))
const desk = fc.integer({ min: 0, max: 99_999 }).map((code) => String(code).padStart(5, '0'))
const sheetCode: fc.Arbitrary<SheetCode> = fc
  .tuple(fc.constantFrom(...sheetKinds), desk, number, fc.integer({ min: 1, max: 99 }), fc.nat(98))
  .map(([kind, ofDesk, caseNumber, of, before]) =>
    kind === 'separator'
      ? { kind, desk: ofDesk }
      : { kind, desk: ofDesk, number: caseNumber, sheet: 1 + (before % of), of },
  )

describe('the code of a sheet', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(sheetCode, (code) => {
        const text = sheetCodeText(code)
        expect(text).toMatch(/^\d{24}$/)
        expect(parseSheetCode(text)).toEqual({ kind: 'valid', code })
      }),
    )
  })

  it('is damaged, never another sheet, when a digit is wrong or two neighbours are swapped', () => {
    fc.assert(
      fc.property(sheetCode, fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 9 }), (code, place, shift) => {
        const digits = [...sheetCodeText(code)]
        const wrong = digits.with(place, String((Number(digits[place]) + shift) % 10)).join('')
        expect(parseSheetCode(wrong)).toEqual({ kind: 'damaged' })
        const [one = '', other = ''] = [digits[place - 1], digits[place]]
        fc.pre(one !== other && place > 1)
        const swapped = digits
          .with(place - 1, other)
          .with(place, one)
          .join('')
        expect(parseSheetCode(swapped)).toEqual({ kind: 'damaged' })
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', '13112383852', '7123', '4901234567894', 'https://example.jp/', 'Ａ'.repeat(24), '1'.repeat(24)])(
    'is told from other codes: %s',
    (text) => expect(parseSheetCode(text)).toEqual({ kind: 'other' }),
  )

  it.each([
    { sheet: 0, of: 1 },
    { sheet: 2, of: 1 },
    { sheet: 1, of: 100 },
    { sheet: 1.5, of: 2 },
  ])('is refused for sheet $sheet of $of', (place) => {
    const code = { kind: 'letter', desk: '00042', number: caseNumberOf(2026, 123), ...place } as const
    expect(() => sheetCodeText(code)).toThrow(RangeError)
  })

  it('is refused for a desk without five digits', () =>
    expect(() => sheetCodeText({ kind: 'separator', desk: '42' })).toThrow(RangeError))
})

describe('the code of an envelope', () => {
  it('is the same for the same notice, and is read in any hand', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const code = envelopeCodeOf(id)
        expect(envelopeCodeOf(id)).toBe(code)
        expect(parseEnvelopeCode(writtenEnvelopeCode(code).toLowerCase())).toBe(code)
        expect(parseEnvelopeCode(` ${code.replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code)
      }),
    )
  })

  it('finds a wrong character, except 0 for Z', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(fc.uuid(), fc.nat(5), fc.constantFrom(...alphabet), (id, place, other) => {
        const code = envelopeCodeOf(id)
        const right = code[place] ?? ''
        fc.pre(other !== right && !(`${other}${right}` === '0Z' || `${other}${right}` === 'Z0'))
        expect(parseEnvelopeCode([...code].with(place, other).join(''))).toBeNull()
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['', 'K7M3', 'K7M-3QX-9', 'ＫＵＵＵＵＵ'])('is none: %s', (typed) =>
    expect(parseEnvelopeCode(typed)).toBeNull(),
  )
})

describe('a piece of an envelope', () => {
  const id = '6f1c2d3e-0000-4000-8000-000000000000'
  const ofCase = caseNumberOf(2026, 123)
  const other = caseNumberOf(2026, 124)
  const envelope = { code: envelopeCodeOf(id), desk: '00042', number: ofCase }
  const sheet = (from: string, caseNumber: typeof ofCase): string =>
    sheetCodeText({ kind: 'application-form', desk: from, number: caseNumber, sheet: 1, of: 1 })

  it.each<[string, string, boolean]>([
    ['its label', writtenEnvelopeCode(envelope.code), true],
    ['a form of its case', sheet('00042', ofCase), true],
    ['the short code at the foot of its letter, as a scanner types it', envelope.code, true],
    ['the number of its case, which another letter of it has too', ofCase, false],
    ['another label', envelopeCodeOf('0a1c2d3e-0000-4000-8000-000000000000'), false],
    ['a form of another case', sheet('00042', other), false],
    ['a form of another desk', sheet('00043', ofCase), false],
    ['the number of another case', other, false],
    ['a separator', sheetCodeText({ kind: 'separator', desk: '00042' }), false],
    ['nothing that is known', '12345', false],
  ])('%s', (_, typed, belongs) => expect(belongsInto(envelope, typed)).toBe(belongs))
})
