// Which print belongs to a label: below a head in the middle of its column, far along the row, behind and beside what covers it.
import { describe, expect, test } from 'vitest'
import type { Found } from '../../../shared/rules/screening/page-view.ts'
import type { Patch, Word } from '../../../shared/rules/screening/words.ts'
import type { DocumentKind } from '../../../shared/screening.ts'
import { column, find as findOn, statesOf as states, word } from './made-up-page.ts'

function cover(x: number, y: number, w: number, text: string | null = null): Patch {
  return { rect: { x, y, w, h: 48 }, text, isHatched: false }
}

function find(kind: DocumentKind, words: Word[], patches: Patch[] = [], columns: number[] = []): Found[] {
  const rules = {
    across: [450, 590].map((y) => ({ x0: 100, y0: y, x1: 2400, y1: y })),
    down: columns.map((x) => ({ x0: x, y0: 450, x1: x, y1: 590 })),
  }
  return findOn(kind, words, { patches, rules })
}

describe('a head in the middle of its column', () => {
  const heads = [word('本籍', 600, 200), word('筆頭者氏名', 1400, 200)]

  test('has the address below it that begins at the left edge', () => {
    expect(states(find('koseki', [...heads, word('静岡県浜松市中央区元城町27番地18', 160, 262)]))).toEqual(['visible'])
  })

  test('has below it also what covers the address, which begins long before the head does', () => {
    const rules = { across: [260, 400].map((y) => ({ x0: 90, y0: y, x1: 2400, y1: y })), down: [] }
    const under = (x: number) => states(findOn('koseki', heads, { rules, patches: [cover(x, 300, 700)] }))
    expect(under(150)).toEqual(['masked'])
    expect(under(590)).toEqual(['blank'])
  })

  test('has in its box also the cover before what is left of the address', () => {
    const rules = { across: [260, 400].map((y) => ({ x0: 90, y0: y, x1: 2400, y1: y })), down: [] }
    const words = [word('本籍', 847, 208), word('宿1988番地19', 810, 303)]
    const [found] = findOn('koseki', words, { rules, patches: [cover(210, 296, 600)] })
    expect(found).toMatchObject({ state: 'visible', rect: { x: 210 } })
  })

  test('does not take the row below, which has a label of its own', () => {
    const below = [word('住所', 300, 262), word('静岡県浜松市中央区元城町27番地', 420, 262)]
    expect(states(find('koseki', [...heads, ...below]))).not.toContain('visible')
  })
})

describe('the row of a label', () => {
  test('a seal far along it is no value', () => {
    const words = [word('新本籍', 200, 500), word('安群', 1500, 500), word('新住所', 200, 900)]
    expect(states(find('licence', words))).not.toContain('visible')
  })

  test('the commission at its end is no value', () => {
    const words = [word('新本籍', 200, 500), word('和歌山県公安委員会', 700, 500)]
    expect(states(find('licence', words))).toEqual(['blank'])
  })

  test('a value below it counts before a seal beside it', () => {
    const words = [word('新本籍', 200, 500), word('安群', 1500, 500), word('山梨県甲府市丸の内五丁目49番地', 240, 560)]
    expect(states(find('licence', words))).toEqual(['visible'])
  })

  test('what sticks out of a long pen stroke is seen, in several pieces and after a space', () => {
    const label = word('本籍', 200, 500)
    const patches = [cover(400, 496, 900)]
    const pieces = [word('4', 1320, 500), word('1', 1380, 500), word('1番地', 1440, 500)]
    expect(states(find('juminhyo', [label, ...pieces], patches))).toEqual(['visible'])
    const name = [word('筆頭者', 200, 700), word('久美子', 980, 700)]
    expect(states(find('juminhyo', name, [cover(400, 696, 500)]), 'head-of-register')).toEqual(['visible'])
  })
})

