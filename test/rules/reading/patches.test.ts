// Dark patches on pages of every contrast, by made-up pictures.
import { describe, expect, test } from 'vitest'
import { faintLadder, findPatches } from '../../../main/reading/patches.ts'
import type { Grey, Rect } from '../../../main/reading/picture.ts'

/** A page of `paper` grey with `ink` in the rectangles. */
function page(paper: number, ink: number, rects: readonly Rect[]): Grey {
  const [width, height] = [600, 600]
  const data = new Uint8Array(width * height).fill(paper)
  for (const { x, y, w, h } of rects)
    for (let row = y; row < y + h; row++) data.fill(ink, row * width + x, row * width + x + w)
  return { width, height, data }
}

const bar: Rect = { x: 120, y: 240, w: 300, h: 36 }

describe('a bar', () => {
  test.each([
    ['on a good copy', 250, 10],
    ['on a faded copy, where black is grey', 250, 135],
    ['on a dark copy', 190, 20],
  ])('%s is a patch', (_, paper, ink) => {
    expect(findPatches(page(paper, ink, [bar]), paper, 14).map(({ rect }) => rect)).toEqual([bar])
  })

  test('ends where print that touches it begins', () => {
    const print = Array.from({ length: 4 }, (_, index) => ({ x: 132 + 60 * index, y: 276, w: 12, h: 24 }))
    expect(findPatches(page(250, 10, [bar, ...print]), 250, 14).map(({ rect }) => rect)).toEqual([bar])
  })

  test.each([90, 150, 210])('and one of %i pixels right below it are two', (w) => {
    const shorter: Rect = { x: 126, y: 276, w, h: 36 }
    expect(findPatches(page(250, 10, [bar, shorter]), 250, 14).map(({ rect }) => rect)).toEqual([bar, shorter])
  })

  test('with uneven ends is one', () => {
    const strokes = [0, 1, 2, 3, 4, 5].map((row) => ({ x: 120 + 12 * (row % 3), y: 240 + 6 * row, w: 270, h: 6 }))
    expect(findPatches(page(250, 10, strokes), 250, 14).map(({ rect }) => rect)).toEqual([
      { x: 120, y: 240, w: 294, h: 36 },
    ])
  })

  test('thin rules are none', () => {
    const rules = Array.from({ length: 8 }, (_, index) => ({ x: 0, y: 60 * index + 3, w: 600, h: 3 }))
    expect(findPatches(page(250, 10, rules), 250, 14)).toEqual([])
  })

  test('grey shading is none while there is black on the page', () => {
    const shaded = page(250, 150, [bar])
    for (let x = 0; x < 1200; x++) shaded.data[x] = 10
    expect(findPatches(shaded, 250, 14)).toEqual([])
  })
})

describe('white tape on a dark copy', () => {
  const tape: Rect = { x: 120, y: 240, w: 300, h: 36 }
  const stroke: Rect = { x: 160, y: 250, w: 6, h: 16 }

  test('gives up the print under it, a few greys darker than the tape', () => {
    const taped = page(150, 246, [tape])
    for (let row = stroke.y; row < stroke.y + stroke.h; row++)
      taped.data.fill(238, row * 600 + stroke.x, row * 600 + stroke.x + stroke.w)
    const place = { x: 100, y: 230, w: 360, h: 60 }
    const [closest] = faintLadder(taped, place)
    const at = (x: number, y: number): number => closest?.data[(y - place.y) * place.w + x - place.x] ?? -1
    expect(at(200, 260)).toBe(255)
    expect(at(162, 258)).toBeLessThan(128)
    expect(at(110, 235)).toBe(0)
  })
})
