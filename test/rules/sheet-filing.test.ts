// Where the codes on a scan's pages send it, and where separators cut a batch.
import { describe, expect, it } from 'vitest'
import { caseNumberOf } from '../../shared/rules/case-number.ts'
import { sheetCodeText, type CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import { filingOf, partsOf, type SheetReading } from '../../shared/rules/sheet-filing.ts'

const desk = '00042'
const number = caseNumberOf(2026, 123)
const none: SheetReading = { codes: [], isDamaged: false }
const damaged: SheetReading = { codes: [], isDamaged: true }
const separator: SheetReading = { codes: [sheetCodeText({ kind: 'separator', desk })], isDamaged: false }

function sheet(kind: CasedSheetKind, of = number, from = desk): SheetReading {
  return { codes: [sheetCodeText({ kind, desk: from, number: of, sheet: 1, of: 1 })], isDamaged: false }
}

describe('a scan', () => {
  it.each<[string, SheetReading[], object]>([
    ['without a code', [none, none], { kind: 'no-code' }],
    ['with a form', [none, sheet('application-form')], { kind: 'to-case', number, sheet: 'application-form' }],
    [
      'with a cover before a form',
      [sheet('cover'), sheet('correction-form')],
      { kind: 'to-case', sheet: 'correction-form' },
    ],
    [
      'with its letter and a form',
      [sheet('letter'), sheet('authority-form')],
      { kind: 'to-case', sheet: 'authority-form' },
    ],
    ['with a damaged page beside a whole one', [damaged, sheet('letter')], { kind: 'to-case', sheet: 'letter' }],
    [
      'of two cases',
      [sheet('cover'), sheet('cover', caseNumberOf(2026, 124))],
      { kind: 'orphan', reason: 'several-codes' },
    ],
    ['of two desks', [sheet('cover'), sheet('cover', number, '00043')], { kind: 'orphan', reason: 'several-codes' }],
    ['of another desk', [sheet('cover', number, '00043')], { kind: 'orphan', reason: 'foreign-desk' }],
    ['that cannot be read', [none, damaged], { kind: 'orphan', reason: 'damaged-code' }],
    ['with a wrong digit', [{ codes: ['7'.repeat(24)], isDamaged: false }], { kind: 'orphan', reason: 'damaged-code' }],
    ['with a separator only', [separator], { kind: 'no-code' }],
  ])('%s', (_, readings, wanted) => expect(filingOf(readings, desk)).toMatchObject(wanted))
})

describe('a batch', () => {
  it.each<[string, SheetReading[], number[][]]>([
    ['without separators', [none, none], [[1, 2]]],
    ['with one between', [none, separator, none, none], [[1], [3, 4]]],
    ['with one before and one behind', [separator, none, separator], [[2]]],
    ['with two in a row', [none, separator, separator, none], [[1], [4]]],
    ['of separators alone', [separator, separator], []],
  ])('%s', (_, readings, wanted) => expect(partsOf(readings, desk)).toEqual(wanted))

  it('is not cut by another desk’s separator', () =>
    expect(
      partsOf([none, { codes: [sheetCodeText({ kind: 'separator', desk: '00043' })], isDamaged: false }], desk),
    ).toEqual([[1, 2]]))
})