describe('what is no value', () => {
  test('one digit amid kana, as dirt is read', () => {
    expect(states(find('juminhyo', [word('本籍', 200, 500), word('しある4', 500, 500)]))).toEqual(['unreadable'])
  })

  test('but a value whose box reaches into that of its label is one', () => {
    expect(states(find('licence', [word('新本籍', 200, 500), word('千葉県香取郡神崎町2154', 300, 500)]))).toEqual([
      'visible',
    ])
  })

  test('the seal of an authority beside a pen stroke, set in columns', () => {
    const words = [word('新本籍', 200, 500), column('愛知県公安', 1010, 480), word('新住所', 200, 900)]
    expect(states(find('licence', words, [cover(400, 496, 600)]))).toEqual(['masked'])
  })

  test('a single character before a cover, when a prefecture begins with it', () => {
    const row = (text: string): Word[] => [word('本籍(都道府県)', 200, 500), word(text, 900, 500)]
    expect(states(find('other', row('島')))).toEqual(['visible'])
    expect(states(find('other', row('印')))).toEqual(['unreadable'])
  })

  test('boxes to tick that ask whether the 本籍 is wanted', () => {
    const row = (...answers: string[]): Word[] => [
      word('本籍・筆頭者', 200, 500),
      ...answers.map((answer, index) => word(answer, 800 + 400 * index, 500)),
    ]
    for (const answers of [
      ['□必要', '□不要'],
      ['口', '必要', '口不要'],
      ['ć', '必要', '日', '不要'],
      ['□有', '☑無'],
    ])
      expect(find('other', row(...answers)).map(({ state }) => state)).toEqual(['omitted'])
    expect(states(find('other', row('必要', '静岡県浜松市元城町27番地')))).toEqual(['visible'])
  })
})

describe('below the head 住所 of a table of columns', () => {
  const rules = {
    across: [190, 300, 400].map((y) => ({ x0: 100, y0: y, x1: 2400, y1: y })),
    down: [100, 500, 1000, 1800, 2400].map((x) => ({ x0: x, y0: 190, x1: x, y1: 700 })),
  }
  const heads = [word('氏名', 200, 220), word('生年月日', 600, 220), word('住定日', 2000, 220)]
  const former = word('大分県別府市上野口町1169番地', 1010, 420)

  test('a former address in a lower row is none', () => {
    const words = [...heads, word('住', 1200, 220), word('所', 1500, 220), former]
    expect(states(findOn('koseki', words, { rules }))).not.toContain('visible')
  })

  test('without that head it is one', () => {
    expect(states(findOn('koseki', [...heads, former], { rules }))).toEqual(['visible'])
  })
})

describe('on a page set in columns', () => {
  const page = [column('昭和三十二年八月十九日出生同月届出入籍', 900, 200), column('父松本一夫', 1000, 200)]

  test('the last characters below a long stroke of the pen are visible', () => {
    const under = { rect: { x: 1985, y: 180, w: 60, h: 800 }, text: null, isHatched: false }
    const words = [column('本籍', 2100, 200), column('十四番地十五', 1995, 990), ...page]
    expect(states(findOn('koseki', words, { patches: [under] }))).toEqual(['visible'])
  })

  test('the first entry of the story, in another ruled column, is none', () => {
    const words = [column('本籍', 2100, 200), column('昭和二年二月二十四日受附', 1995, 200), ...page]
    const down = [{ x0: 2060, y0: 100, x1: 2060, y1: 3000 }]
    expect(states(findOn('koseki', words, { rules: { across: [], down } }))).not.toContain('visible')
    const value = [column('本籍', 2100, 200), column('福井県大野市天神町五番地', 1995, 200), ...page]
    expect(states(findOn('koseki', value, { rules: { across: [], down } }))).toEqual(['visible'])
  })

  test('a value covered right below its label is not looked for in the next column', () => {
    const under = { rect: { x: 2095, y: 320, w: 60, h: 800 }, text: null, isHatched: false }
    const words = [column('本籍', 2100, 200), column('昭和二年二月二十四日受附', 1995, 200), ...page]
    expect(states(findOn('koseki', words, { patches: [under] }))).toEqual(['masked'])
  })
})

