// A 戸籍 whose 本籍 lies under white tape: its ruled place was seen, and holds nothing.
import { describe, expect, test } from 'vitest'
import { arePlacesEmpty } from '../../shared/rules/screening/empty-place.ts'
import type { Found, PageView } from '../../shared/rules/screening/page-view.ts'
import type { Rect } from '../../shared/rules/screening/words.ts'
import { word } from './made-up-page.ts'

const label = word('本籍', 900, 400)
/** The label's cell, and the one of its value below. */
const rules = {
  across: [390, 460, 580].map((y) => ({ x0: 220, y0: y, x1: 1590, y1: y })),
  down: [220, 1590].map((x) => ({ x0: x, y0: 390, x1: x, y1: 580 })),
}
const printedAt = (...at: Rect[]): ((rect: Rect) => number) => {
  return (rect) =>
    at.some(({ x, y }) => x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h) ? 0.3 : 0
}

function isEmpty(more: Partial<PageView> = {}, state: Found['state'] = 'blank'): boolean {
  const finding: Found = { field: 'permanent-domicile', state, rect: label.rect, label: label.rect, by: ['label'] }
  const page: PageView = {
    width: 2480,
    height: 3508,
    kind: 'koseki',
    kinds: new Set(['koseki']),
    words: [label],
    patches: [],
    codes: [],
    rules,
    ink: printedAt(label.rect),
    ...more,
  }
  return arePlacesEmpty(page, [finding])
}

describe('the place of a 本籍 on a 戸籍', () => {
  test('between ruled lines below its label, without print, is empty', () => {
    expect(isEmpty()).toBe(true)
    expect(isEmpty({}, 'masked')).toBe(false)
  })

  test('with ink that no reader found, a word or a cover in it is not', () => {
    const unread = { x: 300, y: 520, w: 600, h: 40 }
    expect(isEmpty({ ink: printedAt(label.rect, unread) })).toBe(false)
    expect(isEmpty({ words: [label, word('省略', 300, 500)] })).toBe(false)
    expect(isEmpty({ patches: [{ rect: unread, text: null, isHatched: false }] })).toBe(false)
  })

  test('is not known to be where no line ends it, where it is the head of the next row, or where all print is pale', () => {
    expect(isEmpty({ rules: { ...rules, across: rules.across.slice(0, 2) } })).toBe(false)
    const narrow = {
      across: rules.across,
      down: rules.down.map((line, i) => ({ ...line, x0: 880 + 140 * i, x1: 880 + 140 * i })),
    }
    expect(isEmpty({ rules: narrow })).toBe(false)
    expect(isEmpty({ ink: () => 0 })).toBe(false)
  })

  test('is nowhere when no 本籍 was found', () => {
    expect(
      arePlacesEmpty(
        {
          words: [],
          patches: [],
          codes: [],
          rules,
          width: 1,
          height: 1,
          kind: 'koseki',
          kinds: new Set(),
          ink: () => 0,
        },
        [],
      ),
    ).toBe(false)
  })
})
