// A scanner is told from a person by the pace of its keys.
import { describe, expect, it } from 'vitest'
import { afterKey, noBurst } from '../../renderer/scanner.ts'

/** The codes that keys with these pauses between them end. */
function codesOf(keys: readonly string[], gapMs: number): string[] {
  const codes: string[] = []
  let burst = noBurst
  for (const [index, key] of keys.entries()) {
    const next = afterKey(burst, key, 1000 + index * gapMs)
    burst = next.burst
    if (next.code !== null) codes.push(next.code)
  }
  return codes
}

describe('keys', () => {
  it.each<[string, string[], number, string[]]>([
    ['of a scanner are a code', [...'2026-000001-7', 'Enter'], 8, ['2026-000001-7']],
    [
      'of a scanner with capitals come with Shift',
      ['Shift', 'K', '7', 'Shift', 'M', '3', 'Shift', 'Q', 'Shift', 'X', 'Enter'],
      8,
      ['K7M3QX'],
    ],
    ['of two scans are two codes', [...'123456', 'Enter', ...'654321', 'Enter'], 10, ['123456', '654321']],
    ['of a person are none', [...'2026-000001-7', 'Enter'], 120, []],
    ['that are few are none', ['j', 'j', 'Enter'], 5, []],
    ['without an end are none yet', [...'2026-000001-7'], 8, []],
  ])('%s', (_, keys, gapMs, codes) => expect(codesOf(keys, gapMs)).toEqual(codes))

  it('of a person before a scan do not get into the code', () => {
    const slow = afterKey(noBurst, 'j', 1000).burst
    const scan = [...'123456'].reduce((burst, key, index) => afterKey(burst, key, 2000 + index * 5).burst, slow)
    expect(afterKey(scan, 'Enter', 2040).code).toBe('123456')
  })
})
