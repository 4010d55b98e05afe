// When print cannot be relied on, at the values that were measured on specimens.
import { describe, expect, test } from 'vitest'
import { illegibilitiesOf, printOf } from '../../../shared/rules/screening/legibility.ts'
import type { PrintedLine } from '../../../shared/rules/screening/legibility.ts'

/** A line of a licence scanned at 300 dpi. */
const sharp: PrintedLine = { heightPx: 21, lengthPx: 300, contrast: 0.8, edgePx: 2.5, isCut: false }
const page = (change: Partial<PrintedLine>, lines = 20): PrintedLine[] =>
  Array.from({ length: lines }, () => ({ ...sharp, ...change }))
const said = (lines: PrintedLine[]): string[] => illegibilitiesOf(printOf(lines))

describe('print that was read well on specimens', () => {
  test.each([
    ['a clean scan', {}],
    ['a third copy', { edgePx: 3.1, contrast: 0.89 }],
    ['a faded copy', { edgePx: 3, contrast: 0.34 }],
    ['small print at 200 dpi', { heightPx: 14.4, edgePx: 3.3, contrast: 0.61 }],
    ['a scan at 150 dpi', { heightPx: 13, edgePx: 2.9, contrast: 0.51 }],
    ['a fax', { heightPx: 14, edgePx: 2.5, contrast: 1 }],
    ['a photograph', { heightPx: 18, edgePx: 3.4, contrast: 0.44 }],
  ] as const)('%s is left alone', (_, change) => {
    expect(said(page(change))).toEqual([])
  })
})

describe('print that was not', () => {
  test.each([
    ['blurred', { edgePx: 8 }, ['too-blurred']],
    ['pale', { contrast: 0.06 }, ['too-faint']],
    ['small', { heightPx: 6, edgePx: 2.4 }, ['too-small']],
    ['coarse', { heightPx: 10, edgePx: 3 }, ['too-small']],
    ['blurred, pale and small', { heightPx: 6, edgePx: 5, contrast: 0.05 }, ['too-blurred', 'too-faint', 'too-small']],
  ] as const)('%s says why', (_, change, reasons) => {
    expect(said(page(change))).toEqual(reasons)
  })

  test('a line that runs into the edge of the sheet may be dirt, several are a cut document', () => {
    const cut = { ...sharp, isCut: true }
    expect(said([...page({}), cut])).toEqual([])
    expect(said([...page({}), cut, cut, cut])).toEqual(['cut-off'])
  })
})

test('what is typical of a page is what its long lines are', () => {
  const small = { ...sharp, heightPx: 6, lengthPx: 20 }
  expect(printOf([sharp, sharp, ...Array.from({ length: 10 }, () => small)]).heightPx).toBe(21)
})

test('of a page without print nothing is said', () => {
  expect(said([])).toEqual([])
})
