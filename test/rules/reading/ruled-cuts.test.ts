// Where a line of print is cut at ruled lines, by made-up pictures.
import { describe, expect, test } from 'vitest'
import { ruledCuts } from '../../../main/reading/crop.ts'
import type { Grey } from '../../../main/reading/picture.ts'

/** A line 400 pixels long and 48 high, dark in these columns. */
function line(columns: readonly (readonly [from: number, to: number])[], from = 0): Grey {
  const data = new Uint8Array(400 * 48).fill(250)
  for (const [left, right] of columns) for (let y = from; y < 48; y++) data.fill(20, y * 400 + left, y * 400 + right)
  return { width: 400, height: 48, data }
}

describe('cuts', () => {
  test('take the whole ruled line out', () => {
    const [first, second, ...more] = ruledCuts(
      line([
        [100, 104],
        [200, 203],
      ]),
    )
    expect(more).toEqual([])
    for (const [cut, from, to] of [
      [first, 100, 104],
      [second, 200, 203],
    ] as const) {
      expect(Math.round((cut?.[0] ?? 1) * 400)).toBeLessThan(from)
      expect(Math.round((cut?.[1] ?? 0) * 400)).toBeGreaterThan(to)
    }
  })

  test('go through the middle of what may be a stroke of a character', () => {
    const strokes = line([[100, 104]])
    for (let y = 14; y < 18; y++) strokes.data.fill(20, y * 400 + 84, y * 400 + 120)
    for (let y = 20; y < 40; y++) strokes.data.fill(20, y * 400 + 105, y * 400 + 112)
    expect(ruledCuts(strokes)).toEqual([[102 / 400, 102 / 400]])
  })

  test('leave strokes that do not reach from edge to edge, and patches', () => {
    expect(ruledCuts(line([[100, 104]], 6))).toEqual([])
    expect(ruledCuts(line([[100, 140]]))).toEqual([])
  })
})
