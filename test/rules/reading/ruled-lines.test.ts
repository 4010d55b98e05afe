// Ruled lines on made-up pictures: what parts the cells of a table, and what only looks like it.
import { describe, expect, test } from 'vitest'
import type { Grey, Rect } from '../../../main/reading/picture.ts'
import { findRuledLines } from '../../../main/reading/ruled-lines.ts'

const [width, height] = [800, 1000]

function page(rects: readonly Rect[]): Grey {
  const data = new Uint8Array(width * height).fill(245)
  for (const { x, y, w, h } of rects)
    for (let row = y; row < y + h; row++) data.fill(40, row * width + x, row * width + x + w)
  return { width, height, data }
}

const down = (x: number, y: number, h: number): Rect => ({ x, y, w: 3, h })
const across = (x: number, y: number, w: number): Rect => ({ x, y, w, h: 3 })
const columnsOf = (rects: readonly Rect[]): number[] =>
  findRuledLines(page(rects))
    .down.map((line) => Math.round(line.x0))
    .sort((a, b) => a - b)

describe('the lines of a table', () => {
  const table = [down(101, 200, 400), down(401, 200, 400), across(101, 200, 300), across(101, 597, 303)]

  test('are found with their ends', () => {
    const { across: rows } = findRuledLines(page(table))
    expect(columnsOf(table)).toEqual([102, 402])
    expect(rows.map((line) => Math.round(line.y0)).sort((a, b) => a - b)).toEqual([201, 598])
  })

  test('a streak of the copier from edge to edge is none, also where print interrupts it', () => {
    expect(columnsOf([...table, down(301, 0, height)])).toEqual([102, 402])
    const broken = [down(301, 0, 290), { x: 280, y: 290, w: 50, h: 30 }, down(301, 320, 680)]
    expect(columnsOf([...table, ...broken])).toEqual([102, 402])
  })

  test('the frame of a card that fills the picture is one', () => {
    expect(columnsOf([...table, down(251, 30, 940)])).toEqual([102, 252, 402])
  })
})
