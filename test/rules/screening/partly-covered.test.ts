// What white paper, a pen or a broken line leave of a 本籍: its end, its first letter, its second line.
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../../shared/rules/screening/verdict.ts'
import type { Patch, Rect } from '../../../shared/rules/screening/words.ts'
import type { FieldState } from '../../../shared/screening.ts'
import { column, find, statesOf, word } from './made-up-page.ts'

const cover = (rect: Rect, text: string | null = null): Patch => ({ rect, text, isHatched: false })

describe('the end of an address beyond white paper', () => {
  test('far right of its label', () => {
    const label = word('本籍', 200, 500)
    expect(statesOf(find('koseki', [label, word('0番地の5', 1300, 500)]))).toEqual(['visible'])
    expect(statesOf(find('koseki', [label, word('…地3', 1300, 500)]))).toEqual(['visible'])
    expect(statesOf(find('koseki', [label, word('第12回', 1300, 500)]))).not.toContain('visible')
  })

  test('far below its label', () => {
    const story = [column('昭和三十二年八月十九日出生同月届出入籍', 900, 200), column('父松本一夫', 1000, 200)]
    const words = [column('本籍', 2100, 200), column('十七番地二十三', 2100, 900), ...story]
    expect(statesOf(find('koseki', words))).toEqual(['visible'])
  })
})

describe('a single character behind a cover', () => {
  const pen = cover({ x: 420, y: 496, w: 700, h: 48 })
  const left = (text: string, sure: number, label = '本籍'): FieldState[] =>
    statesOf(
      find('licence', [word(label, 200, 500), word(text, 1130, 500, sure)], { patches: [pen] }),
      label === '本籍' ? 'permanent-domicile' : 'head-of-register',
    )

  test('is a person left to see when it was read without doubt, to be looked at when not', () => {
    expect(left('県', 0.99)).toEqual(['visible'])
    expect(left('県', 0.8)).toEqual(['unreadable'])
    expect(left('9', 0.99)).toEqual(['unreadable'])
    expect(left('一', 0.99)).toEqual(['masked'])
  })

  test('that is to be looked at lies in the box, and so does the cover', () => {
    const found = find('licence', [word('本籍', 200, 500), word('県', 1130, 500, 0.8)], { patches: [pen] })
    expect(found).toMatchObject([{ state: 'unreadable', rect: { x: 420, w: 750 } }])
  })

  test('of a name counts as well, plain strokes do not', () => {
    expect(left('隆', 0.99, '筆頭者')).toEqual(['visible'])
    expect(left('一', 0.99, '筆頭者')).toEqual(['masked'])
  })

  test('is a value also in a row of other labels, which is no row of heads then', () => {
    const labels = [
      word('生年月日', 200, 500),
      word('性別', 900, 500),
      word('続柄', 1200, 500),
      word('筆頭者', 1560, 500),
    ]
    const words = [...labels, word('隆', 1890, 500, 0.99), word('***', 1560, 700), word('***', 1560, 780)]
    const found = find('juminhyo', words, { patches: [cover({ x: 1750, y: 496, w: 102, h: 48 })] })
    expect(statesOf(found, 'head-of-register')).toEqual(['visible'])
  })
})

test('a piece of a passport’s label beside the mask is no value', () => {
  const patches = [cover({ x: 1090, y: 524, w: 150, h: 42 })]
  const words = [word('PASSPORT', 100, 50), word('本籍Reg', 1128, 476), word('SCre', 1440, 476)]
  expect(statesOf(find('passport', words, { patches }))).toEqual(['masked'])
  const prefecture = word('OSAKA', 1128, 530)
  expect(statesOf(find('passport', [...words, prefecture]))).toEqual(['visible'])
})

