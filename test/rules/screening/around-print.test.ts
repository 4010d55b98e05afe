// The box that becomes black: all of a value's lines, and nothing of the rows beside it.
import { expect, test } from 'vitest'
import { aroundPrint } from '../../../main/screening/around-print.ts'
import type { Found } from '../../../shared/rules/screening/page-view.ts'
import { around, bottom, right } from '../../../shared/rules/screening/words.ts'
import type { Rect, Word } from '../../../shared/rules/screening/words.ts'
import { column, viewOf, word } from './made-up-page.ts'

const [width, height] = [1400, 800]

/** The box of a value of these words, on a page on which every word is as dark as print. */
function boxOf(value: readonly Word[], others: readonly Word[] = []): Rect {
  const words = [...value, ...others]
  const upright = { width, height, data: new Uint8Array(width * height).fill(240) }
  for (const { rect } of words)
    for (let y = rect.y + 3; y < bottom(rect) - 3; y += 4)
      upright.data.fill(40, y * width + rect.x + 3, y * width + right(rect) - 3)
  const view = viewOf('juminhyo', words, { width, height })
  const rect = around(value.map((each) => each.rect))
  const found: Found = { field: 'permanent-domicile', state: 'visible', rect, label: null, by: ['label'] }
  return aroundPrint(found, { upright, view })
}

test('the margin of two lines is that of one, not of their height together', () => {
  const box = boxOf([word('青森県十和田市西十二番町', 300, 300), word('6番1号', 300, 350)])
  expect(box.y).toBeGreaterThan(300 - 0.3 * 40)
  expect(bottom(box)).toBeLessThan(390 + 0.3 * 40)
})

test('a row close by keeps its print', () => {
  const rows = [word('平成21年8月20日', 300, 258), word('太田隆', 300, 342)]
  const box = boxOf([word('宮崎県都城市姫城町181番地', 300, 300)], rows)
  expect(box.y).toBeGreaterThan(298 - 0.1 * 40)
  expect(bottom(box)).toBeLessThan(342 + 0.1 * 40)
})

test('a column that runs down the page grows to its last character, and not over the column beside it', () => {
  const whole = column('富山県高岡市広小路二〇〇番地六', 600, 40)
  const read: Word = { ...whole, rect: { ...whole.rect, h: whole.rect.h - 30 } }
  const beside = column('父長谷川正一', 648, 40)
  const box = boxOf([read], [beside, column('六', 600, bottom(whole.rect) - 50)])
  expect(bottom(box)).toBeGreaterThan(bottom(whole.rect) - 4)
  expect(right(box)).toBeLessThan(648 + 0.1 * 40)
})
