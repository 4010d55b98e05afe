// What a correction letter begins with: the check of identity, and the print that was measured on the copies of the ID.
import { expect, test } from 'vitest'
import { illegibleCopies, toMend } from '../../shared/rules/to-mend.ts'

const copy = (...illegible: ('too-blurred' | 'cut-off')[]) => ({ role: 'id-copy', illegible }) as const

test.each([
  ['nothing', [], [copy()], { items: [], illegible: [] }],
  ['what a person found', ['id-expired'], [copy()], { items: ['id-expired'], illegible: [] }],
  ['what was measured', [], [copy('too-blurred')], { items: ['id-illegible'], illegible: ['too-blurred'] }],
  [
    'both, in the order of the letter',
    ['id-side-missing'],
    [copy('cut-off'), copy('too-blurred')],
    { items: ['id-illegible', 'id-side-missing'], illegible: ['too-blurred', 'cut-off'] },
  ],
  [
    'a form that the desk itself scanned badly',
    [],
    [{ role: 'form', illegible: ['too-faint'] }],
    { items: [], illegible: [] },
  ],
] as const)('%s', (_, needs, scans, expected) => {
  expect(toMend(needs, illegibleCopies(scans))).toEqual(expected)
})
