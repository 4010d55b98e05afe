// A 本籍 whose line came from the detector in pieces, or that stands far from the middle of its head.
import { describe, expect, test } from 'vitest'
import { column, find, statesOf, word } from './made-up-page.ts'
import type { Patch } from '../../../shared/rules/screening/words.ts'

const address = '千葉県香取郡神崎町神崎本宿1527番地'

/** A cell from left to right and top to bottom. */
function cell(x0: number, y0: number, x1: number, y1: number) {
  return {
    across: [y0, y1].map((y) => ({ x0, y0: y, x1, y1: y })),
    down: [x0, x1].map((x) => ({ x0: x, y0, x1: x, y1 })),
  }
}

describe('a line in pieces', () => {
  test('below a small label in the same cell is its value', () => {
    const words = [
      word('本籍', 120, 300),
      word('県香取', 300, 350),
      word('郡神崎町', 424, 352),
      word('宿1527番地', 590, 350),
    ]
    const found = find('juminhyo', words, { rules: cell(100, 290, 1200, 410) })
    expect(statesOf(found)).toEqual(['visible'])
    expect(found[0]?.rect.w).toBeGreaterThan(500)
  })

  test('without a label is one address', () => {
    expect(
      statesOf(find('koseki', [column('琦玉鼎大市浦和区常盤四', 2000, 300), column('丁目六十番', 2002, 840)])),
    ).toEqual(['visible'])
  })

  test('of a sentence in a register is none', () => {
    const words = [column('平成三年六月一日東京都千代田区', 2000, 300), column('永田町一丁目一番で出生', 2002, 1040)]
    expect(statesOf(find('koseki', words))).toEqual([])
  })

  test('does not go on over a ruled line', () => {
    const words = [word('兵庫県姫路市安田', 600, 400), word('1番地', 930, 400)]
    const rules = { across: [], down: [{ x0: 925, y0: 300, x1: 925, y1: 600 }] }
    expect(statesOf(find('juminhyo', words, { rules }))).toEqual(['unreadable'])
    expect(statesOf(find('juminhyo', words))).toEqual(['visible'])
  })
})

describe('dirt', () => {
  test('in the cell of a value, read as letters, makes its box no higher', () => {
    const watermark = { ...word('IT2', 800, 310, 0.91), rect: { x: 800, y: 310, w: 130, h: 48 } }
    const words = [word('本籍', 120, 380), word(address, 400, 380), watermark]
    const rules = {
      across: [290, 470].map((y) => ({ x0: 90, y0: y, x1: 1400, y1: y })),
      down: [90, 360, 1400].map((x) => ({ x0: x, y0: 290, x1: x, y1: 470 })),
    }
    expect(find('juminhyo', words, { rules })).toMatchObject([{ state: 'visible', rect: { y: 380, h: 40 } }])
    const mask: Patch = { rect: { x: 394, y: 372, w: 760, h: 56 }, text: null, isHatched: false }
    const masked = words.filter(({ text }) => text !== address)
    expect(statesOf(find('juminhyo', masked, { rules, patches: [mask] }))).toEqual(['masked'])
  })

  test('below the line of a value, read as next to nothing, makes its box no higher either', () => {
    const words = [word('本籍', 120, 400), word(address, 400, 380), word('小二', 700, 445, 0.05)]
    const rules = {
      across: [350, 500].map((y) => ({ x0: 90, y0: y, x1: 1400, y1: y })),
      down: [90, 360, 1400].map((x) => ({ x0: x, y0: 350, x1: x, y1: 500 })),
    }
    expect(find('juminhyo', words, { rules })).toMatchObject([{ state: 'visible', rect: { y: 380, h: 40 } }])
    const second = [...words.slice(0, 2), word('第二宮田', 700, 445)]
    expect(find('juminhyo', second, { rules })).toMatchObject([{ state: 'visible', rect: { y: 380, h: 105 } }])
  })

  const speck = { ...word('(や', 980, 210), rect: { x: 980, y: 210, w: 17, h: 9 } }

  test('beside a head is no value', () => {
    const heads = [word('氏名', 140, 200), word('続柄', 500, 200), word('本籍', 900, 200), word('筆頭者', 1900, 200)]
    expect(statesOf(find('juminhyo', [...heads, speck, word(address, 700, 300)]))).toEqual(['visible'])
  })

  test('that reads as a letter is none', () => {
    expect(statesOf(find('juminhyo', [word('本籍', 140, 200), word('h', 500, 200, 0.4)]))).toEqual(['blank'])
    expect(statesOf(find('juminhyo', [word('本籍', 140, 200), word('h', 500, 200, 0.8)]))).toEqual(['unreadable'])
  })
})

describe('a head in the middle of a wide cell', () => {
  const words = [word('本籍', 900, 300), word('筆頭者氏名', 1900, 300), word('三浦恵子', 1800, 370)]

  test('has its value at the left below it', () => {
    expect(statesOf(find('koseki', [...words, word(address, 140, 370)]))).toEqual(['visible'])
  })

  test('has the end of one there behind a cover', () => {
    const cover = { rect: { x: 140, y: 366, w: 400, h: 48 }, text: null, isHatched: false }
    expect(statesOf(find('koseki', [...words, word('丁目41番', 545, 370)], { patches: [cover] }))).toEqual(['visible'])
    expect(statesOf(find('koseki', [...words, word('丁目41番', 545, 370)]))).toEqual(['blank'])
  })

  test('has none that another label explains', () => {
    const found = find('koseki', [...words, word('住所', 140, 370), word('千葉県船橋市湊町二丁目10番25号', 300, 370)])
    expect(statesOf(found)).toEqual(['blank'])
  })
})

describe('a table with its heads blackened', () => {
  const patch = (x: number): Patch => ({ rect: { x, y: 200, w: 160, h: 40 }, text: null, isHatched: false })
  const heads = [word('氏名', 140, 200), word('生年月日', 500, 200), word('性別', 800, 200), word('続柄', 1000, 200)]
  const row = [word('大島千尋', 140, 300), word('京都府宇治市宇治琵琶1963-7', 1200, 300), word('大島翔', 2100, 300)]
  const found = find('juminhyo', [...heads, ...row], { patches: [patch(1500), patch(2100)] })

  test('shows the 本籍 and the 筆頭者 below the covers', () => {
    expect(statesOf(found)).toEqual(['visible'])
    expect(statesOf(found, 'head-of-register')).toEqual(['visible'])
  })

  test('may stand on a page with an address of its own', () => {
    const words = [...heads, ...row, word('住所', 140, 100), word('兵庫県神戸市中央区加納町1番7', 400, 100)]
    expect(statesOf(find('juminhyo', words, { patches: [patch(1500)] }))).toEqual(['visible'])
  })
})
