// The screening rules on made-up words and boxes: labels, addresses, check digits, fields, states, verdicts.
import { describe, expect, test } from 'vitest'
import { endsLikeDomicile, looksLikeAddress, romajiPrefecture } from '../../../shared/rules/screening/address.ts'
import { kindOf } from '../../../shared/rules/screening/kind.ts'
import { labelOf } from '../../../shared/rules/screening/labels.ts'
import { isIndividualNumber, isInsurerNumber, isResidentCode } from '../../../shared/rules/screening/numbers.ts'
import { omittedText } from '../../../shared/rules/screening/omitted.ts'
import type { Found } from '../../../shared/rules/screening/page-view.ts'
import { verdictOf } from '../../../shared/rules/screening/verdict.ts'
import type { Patch, Word } from '../../../shared/rules/screening/words.ts'
import type { DocumentKind } from '../../../shared/screening.ts'
import { find as findOn, statesOf as domiciles, word } from './made-up-page.ts'

function find(kind: DocumentKind, words: Word[], patches: Patch[] = [], ink = 0): Found[] {
  return findOn(kind, words, { patches, ink: () => ink })
}

describe('labels', () => {
  test.each([
    '本籍',
    '本藉',
    '木籍',
    '本箱',
    '本籍地',
    '本籍・筆頭者',
    '本籍・国籍',
    '新本籍',
    '【本籍】',
    '戸籍の表示',
    'RegisteredDomicile',
    '本籍:',
    '(本籍)',
    '最後の本籍',
    '父母の本籍',
    '夫婦の新しい本籍',
    '死亡者本籍',
    '本和縛東京都千代田区千代田1番地',
    '旧本籍',
    'dDomicile',
    '令3.11.1本籍',
    'R12.8.18新本籍',
    '令6,77新本館長野県松本市栄町七丁目853番地',
  ])('%s announces a 本籍', (text) => {
    expect(labelOf(word(text, 0, 0))?.field).toBe('permanent-domicile')
  })

  test.each([
    '国籍',
    '国籍・地域',
    '戸籍',
    '本人(被保険者)',
    '本店',
    '日本',
    '見本',
    '本場',
    '本件',
    '本田太郎東京都港区',
    '本部東京都港区芝1-1',
    '本人本籍を記入する',
    '本籍地が記載されている場合は',
    '本籍地は隠してからコピーしてください',
    'ご自身の本籍が記載されている場合',
    'その他の本籍地を証明する書類',
    '住民票(本籍地の記載のないもの)',
    '除籍',
    '書籍',
  ])('%s does not', (text) => {
    expect(labelOf(word(text, 0, 0))?.field ?? null).not.toBe('permanent-domicile')
  })

  test('a label and its value in one line are cut apart', () => {
    const label = labelOf(word('本籍東京都千代田区千代田1番地', 100, 0))
    expect(label?.word.text).toBe('本籍')
    expect(label?.rest?.text).toBe('東京都千代田区千代田1番地')
    expect(label?.rest?.rect.x).toBeCloseTo(180, 0)
    expect(labelOf(word('本籍三中鼎伊梦市岩測3', 100, 0))?.rest?.text).toBe('三中鼎伊梦市岩測3')
    expect(labelOf(word('本籍市区町村名', 100, 0))).toBeNull()
  })
})

describe('a label in brackets, set so wide that it arrives in pieces', () => {
  const page = (head: string, rest: string): Found[] =>
    find('other', [word(head, 200, 500), word(rest, 480, 500), word('【生年月日】昭和16年1月12日', 200, 600)])

  test('has its second character in the value', () => {
    expect(domiciles(page('【本', '籍】佐賀県唐津市西城内82番'))).toEqual(['visible'])
    expect(domiciles(page('【本', '籍佐賀県唐津市西城内82番'))).toEqual(['visible'])
  })

  test('explains an address when it is 住所', () => {
    expect(page('【住', '所】佐賀県唐津市西城内82番')).toEqual([])
  })
})

