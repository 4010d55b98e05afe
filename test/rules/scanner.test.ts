// A scanner is told from a person by the pace of its keys, and its keys are nobody else's.
import { describe, expect, it } from 'vitest'
import { afterKey, endOf, nothingHeld, restOf, type Held, type Pressed } from '../../renderer/scanner.ts'

interface Outcome {
  codes: string[]
  /** What others see, in their order. */
  acted: string[]
}

/** What becomes of keys with these pauses between them, when the waiting is as long as it is asked for. */
function outcomeOf(keys: readonly string[], gapMs: number | ((index: number) => number)): Outcome {
  const outcome: Outcome = { codes: [], acted: [] }
  let held: Held<Pressed> = nothingHeld
  let at = 1000
  const settle = ({ released, code }: ReturnType<typeof endOf>): void => {
    outcome.acted.push(...released.map(({ key }) => key))
    if (code !== null) outcome.codes.push(code)
  }
  const rest = (untilMs: number): void => {
    if (held.keys.length === 0 || untilMs < restOf(held)) return
    settle(endOf(held))
    held = nothingHeld
  }
  for (const [index, key] of keys.entries()) {
    const gap = index === 0 ? 0 : typeof gapMs === 'number' ? gapMs : gapMs(index)
    at += gap
    rest(gap)
    const step = afterKey(held, { key, at })
    held = step.held
    settle(step)
    if (!step.isTaken) outcome.acted.push(key)
  }
  rest(Infinity)
  return outcome
}

describe('keys', () => {
  it.each<[string, string[], number, Outcome]>([
    ['of a scanner are a code', [...'2026-000001-7', 'Enter'], 8, { codes: ['2026-000001-7'], acted: [] }],
    [
      'of a scanner with capitals come with Shift',
      ['Shift', 'K', '7', 'Shift', 'M', '3', 'Shift', 'Q', 'Shift', 'X', 'Enter'],
      8,
      { codes: ['K7M3QX'], acted: ['Shift', 'Shift', 'Shift', 'Shift'] },
    ],
    [
      'of two scans are two codes',
      [...'123456', 'Enter', ...'654321', 'Enter'],
      10,
      { codes: ['123456', '654321'], acted: [] },
    ],
    [
      'of a person are none, and each counts',
      [...'1123u4', 'Enter'],
      120,
      { codes: [], acted: [...'1123u4', 'Enter'] },
    ],
    ['that are few are none', ['j', 'j', 'Enter'], 5, { codes: [], acted: ['j', 'j', 'Enter'] }],
    [
      'of a scanner that ends with nothing are a code',
      [...'2026-000001-7'],
      8,
      { codes: ['2026-000001-7'], acted: [] },
    ],
    [
      'that are no signs go on at once',
      ['ArrowDown', '1', 'Escape'],
      5,
      { codes: [], acted: ['ArrowDown', '1', 'Escape'] },
    ],
    ['on the space bar press what has the focus', [' ', ' '], 120, { codes: [], acted: [' ', ' '] }],
  ])('%s', (_, keys, gapMs, outcome) => expect(outcomeOf(keys, gapMs)).toEqual(outcome))

  it('of a person before a scan do not get into the code', () => {
    const slowAfterTheFirst = (index: number): number => (index === 1 ? 400 : 5)
    expect(outcomeOf(['j', ...'123456', 'Enter'], slowAfterTheFirst)).toEqual({ codes: ['123456'], acted: ['j'] })
  })

  it('of a code whose end is late decide nothing either', () => {
    const lateAtTheEnd = (index: number): number => (index === 6 ? 200 : 5)
    expect(outcomeOf([...'111111', 'Enter'], lateAtTheEnd)).toEqual({ codes: ['111111'], acted: [] })
  })
})
