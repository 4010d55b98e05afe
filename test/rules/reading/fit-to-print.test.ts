// How far a box grows over the print it lies on, on pictures that are drawn here.
import { describe, expect, test } from 'vitest'
import { fitToPrint } from '../../../main/reading/fit-to-print.ts'
import type { Grey, Rect } from '../../../main/reading/picture.ts'

const anywhere = { left: 0, top: 0, right: 800, bottom: 300 }
const paper = 235
const ink = 60

function page(...shapes: [shade: number, shape: Rect][]): Grey {
  const picture = { width: 800, height: 300, data: new Uint8Array(800 * 300).fill(paper) }
  for (const [shade, { x, y, w, h }] of shapes)
    for (let row = y; row < y + h; row++) picture.data.fill(shade, row * 800 + x, row * 800 + x + w)
  return picture
}

/** Characters of two stems each, 30 pixels high and broad. */
function line(x: number, y: number, count: number): [number, Rect][] {
  return Array.from({ length: count }, (_, at) => at * 30).flatMap((at): [number, Rect][] => [
    [ink, { x: x + at + 2, y, w: 4, h: 30 }],
    [ink, { x: x + at + 20, y, w: 4, h: 30 }],
    [ink, { x: x + at + 2, y: y + 12, w: 22, h: 3 }],
  ])
}

/** The same picture with its rows for columns. */
function transposed(picture: Grey): Grey {
  const { width, height } = picture
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % height, Math.floor(at / height)]
    return picture.data[x * width + y] ?? paper
  })
  return { width: height, height: width, data }
}

describe('along its line a box grows', () => {
  test('to a first and a last character that were not read, stems of full height among them', () => {
    expect(fitToPrint(page(...line(200, 100, 10)), { x: 232, y: 100, w: 236, h: 30 }, anywhere)).toEqual({
      x: 202,
      y: 100,
      w: 292,
      h: 30,
    })
  })

  test('over the cover that hides the rest of the value', () => {
    const pen: [number, Rect] = [15, { x: 100, y: 80, w: 180, h: 70 }]
    const fitted = fitToPrint(page(...line(290, 100, 4), pen), { x: 291, y: 100, w: 118, h: 30 }, anywhere)
    expect(fitted.x).toBe(100)
  })

  test('to a ruled line and no further, nor into the print of others', () => {
    const rule: [number, Rect] = [ink, { x: 505, y: 60, w: 3, h: 120 }]
    const beside = page(...line(200, 100, 10), rule, ...line(512, 100, 3))
    const rect = { x: 201, y: 100, w: 296, h: 30 }
    expect(fitToPrint(beside, rect, anywhere)).toMatchObject({ x: 201, w: 296 })
    const unruled = page(...line(200, 100, 13))
    expect(fitToPrint(unruled, rect, { ...anywhere, right: 500 }).w).toBeLessThanOrEqual(300)
  })

  test('not over the pattern of the paper', () => {
    const pattern = Array.from({ length: 40 }, (_, at): [number, Rect] => [190, { x: at * 20, y: 0, w: 6, h: 300 }])
    expect(fitToPrint(page(...pattern, ...line(200, 100, 4)), { x: 201, y: 100, w: 118, h: 30 }, anywhere)).toEqual({
      x: 201,
      y: 100,
      w: 118,
      h: 30,
    })
  })
})

test('across its line a box grows to the ends of its strokes, not into the next row', () => {
  const rows = page(...line(200, 100, 10), ...line(200, 140, 10))
  expect(fitToPrint(rows, { x: 201, y: 106, w: 296, h: 20 }, anywhere)).toMatchObject({ y: 100, h: 30 })
  const close = page(...line(200, 100, 10), ...line(200, 130, 10))
  const limits = { ...anywhere, bottom: 130 }
  expect(fitToPrint(close, { x: 201, y: 100, w: 296, h: 28 }, limits)).toMatchObject({ y: 100, h: 30 })
})

test('a line that runs down the page grows in the same way', () => {
  const down = transposed(page(...line(200, 100, 10)))
  const rect = { x: 104, y: 232, w: 22, h: 236 }
  const edges = { left: 0, top: 0, right: 300, bottom: 800 }
  expect(fitToPrint(down, rect, edges, true)).toEqual({ x: 100, y: 202, w: 30, h: 292 })
})
