// Numbers, codes and declarations nobody may keep: in groups, in boxes, without their labels.
import { describe, expect, test } from 'vitest'
import type { Found } from '../../../shared/rules/screening/page-view.ts'
import type { Code, Patch, Word } from '../../../shared/rules/screening/words.ts'
import type { DocumentKind } from '../../../shared/screening.ts'
import { column, find as findOn, statesOf as states, word } from './made-up-page.ts'

function cover(x: number, y: number, w: number, text: string | null = null): Patch {
  return { rect: { x, y, w, h: 48 }, text, isHatched: false }
}

function find(kind: DocumentKind, words: Word[], patches: Patch[] = [], codes: Code[] = []) {
  return findOn(kind, words, { patches, codes })
}

describe('numbers and codes', () => {
  test('an insurer number in boxes of one digit, one without its label, and an insured number by its branch', () => {
    const boxes = [...'01130012'].map((digit, at) => word(digit, 500 + 80 * at, 500))
    const found = find('insurance', [word('保険者番号', 200, 500), ...boxes])
    expect(found).toMatchObject([{ field: 'insurer-number', state: 'visible', rect: { x: 500, w: 600 } }])
    expect(states(find('insurance', [word('21700023 21(枝番)00', 500, 500)]), 'insured-number')).toEqual(['visible'])
    expect(states(find('other', [word('21700023 21(枝番)00', 500, 500)]), 'insured-number')).toEqual([])
  })

  test('goes on behind what was read in the space between two of its groups', () => {
    const groups = [word('1365', 400, 500), word('5305', 592, 500), word('8308', 790, 500)]
    const between = { ...word('中調', 550, 505, 0.84), rect: { x: 550, y: 505, w: 50, h: 28 } }
    const found = find('other', [word('個人番号', 200, 500), ...groups, between])
    expect(found).toMatchObject([{ field: 'individual-number', state: 'visible', rect: { x: 400, w: 550 } }])
    const apart = { ...between, rect: { x: 565, y: 505, w: 24, h: 28 } }
    expect(find('other', [word('個人番号', 200, 500), word('1365', 400, 500), apart])).toMatchObject([
      { rect: { x: 400, w: 160 } },
    ])
  })

  test('of a 住民票 are known by their label though its kana were misread', () => {
    const row = [word('住民票ュード', 900, 300), word('10483567010', 1200, 300)]
    const found = find('juminhyo', [word('筆頭者', 200, 300), word('省略', 500, 300), ...row])
    expect(states(found, 'resident-code')).toEqual(['visible'])
    expect(states(found, 'head-of-register')).toEqual(['omitted'])
  })

  test("twelve digits behind 第 are a licence's own, though 第 arrived by itself", () => {
    const words = [word('番号', 200, 300), word('第', 320, 300), word('449240236238', 380, 300), word('号', 900, 300)]
    expect(states(find('insurance', words), 'insured-number')).toEqual([])
  })

  test('a number right behind its label is its value, whatever was covered further on in the row', () => {
    const code = { rect: { x: 1100, y: 480, w: 300, h: 300 }, text: null, isHatched: false }
    const words = [word('番号', 200, 500), word('1197', 310, 500)]
    expect(states(find('insurance', words, [code]), 'insured-number')).toEqual(['visible'])
  })

  test('a stroke of the label that was read on its own is no end of the value', () => {
    const words = [word('番号', 200, 500), { ...word('し', 280, 505), rect: { x: 278, y: 505, w: 20, h: 24 } }]
    expect(states(find('insurance', [...words, word('4959', 320, 500)]), 'insured-number')).toEqual(['visible'])
  })

  test('the number of a 被保険者 keeps its name when the first character is misread', () => {
    const words = [word('彼保険者番号', 200, 500), word('66810352', 600, 500)]
    expect(states(find('insurance', words), 'insured-number')).toEqual(['visible'])
  })

  test('of a row of boxes of which one digit was read, the others have to be looked at', () => {
    const insurer = (ink: number): string[] =>
      states(
        findOn('insurance', [word('保険者番号', 200, 500), word('3', 500, 500)], { ink: () => ink }),
        'insurer-number',
      )
    expect(insurer(0.3)).toEqual(['unreadable'])
    expect(insurer(0)).toEqual([])
  })

  test('characters made of the strokes of a pen are no number', () => {
    const under = (sure: number): string[] =>
      states(
        find('insurance', [word('被保険者番号', 200, 500), word('BHR93865', 500, 500, sure)], [cover(490, 496, 340)]),
        'insured-number',
      )
    expect(under(0.34)).toEqual(['masked'])
    expect(under(0.95)).toEqual(['visible'])
  })

  test('a pension number without its label, on a page that speaks of pensions', () => {
    expect(
      states(find('other', [word('年金手帳', 200, 100), word('1234-567890', 500, 500)]), 'pension-number'),
    ).toEqual(['visible'])
    expect(find('other', [word('1234-567890', 500, 500)])).toEqual([])
  })

  test('one line of the organ donor’s declaration on a card that prints it, two on any other page', () => {
    const lines = [word('(1・2で提供したくない議器一心臓・肺・肝臓', 100, 500), word('藏器提供意思', 100, 560)]
    const organs = (kind: DocumentKind, words: Word[]) => states(find(kind, words), 'organ-donation')
    expect([organs('individual-number-card', lines.slice(0, 1)), organs('other', lines.slice(0, 1))]).toEqual([
      ['visible'],
      [],
    ])
    expect(organs('other', lines)).toEqual(['visible'])
    expect(organs('application-form', lines)).toEqual([])
  })

  test('the declaration in print so small that half of its characters are lost', () => {
    const small = '《1。出発後及び還が像した玩後。2.心較が僚庄した玩後。3.擦供せず》'
    const cut = '(1・2でて垢格したくない畔語-一心識・六-射職・革旋・打職・小且-有明森}'
    const organs = (text: string) => states(find('individual-number-card', [word(text, 100, 500)]), 'organ-donation')
    expect([organs(small), organs(cut)]).toEqual([['visible'], ['visible']])
    const broken = [word('《1。転売隊びん械が知目した玩香', 100, 500), word('2.心本が停上', 720, 500)]
    const pieces = [...broken, word('九死瘦3.提供世)', 1010, 500)]
    expect(states(find('individual-number-card', pieces), 'organ-donation')).toEqual(['visible'])
    const beside = { kinds: new Set<DocumentKind>(['passport', 'individual-number-card']) }
    const photographed = findOn('passport', [word('の本[特記竹:]', 100, 500)], beside)
    expect(states(photographed, 'organ-donation')).toEqual(['visible'])
    expect(organs('特記事項')).toEqual([])
    expect(organs('紛失したときは、1.市区町村の窓口に届け出た後、2.再交付を申請してください')).toEqual([])
  })

  test('the number of a licence beside an insurance card is not the insured person’s', () => {
    const kinds = new Set<DocumentKind>(['licence', 'insurance'])
    const words = [word('番号第', 500, 500), word('574133807296', 640, 500), word('号', 1200, 500)]
    expect(states(findOn('other', words, { kinds }), 'insured-number')).toEqual([])
    const own = [word('番号', 500, 500), word('57413380', 640, 500)]
    expect(states(findOn('other', own, { kinds }), 'insured-number')).toEqual(['visible'])
  })

  test('twelve digits between 第 and 号 are a licence’s own, whatever their check digit', () => {
    const digits = word('123456789018', 640, 500)
    const individual = (...words: Word[]) => states(find('other', words), 'individual-number')
    expect(individual(word('個人番号', 400, 500), digits)).toEqual(['visible'])
    expect(individual(digits)).toEqual(['visible'])
    expect(individual(word('番号第', 500, 500), digits, word('号', 1200, 500))).toEqual([])
  })

  test('an insured number whose label was read with one character wrong', () => {
    const words = [word('紀号和書号校番', 200, 500), word('1213583275603', 600, 500)]
    expect(states(find('eligibility', words), 'insured-number')).toEqual(['visible'])
  })

  test('the shadow beside a card masks no number', () => {
    const shadow = { rect: { x: 1110, y: 6, w: 18, h: 750 }, text: null, isHatched: false }
    expect(states(find('individual-number-card', [word('個人番号', 953, 127)], [shadow]), 'individual-number')).toEqual(
      ['blank'],
    )
  })

  test('nor does the photograph at the end of its row', () => {
    const photograph = { rect: { x: 1500, y: 460, w: 300, h: 300 }, text: null, isHatched: false }
    const words = [word('記号・番号', 200, 500), word('5016-091', 520, 500)]
    expect(states(find('insurance', words, [photograph]), 'insured-number')).toEqual(['visible'])
  })

  test('a pattern read between groups of digits does not end a number', () => {
    const words = [
      word('個人番号', 200, 500),
      word('2004', 600, 500),
      word('融', 780, 500, 0.5),
      word('8317', 860, 500),
      word('7223', 1060, 500),
    ]
    expect(states(find('individual-number-card', words), 'individual-number')).toEqual(['visible'])
  })

  test('groups of digits below their label are one number, with or without the label', () => {
    const groups = [word('2004', 200, 562), word('8317', 400, 562), word('7223', 600, 562)]
    const [labelled] = find('individual-number-card', [word('個人番号', 200, 500), ...groups])
    expect(labelled).toMatchObject({ field: 'individual-number', state: 'visible', rect: { x: 200, w: 560 } })
    expect(states(find('individual-number-card', [word('2004', 200, 562)]), 'individual-number')).toEqual([])
    const valid = [word('1234', 200, 562), word('5678', 400, 562), word('9018', 600, 562)]
    expect(find('individual-number-card', valid)).toMatchObject([
      { field: 'individual-number', state: 'visible', rect: { x: 200, w: 560 } },
    ])
  })

  test('the edges of boxes, read as characters, do not end a number before it begins', () => {
    const edges = word('[$み|', 480, 500, 0.93)
    const digits = [...'3212'].map((digit, at) => word(digit, 700 + 70 * at, 500))
    const insurer = (between: Word, ink = 0): string[] =>
      states(
        findOn('insurance', [word('保険者番号', 200, 500), between, ...digits], { ink: () => ink }),
        'insurer-number',
      )
    expect(insurer(edges)).toEqual(['visible'])
    expect(insurer(word('名称', 480, 500))).not.toContain('visible')
    const struck = [word('保険者番号', 200, 500), word('陽', 700, 500, 0.84)]
    expect(states(findOn('insurance', struck, { ink: () => 0.3 }), 'insurer-number')).toEqual(['unreadable'])
  })

  test('the telephone of the マイナンバー is no 個人番号', () => {
    expect(find('other', [word('マイナンバー総合フリーダイヤル0120-95-0178', 200, 500)])).toEqual([])
    const bracketed = [word('マイナンバー(個人番号)', 200, 500), word('726619315597', 900, 500)]
    expect(find('other', bracketed)).toMatchObject([{ field: 'individual-number', state: 'visible', rect: { x: 900 } }])
  })

  test('what sticks out of a cover is enough of a number, whether the cover is seen or not', () => {
    const number = (words: Word[], patches: Patch[] = []) => states(find('insurance', words, patches), 'insurer-number')
    const sticking = [word('保険者番号', 200, 500), word('0012', 760, 500)]
    expect(number(sticking, [cover(480, 496, 260)])).toEqual(['visible'])
    expect(number(sticking)).toEqual(['visible'])
    expect(number([word('保険者番号', 200, 500)], [cover(480, 496, 460)])).toEqual(['masked'])
    const boxes = [
      word('保険者番号', 200, 500),
      word('建', 760, 500, 0.84),
      ...[0, 1, 2].map((n) => word('7', 830 + 70 * n, 500)),
    ]
    expect(number(boxes, [cover(480, 496, 260)])).toEqual(['visible'])
  })

  test('print that nobody read in the place of a number is for a person to look at', () => {
    const label = word('保険者番号', 200, 500)
    const struck = (words: Word[], ink: number) =>
      states(findOn('insurance', words, { ink: () => ink }), 'insurer-number')
    expect(struck([label], 0.3)).toEqual(['unreadable'])
    expect(struck([label], 0.02)).toEqual(['blank'])
    expect(struck([label, word('理事長之印', 900, 500)], 0.3)).toEqual(['blank'])
  })

  test('a date in the next cell is no number, nor is a licence’s on a sheet with an insurance card', () => {
    const numbers = (label: string, text: string, kind: DocumentKind = 'juminhyo') =>
      find(kind, [word(label, 200, 500), word(text, 600, 500)]).filter(({ state }) => state === 'visible')
    expect(numbers('個人番号', '123456789018')).toHaveLength(1)
    expect(numbers('個人番号', '平成24年11月12日')).toEqual([])
    expect(numbers('番号', '12345', 'insurance')).toHaveLength(1)
    expect(numbers('番号', '第305012345670号', 'insurance')).toEqual([])
    expect(numbers('番号', 'No.AB12345678CD', 'insurance')).toEqual([])
  })

  test('a label with more of itself behind it still has its number', () => {
    const words = [word('基礎年金番号・年金コード', 200, 500), word('1234-567890', 900, 500)]
    expect(states(find('other', words), 'pension-number')).toEqual(['visible'])
    const rules = {
      across: [480, 640].map((y) => ({ x0: 180, y0: y, x1: 2300, y1: y })),
      down: [180, 700, 2300].map((x) => ({ x0: x, y0: 480, x1: x, y1: 900 })),
    }
    const inTwoLines = [word('基礎年金番号・年', 200, 500), word('金コード', 200, 570), word('67890', 1000, 530)]
    expect(states(findOn('other', inTwoLines, { rules }), 'pension-number')).toEqual(['visible'])
    expect(find('individual-number-card', [word('個人番号カードコールセンター0120-95-0178', 200, 500)])).toEqual([])
  })

  test('twelve digits with the right check digit that belong to a customer or a parcel', () => {
    const individual = (...words: Word[]) => states(find('other', words), 'individual-number')
    expect(individual(word('123456789018', 700, 500))).toEqual(['visible'])
    expect(individual(word('お客様番号', 200, 500), word('123456789018', 700, 500))).toEqual([])
    expect(individual(word('お客さま番号', 200, 500), word('123456789018', 1700, 500))).toEqual([])
    expect(individual(word('お客さま番号', 200, 500), word('氏名', 800, 500), word('123456789018', 1700, 500))).toEqual(
      ['visible'],
    )
    expect(individual(word('お問い合わせ番号', 700, 440), word('123456789018', 700, 500))).toEqual([])
    expect(individual(word('1234-5678-9018', 700, 500))).toEqual([])
    expect(states(find('juminhyo', [word('090-1234-5671', 700, 500)]), 'resident-code')).toEqual([])
  })

  test('the square code of an 個人番号カード says its number', () => {
    const saying = (text: string | null): Code[] => [{ rect: { x: 900, y: 100, w: 180, h: 180 }, text }]
    const square = saying(null)
    expect(find('individual-number-card', [], [], square)).toMatchObject([{ field: 'individual-number' }])
    const besideLicence = { kinds: new Set<DocumentKind>(['licence', 'individual-number-card']), codes: square }
    expect(findOn('licence', [], besideLicence)).toMatchObject([{ field: 'individual-number' }])
    expect(find('other', [], [], saying('123456789018\n'))).toMatchObject([{ field: 'individual-number' }])
    expect(find('other', [], [], saying('123456789012'))).toEqual([])
    expect(find('insurance', [], [], square)).toMatchObject([{ field: 'insurance-qr' }])
    expect(find('juki', [], [], square)).toEqual([])
    const both = { kinds: new Set<DocumentKind>(['insurance', 'individual-number-card']), codes: square }
    const cards = (at: number) => findOn('other', [word('個人番号', 900, at), word('保険者番号', 900, 900)], both)
    const ofCode = (found: Found[]) => found.filter(({ label }) => label === null).map(({ field }) => field)
    expect([ofCode(cards(100)), ofCode(cards(1900))]).toEqual([['individual-number'], ['insurance-qr']])
  })

  test('a declaration that is covered below its heading', () => {
    const heading = word('臓器提供に関する意思を表示することができます', 200, 500)
    const organs = (words: Word[], patches: Patch[] = []) => states(find('licence', words, patches), 'organ-donation')
    const pen: Patch = { rect: { x: 200, y: 560, w: 800, h: 200 }, text: null, isHatched: false }
    expect(organs([heading], [pen])).toEqual(['masked'])
    expect(organs([heading, word('私は、臓器を提供しません', 200, 780)], [pen])).toEqual(['visible'])
    expect(organs([heading, word('特記欄:', 200, 780)], [pen])).toEqual(['masked'])
    expect(organs([heading])).toEqual(['visible'])
  })

  test('a seal beside a masked value is none of it', () => {
    const words = [word('新本籍', 200, 500), column('埼玉県', 1300, 480)]
    expect(states(find('licence', words, [cover(400, 496, 500)]))).toEqual(['masked'])
  })

  test('a prefecture that shows through a pen on a passport needs no label', () => {
    expect(
      states(find('passport', [word('P<JPNSAITO<<KEN<<<<<<', 200, 1500)], [cover(900, 700, 240, 'TOTTORI')])),
    ).toEqual(['see-through'])
  })
})