describe('values', () => {
  test.each([
    '東京都千代田区霞が関2丁目1番2号',
    '神奈川横浜市中区本町六丁目50番地の10',
    '千代田区千代田1-1',
    '北海道札幌市中央区北一条西2丁目',
  ])('%s is an address', (text) => {
    expect(looksLikeAddress(text)).toBe(true)
  })

  test.each(['山田太郎', '令和7年4月1日', '普通自動車', '世帯主'])('%s is none', (text) => {
    expect(looksLikeAddress(text)).toBe(false)
  })

  test('a 本籍 ends in 番地 or 番, a dwelling in 号', () => {
    expect(endsLikeDomicile('東京都千代田区千代田1番地')).toBe(true)
    expect(endsLikeDomicile('大阪府堺市堺区南瓦町3番')).toBe(true)
    expect(endsLikeDomicile('東京都千代田区霞が関2丁目1番2号')).toBe(false)
  })

  test.each([
    ['KANAGAWA', 'KANAGAWA'],
    ['KANAGAMA', 'KANAGAWA'],
    ['T0KYO', 'TOKYO'],
    ['GUNMA', 'GUNMA'],
    ['HOKKA1DO', 'HOKKAIDO'],
    ['JAPAN', null],
    ['MIF', null],
    ['MINISTRY', null],
  ])('%s is the prefecture %s', (text, prefecture) => {
    expect(romajiPrefecture(text)).toBe(prefecture)
  })

  test.each([
    '【省略】',
    '(省略)',
    '木省略木',
    '省略',
    '記載省略',
    '***',
    '****',
    '---',
    '/',
    'ノ',
    'ーーニーンプ',
    'メメメ',
    '(空欄)空欄)',
    'なし',
    '不明',
    '【空欄】',
    '【空】',
  ])('%s discloses nothing', (text) => {
    expect(omittedText(text)).toBe(true)
  })

  test('an address does', () => {
    expect(omittedText('東京都')).toBe(false)
    expect(omittedText('省吾')).toBe(false)
    expect(omittedText('一ノ瀬一二')).toBe(false)
    expect(omittedText('二ノ宮三')).toBe(false)
    expect(omittedText('メイ')).toBe(false)
  })
})

describe('check digits', () => {
  test('an 個人番号 with its check digit, and any one digit changed', () => {
    const number = '123456789018'
    expect(isIndividualNumber(number)).toBe(true)
    for (let at = 0; at < 11; at++) {
      const changed = number.slice(0, at) + String((Number(number[at]) + 1) % 10) + number.slice(at + 1)
      expect(isIndividualNumber(changed)).toBe(false)
    }
  })

  test('a 保険者番号 of eight and of six digits', () => {
    expect(isInsurerNumber('01130012')).toBe(true)
    expect(isInsurerNumber('01130013')).toBe(false)
  })

  test('a 住民票コード needs eleven digits', () => {
    expect(isResidentCode('1234567890')).toBe(false)
  })
})

