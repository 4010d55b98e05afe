// Front and back of one card among the pages of a scan, and the order in which pages stand.
import { describe, expect, test } from 'vitest'
import { movedPage } from '../../renderer/screens/review/page-order.ts'
import { otherSideOf, pagePairs } from '../../shared/rules/page-pairs.ts'
import type { SidedPage } from '../../shared/rules/page-pairs.ts'

const licence = (page: number, side: SidedPage['side']): SidedPage => ({ page, document: 'licence', side })
const insurance = (page: number, side: SidedPage['side']): SidedPage => ({ page, document: 'insurance', side })

describe('pairs', () => {
  test.each([
    ['front, then back', [licence(1, 'front'), licence(2, 'back')], [{ front: 1, back: 2 }]],
    ['back, then front', [licence(1, 'back'), licence(2, 'front')], [{ front: 2, back: 1 }]],
    [
      'a blank page between',
      [licence(1, 'front'), { page: 2, document: 'other', side: null }, licence(3, 'back')],
      [{ front: 1, back: 3 }],
    ],
    ['a back of another kind', [licence(1, 'front'), insurance(2, 'back')], []],
    [
      'two cards',
      [licence(1, 'front'), licence(2, 'back'), insurance(3, 'front'), insurance(4, 'back')],
      [
        { front: 1, back: 2 },
        { front: 3, back: 4 },
      ],
    ],
    [
      'two licences',
      [licence(1, 'front'), licence(2, 'back'), licence(3, 'front'), licence(4, 'back')],
      [
        { front: 1, back: 2 },
        { front: 3, back: 4 },
      ],
    ],
    ['a front alone', [licence(1, 'front')], []],
    ['a page not read yet', [licence(1, 'front'), { page: 2, document: null, side: null }], []],
  ] as const)('%s', (_, pages, pairs) => {
    expect(pagePairs(pages)).toEqual(pairs)
  })

  test('follow the order that a person gave the pages', () => {
    const [first, second, back] = [licence(1, 'front'), licence(2, 'front'), licence(3, 'back')]
    expect(otherSideOf([first, second, back], 3)).toBe(2)
    expect(otherSideOf([second, first, back], 3)).toBe(1)
    expect(otherSideOf([first, second, back], 1)).toBeNull()
  })
})

describe('a page moved by one place', () => {
  test.each([
    [2, -1, [2, 1, 3]],
    [2, 1, [1, 3, 2]],
    [1, -1, null],
    [3, 1, null],
    [9, 1, null],
  ] as const)('%i by %i', (page, step, order) => {
    expect(movedPage([1, 2, 3], page, step)).toEqual(order)
  })
})
