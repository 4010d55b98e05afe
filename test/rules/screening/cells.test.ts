// Cells by ruled lines, and what the rules make of them: values stay in their cell, addresses with their label.
import { describe, expect, test } from 'vitest'
import { cellAround, cellBeside, isInCell } from '../../../shared/rules/screening/cells.ts'
import type { RuledLines } from '../../../shared/rules/screening/cells.ts'
import type { Found } from '../../../shared/rules/screening/page-view.ts'
import type { Word } from '../../../shared/rules/screening/words.ts'
import { column, find as findOn, word } from './made-up-page.ts'

/** A grid of rules at these places. */
function grid(xs: readonly number[], ys: readonly number[]): RuledLines {
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  return {
    down: xs.map((x) => ({ x0: x, y0: top, x1: x, y1: bottom })),
    across: ys.map((y) => ({ x0: left, y0: y, x1: right, y1: y })),
  }
}

const find = (words: Word[], rules: RuledLines): Found[] => findOn('juminhyo', words, { rules })
const domiciles = (found: Found[]): Found[] => found.filter((finding) => finding.field === 'permanent-domicile')

describe('cells', () => {
  const rules = grid([100, 400, 1000], [200, 300, 400])

  test('print stands between the nearest rules', () => {
    expect(cellAround(rules, { x: 120, y: 230, w: 80, h: 35 })).toEqual({
      left: 100,
      right: 400,
      top: 200,
      bottom: 300,
    })
  })

  test('the cell beside a label ends where the next column begins', () => {
    const cell = cellBeside(rules, { x: 120, y: 230, w: 80, h: 35 })
    expect(cell).toEqual({ left: 400, right: 1000, top: 200, bottom: 300 })
    expect(cell !== null && isInCell(cell, { x: 500, y: 320, w: 100, h: 35 })).toBe(false)
  })

  test('a stroke as high as the print is no rule', () => {
    const stroke = { down: [{ x0: 300, y0: 225, x1: 300, y1: 270 }], across: [] }
    expect(cellAround(stroke, { x: 120, y: 230, w: 80, h: 35 }).right).toBeNull()
  })
})

describe('values in cells', () => {
  test('end at the rule, whatever the next cell holds', () => {
    const words = [word('本籍', 120, 230), word('省略', 420, 230), word('東京都港区芝一丁目2番3号', 1020, 230)]
    expect(domiciles(find(words, grid([100, 400, 1000, 1900], [200, 300, 400]))).map(({ state }) => state)).toEqual([
      'omitted',
    ])
  })

  test('are every line of a tall cell', () => {
    const words = [word('本籍', 120, 270), word('長野県松本市丸の内', 420, 230), word('三丁目7番地', 420, 300)]
    const [finding] = domiciles(find(words, grid([100, 400, 1900], [200, 400, 500])))
    expect(finding?.state).toBe('visible')
    expect(finding && finding.rect.y + finding.rect.h).toBeGreaterThanOrEqual(340)
  })

  test('are not parted by the shadow of a strip of paper, which ends before the cell does', () => {
    const words = [
      word('本籍・筆頭者', 120, 270),
      word('茨城県水戸市中央三丁目30番地', 420, 230),
      word('藤原', 700, 320),
    ]
    const table = grid([100, 400, 1900], [200, 400, 500])
    const strip = { x0: 415, y0: 274, x1: 1000, y1: 274 }
    const found = domiciles(find(words, { ...table, across: [...table.across, strip] }))
    expect(found.map(({ state }) => state)).toEqual(['visible'])
  })

  test('of a row are those between its rules, also where only the margin lies beside it', () => {
    const table = grid([100, 1500], [200, 300, 400, 500])
    const edgeOfSheet = { x0: 1490, y0: 60, x1: 1650, y1: 60 }
    const rules = { ...table, across: [...table.across, edgeOfSheet] }
    const words = [
      word('氏名', 120, 230),
      word('小林', 420, 230),
      word('こばやし', 635, 230),
      word('続柄', 120, 330),
      word('世帯主', 635, 330),
    ]
    const patches = [{ rect: { x: 390, y: 425, w: 190, h: 40 }, text: null, isHatched: false }]
    const found = findOn('juminhyo', [...words, word('筆頭者', 120, 430)], { rules, patches })
    expect(found.map(({ state }) => state)).toEqual(['masked'])
  })

  test('are parted by a rule that crosses the cell', () => {
    const table = grid([100, 400, 1900], [200, 400, 500])
    const rules = { ...table, across: [...table.across, { x0: 405, y0: 280, x1: 1890, y1: 280 }] }
    expect(cellBeside(rules, { x: 120, y: 290, w: 80, h: 35 })?.top).toBe(280)
  })
})

describe('an address that no 本籍 announces', () => {
  const address = word('和歌山県田辺市新屋敷町1395番地9', 420, 230)
  const none: RuledLines = { across: [], down: [] }

  test.each(['前住所', '前位所', '転入前佳所', '最終の住昕'])('is none beside %s', (label) => {
    expect(domiciles(find([word(label, 120, 230), address], none))).toEqual([])
  })

  test('is none beside 住所 that runs down and was half read', () => {
    const words = [word('住', 120, 205), word('1窟', 120, 255), address]
    expect(domiciles(find(words, none))).toEqual([])
  })

  test('is one when its label is gone', () => {
    expect(domiciles(find([address], none)).map(({ by }) => by)).toEqual([['value']])
  })

  test('is one beside a label that runs down', () => {
    const [finding] = domiciles(find([column('本籍', 120, 200), address], none))
    expect(finding?.by).toEqual(['label', 'value'])
  })
})