describe('the 本籍 of a 住民票', () => {
  const others = [
    word('住民票', 1000, 100),
    word('氏名', 200, 400),
    word('山田太郎', 600, 400),
    word('住所', 200, 300),
    word('東京都千代田区霞が関2丁目1番2号', 600, 300),
  ]

  test('shown beside its label', () => {
    const found = find('juminhyo', [...others, word('本籍', 200, 500), word('東京都千代田区千代田1番地', 600, 500)])
    expect(domiciles(found)).toEqual(['visible'])
    expect(found[0]?.by).toEqual(['label', 'value'])
  })

  test('the label printed with a gap', () => {
    expect(
      domiciles(
        find('juminhyo', [
          ...others,
          word('本', 200, 500),
          word('籍', 340, 500),
          word('東京都千代田区千代田1番地', 600, 500),
        ]),
      ),
    ).toEqual(['visible'])
  })

  test('the label spread over the whole width of its column', () => {
    const words = [
      word('転', 200, 400),
      word('出', 360, 400),
      word('先', 520, 400),
      word('東京都港区芝1番地', 700, 400),
      word('本', 200, 500),
      word('籍', 520, 500),
      word('大阪府堺市堺区南瓦町3番', 700, 500),
    ]
    const found = find('juminhyo', words)
    expect(found.map(({ rect }) => rect.y)).toEqual([500])
  })

  test('the label printed with a gap in which dirt was read', () => {
    expect(
      domiciles(
        find('juminhyo', [
          ...others,
          word('本', 200, 500),
          word('ーー', 250, 500),
          word('籍', 340, 500),
          word('東京都千代田区千代田1番地', 600, 500),
        ]),
      ),
    ).toEqual(['visible'])
  })

  test('the label printed downwards in a narrow column', () => {
    expect(
      domiciles(
        find('juminhyo', [
          ...others,
          word('本', 200, 500),
          word('籍', 200, 560),
          word('東京都千代田区千代田1番地', 600, 530),
        ]),
      ),
    ).toEqual(['visible'])
  })

  test('omitted, blank, masked', () => {
    const label = word('本籍', 200, 500)
    expect(domiciles(find('juminhyo', [...others, label, word('【省略】', 600, 500)]))).toEqual(['omitted'])
    expect(domiciles(find('juminhyo', [...others, label]))).toEqual(['blank'])
    expect(
      domiciles(
        find(
          'juminhyo',
          [...others, label],
          [{ rect: { x: 600, y: 495, w: 700, h: 50 }, text: null, isHatched: false }],
        ),
      ),
    ).toEqual(['masked'])
  })

  test('shining through its mask, and sticking out of it', () => {
    const label = word('本籍', 200, 500)
    const rect = { x: 600, y: 495, w: 500, h: 50 }
    expect(
      domiciles(find('juminhyo', [...others, label], [{ rect, text: '東京都千代田区', isHatched: false }])),
    ).toEqual(['see-through'])
    expect(
      domiciles(
        find('juminhyo', [...others, label, word('番地', 1110, 500)], [{ rect, text: null, isHatched: false }]),
      ),
    ).toEqual(['visible'])
  })

  test('one of two persons visible', () => {
    const found = find(
      'juminhyo',
      [...others, word('本籍', 200, 500), word('本籍', 200, 900), word('大阪府堺市堺区南瓦町3番', 600, 900)],
      [{ rect: { x: 600, y: 495, w: 700, h: 50 }, text: null, isHatched: false }],
    )
    expect(domiciles(found)).toEqual(['masked', 'visible'])
  })

  test('print that nobody can read under its label asks for a look', () => {
    const found = find('juminhyo', [...others, word('本籍', 200, 500), word('畢盪', 600, 500, 0.2)])
    expect(domiciles(found)).toEqual(['unreadable'])
  })

  test('the value alone, its label gone', () => {
    expect(domiciles(find('juminhyo', [...others, word('大阪府堺市堺区南瓦町3番地', 600, 700)]))).toEqual(['visible'])
  })

  test('a former address is none', () => {
    expect(
      domiciles(find('juminhyo', [...others, word('前住所', 200, 700), word('大阪府堺市堺区南瓦町3番地', 600, 700)])),
    ).toEqual([])
  })
})

describe('本籍・筆頭者 in one row', () => {
  test('shows both', () => {
    const found = find('juminhyo', [
      word('本籍・筆頭者', 200, 500),
      word('東京都千代田区千代田1番地', 500, 500),
      word('見本太郎', 1200, 500),
    ])
    expect(found.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'permanent-domicile visible',
      'head-of-register visible',
    ])
  })

  test('printed as one line', () => {
    const found = find('juminhyo', [
      word('本籍・筆頭者', 200, 500),
      word('東京都千代田区千代田1番地見本太郎', 500, 500),
    ])
    expect(found.find(({ field }) => field === 'head-of-register')?.rect.x).toBeCloseTo(500 + 40 * 13, -1)
  })
})

