// A 本籍 whose label is gone, half read or far away: found by what stands around it, and not on letters.
import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../shared/rules/screening/kind.ts'
import { verdictOf } from '../../../shared/rules/screening/verdict.ts'
import type { Patch, Word } from '../../../shared/rules/screening/words.ts'
import type { DocumentKind } from '../../../shared/screening.ts'
import { column, find, statesOf, word } from './made-up-page.ts'

const address = '和歌山県田辺市新屋敷町1395番地9'

describe('a 本籍 without its label', () => {
  test.each(['本前', '大籍', '本'])('is found beside %s on a page of no known kind', (label) => {
    expect(statesOf(find('other', [word(label, 120, 230), word(address, 420, 230)]))).toEqual(['visible'])
  })

  test('is the address above a 筆頭者, on whatever paper; far from it an address may be any', () => {
    const rows = [word('筆頭者', 120, 310), word('石井恵', 420, 310)]
    expect(statesOf(find('other', [word(address, 420, 230), ...rows]))).toEqual(['visible'])
    expect(statesOf(find('other', [word(address, 420, 830), ...rows]))).toEqual([])
    const half = [word('必要な', 120, 230), word(address, 520, 230), ...rows]
    const patches = [{ rect: { x: 250, y: 226, w: 260, h: 48 }, text: null, isHatched: false }]
    expect(statesOf(find('other', half))).toEqual([])
    expect(statesOf(find('other', half, { patches }))).toEqual(['visible'])
    expect(statesOf(find('other', [word('住所', 120, 230), word(address, 420, 230), ...rows]))).toEqual([])
  })

  test('is found beside an empty cell among rows with a label each', () => {
    const rules = {
      across: [150, 210, 290, 370].map((y) => ({ x0: 100, y0: y, x1: 2300, y1: y })),
      down: [100, 400, 2300].map((x) => ({ x0: x, y0: 90, x1: x, y1: 370 })),
    }
    const birth = [word('生年月日', 120, 100), word('昭和24年12月20日', 420, 100)]
    const home = [word('住所', 120, 160), word('和歌山県田辺市新屋敷町1丁目2番3号', 420, 160)]
    const value = word(address, 420, 230)
    expect(statesOf(find('other', [...birth, ...home, value], { rules }))).toEqual(['visible'])
    expect(statesOf(find('other', [...birth, ...home, word('所在', 120, 230), value], { rules }))).toEqual([])
    expect(statesOf(find('other', [...birth, ...home, value]))).toEqual([])
  })

  test('is found beside half a label when the copy left a municipality and a number of it', () => {
    expect(
      statesOf(find('juminhyo', [word('本馆', 120, 230, 0.6), word('传智果岛栖市宿田956器地17', 420, 230, 0.8)])),
    ).toEqual(['visible'])
  })

  test('is the second address on the back of a licence, behind nothing but a date', () => {
    const own = [word('令和3年6月7日', 120, 230), word('新住所', 500, 230), word('熊本県八代市松江城町949-9', 700, 230)]
    const entry = (label: string) => [
      word('令和4年8月8日', 120, 400),
      ...(label === '' ? [] : [word(label, 500, 400)]),
      word('福岡県久留米市城南町1461-6', 700, 400),
    ]
    expect(statesOf(find('licence', [...own, ...entry('')]))).toEqual(['visible'])
    expect(statesOf(find('licence', [...own, ...entry('新住所')]))).toEqual([])
    expect(statesOf(find('licence', entry('')))).toEqual([])
  })

  test('is no address of the entry whose line ends in 住所 right above it', () => {
    const entry = (label: string, y: number, value: string) => [
      word(`令和3年6月7${label}`, 120, y),
      word(value, 180, y + 55),
    ]
    const page = (label: string): string[] =>
      statesOf(
        find('licence', [
          ...entry('日新住所', 230, '熊本県八代市松江城町949番地9'),
          ...entry(label, 380, '福岡県久留米市城南町1461番地'),
          ...entry('日住所:', 530, '宮崎県延岡市中町20-4'),
        ]),
      )
    expect(page('日住所:')).toEqual([])
    expect(page('日新住所')).toEqual([])
    expect(page('2新住所')).toEqual([])
    expect(page('日住阶:')).toEqual([])
    expect(page('日')).toEqual(['visible'])
  })

  test('is no address of an entry that goes on a line below, or whose 住所 was misread', () => {
    const page = (label: string, gap: number, more: Word[] = []): string[] =>
      statesOf(
        find('licence', [
          word('令和3年6月7日', 120, 230),
          word('新住所', 500, 230),
          word('熊本県八代市松江城町949-9', 700, 230),
          word('令12.6.15', 120, 400),
          word(label, 500, 400),
          ...more,
          word('福岡県久留米市城南町1461-6', 180, 440 + gap),
        ]),
      )
    expect(page('新住所', 60)).toEqual([])
    expect(page('住阶:', 30)).toEqual([])
    expect(page('新住所', 60, [word('広島県呉市北三条西2-15', 700, 400)])).toEqual(['visible'])
    expect(page('', 60)).toEqual(['visible'])
  })

  test('is found below a name that begins like a misread 住所', () => {
    const own = [word('住所', 100, 380), word('熊本県八代市松江城町949-9', 200, 380)]
    const value = word('福岡県久留米市城南町1461番地', 200, 300)
    expect(statesOf(find('licence', [word('佳子', 200, 245), value, ...own]))).toEqual(['visible'])
  })

  test('is the address of an entry that only its date announces, be that in figures', () => {
    const entry = (date: string, y: number, text: string): Word[] => [word(date, 120, y), word(text, 700, y)]
    const own = [word('新住所', 690, 190), ...entry('平17.6.22', 240, '長崎県松風市八幡町583番地')]
    const name = [word('新氏名', 690, 390), ...entry('平17.9.21', 440, '岡田悠斗')]
    const moved = entry('平15.3.20', 340, '横浜市中区本町三丁目12番')
    expect(statesOf(find('licence', [...own, ...moved, ...name]))).toEqual(['visible'])
    expect(statesOf(find('licence', [...own, ...name]))).toEqual([])
  })

  test('is what a licence prints between the rows of the birth and of 住所, however it was read', () => {
    const rows = (between: string, y = 300): string[] =>
      statesOf(
        find('licence', [
          word('日本花子', 200, 220),
          word('昭和46年9月19日生', 900, 220),
          word(between, 200, y),
          word('住所', 100, 380),
          word('熊本県八代市松江城町949-9', 200, 380),
        ]),
      )
    expect(rows('嬉も記さいたまぁま邊潤和し野483馬溢')).toEqual(['visible'])
    expect(rows('フィリピン')).toEqual([])
    expect(rows('青葉ハイツコーポ森803号室', 415)).toEqual([])
  })

  test('may be a prefecture alone, beside a label that was blackened in its place', () => {
    const page = (patches: Patch[]): string[] =>
      statesOf(
        find(
          'other',
          [
            word('生年月日', 120, 230),
            word('住所', 120, 410),
            word('熊本県八代市松江城町949-9', 420, 410),
            word('北海道', 420, 320),
          ],
          { patches },
        ),
      )
    expect(page([{ rect: { x: 110, y: 315, w: 170, h: 50 }, text: null, isHatched: false }])).toEqual(['visible'])
    expect(page([])).toEqual([])
  })

  test('stands behind a misread 新本籍, in the shapes a copy gives its prefecture', () => {
    const entry = word('平成26年11月1日:新本请:德岛德岛市幸町118', 120, 230, 0.9)
    expect(statesOf(find('licence', [entry]))).toEqual(['visible'])
  })

  test('may end in numbers alone where the address of 住所 is another one', () => {
    const value = word('京都府宇治市宇治琵琶433-15', 620, 770)
    expect(statesOf(find('juminhyo', [value]))).toEqual(['unreadable'])
    const own = [word('住所', 340, 500), word('千葉県香取郡神崎町神崎本宿899番地', 620, 500)]
    expect(statesOf(find('juminhyo', [...own, value]))).toEqual(['visible'])
  })

  test('has its label misread with dirt behind it', () => {
    expect(statesOf(find('other', [word('本和縛・愛媛県西条市大町257-8', 120, 230)]))).toEqual(['visible'])
  })

  test('is no mayor with his name', () => {
    expect(statesOf(find('juminhyo', [word('徳島県徳島市長岡崎勝', 1070, 2354)]))).toEqual([])
    expect(statesOf(find('juminhyo', [word('徳島県徳島市長岡', 1070, 2354), word('勝', 1480, 2354)]))).toEqual([])
  })

  test.each(['(前)', '(前々)', '[旧]'])('is none behind %s', (former) => {
    expect(statesOf(find('juminhyo', [word(`${former}${address}`, 420, 230)]))).toEqual([])
  })

  test('is none beside the place where somebody was last registered', () => {
    expect(statesOf(find('juminhyo', [word('最終住民記録地', 100, 230), word(address, 420, 230)]))).toEqual([])
  })

  test.each(['本店', '本社', '国籍', '住所'])('is none beside %s', (label) => {
    expect(statesOf(find('other', [word(label, 120, 230), word(address, 420, 230)]))).toEqual([])
  })

  test('may stand beside print that could be read as anything', () => {
    const page = (sure: number): string[] =>
      statesOf(find('other', [word('剛剛軸', 120, 230, sure), word(address, 420, 230)]))
    expect(page(0.7)).toEqual(['unreadable'])
    expect(page(0.97)).toEqual([])
  })

  test.each(['委任者住所', '最後の住所', '代理人の住所'])('is none behind %s in the same line', (label) => {
    expect(statesOf(find('juminhyo', [word(`${label}山形県酒田市本町220番地`, 120, 230)]))).toEqual([])
    const below = [word('本籍', 120, 230), word(`${label}山形県酒田市本町220番地`, 120, 300)]
    expect(statesOf(find('other', below))).toEqual(['blank'])
  })

  test('is what sticks out behind a cover on a licence that lies beside another card', () => {
    const cover = { rect: { x: 300, y: 300, w: 300, h: 42 }, text: null, isHatched: false }
    const words = [
      word('木駅', 120, 300, 0.4),
      word('四丁目49番地', 610, 300),
      word('富山県高岡市広小路2丁目10番1号', 300, 380),
    ]
    const page = { patches: [cover], kinds: new Set(['insurance', 'licence'] as const) }
    expect(statesOf(find('insurance', words, page))).toEqual(['visible'])
    expect(statesOf(find('insurance', words.slice(0, 2), page))).not.toContain('visible')
  })

  test('is a prefecture alone among labelled values, on a page of two cards as well', () => {
    const rows = [word('氏名', 120, 200), word('加藤誠', 420, 200), word('生年月日', 120, 300)]
    const dates = [word('昭和31年12月3日', 420, 300), word('交付年月日', 120, 500), word('平成20年4月28日', 420, 500)]
    const prefecture = word('沖縄県', 420, 400)
    for (const kind of ['other', 'licence'] as const) {
      expect(statesOf(find(kind, [...rows, ...dates, prefecture]))).toEqual(['visible'])
      expect(statesOf(find(kind, [...rows, ...dates, word('発行者', 120, 400), prefecture]))).toEqual([])
      expect(statesOf(find(kind, [...rows, ...dates, word('沖縄県', 900, 400)]))).toEqual([])
    }
    expect(statesOf(find('application-form', [...rows, ...dates, prefecture]))).toEqual([])
  })

  test('on a licence is a second address, misread as its prefecture may be; one is no second to itself', () => {
    const own = [word('新住所', 120, 400), word('福岡県福岡市博多区緑が丘3-23-8', 420, 400)]
    const second = word('受知県名古屋市千種区字川原1030番地2', 420, 230)
    expect(statesOf(find('licence', [...own, second]))).toEqual(['visible'])
    const broken = [word('本所', 120, 400), { ...word('福岡県福岡市博多区若葉町256番地', 200, 401) }]
    expect(statesOf(find('licence', broken))).toEqual([])
  })

  test('is none on a letter that names a 住民票', () => {
    const words = [word(address, 120, 230), word('住民票の写しをお送りください', 120, 430)]
    expect(statesOf(find('other', words))).toEqual([])
  })

  test('is the prefecture alone on a licence of a nurse', () => {
    const words = [word('看護師免許証', 800, 200), word('東京都', 700, 600), word('東京都知事', 700, 900)]
    expect(statesOf(find('other', words))).toEqual(['visible'])
  })
})