describe('an entry on the back of a licence', () => {
  const first = '平成19年5月28日:新本籍:愛媛県新居浜市一宮町一'

  test('with its label covered is what a pen left of its end, as long as its row is not that of 新住所', () => {
    const rows = [
      word('備考', 900, 300),
      word('平成19年9月9日', 100, 440),
      word('新氏名', 660, 600),
      word('大島翔', 800, 660),
    ]
    const home = [word('新住所', 660, 400), word('大阪府堺市堺区南瓦町775番地', 700, 450)]
    const end = word('丁目9番地', 1300, 540)
    const patches = [cover({ x: 660, y: 510, w: 640, h: 100 })]
    const longer = word('关丁目9番地', 1290, 540)
    expect(statesOf(find('licence', [...rows, ...home, end], { patches }))).toEqual(['visible'])
    const dated = [...rows, ...home, word('平13.12.27', 100, 540)]
    expect(statesOf(find('licence', [...dated, longer], { patches }))).toEqual(['visible'])
    const moved = [word('新住所', 560, 540), end]
    expect(statesOf(find('licence', [...rows, ...moved], { patches }))).toEqual([])
  })

  test('has its label behind the date, whatever sign stands between', () => {
    expect(statesOf(find('licence', [word(first, 300, 400)]))).toEqual(['visible'])
    expect(statesOf(find('licence', [word(first.replace('本籍', '住所'), 300, 400)]))).toEqual([])
    expect(statesOf(find('licence', [word(first.replace(':新本籍:', '新本籍'), 300, 400)]))).toEqual(['visible'])
  })

  test('has it there when the date was cut off, and when its last character is lost', () => {
    expect(statesOf(find('licence', [word('1月17日新本籍', 300, 400)]))).toEqual(['blank'])
    expect(statesOf(find('licence', [word(first.replace('籍', ''), 300, 400)]))).toEqual(['visible'])
  })

  test('is visible in the two characters before a pen, one of them cut in half', () => {
    const words = [word('令和2年12月1日:新本籍:沖組', 300, 400)]
    const pen = cover({ x: 950, y: 396, w: 700, h: 44 })
    expect(statesOf(find('licence', words, { patches: [pen] }))).toEqual(['visible'])
  })

  test('is visible in what a pen over its second line left', () => {
    const pens = [cover({ x: 900, y: 396, w: 700, h: 44 }), cover({ x: 290, y: 446, w: 420, h: 44 })]
    const words = [word('1月17日新本籍', 300, 400), word('日72番', 720, 450)]
    expect(statesOf(find('licence', words, { patches: pens }))).toContain('visible')
  })

  test('goes on in its second line, also where a pen lies over the first', () => {
    const words = [word('平成19年5月28日', 300, 400), word('新本籍', 760, 400), word('丁目46番', 300, 450)]
    const pen = cover({ x: 900, y: 396, w: 700, h: 44 })
    expect(statesOf(find('licence', words, { patches: [pen] }))).toEqual(['masked', 'visible'])
  })

  test('goes on below its date in figures, or with its end alone beyond white paper; a commission there is no 本籍', () => {
    const label = word('令3.11.1本籍', 300, 400)
    expect(statesOf(find('licence', [label, word('兵庫県神戸市灘区中央45番', 340, 450)]))).toEqual(['visible'])
    expect(statesOf(find('licence', [label, word('番地5', 1300, 450)]))).toContain('visible')
    expect(statesOf(find('licence', [label, word('島根県公安委員会', 1300, 450)]))).toEqual(['blank'])
    expect(statesOf(find('licence', [label, word('新住所', 1100, 450), word('番地5', 1300, 450)]))).toEqual(['blank'])
  })

  test('in a ruled table stands below its label, whatever the commission beside it is called', () => {
    const rules = {
      across: [380, 520].map((y) => ({ x0: 100, y0: y, x1: 1700, y1: y })),
      down: [100, 480, 1500, 1700].map((x) => ({ x0: x, y0: 380, x1: x, y1: 520 })),
    }
    const row = [word('平成5年5月25', 110, 400), word('新本籍', 500, 400), word('岡山県', 1520, 400)]
    const value = word('新潟県長岡市字川原九丁目1577番地', 500, 460)
    expect(find('licence', [...row, value], { rules })).toMatchObject([{ state: 'visible', rect: { x: 500, y: 460 } }])
    const pen = cover({ x: 495, y: 456, w: 600, h: 46 })
    expect(statesOf(find('licence', row, { rules, patches: [pen] }))).not.toContain('visible')
  })

  test('that follows is none of it', () => {
    const words = [
      word('平成19年5月28日', 300, 400),
      word('新本籍', 760, 400),
      word('令和2年3月1日新住所青森県弘前市紺屋町3番地', 300, 450),
    ]
    const pen = cover({ x: 900, y: 396, w: 700, h: 44 })
    expect(statesOf(find('licence', words, { patches: [pen] }))).toEqual(['masked'])
  })
})

test('a country stands in place of the 本籍 of a foreign national', () => {
  expect(statesOf(find('licence', [word('本籍・国築大韓民国', 300, 400)]))).toEqual(['visible'])
  expect(statesOf(find('licence', [word('本籍・国籍', 300, 400), word('米国', 700, 400)]))).toEqual(['visible'])
})

