// The 筆頭者 of a register: under another name, in a column, behind a cover, or with no label left.
import { describe, expect, test } from 'vitest'
import type { Patch, Rect } from '../../../shared/rules/screening/words.ts'
import { column, find as findOn, statesOf as states, word } from './made-up-page.ts'

function cover(x: number, y: number, w: number, text: string | null = null): Patch {
  return { rect: { x, y, w, h: 48 }, text, isHatched: false }
}

describe('the head of a register', () => {
  test('hatched in the column between its label and an entry is for a person to look at, and the entry is no name', () => {
    const register = [
      column('本籍', 2250, 300),
      column('氏名', 1960, 300),
      column('編製昭和五拾弐年四月拾日', 1670, 250),
      column('平成八年三月三日出生同月届出入籍', 1550, 250),
    ]
    // Ink of half-hidden strokes stands a column and a half left of each label.
    const ink = ({ x }: Rect): number => (Math.abs(x - 2140) < 25 || Math.abs(x - 1850) < 25 ? 0.3 : 0.02)
    const found = findOn('koseki', register, { ink })
    expect(found.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'head-of-register unreadable',
      'permanent-domicile unreadable',
    ])
  })

  test('is 戸主 in a column of its own, its first character misread', () => {
    const register = [
      column('本', 1900, 300),
      column('籍', 1900, 480),
      column('香川県丸亀市大手町二丁目四十六番', 1780, 300),
      column('月', 1600, 300),
      column('主', 1600, 400),
      column('中島', 1480, 300),
      column('悠斗', 1480, 500),
      column('昭和二十八年一月五日出生', 1200, 300),
    ]
    const found = findOn('koseki', register)
    expect(states(found)).toEqual(['visible'])
    expect(found.filter(({ field }) => field === 'head-of-register')).toMatchObject([
      { state: 'visible', rect: { y: 300, h: 300 } },
    ])
  })

  test('is a name in large letters of which each was read by itself', () => {
    const register = [
      column('本', 3289, 300),
      column('籍', 3289, 450),
      column('秋田県横手市条里五番地五十三', 3113, 300),
      column('卢', 2953, 300),
      column('主', 2953, 400),
      ...['野', 'ロ', '由', '美'].map((letter, at) => word(letter, 2780, 300 + 80 * at)),
      column('昭和三十二年六月一日', 2597, 300),
    ]
    expect(states(findOn('koseki', register), 'head-of-register')).toEqual(['visible'])
    const given = [...register.slice(0, 7), column('由美', 2780, 470), ...register.slice(9)]
    const heads = findOn('koseki', given).filter(({ field }) => field === 'head-of-register')
    expect(heads).toMatchObject([{ state: 'visible', rect: { x: 2780, y: 300 } }])
  })

  test('is the name in the column next to the 本籍 where nothing is left of its label', () => {
    const register = [
      column('本', 1900, 300),
      column('籍', 1900, 480),
      column('三重県松阪市殿町二〇二〇番地十三', 1780, 300),
      column('思', 1600, 300),
      column('高橋', 1480, 300),
      column('太郎', 1480, 470),
      column('父高橋一夫', 1300, 300),
      column('昭和三十年一月十日出生', 1200, 300),
    ]
    const heads = findOn('koseki', register).filter(({ field }) => field === 'head-of-register')
    expect(heads).toMatchObject([{ state: 'visible', rect: { x: 1480, y: 300, h: 270 }, by: ['zone'] }])
  })

  test('goes on to a given name of one character', () => {
    const register = [
      column('本籍', 2140, 180),
      column('富山県高岡市広小路二〇〇番地六', 2025, 190),
      column('長谷川', 1800, 196),
      column('彩', 1802, 400),
      column('父長谷川正一', 1680, 740),
    ]
    const heads = findOn('koseki', register).filter(({ field }) => field === 'head-of-register')
    expect(heads).toMatchObject([{ state: 'visible', rect: { y: 196, h: 254 } }])
  })

  test('begins with a single character where the family name arrived as one', () => {
    const register = [
      column('本籍', 1900, 300),
      column('香川県丸亀市大手町二丁目四十六番', 1780, 300),
      column('戶', 1610, 300),
      column('藤', 1480, 300),
      column('真理子', 1480, 420),
      column('昭和二十八年一月五日出生', 1200, 300),
    ]
    const heads = findOn('koseki', register).filter(({ field }) => field === 'head-of-register')
    expect(heads).toMatchObject([{ state: 'visible', rect: { x: 1480, y: 300, w: 40, h: 270 } }])
  })

  test('is not the next heading of the register where its row is covered with white paper', () => {
    const register = [
      word('本籍', 200, 300),
      word('氏名', 200, 380),
      word('戸籍事項', 200, 460),
      word('戸籍改製', 260, 520),
    ]
    expect(states(findOn('koseki', register), 'head-of-register')).toEqual(['blank'])
  })

  test('covered in a frame that ends with the page leaves the names of other rows alone', () => {
    const rules = {
      across: [90, 280, 900].map((y) => ({ x0: 100, y0: y, x1: y === 90 ? 2480 : 2300, y1: y })),
      down: [100, 2300].map((x) => ({ x0: x, y0: 280, x1: x, y1: 900 })),
    }
    const rows = [
      word('氏名', 200, 320),
      word('石井恵', 620, 320),
      word('続柄', 200, 400),
      word('本籍', 200, 500),
      word('筆頭者', 200, 580),
      word('前住所', 200, 660),
      word('西村誠', 620, 800),
    ]
    const found = findOn('juminhyo', rows, { rules, patches: [cover(600, 496, 500), cover(600, 576, 10)] })
    expect(states(found, 'head-of-register')).toEqual(['masked'])
  })

  test('is the name right behind its address where the one label of both is covered', () => {
    const rows = [word('氏名', 200, 300), word('石井恵', 800, 300), word('生年月日', 200, 400), word('住所', 200, 600)]
    const values = [word('兵庫県姫路市安田128番地', 800, 500), word('石井和夫', 1430, 500)]
    const found = findOn('juminhyo', [...rows, ...values], { patches: [cover(190, 496, 400)] })
    expect(found.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'permanent-domicile visible',
      'head-of-register visible',
    ])
  })

  test('is what stands beside 氏名 below the 本籍, however the label was misread', () => {
    const rows = [word('本籍', 240, 317), word('仙台市青葉区国分町二丁目55番', 860, 325), word('見本隆', 860, 412)]
    const headOf = (label: string) => states(findOn('koseki', [...rows, word(label, 243, 413)]), 'head-of-register')
    expect([headOf('氏名'), headOf('氏きを各'), headOf('戸籍事項')]).toEqual([['visible'], ['visible'], []])
  })

  test('below the address in a cell for both makes it the 本籍, whatever became of its label', () => {
    const heads = [
      word('氏名', 359, 744),
      word('生年月日', 786, 742),
      word('筆頭者の氏名', 1348, 762),
      word('住定日', 2011, 739),
    ]
    const row = [
      word('藤原由美', 183, 872),
      word('平成2年5月1日', 644, 882),
      word('北九州市小倉北区城内396-6', 1107, 880),
    ]
    const found = findOn('juminhyo', [...heads, ...row, word('藤原由美', 1103, 931)])
    expect(found.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'permanent-domicile visible',
      'head-of-register visible',
    ])
  })

  test('with 本籍・ before it in a piece of its own is one label with it', () => {
    const at = (text: string, x: number, y: number, w: number, h: number) => ({
      ...word(text, x, y),
      rect: { x, y, w, h },
    })
    const pieces = [at('本籍・', 158, 370, 45, 19), at('筆頭者', 198, 369, 51, 19)]
    const values = [at('兵庫県神戸市中央区加納町五丁目58番', 292, 347, 334, 25), at('渡健一', 430, 389, 95, 20)]
    const rules = {
      across: [339, 415].map((y) => ({ x0: 119, y0: y, x1: 1120, y1: y })),
      down: [119, 286, 1120].map((x) => ({ x0: x, y0: 339, x1: x, y1: 415 })),
    }
    const found = findOn('juminhyo', [...pieces, ...values], { rules })
    expect(found.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'permanent-domicile visible',
      'head-of-register visible',
    ])
  })

  test('under 戸籍の表示 stands below its 本籍, though the label of that was lost', () => {
    const rules = {
      across: [826, 933, 1040].map((y) => ({ x0: y === 933 ? 512 : 199, y0: y, x1: 2276, y1: y })),
      down: [199, 512, 771, 2276].map((x) => ({ x0: x, y0: 826, x1: x, y1: 1040 })),
    }
    const labels = [word('戸籍の表示', 277, 917), word('筆頭者', 594, 955)]
    const values = [word('北九州市小倉北区城内2060番地', 792, 857), word('藤原健一', 788, 955)]
    expect(states(findOn('juminhyo', [...labels, ...values], { rules }))).toContain('visible')
  })

  test('is no kana over and over, as a hatching is read, nor a watermark in its column', () => {
    const labels = [word('本籍', 300, 500), word('筆頭者', 1560, 700)]
    expect(states(findOn('juminhyo', [...labels, word('ががが', 1760, 700)]), 'head-of-register')).toEqual([
      'unreadable',
    ])
    expect(states(findOn('juminhyo', [...labels, word('レッ///', 1760, 700)]), 'head-of-register')).toEqual([
      'unreadable',
    ])
    const heads = [
      word('氏名', 300, 500),
      word('生年月日', 700, 500),
      word('続柄', 1100, 500),
      word('筆頭者', 1560, 500),
    ]
    const under = (sure: number) =>
      states(findOn('juminhyo', [...heads, word('W佐', 1560, 600, sure)]), 'head-of-register')
    expect(under(0.13)).not.toContain('visible')
    expect(under(0.9)).toEqual(['visible'])
  })

  test('below its label is found also when a pen left it in two pieces', () => {
    const rules = {
      across: [480, 620].map((y) => ({ x0: 1500, y0: y, x1: 2300, y1: y })),
      down: [1500, 2300].map((x) => ({ x0: x, y0: 480, x1: x, y1: 620 })),
    }
    const words = [word('筆頭者', 1520, 490), word('「。半', 1680, 540), word('野口', 1590, 542)]
    const heads = findOn('juminhyo', words, { rules }).filter(({ field }) => field === 'head-of-register')
    expect(heads).toMatchObject([{ state: 'visible', rect: { x: 1590, w: 210 } }])
  })

  test('may have one character for either name', () => {
    const head = (...names: string[]) =>
      states(
        findOn('juminhyo', [word('筆頭者', 200, 500), ...names.map((name, at) => word(name, 420 + 100 * at, 500))]),
        'head-of-register',
      )
    expect(head('森', '誠')).toEqual(['visible'])
    expect(head('森')).toEqual(['unreadable'])
    expect(head('一', '口')).toEqual(['unreadable'])
  })

  test('is no row of dashes that was read as letters of two alphabets', () => {
    const row = (text: string) => [word('筆頭者', 200, 500), word(text, 420, 500, 0.89)]
    expect(states(findOn('juminhyo', row('hYン】')), 'head-of-register')).toEqual(['unreadable'])
    expect(states(findOn('juminhyo', row('桑原千尋')), 'head-of-register')).toEqual(['visible'])
  })

  test('is not the head of the next column, though a copy made 属出日 of its 届出日', () => {
    const rules = {
      across: [400, 540].map((y) => ({ x0: 100, y0: y, x1: 2300, y1: y })),
      down: [900, 1500, 2300].map((x) => ({ x0: x, y0: 400, x1: x, y1: 900 })),
    }
    const heads = [word('本籍', 1000, 420), word('筆頭者の氏名', 940, 480), word('住定日', 1700, 420)]
    const found = findOn('juminhyo', [...heads, word('属出日', 1700, 480)], { rules })
    expect(states(found, 'head-of-register')).toEqual(['blank'])
  })

  test('keeps its line below the address, though dirt was read into the given name', () => {
    const columns = [100, 500, 900, 1900, 2300]
    const rules = {
      across: [400, 540, 680].map((y) => ({ x0: 100, y0: y, x1: 2300, y1: y })),
      down: columns.map((x) => ({ x0: x, y0: 400, x1: x, y1: 680 })),
    }
    const heads = [
      word('氏名', 200, 420),
      word('振仮名', 200, 480),
      word('生年月日', 600, 420),
      word('性別', 600, 480),
      word('本籍', 1300, 420),
      word('筆頭者の氏名', 1200, 480),
      word('住定日', 2000, 420),
      word('届出日', 2000, 480),
    ]
    const address = word('埼玉県松風市二丁目41番', 920, 560)
    const found = findOn('juminhyo', [...heads, address, word('斎藤', 920, 620), word('5健一', 1020, 620)], { rules })
    expect(found).toMatchObject([
      { field: 'permanent-domicile', rect: { y: 560, h: 40 } },
      { field: 'head-of-register', rect: { x: 920, y: 620, w: 220 } },
    ])
  })

  test('of a 戸籍 is the name below the 本籍, whatever its label or the row above it was covered or read as', () => {
    const name = word('渡邉結衣', 620, 400)
    const below = word('戸籍事項', 200, 480)
    const misread = [word('本籍', 200, 320), word('民をモ', 200, 400), name, below]
    const covered = findOn('koseki', misread, { patches: [cover(610, 316, 500)] })
    const white = [word('三重県松風市内丸2030番地5', 620, 330), word('氏。名', 200, 400), name, below]
    for (const found of [covered, findOn('koseki', white)])
      expect(found).toMatchObject([{ field: 'permanent-domicile' }, { field: 'head-of-register', rect: name.rect }])
    expect(states(covered)).toEqual(['masked'])
  })

  test('without its label is both its names, beside letters of a watermark', () => {
    const words = [word('兵庫県松風市六丁目26番地', 800, 300), word('0', 380, 390), word('金子', 800, 380)]
    const found = findOn('juminhyo', [...words, word('悠斗', 915, 380)])
    expect(found.filter(({ field }) => field === 'head-of-register')).toMatchObject([{ rect: { x: 800, w: 195 } }])
  })

  test('begins anywhere in the second line of its cell where the one label of both is lost', () => {
    const rules = {
      across: [280, 440].map((y) => ({ x0: 100, y0: y, x1: 2300, y1: y })),
      down: [100, 380, 2300].map((x) => ({ x0: x, y0: 280, x1: x, y1: 440 })),
    }
    const words = [word('東京都墨田区吾妻橋一丁目60番', 400, 300), word('大島悠斗', 700, 360), word('前住所', 200, 500)]
    expect(states(findOn('juminhyo', words, { rules }), 'head-of-register')).toEqual(['visible'])
  })

  test.each(['本籍・蟹頭者', '本籍・筆頭者'])('and the 本籍 have each a box of their own under %s', (text) => {
    const address = word('大分県松風市上野口町1374', 620, 300)
    const found = findOn('juminhyo', [word(text, 200, 320), address, word('青木浩二', 700, 350)])
    expect(found).toMatchObject([
      { field: 'permanent-domicile', rect: address.rect },
      { field: 'head-of-register', rect: { x: 700, y: 350 } },
    ])
  })

  test('keeps to itself what was read between its two names', () => {
    const address = word('三重県松風市殿町1092番地', 620, 300)
    const names = [word('石井', 900, 360), word('ド', 990, 362), word('正男', 1040, 360)]
    const found = findOn('juminhyo', [word('本籍・筆頭者', 200, 330), address, ...names])
    expect(found).toMatchObject([
      { field: 'permanent-domicile', rect: address.rect },
      { field: 'head-of-register', rect: { x: 900, w: 220 } },
    ])
  })

  test('is announced by 戸籍の筆 and what was read of the rest', () => {
    const rows = [word('本籍地', 200, 300), word('栃木県松風市六丁目51番', 900, 300)]
    const found = findOn('juminhyo', [...rows, word('戸籍の筆式', 200, 420), word('渡邊太郎', 900, 420)])
    expect(states(found, 'head-of-register')).toEqual(['visible'])
  })

  test('stands behind the cover of its label when both labels of the row are covered', () => {
    const words = [word('鹿児島県霧島市国分中央四丁目25番', 378, 330), word('渡邉', 1739, 330), word('太郎', 1831, 330)]
    const found = findOn('koseki', words, { patches: [cover(156, 326, 198), cover(1472, 326, 252)] })
    expect(found.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'permanent-domicile visible',
      'head-of-register visible',
    ])
  })

  test('under a label of both fields has a given name of one character, though that arrived alone', () => {
    const rules = {
      across: [440, 640].map((y) => ({ x0: 100, y0: y, x1: 2300, y1: y })),
      down: [100, 600, 2300].map((x) => ({ x0: x, y0: 440, x1: x, y1: 640 })),
    }
    const address = word('鹿児島県霧島市国分中央一丁目26番地', 640, 470)
    const words = [word('本籍・筆頭者', 200, 520), address, word('遠藤', 880, 570), word('隆', 990, 570)]
    expect(findOn('juminhyo', words, { rules })).toMatchObject([
      { field: 'permanent-domicile', rect: { y: 470, h: 40 } },
      { field: 'head-of-register', rect: { x: 880, w: 150 } },
    ])
  })
})