describe('a table with column heads', () => {
  const heads = [
    word('氏名', 100, 300),
    word('生年月日', 400, 300),
    word('続柄', 800, 300),
    word('本籍', 1200, 300),
    word('筆頭者', 2000, 300),
  ]

  test('shows one 本籍 a person below its head', () => {
    const rows = [
      [word('見本太郎', 100, 400), word('東京都千代田区千代田1番地', 1010, 400), word('見本太郎', 1980, 400)],
      [word('見本花子', 100, 500), word('東京都千代田区千代田1番地', 1010, 500), word('見本太郎', 1980, 500)],
    ].flat()
    const found = find('juminhyo', [...heads, ...rows])
    expect(domiciles(found)).toEqual(['visible', 'visible'])
    expect(found.filter(({ field }) => field === 'head-of-register').map(({ rect }) => rect.y)).toEqual([400, 500])
  })

  test('finds a value at the left of a wide column whose head stands in its middle', () => {
    const found = find('juminhyo', [...heads, word('千葉県市川市1番地', 900, 400), word('見本太郎', 1940, 400)])
    expect(domiciles(found)).toEqual(['visible'])
  })

  test('joins the lines of one cell', () => {
    const found = find('juminhyo', [...heads, word('東京都千代田', 1060, 400), word('区千代田1番地', 1060, 450)])
    expect(domiciles(found)).toEqual(['visible'])
    expect(found.find(({ field }) => field === 'permanent-domicile')?.rect).toMatchObject({ y: 400, h: 90 })
  })

  test('says that it was left out', () => {
    expect(domiciles(find('juminhyo', [...heads, word('***', 1180, 400)]))).toEqual(['omitted'])
  })
})

describe('the 本籍 of a licence', () => {
  test('an empty row between 氏名 and 住所 stays empty', () => {
    const found = find('licence', [
      word('氏名', 100, 100),
      word('山田太郎', 300, 100),
      word('本籍', 100, 150),
      word('住所', 100, 200),
      word('東京都千代田区霞が関2丁目1番2号', 300, 200),
    ])
    expect(domiciles(found)).toEqual(['blank'])
  })
})

describe('the 本籍 of a passport', () => {
  const page = [
    word('PASSPORT', 100, 50),
    word('NAGANO', 500, 200),
    word('国籍/Nationality', 500, 360),
    word('20FEB1979', 800, 400),
    word('20MAR2006', 500, 600),
  ]

  test('the prefecture below the date of birth, without any label', () => {
    expect(domiciles(find('passport', [...page, word('KANAGAWA', 800, 500)]))).toEqual(['visible'])
  })

  test('the rest of a prefecture that sticks out of a pen stroke', () => {
    expect(domiciles(find('passport', [...page, word('GAWA', 900, 500)]))).toEqual(['visible'])
  })

  test('a surname is no rest of one where the heading alone says JAPAN', () => {
    const worn = [word('日本国', 300, 100), word('JAPAN', 500, 100), word('RATO', 500, 200), word('2FEB2020', 500, 600)]
    expect(domiciles(find('passport', worn))).toEqual([])
    expect(domiciles(find('passport', [...worn, word('AKITA', 800, 500)]))).toEqual(['visible'])
  })

  test('a mask in its place', () => {
    expect(
      domiciles(find('passport', page, [{ rect: { x: 790, y: 490, w: 300, h: 50 }, text: null, isHatched: false }])),
    ).toEqual(['masked'])
  })

  test('a surname that is a prefecture is none', () => {
    expect(domiciles(find('passport', page))).toEqual([])
  })

  test('a surname that is a prefecture is none on a copy whose labels are gone', () => {
    const worn = [word('CHIBA', 500, 200), word('JAPAN', 500, 400), word('26_AUG1970', 800, 402)]
    expect(domiciles(find('passport', [...worn, word('17JAN2016', 500, 600)]))).toEqual([])
    expect(domiciles(find('passport', worn.slice(0, 2)))).toEqual([])
    expect(domiciles(find('passport', [...worn, word('CHIBA', 800, 500)]))).toEqual(['visible'])
  })
})

