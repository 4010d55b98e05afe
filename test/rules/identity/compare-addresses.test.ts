// Addresses written twice: the same place in every way people and registers write it, and places that only look alike.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAddresses } from '../../../shared/rules/identity/compare-addresses.ts'
import { everydayShape } from '../../../shared/rules/identity/old-characters.ts'
import { prefectures } from '../../../shared/rules/screening/address.ts'

describe('one place', () => {
  it.each([
    ['東京都品川区上大崎三丁目１番１号', '東京都品川区上大崎3-1-1'],
    ['東京都品川区上大崎３－１－１', '品川区上大崎三丁目一番一号'],
    ['東京都品川区上大崎3ー1ー1', '東京都品川区上大崎3丁目1の1'],
    ['〒141-0021 東京都品川区上大崎3-1-1', '東京都品川区上大崎3-1-1'],
    ['東京都千代田区霞が関二丁目１番２号', '千代田区霞ヶ関2-1-2'],
    ['東京都千代田区霞ケ関2-1-2', '東京都千代田区霞が関２丁目１－２'],
    ['神奈川県横浜市中区日本大通１', '横浜市中区日本大通1番地'],
    ['大阪府大阪市北区中之島一丁目3番20号', '大阪市北区中之島1-3-20'],
    ['北海道札幌市中央区北一条西二丁目1番1号', '札幌市中央区北1条西2-1-1'],
    ['埼玉県さいたま市浦和区高砂3丁目15番1号', 'さいたま市浦和区高砂3-15-1'],
    ['茨城県那珂郡東海村大字白方字白根2番地の4', '茨城県東海村白方白根2-4'],
    ['愛知県名古屋市中区三の丸三丁目１番２号', '名古屋市中区三の丸3-1-2'],
    ['東京都港区麻布十番2丁目3番4号', '港区麻布十番2-3-4'],
    ['千葉県八千代市大和田新田312番地5', '八千代市大和田新田312-5'],
    ['東京都千代田区一番町二十三番地の三', '千代田区一番町23-3'],
    ['広島縣廣島市中區基町10番52号', '広島市中区基町10-52'],
    ['東京都渋谷区渋谷2丁目1番1号 コーポ桜101号室', '渋谷区渋谷2-1-1 コーポ桜１０１'],
    ['東京都渋谷区渋谷2丁目1番1号 コーポ桜101号室', '渋谷区渋谷2-1-1'],
    ['東京都渋谷区渋谷2丁目1番1号 コーポ桜101号室', '渋谷区渋谷2-1-1-101'],
    ['東京都渋谷区渋谷2丁目1番1号 コーポ桜101号室', '渋谷区渋谷2-1-1　101号'],
    ['東京都渋谷区渋谷2丁目1番1号', '渋谷区渋谷2-1-1-101'],
    ['東京都渋谷区渋谷2-1-1桜ビル3階', '東京都渋谷区渋谷2-1-1 桜ビル3F'],
    ['京都府京都市下京区四条通烏丸東入長刀鉾町20番地', '京都市下京区四条通烏丸東入長刀鉾町20'],
    ['東京都渋谷区渋谷2-1一1', '東京都渋谷区渋谷2-1-1'],
  ])('%s and %s', (left, right) => {
    const comparison = compareAddresses(left, right)
    expect(comparison).toMatchObject({ result: 'same-after-normalising', differences: [] })
    expect(compareAddresses(right, left).result).toBe('same-after-normalising')
  })

  it('says what was allowed for', () => {
    expect(
      compareAddresses('東京都品川区上大崎三丁目1番1号', '品川区上大崎3-1-1 桜ビル').allowances.toSorted(),
    ).toEqual(['building-left-out', 'numerals', 'prefecture-left-out'])
    expect(compareAddresses('茨城県那珂郡東海村白方1', '茨城県東海村白方1').allowances).toEqual(['county-left-out'])
  })
})

