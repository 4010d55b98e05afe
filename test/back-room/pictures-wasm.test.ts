// The wasm build of the picture library, as it runs inside Electron on Linux: pages in a row must not break its heap.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Screening } from '../../main/screening/index.ts'
import { juminhyo } from './mail.ts'
import { buildFolder, builtScreening } from './mail-desk.ts'

let screening: Screening

beforeAll(async () => {
  screening = await builtScreening(buildFolder, 'wasm')
})

afterAll(() => screening.close())

test('masks a page and shows it many times over, two at once', async () => {
  const page = await juminhyo()
  for (let round = 0; round < 3; round++) {
    const masked = await screening.mask(page, 0, { boxes: [[20, 20, 60, 60]], leftOpen: [] })
    if (masked.legible) throw new Error('A corner without text was called legible.')
    const sizes = [1200, 900, 1200]
    const shown = await Promise.all(
      sizes.map((longSidePx) => screening.picture(masked.png, 0, { turn: 90, longSidePx })),
    )
    expect(shown.map(({ width, height }) => Math.max(width, height))).toEqual(sizes)
  }
})
