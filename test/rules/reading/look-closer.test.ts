// Which lines stay when small print is looked at again closer, by made-up lines.
import { describe, expect, it } from 'vitest'
import { lookCloser } from '../../../main/reading/find-lines.ts'
import type { LineBox } from '../../../main/reading/line-box.ts'

const picture = { width: 1000, height: 1000, data: new Uint8Array(1000 * 1000) }
const area = { x: 0, y: 0, w: 1000, h: 1000 }

function line(cx: number, cy: number, length: number, thickness: number): LineBox {
  return { cx, cy, length, thickness, angle: 0, score: 0.9 }
}

/** Three lines of small print, so that their part of the page is looked at again. */
const small = [line(500, 300, 300, 20), line(500, 340, 300, 20), line(500, 380, 300, 20)]

describe('a closer look', () => {
  it('puts what it finds in the place of the small print', async () => {
    const closer = [line(500, 300, 280, 16), line(420, 340, 120, 16), line(580, 340, 120, 16), line(500, 380, 280, 16)]
    expect(await lookCloser(picture, { area, scale: 0.5, lines: small }, async () => closer)).toEqual(
      expect.arrayContaining(closer),
    )
  })

  it('leaves a line that its part of the page cuts through', async () => {
    const large = line(500, 425, 600, 60)
    const lines = await lookCloser(picture, { area, scale: 0.5, lines: [...small, large] }, async () => [
      ...small,
      line(330, 425, 90, 20),
    ])
    expect(lines).toContainEqual(large)
    expect(lines).toHaveLength(4)
  })

  it('takes a line that two parts of the page show for one', async () => {
    const [piece, whole] = [line(440, 300, 120, 16), line(500, 300, 280, 16)]
    const lines = await lookCloser(picture, { area, scale: 0.5, lines: small }, async () => [
      piece,
      whole,
      ...small.slice(1),
    ])
    expect(lines).not.toContainEqual(piece)
    expect(lines).toContainEqual(whole)
  })

  it('leaves small print that it does not find again', async () => {
    expect(await lookCloser(picture, { area, scale: 0.5, lines: small }, async () => small.slice(1))).toHaveLength(3)
  })
})