test('筆頭者氏名 without its first character is a label, and no 本籍', () => {
  const words = [word('本籍', 200, 500), word('頭者氏名', 600, 500), word('---', 800, 500)]
  expect(states(findOn('other', words))).toEqual(['blank'])
})

test('筆頭 is the label, when its last character came apart', () => {
  const found = findOn('juminhyo', [word('筆頭', 200, 500), word('ョ者', 285, 500), word('大和田茂', 600, 500)])
  expect(states(found, 'head-of-register')).toEqual(['visible'])
  expect(found[0] && found[0].rect.x + found[0].rect.w).toBe(760)
})

test('（筆頭者） in brackets is a label and nothing more', () => {
  const found = findOn('juminhyo', [word('(筆頭者)', 200, 500), word('大和田茂', 600, 500)])
  expect(found.map(({ state, rect }) => [state, rect.x])).toEqual([['visible', 600]])
})

test('the end of an address below a pen is no name, though one label announces both', () => {
  const words = [
    column('戸籍の表示', 820, 200),
    column('九番地', 820, 900),
    column('世帯主', 1000, 200),
    column('大和田茂', 1000, 500),
  ]
  const patches = [{ rect: { x: 815, y: 500, w: 50, h: 390 }, text: null, isHatched: false }]
  expect(states(findOn('juminhyo', words, { patches }))).toEqual(['visible'])
})
