// How much ink a place holds, by made-up pictures: print counts, what only passes through does not.
import { describe, expect, test } from 'vitest'
import { inkOf } from '../../../main/screening/ink.ts'
import type { Grey, Rect } from '../../../main/reading/index.ts'

const place: Rect = { x: 60, y: 100, w: 300, h: 40 }

function page(dark: readonly Rect[]): Grey {
  const data = new Uint8Array(400 * 240).fill(250)
  for (const { x, y, w, h } of dark)
    for (let row = y; row < y + h; row++) data.fill(10, row * 400 + x, row * 400 + x + w)
  return { width: 400, height: 240, data }
}

describe('ink in a place', () => {
  test('is print', () => {
    const print = Array.from({ length: 6 }, (_, index) => ({ x: 70 + 12 * index, y: 108, w: 5, h: 24 }))
    expect(inkOf(page(print), place, 250)).toBeGreaterThan(0.14)
  })

  test('is a bar', () => {
    expect(inkOf(page([{ x: 60, y: 104, w: 300, h: 32 }]), place, 250)).toBeGreaterThan(0.5)
  })

  test.each<[string, Rect]>([
    ['fold down the page', { x: 200, y: 0, w: 14, h: 240 }],
    ['ruled line that cuts into it', { x: 0, y: 126, w: 400, h: 8 }],
  ])('is no %s', (_, rect) => {
    expect(inkOf(page([rect]), place, 250)).toBeLessThan(0.05)
  })

  /** A bar below the place that runs into it towards one end, as a mask does on a page that lies crooked. */
  const crooked = Array.from({ length: 150 }, (_, at) => {
    const y = 137 - Math.floor(at / 8)
    return { x: 60 + 2 * at, y, w: 2, h: 70 }
  })

  test('is no bar of the next row that reaches into it', () => {
    expect(inkOf(page(crooked), place, 250)).toBeLessThan(0.05)
  })

  test('is print that stands on such a bar', () => {
    const print = Array.from({ length: 6 }, (_, index) => ({ x: 270 + 12 * index, y: 102, w: 5, h: 30 }))
    expect(inkOf(page([...crooked, ...print]), place, 250)).toBeGreaterThan(0.14)
  })
})
