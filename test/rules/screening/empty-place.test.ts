// A 戸籍 whose 本籍 lies under white tape: its ruled place was seen, and holds nothing.
import { describe, expect, test } from 'vitest'
import { arePlacesEmpty } from '../../../shared/rules/screening/empty-place.ts'
import type { Found, PageView } from '../../../shared/rules/screening/page-view.ts'
import type { Rect } from '../../../shared/rules/screening/words.ts'
import { column, viewOf, word } from './made-up-page.ts'

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

function isEmpty(
  more: Partial<PageView> = {},
  state: Found['state'] = 'blank',
  rect = label.rect,
  at = label.rect,
): boolean {
  const finding: Found = { field: 'permanent-domicile', state, rect, label: at, by: ['label'] }
  return arePlacesEmpty(viewOf('koseki', [label], { rules, ink: printedAt(label.rect), ...more }), [finding])
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

  describe('whose label has no cell', () => {
    const beside: Rect = { x: 984, y: 400, w: 900, h: 40 }
    const isEmptyRow = (more: Partial<PageView>, rect = beside): boolean =>
      isEmpty({ rules: { across: [], down: [] }, ...more }, 'blank', rect)

    test('is the rest of its row and the line below', () => {
      expect(isEmptyRow({})).toBe(true)
      expect(isEmptyRow({ words: [label, word('附票', 1400, 400)] })).toBe(false)
      expect(isEmptyRow({ ink: printedAt(label.rect, { x: 1400, y: 410, w: 40, h: 20 }) })).toBe(false)
      expect(isEmptyRow({ words: [label, word('附票', 1200, 470)] })).toBe(false)
    })

    test('ends with the ruled line below, and is too short for an address before another label', () => {
      const across = [{ x0: 200, y0: 455, x1: 2300, y1: 455 }]
      expect(isEmptyRow({ words: [label, word('附票', 1200, 470)], rules: { across, down: [] } })).toBe(true)
      expect(isEmptyRow({}, { ...beside, w: 300 })).toBe(false)
    })
  })

  test('in a column is empty when its cell holds the label alone', () => {
    const down = column('本籍', 2165, 210)
    const cell = {
      across: [150, 1320].map((y) => ({ x0: 60, y0: y, x1: 2230, y1: y })),
      down: [1937, 2229].map((x) => ({ x0: x, y0: 150, x1: x, y1: 1320 })),
    }
    const isEmptyCell = (more: Partial<PageView>): boolean =>
      isEmpty({ words: [down], rules: cell, ink: printedAt(down.rect), ...more }, 'blank', down.rect, down.rect)
    expect(isEmptyCell({})).toBe(true)
    expect(isEmptyCell({ words: [down, column('編製', 1990, 210)] })).toBe(false)
    expect(isEmptyCell({ ink: printedAt(down.rect, { x: 2050, y: 600, w: 40, h: 40 }) })).toBe(false)
    expect(isEmptyCell({ rules: { ...cell, across: cell.across.slice(0, 1) } })).toBe(false)
  })

  test('on a passport holds nothing but what is paler than its other values, wherever below the label that is', () => {
    const registered = word('本籍RegisteredDomicile', 700, 500)
    const dates = [word('20FEB1979', 700, 450), word('20MAR2006', 300, 700)]
    const printed = (depth: number, x = 720): ((rect: Rect) => number) => {
      return (rect) => (rect.y < 500 || rect.y >= 700 ? 200 : x >= rect.x && x < rect.x + rect.w ? depth : 10)
    }
    const isBlank = (more: Partial<PageView>): boolean => {
      const page: Partial<PageView> = {
        kind: 'passport',
        kinds: new Set(['passport']),
        rules: { across: [], down: [] },
      }
      const words = [registered, ...dates]
      return isEmpty({ ...page, words, ...more }, 'blank', registered.rect, registered.rect)
    }
    expect(isBlank({ depth: printed(40) })).toBe(true)
    expect(isBlank({ depth: printed(90) })).toBe(false)
    expect(isBlank({ depth: printed(90, 690) })).toBe(false)
    expect(isBlank({ depth: printed(40), words: [registered] })).toBe(false)
  })

  test('is nowhere when no 本籍 was found', () => {
    expect(arePlacesEmpty(viewOf('koseki', [], { rules }), [])).toBe(false)
  })
})