describe('kinds', () => {
  test('a title that a pattern broke into pieces, two of its characters misread', () => {
    const title = [word('王民基', 100, 100), word('K台', 230, 100), word('帳カード', 320, 100)]
    expect(kindOf([...title, word('氏名', 100, 300)]).kind).toBe('juki')
  })

  test.each<[DocumentKind, string[]]>([
    ['juminhyo', ['住民票', '世帯主', '続柄']],
    ['passport', ['PASSPORT', 'P<JPNGAIMU<<SAKURA<<<<<<<<<<']],
    ['licence', ['東京都公安委員会', '運転免許証']],
    ['koseki', ['戸籍全部事項証明書', '本籍', '戸籍事項']],
    ['residence-card', ['在留カード', '在留資格']],
    ['residence-card', ['届出年月日', '住居地', '住居地記載欄', '資格外活動許可欄']],
    ['licence', ['令和03年08月11日12345', '平成00年00月00日', '第123456789012号']],
    ['licence', ['備', '考', '令和5年4月1日新住所東京都見本区見本町1-2-3']],
    ['individual-number-card', ['個人番号', 'カード', '電子証明和書', 'の有幼期限', '2029年1月1日まで有約']],
    ['individual-number-card', ['個人番号', '846621944653', '氏名一山本さくら', '昭和59年5月17日生']],
    ['insurance', ['保険医療機関等において診療を受けるときは、必ずこの証を窓口で渡してください。', '住所', '備考']],
    ['individual-number-card', ['個人著号', '氏名伊藤浩二', '昭和18年7月19日生']],
    ['insurance', ['植保険者の意格がなくなったとさは5日以内にこの証を保嘘者に起納してください。', '備考']],
    ['other', ['介護保険被保険者証', '番号', '被保険者', '保険者番号並びに保険者の名称及び印']],
    ['other', ['氏名', '交付', '自動車等の運転はできません。', '東京都公安委員会']],
    ['other', ['拝啓', '時下ますますご清栄のこと']],
  ])('%s', (kind, texts) => {
    expect(kindOf(texts.map((text, index) => word(text, 100, 100 * index))).kind).toBe(kind)
  })
})

describe('verdicts', () => {
  const good = {
    kind: 'juminhyo',
    kinds: new Set<DocumentKind>(),
    upright: true,
    legible: 0.95,
    lines: 40,
    couldHide: false,
    isIllegible: false,
    arePlacesEmpty: false,
  } as const
  const finding = (state: Found['state']): Found => ({
    field: 'permanent-domicile',
    state,
    rect: { x: 0, y: 0, w: 1, h: 1 },
    label: null,
    by: ['label'],
  })

  test.each([
    ['visible', 'flagged'],
    ['see-through', 'flagged'],
    ['unreadable', 'check'],
    ['masked', 'nothing-found'],
    ['omitted', 'nothing-found'],
    ['blank', 'nothing-found'],
  ] as const)('%s → %s', (state, verdict) => {
    expect(verdictOf([finding(state)], good)).toBe(verdict)
  })

  test('doubt about the page itself asks for a look', () => {
    expect(verdictOf([], { ...good, upright: false })).toBe('check')
    expect(verdictOf([], { ...good, legible: 0.3 })).toBe('check')
    expect(verdictOf([], { ...good, lines: 1 })).toBe('check')
    expect(verdictOf([], { ...good, couldHide: true })).toBe('check')
    expect(verdictOf([], { ...good, isIllegible: true })).toBe('check')
    expect(verdictOf([], { ...good, kind: 'passport' })).toBe('check')
  })
})