describe('a 本籍 told in a sentence', () => {
  const letter = (...lines: string[]): Found[] =>
    find('other', [word('拝啓', 200, 300), ...lines.map((line, index) => word(line, 200, 500 + 110 * index))])

  test.each([
    [['私の本籍は、東京都千代田区千代田1番地です。']],
    [['本籍は、東牟婁郡太地町3767番地です。']],
    [['私の本籍は東京都千代田区千代田1番地です。']],
    [['なお、本籍地は', '島根県出雲市今市町五丁目20番', 'で、現住所とは異なります。']],
    [['(本籍:大阪府堺市堺区南瓦町3番)']],
  ])('%s shows it', (lines) => {
    expect(states(letter(...lines))).toEqual(['visible'])
  })

  test.each([
    [['本籍は都道府県名まで塗りつぶしてください。']],
    [['本籍は市区町村と番地まで記入します。']],
    [['本籍が東京都内の市区町村の方は、次へお進みください。']],
    [['なお、本籍地は', '省略したものを取りました。']],
    [['現在の住所は愛知県名古屋市千種区覚王山通2丁目9番19号です。', '本籍の記載はありません。']],
  ])('%s does not', (lines) => {
    expect(letter(...lines)).toEqual([])
  })

  test('also what a pen left of it, and the 筆頭者 told with it', () => {
    const words = [word('私の本籍は、', 200, 500), word('221番地です。筆頭者は大和田茂です。', 960, 500)]
    const found = find('other', words, [cover(450, 495, 500)])
    expect(found.map(({ field, state }) => [field, state])).toEqual([
      ['permanent-domicile', 'visible'],
      ['head-of-register', 'visible'],
    ])
    expect(found[1]?.rect.w).toBe(160)
    expect(find('other', words)).toEqual([])
  })

  test('shows through a pen', () => {
    const words = [word('本籍は', 200, 500), word('島根県出雲市今市町五丁目20番', 200, 610)]
    expect(states(find('other', words, [cover(180, 600, 700)]))).toEqual(['see-through'])
  })
})

describe('half of a label', () => {
  test('makes the beginning of an address beside it a 本籍', () => {
    expect(states(find('juminhyo', [word('宋籍', 200, 500), word('三重県伊勢市', 600, 500)]))).toEqual(['visible'])
  })

  test('is none in a word that ends in 所', () => {
    const words = [word('权性所', 200, 500), word('沖縄県中頭郡北谷町字桑江1番', 600, 500)]
    expect(find('juminhyo', words)).toEqual([])
  })
})

test('what a line asks for that a streak cut into pieces is no value', () => {
  const pieces = (text: string): Word[] => [word('(本籍:都道府', 200, 500), word(text, 560, 500)]
  expect(states(find('other', [...pieces('名を隠し'), word('てください', 760, 500)], []))).toEqual([])
  expect(states(find('other', pieces('東京都港区芝公園四丁目2番'), []))).toEqual(['visible'])
})

describe('one character beside a patch', () => {
  const label = word('本籍地都道府県名', 200, 500)

  test('of an address is more than dirt', () => {
    expect(states(find('other', [label, word('県', 920, 500)], [cover(760, 490, 150)]))).toEqual(['visible'])
    expect(states(find('other', [label, word('川', 920, 500)], [cover(760, 490, 150)]))).toEqual(['masked'])
  })
})

