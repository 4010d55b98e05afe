// Columns of print that a detector took for one though a ruled line parts them.
import { expect, test } from 'vitest'
import { cutAtRules } from '../../../main/reading/cut-at-rules.ts'

const column = { cx: 2045, cy: 560, length: 760, thickness: 50, angle: Math.PI / 2, score: 0.9 }
const rule = (x0: number, x1: number, y: number) => ({ across: [{ x0, y0: y, x1, y1: y }], down: [] })

test('a rule of the table ends the cell, and the print below it is a column of its own', () => {
  const parts = cutAtRules(column, rule(1970, 2190, 720)).map(({ cx, cy, length }) => [cx, cy, length].map(Math.round))
  expect(parts).toEqual([
    [2045, 450, 540],
    [2045, 830, 220],
  ])
})

test('the stroke of a 一 ends in its column, and the rules above and below a cell cut nothing off', () => {
  expect(cutAtRules(column, rule(2025, 2066, 720))).toEqual([column])
  expect(cutAtRules(column, rule(1970, 2190, 190))).toEqual([column])
  expect(cutAtRules(column, rule(1970, 2190, 935))).toEqual([column])
})