describe('two places', () => {
  it.each([
    ['東京都品川区上大崎3-1-1', '東京都品川区上大崎3-1-2', [{ left: '1', right: '2' }]],
    ['東京都品川区上大崎3-1-1', '東京都品川区上大崎3-1', [{ left: '-1', right: '' }]],
    [
      '東京都品川区上大崎3-1-11',
      '東京都品川区上大崎3-11-1',
      [
        { left: '-', right: '' },
        { left: '', right: '-' },
      ],
    ],
    ['東京都府中市宮町1-1', '広島県府中市宮町1-1', [{ left: '東京都', right: '広島県' }]],
    ['広島県横浜市中区日本大通1', '横浜市中区日本大通1', [{ left: '広島県', right: '' }]],
    ['渋谷区渋谷2-1-1 コーポ桜101', '渋谷区渋谷2-1-1 コーポ梅101', [{ left: '桜', right: '梅' }]],
    ['渋谷区渋谷2-1-1 コーポ桜101', '渋谷区渋谷2-1-1 コーポ桜102', [{ left: '1', right: '2' }]],
    ['渋谷区渋谷2-1-1 コーポ桜1101', '渋谷区渋谷2-1-1-101', [{ left: '', right: '-101' }]],
    ['東京都千代田区一番町1-1', '東京都千代田区二番町1-1', [{ left: '一', right: '二' }]],
    ['八王子市元横山町', '八王子市横山町', [{ left: '元', right: '' }]],
    ['', '東京都', [{ left: '', right: '東京都' }]],
  ])('%s and %s', (left, right, differences) => {
    const comparison = compareAddresses(left, right)
    expect(comparison.result).toBe('different')
    expect(comparison.differences).toEqual(differences)
  })

  it('marks the building that only one side names apart from what differs', () => {
    expect(compareAddresses('渋谷区渋谷2-1-1 コーポ桜101', '渋谷区渋谷2-1-2').left).toEqual([
      { text: '渋谷区渋谷2-1-', mark: 'same' },
      { text: '1', mark: 'different' },
      { text: ' ', mark: 'spelling' },
      { text: 'コーポ桜101', mark: 'left-out' },
    ])
    expect(compareAddresses('渋谷区渋谷2-1-1コーポ桜', '渋谷区渋谷2-1-1').left).toEqual([
      { text: '渋谷区渋谷2-1-1', mark: 'same' },
      { text: 'コーポ桜', mark: 'left-out' },
    ])
  })
})

describe('any address', () => {
  const towns = [
    '東京都千代田区霞が関',
    '横浜市中区日本大通',
    '大阪府東大阪市荒本北',
    '北海道札幌市中央区北一条西',
    '三重県四日市市三ツ谷町',
    '千葉県八千代市八千代台北',
    '東京都新宿区四谷',
  ]
  const number = fc.integer({ min: 1, max: 99 })
  const lot = fc.tuple(fc.constantFrom(...towns), number, number, number)
  const kanji = (n: number): string => {
    const digits = '〇一二三四五六七八九'
    const tens = Math.floor(n / 10)
    return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${n % 10 > 0 ? digits[n % 10] : ''}`
  }
  const wide = (text: string): string =>
    text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const ways: ((lot: [string, number, number, number]) => string)[] = [
    ([town, a, b, c]) => `${town}${a}-${b}-${c}`,
    ([town, a, b, c]) => `${town}${a}丁目${b}番${c}号`,
    ([town, a, b, c]) => wide(`${town}${a}－${b}－${c}`),
    ([town, a, b, c]) => `${town} ${kanji(a)}丁目${kanji(b)}番${kanji(c)}号`,
    ([town, a, b, c]) => `${town}${kanji(a)}丁目${b}番地の${c}`,
    ([town, a, b, c]) => `${town}${a}ー${b}ー${c}`,
  ]
  const way = fc.constantFrom(...ways)

  it('is one place in every way of writing its numbers, and another when a number differs', () => {
    fc.assert(
      fc.property(lot, lot, way, way, (a, b, write, writeOtherwise) => {
        expect(compareAddresses(write(a), writeOtherwise(a)).result).not.toBe('different')
        const isOther = compareAddresses(write(a), writeOtherwise(b)).result === 'different'
        expect(isOther).toBe(a.join() !== b.join())
      }),
    )
  })

  it('is shown as it was written, whatever was written', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'東京都大阪府市区町村郡字大0123９一二十百千丁目番地号室-ー−のノがヶケ 〒、桜コーポF'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 24,
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { left, right, result, differences } = compareAddresses(a, b)
        expect(left.map((run) => run.text).join('')).toBe(a)
        expect(right.map((run) => run.text).join('')).toBe(b)
        expect(result === 'different').toBe(differences.length > 0)
        expect(compareAddresses(a, a).result).toBe('same')
        expect(compareAddresses(b, a).result).toBe(result)
      }),
    )
  })
})

it('prefectures are written in everyday characters, so that they are found in any address', () => {
  for (const name of prefectures) expect([...name].map(everydayShape).join('')).toBe(name)
})