describe('a blackened label', () => {
  const rows = [word('死亡者の住所', 200, 600), word('青森県弘前市紺屋町3番地', 700, 600), word('死亡の場所', 200, 700)]
  const value = word('青森県弘前市紺屋町2893番地30', 700, 500)

  test('above other labels of a paper of any kind leaves its address visible', () => {
    expect(states(find('other', [value, ...rows], [cover(200, 496, 260)]))).toEqual(['visible'])
  })

  test('below a line that has its label and value in one is found as well', () => {
    const above = [word('住所大分県別府市上野口町5番9号', 200, 452), word('生年月日昭和24年12月20日', 200, 412)]
    expect(states(find('other', [...above, value], [cover(200, 496, 260)]))).toEqual(['visible'])
  })

  test('may be as broad as its column where other values begin level with the address', () => {
    const values = [word('昭和24年12月20日', 700, 400), word('青森県弘前市紺屋町3番地', 700, 450)]
    const labels = [word('2生年月日', 200, 400), word('3住所', 200, 450)]
    expect(states(find('other', [...labels, ...values, value], [cover(180, 496, 510)]))).toEqual(['visible'])
    expect(find('other', [...labels, value], [cover(180, 496, 510)])).toEqual([])
  })

  test('may have been crossed out with a pen that touches the address', () => {
    expect(states(find('other', [word(value.text, 484, 500), ...rows], [cover(200, 496, 300)]))).toEqual(['visible'])
  })

  test('is none where no labels stand in its column', () => {
    expect(find('other', [value, ...rows.slice(1, 2)], [cover(200, 496, 260)])).toEqual([])
  })
})

describe('one person a column', () => {
  const columns = [100, 400, 1000, 1600, 2200]
  const names = [word('氏名', 200, 400), word('石井恵', 420, 400), word('西村誠', 1020, 400), word('黒田健', 1620, 400)]

  test('a value further along the row counts, though the first was left out', () => {
    const words = [word('本籍', 200, 500), word('省略', 420, 500), word('北海道松風市三丁目35番', 1020, 500)]
    expect(states(find('juminhyo', [...names, ...words], [], columns))).toEqual(['omitted', 'visible'])
  })

  test('what another label of the row announces does not', () => {
    const words = [
      word('本籍', 200, 500),
      word('省略', 420, 500),
      word('住所', 1020, 500),
      word('北海道松風市三丁目35番', 1620, 500),
    ]
    expect(states(find('juminhyo', [...names, ...words], [], columns))).toEqual(['omitted'])
  })
})

describe('a form with a broad column of labels', () => {
  const columns = [100, 900, 2300]
  const label = word('本籍', 200, 500)

  test('has the value in the cell beside it', () => {
    const value = word('北海道松風市三丁目35番', 920, 500)
    expect(states(find('other', [label, value], [], columns))).toEqual(['visible'])
    expect(states(find('other', [label], [cover(920, 496, 600)], columns))).toEqual(['masked'])
  })

  test('and none there when that cell has a label of its own', () => {
    const words = [label, word('住所', 920, 500), word('北海道松風市三丁目35番', 1120, 500)]
    expect(states(find('other', words, [], columns))).toEqual(['blank'])
  })
})

describe('a label', () => {
  test('set so wide that its last character arrives alone has its value beside that one', () => {
    const start = word('本籍', 200, 500)
    const label = [start, word('地', 340, 500)]
    expect(states(find('other', label, [cover(620, 496, 600)], [100, 600, 2300]))).toEqual(['masked'])
    expect(states(find('other', label))).toEqual(['blank'])
    expect(states(find('other', [start, word('地', 940, 500)], [cover(620, 496, 310)]))).toEqual(['visible'])
  })

  test('with the number of its row before it may arrive in pieces', () => {
    const words = [word('4本', 200, 500), word('籍', 400, 500), word('番地', 1240, 500)]
    expect(states(find('other', words, [cover(620, 496, 610)]))).toEqual(['visible'])
  })

  test('with boxes to tick in one piece asks whether the field is wanted', () => {
    expect(states(find('other', [word('本籍・筆頭者', 200, 500), word('■記載する☑記載しない', 600, 500)]))).toEqual([
      'omitted',
    ])
  })

  test('戸籍の表示 announces the name below the address as well', () => {
    const values = [word('徳島県徳島市幸町4丁目22番', 600, 470), word('桐生健太', 600, 515)]
    const found = find('juminhyo', [word('戸籍の表示', 200, 490), ...values])
    expect(states(found)).toEqual(['visible'])
    expect(states(found, 'head-of-register')).toEqual(['visible'])
  })

  test('of numbers is no title above a table with a cover in its first rows', () => {
    const rules = { across: [300, 420].map((y) => ({ x0: 90, y0: y, x1: 2400, y1: y })), down: [] }
    const patches = [cover(300, 350, 1200, '4918')]
    expect(states(findOn('juminhyo', [word('住民票', 900, 200)], { rules, patches }), 'resident-code')).toEqual([])
  })
})

