// Which letter a case calls for: what its scans, its agents, its fee and its check of identity say comes before the usual.
import { describe, expect, it, test } from 'vitest'
import type { LetterCase } from '../../shared/letters.ts'
import { letterKinds, mayBeMade } from '../../shared/letters.ts'
import { fittingLetters, knownInputs, type LetterReasons } from '../../shared/rules/fitting-letters.ts'

const nothing: LetterReasons = { hasFlaggedScan: false, toMend: [], illegible: [], agents: [], fee: null, letters: [] }
const disclosure: LetterCase = { state: 'received', kind: 'disclosure', lane: 'post' }
const fee = (standing: 'missing' | 'short' | 'exact' | 'over', receivedYen = 0): LetterReasons['fee'] => ({
  standing,
  receivedYen,
  payments: [],
})

describe('a received request for disclosure', () => {
  test.each<[string, Partial<LetterReasons>, string[]]>([
    ['nothing', {}, []],
    ['a visible 本籍', { hasFlaggedScan: true }, ['domicile-correction']],
    ['an expired ID', { toMend: ['id-expired'] }, ['correction-request']],
    ['an agent without papers', { agents: [{ standing: 'unchecked', lacksPapers: true }] }, ['authority-missing']],
    ['an agent whose papers are there', { agents: [{ standing: 'unchecked', lacksPapers: false }] }, []],
    ['an authority found not shown', { agents: [{ standing: 'not-verified', lacksPapers: true }] }, ['refusal']],
    ['an agent who acts no longer', { agents: [{ standing: 'withdrawn', lacksPapers: true }] }, []],
    ['no fee', { fee: fee('missing') }, ['fee-missing']],
    ['too little', { fee: fee('short', 750) }, ['fee-wrong']],
    ['too much', { fee: fee('over', 1050) }, ['fee-wrong']],
    ['the fee', { fee: fee('exact', 1000) }, []],
    [
      'money sent back',
      { fee: { standing: 'exact', receivedYen: 1000, payments: ['returned', 'held'] } },
      ['fee-returned'],
    ],
    [
      'money sent back that was told of',
      {
        fee: { standing: 'exact', receivedYen: 1000, payments: ['returned', 'held'] },
        letters: [{ kind: 'fee-returned', isPosted: true }],
      },
      [],
    ],
    [
      'a letter that is made and waits',
      { fee: fee('missing'), letters: [{ kind: 'fee-missing', isPosted: false }] },
      [],
    ],
    ['a 本籍 and no fee', { hasFlaggedScan: true, fee: fee('missing') }, ['domicile-correction', 'fee-missing']],
  ])('with %s calls for %j', (_, reasons, called) => {
    const fitting = fittingLetters(disclosure, { ...nothing, ...reasons })
    expect(fitting.called).toEqual(called)
    expect(fitting.first).toBe(called[0] ?? 'correction-request')
  })
})

it('waits with the next correction while one is out', () => {
  const out = fittingLetters({ ...disclosure, state: 'awaiting-correction' }, { ...nothing, fee: fee('missing') })
  expect(out).toMatchObject({ called: [], first: 'correction-reminder' })
})

it('names every letter that fits once, and none that does not', () => {
  const { called, first, others } = fittingLetters(disclosure, {
    ...nothing,
    hasFlaggedScan: true,
    fee: fee('short', 1),
  })
  const named = [...called, ...others, ...(first === null || called.includes(first) ? [] : [first])]
  expect(named.toSorted()).toEqual(letterKinds.filter((kind) => mayBeMade(kind, disclosure)).toSorted())
})

test.each([
  ['correction-request', { items: ['id-expired', 'id-illegible'], illegible: ['too-faint'] }],
  ['refusal', { refusalReason: 'authority-not-verified' }],
  ['fee-wrong', { amountYen: 750 }],
  ['receipt', {}],
] as const)('%s begins with what is known', (kind, inputs) => {
  const reasons: LetterReasons = {
    ...nothing,
    toMend: ['id-expired'],
    illegible: ['too-faint'],
    agents: [{ standing: 'not-verified', lacksPapers: false }],
    fee: fee('short', 750),
  }
  expect(knownInputs(kind, reasons)).toEqual(inputs)
})