describe('an address that shows through a pen', () => {
  const pen = cover({ x: 420, y: 226, w: 800, h: 48 }, '茨城県水戸市中央五丁目36番')

  test('in a row whose label was misread is a 本籍', () => {
    expect(statesOf(find('licence', [word('医員', 200, 230)], { patches: [pen] }))).toEqual(['see-through'])
  })

  test('is none beside 住所, and none on a letter', () => {
    expect(find('licence', [word('住所', 200, 230)], { patches: [pen] })).toEqual([])
    expect(find('other', [word('医員', 200, 230)], { patches: [pen] })).toEqual([])
  })
})

test('a bar that hides the beginning of a passport’s label and all of its value masks it', () => {
  const patches = [cover({ x: 800, y: 560, w: 160, h: 48 })]
  const label = { ...word('RegisteredDomicile', 980, 540), rect: { x: 980, y: 540, w: 300, h: 36 } }
  expect(statesOf(find('passport', [label], { patches }))).toEqual(['masked'])
})

test('the end of a prefecture beyond the mask of a passport is visible, though its label came in two pieces', () => {
  const above = [word('PASSPORT', 100, 50), word('国籍/Nationality', 500, 360), word('20FEB1979', 800, 400)]
  const words = [...above, word('RegisteredDomici', 800, 470), word('le', 1460, 470), word('CHI', 900, 520)]
  const pen = cover({ x: 800, y: 515, w: 96, h: 50 })
  expect(statesOf(find('passport', words, { patches: [pen] }))).toEqual(['visible'])
})

test('a mask that reaches into the label of a passport leaves the end of both to be read', () => {
  const words = [word('PASSPORT', 100, 50), word('Domicile', 1000, 470), word('TO', 1010, 515)]
  const pen = cover({ x: 760, y: 490, w: 230, h: 60 })
  expect(statesOf(find('passport', words, { patches: [pen] }))).toEqual(['visible'])
  expect(statesOf(find('passport', words.slice(0, 2), { patches: [pen] }))).toEqual(['masked'])
})

describe('a masked passport', () => {
  const words = [word('PASSPORT', 100, 50), word('国籍/Nationality', 500, 360), word('20FEB1979', 800, 400)]
  const pen = cover({ x: 850, y: 490, w: 300, h: 50 })

  test('whose first letter was left before the mask has to be looked at', () => {
    expect(statesOf(find('passport', words, { patches: [pen], ink: () => 0.3 }))).toEqual(['masked', 'unreadable'])
    expect(statesOf(find('passport', words, { patches: [pen] }))).toEqual(['masked'])
  })

  test('with an empty place under the label has to be looked at, beside another card as well', () => {
    const found = find('passport', [word('RegisteredDomicile', 800, 500)])
    const page = { upright: true, legible: 1, lines: 20, couldHide: false, isIllegible: false, arePlacesEmpty: false }
    expect(statesOf(found)).toEqual(['blank'])
    expect(verdictOf(found, { ...page, kind: 'residence-card', kinds: new Set(['residence-card', 'passport']) })).toBe(
      'check',
    )
    expect(verdictOf(found, { ...page, kind: 'licence', kinds: new Set(['licence']) })).toBe('nothing-found')
  })
})

describe('labels one character below the other', () => {
  test('leave out no character that was read without doubt', () => {
    const words = [
      word('前', 300, 800),
      word('住', 300, 845),
      word('本', 300, 960),
      word('籍', 300, 1005),
      word('沼津市御幸町4-33-10', 400, 822),
    ]
    expect(statesOf(find('juminhyo', words))).toEqual(['blank'])
  })
})

test('a mask over a column that ends below its cell leaves nothing of the column under it to read', () => {
  const rules = {
    across: [170, 720].map((y) => ({ x0: 1400, y0: y, x1: 2190, y1: y })),
    down: [1975, 2190].map((x) => ({ x0: x, y0: 170, x1: x, y1: 720 })),
  }
  const below = [column('本田正一', 2027, 803), column('よね', 2030, 1037), column('長女', 2030, 1161)]
  const story = column('昭和二十四年五月四日出生父届出', 1690, 190)
  const words = [column('本籍', 2137, 195), ...below, story]
  const mask = cover({ x: 2016, y: 144, w: 66, h: 636 })
  expect(find('koseki', words, { rules, patches: [mask] })).toMatchObject([
    { field: 'permanent-domicile', state: 'masked', rect: { y: 144, h: 636 } },
  ])
})