describe('husband and wife in two columns', () => {
  const names = [word('氏名', 200, 400), word('石井恵', 620, 400), word('西村誠', 1420, 400)]

  test('a pen over the first value, and over the ruled line beside it, leaves the second', () => {
    const row = [word('本籍', 200, 500), word('北海道松風市三丁目35番', 1420, 500)]
    expect(states(find('other', [...names, ...row], [cover(590, 496, 700)], [1400]))).toEqual(['masked', 'visible'])
  })

  test.each([[460], [600]])('each address stands in its cell above the 筆頭者, whatever note the label %i has', (y) => {
    const rules = {
      across: [350, 450, 690, 790].map((at) => ({ x0: 100, y0: at, x1: 2300, y1: at })),
      down: [100, 610, 1400, 2300].map((at) => ({ x0: at, y0: 350, x1: at, y1: 790 })),
    }
    const row = [word('本籍', 200, y + 30), word('(外国人は国名)', 120, y === 460 ? 540 : 660)]
    const heads = [word('筆頭者', 620, y + 50), word('筆頭者', 1420, y + 50)]
    const values = [word('北海道松風市三丁目35番', 620, 460), word('高知県安芸市本町8番地', 1420, 460)]
    const words = [...names, ...row, ...heads, ...values, word('同居を始めたとき', 120, 720)]
    expect(states(findOn('other', words, { rules }))).toEqual(['visible', 'visible'])
  })

  test('the name stands behind the second line of its label', () => {
    const label = [word('筆頭者', 620, 500), word('の氏名長谷川悠真', 620, 545)]
    const found = find('other', [word('本籍', 200, 500), ...label])
    const head = found.find(({ field }) => field === 'head-of-register')
    expect(head).toMatchObject({ state: 'visible', rect: { x: 740, y: 545, h: 40 } })
  })
})

describe('one person a row', () => {
  test('every value that sticks out of its pen stroke is seen by itself', () => {
    const heads = [word('氏名', 200, 400), word('本籍地', 900, 400), word('筆頭者', 1900, 400)]
    const rows = [word('丁目60番地', 1420, 600), word('千歳5-26', 1420, 700)]
    const found = find('juminhyo', [...heads, ...rows], [cover(900, 596, 500), cover(900, 696, 500)])
    expect(states(found)).toEqual(['visible', 'visible'])
  })
})

describe('dirt and marks', () => {
  test("a speck in the label's cell is no value", () => {
    const words = [word('本籍地', 200, 500), word('賠', 360, 500, 0.7), word('沖縄県北山市旭1-10', 620, 500)]
    expect(states(find('juminhyo', words, [], [100, 600, 2000]))).toEqual(['visible'])
  })

  test('a row of stars read as characters is something to look at, no address', () => {
    expect(states(find('juminhyo', [word('本籍', 200, 500), word('友友支', 620, 500)]))).toEqual(['unreadable'])
  })
})