describe('a register set in columns', () => {
  const story = [column('昭和六十一年十一月二日出生同月届出入籍', 900, 200), column('父青木一夫母良子長女', 800, 200)]

  test('has the value below its label', () => {
    const words = [column('本籍', 2000, 200), column('富山県高岡市小路一六三三番地', 2000, 420), ...story]
    expect(statesOf(find('koseki', words))).toEqual(['visible'])
  })

  test('or in the next column', () => {
    const words = [column('本籍', 2000, 200), column('富山県高岡市小路一六三三番地の十九', 1900, 190), ...story]
    expect(statesOf(find('koseki', words))).toEqual(['visible'])
  })

  test('is a 戸籍 by what it tells', () => {
    expect(kindOf(story).kind).toBe('koseki')
  })
})

describe('verdicts that fail safe', () => {
  const circumstances = {
    kinds: new Set<DocumentKind>(),
    upright: true,
    lines: 20,
    couldHide: false,
    isIllegible: false,
    arePlacesEmpty: false,
  } as const

  test('a 戸籍 that shows no 本籍 is checked, unless its place was seen empty', () => {
    const koseki = { ...circumstances, kind: 'koseki', legible: 1 } as const
    expect(verdictOf([], koseki)).toBe('check')
    expect(verdictOf([], { ...koseki, arePlacesEmpty: true })).toBe('nothing-found')
  })

  test('a card that reads badly is checked where it, or the one beside it, prints a 本籍', () => {
    const card = { ...circumstances, kind: 'residence-card', legible: 0.6 } as const
    expect(verdictOf([], card)).toBe('nothing-found')
    expect(verdictOf([], { ...card, kinds: new Set(['residence-card', 'licence']) })).toBe('check')
  })

  test('a page of no known kind that reads badly is checked', () => {
    expect(verdictOf([], { ...circumstances, kind: 'other', legible: 0.6 })).toBe('check')
    expect(verdictOf([], { ...circumstances, kind: 'other', legible: 0.9 })).toBe('nothing-found')
  })
})

test.each([
  [['委任状', '戸籍全部事項証明書', '除籍・改製原戸籍']],
  [['郵送による証明書の請求方法', '戸籍全部事項証明書', '附票の写し']],
])('%s only names certificates', (lines) => {
  expect(kindOf(lines.map((line, row) => word(line, 200, 200 + 100 * row))).kind).not.toBe('koseki')
})
