// Boxes on a turned page: checked against a page that is really turned, pixel by pixel.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxWithin, turnedBox, turnedSize, unturnedBox } from '../../renderer/screens/review/turned-boxes.ts'
import type { Box, Turn } from '../../shared/screening.ts'

type Page = string[][]

/** Turns a page by 90° clockwise: its bottom row becomes its first column. */
const turnOnce = (page: Page): Page => (page[0] ?? []).map((_, x) => page.map((row) => row[x] ?? '').toReversed())

const turnPage = (page: Page, turn: Turn): Page => {
  let turned = page
  for (let done = 0; done < turn; done += 90) turned = turnOnce(turned)
  return turned
}

const cut = (page: Page, [x, y, width, height]: Box): string[] =>
  page.slice(y, y + height).flatMap((row) => row.slice(x, x + width))

const turns = fc.constantFrom<Turn>(0, 90, 180, 270)
const pageAndBox = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      x: fc.integer({ min: 0, max: size.width - 1 }),
      y: fc.integer({ min: 0, max: size.height - 1 }),
    }),
  )
  .chain(({ size, x, y }) =>
    fc.record({
      size: fc.constant(size),
      box: fc.tuple(
        fc.constant(x),
        fc.constant(y),
        fc.integer({ min: 1, max: size.width - x }),
        fc.integer({ min: 1, max: size.height - y }),
      ),
    }),
  )

describe('a box on a turned page', () => {
  it('frames the same pixels as before the turn', () => {
    fc.assert(
      fc.property(pageAndBox, turns, ({ size, box }, turn) => {
        const page = Array.from({ length: size.height }, (_, y) =>
          Array.from({ length: size.width }, (__, x) => `${x},${y}`),
        )
        const turned = turnPage(page, turn)
        expect({ width: turned[0]?.length, height: turned.length }).toEqual(turnedSize(size, turn))
        expect(cut(turned, turnedBox(box, size, turn)).toSorted()).toEqual(cut(page, box).toSorted())
      }),
    )
  })

  it('comes back where it was', () => {
    fc.assert(
      fc.property(pageAndBox, turns, ({ size, box }, turn) => {
        expect(unturnedBox(turnedBox(box, size, turn), size, turn)).toEqual(box)
      }),
    )
  })

  it.each<[Turn, Box]>([
    [0, [100, 200, 300, 40]],
    [90, [3268, 100, 40, 300]],
    [180, [2080, 3268, 300, 40]],
    [270, [200, 2080, 40, 300]],
  ])('of an A4 page at 300 dpi, turned by %i°', (turn, expected) => {
    expect(turnedBox([100, 200, 300, 40], { width: 2480, height: 3508 }, turn)).toEqual(expected)
  })
})

describe('a drawn box', () => {
  const page = { width: 100, height: 50 }
  it.each<[string, Box, Box]>([
    ['is rounded outwards', [10.6, 5.2, 20.1, 9.9], [10, 5, 21, 11]],
    ['ends at the edges of the page', [-5, -5, 200, 200], [0, 0, 100, 50]],
    ['has at least one pixel', [100, 50, 0, 0], [99, 49, 1, 1]],
  ])('%s', (_, drawn, expected) => {
    expect(boxWithin(drawn, page)).toEqual(expected)
  })
})