describe('a passport', () => {
  test('two capitals beside the pen stroke are the end of a prefecture', () => {
    const words = [
      word('P<JPNSUZUKI<<AKIKO<<<<<<', 200, 1500),
      word('RegisteredDomicile', 600, 500),
      word('ME', 720, 560),
    ]
    expect(states(find('passport', words, [cover(600, 556, 110)]))).toEqual(['visible'])
  })
})

test('the place of a passport’s office is no 本籍', () => {
  const words = [
    word('P<JPNSUZUKI<<AKIKO<<<<<<', 200, 1500),
    word('20FEB1979', 800, 400),
    word('JAPAN', 500, 400),
    word('発行官庁/Authority', 500, 800),
    word('AICHI', 700, 850),
  ]
  expect(states(find('passport', words))).toEqual([])
  expect(states(find('passport', [...words, word('KYOTO', 800, 480)]))).toEqual(['visible'])
})

test('nor is it beside the name of the ministry, whose own label is lost', () => {
  const words = [
    word('P<JPNSUZUKI<<AKIKO<<<<<<', 200, 1500),
    word('20FEB1979', 800, 400),
    word('JAPAN', 500, 400),
    word('TOKYO', 700, 850),
    word('FOREIGNAFFAIRS', 700, 890),
  ]
  expect(states(find('passport', words))).toEqual([])
})

test('nor is it without its own label, rows below that of the 本籍, nor is the country below the heading', () => {
  const words = [
    word('P<JPNSUZUKI<<AKIKO<<<<<<', 200, 1500),
    word('日本国JAPAN', 1050, 100),
    word('JPN', 1050, 210),
    word('RegisteredDomicile', 800, 500),
  ]
  expect(states(find('passport', [...words, word('AICHI', 700, 850)]))).toEqual(['blank'])
})

test('the signature’s label at the right of a masked 本籍 is none of it', () => {
  const words = [word('本籍RegisteredDomicile', 600, 500), word('所持人自署Signatureofbearer', 690, 590)]
  expect(states(find('passport', words, [cover(590, 530, 150)]))).toEqual(['masked'])
})

describe('a covered label', () => {
  const title = word('戸籍の附票の写し', 800, 100)

  test('gives the address beside it away', () => {
    const found = find('koseki', [title, word('兵庫県姫路市安田1-28', 600, 400)], [cover(400, 396, 120)])
    expect(states(found)).toEqual(['visible'])
  })

  test('an address without one is judged by its end', () => {
    expect(states(find('koseki', [title, word('兵庫県姫路市安田1-28', 600, 400)]))).toEqual(['unreadable'])
    expect(states(find('koseki', [title, word('兵庫県姫路市安田1丁目2番8号', 600, 400)]))).toEqual([])
  })
})

describe('who certifies a page', () => {
  test('is no value, however far the column reaches', () => {
    const heads = [word('氏名', 200, 400), word('本籍', 900, 400), word('住定日', 1900, 400)]
    const mayor = word('福岡県久留米市長', 800, 900)
    expect(states(find('juminhyo', [...heads, mayor], [cover(700, 480, 600), cover(700, 560, 600)]))).not.toContain(
      'visible',
    )
  })
})

describe('labels', () => {
  test('name two fields with 及び between them', () => {
    const words = [word('本籍及び筆頭者', 200, 500), word('長崎県西海市栄町9番地', 600, 500)]
    expect(states(find('juminhyo', words))).toEqual(['visible'])
  })

  test('are followed by what they are in English, which is no value', () => {
    const row = (label: string, value: string): string[] =>
      states(find('other', [word(label, 200, 500), word(value, 900, 500)]))
    expect(row('本籍Domicile', '1304番地')).toEqual(['visible'])
    expect(row('本籍Domicile', '＊＊＊')).toEqual(['omitted'])
  })

  test('戸主 is the 筆頭者 of an old register', () => {
    expect(states(find('koseki', [word('戸主', 200, 500), word('大島太郎', 600, 500)]), 'head-of-register')).toEqual([
      'visible',
    ])
  })
})
