// 資格確認書 (since 2024-12-02): a card of pink or light purple paper, and an A4 sheet.
import { escape, fitted, frame, label, said, seal, specimenMark, spot, value } from '../drawing.ts'
import { digits, inEra, insurerNumber, prefectureCode } from '../people.ts'
import { cell, grid, labelCss, municipalityOf } from './juminhyo-parts.ts'
import { a4Mm, cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const common = { kind: 'eligibility', people: [1, 1], domicile: 'never' } as const

export const eligibilityCard: Layout = {
  ...common,
  id: 'eligibility-card',
  part: 'tuned',
  form: 'card',
  ...cardMm,
  draw(input) {
    const [person] = input.people
    const { random } = input
    const row = (y: number, name: string, html: string, size = 2.6): string =>
      spot(0.04, y, name, 'font-size:1.8mm') + fitted([0.26, 0.97], [y - 0.015, y + 0.055], html, `font-size:${size}mm`)
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      spot(0.04, 0.035, '健康保険', 'font-size:2.2mm') +
        spot(0.04, 0.09, '資格確認書', 'font-size:3.6mm;font-weight:700;letter-spacing:.6mm') +
        spot(0.46, 0.05, random.pick(['本人（被保険者）', '家族（被扶養者）']), 'font-size:2.3mm') +
        spot(
          0.46,
          0.125,
          `有効期限　${said('expires', `令和${7 + random.below(5)}年${1 + random.below(12)}月28日`)}`,
          'font-size:2.4mm',
        ) +
        spot(0.04, 0.23, label(input, 'insured-number', '記号　番号　枝番'), 'font-size:1.8mm') +
        spot(
          0.3,
          0.215,
          value(input, 'insured-number', `${digits(8, random)}　${digits(3, random)}　0${random.below(4)}`),
          'font-size:2.6mm',
        ) +
        row(0.32, '氏名', escape(`${person.family}　${person.given}`), 3.5) +
        row(0.41, '生年月日', inEra(person.birth)) +
        row(0.48, '性別', person.sex) +
        row(0.55, '資格取得年月日', inEra({ year: 2024, month: 12, day: 2 })) +
        spot(0.04, 0.68, label(input, 'insurer-number', '保険者番号'), 'font-size:1.8mm') +
        spot(
          0.26,
          0.665,
          value(input, 'insurer-number', insurerNumber(`01${prefectureCode(person.homePrefecture)}`, 8, random)),
          'font-size:2.7mm;letter-spacing:1mm',
        ) +
        row(0.77, '保険者名称', `全国健康保険協会　${person.homePrefecture.replace(/[都府県]$/, '')}支部`) +
        spot(0.83, 0.72, seal('全国健康保険協会', 8)) +
        specimenMark(0.92, 0.93, 1.4),
      `background:${random.pick(['#f9e3ea', '#ece6f6'])};border:.15mm solid #999;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}

export const eligibilitySheet: Layout = {
  ...common,
  id: 'eligibility-sheet',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  draw(input) {
    const [person] = input.people
    const { random } = input
    const name = (row: number, html: string): string => cell(1, 9, row, 1, html, `${labelCss};font-size:3.6mm`)
    const cells =
      name(1, label(input, 'insured-number', '記号・番号（枝番）')) +
      cell(
        10,
        21,
        1,
        1,
        value(
          input,
          'insured-number',
          `${random.pick(['東', '西', '国'])}${digits(2, random)}・${digits(6, random)}（0${1 + random.below(4)}）`,
        ),
      ) +
      name(2, '氏名') +
      cell(10, 21, 2, 1, escape(`${person.family}　${person.given}`), 'font-size:5mm') +
      name(3, '生年月日・性別') +
      cell(10, 21, 3, 1, `${inEra(person.birth)}　${person.sex}`) +
      name(4, '住所') +
      cell(10, 21, 4, 1, escape(person.address)) +
      name(5, '世帯主氏名') +
      cell(10, 21, 5, 1, escape(person.householder)) +
      name(6, '負担割合') +
      cell(10, 21, 6, 1, random.pick(['２割', '３割'])) +
      name(7, '発効期日') +
      cell(10, 21, 7, 1, '令和７年８月１日') +
      name(8, '限度区分') +
      cell(10, 21, 8, 1, '＊＊＊') +
      name(9, '有効期限') +
      cell(10, 21, 9, 1, said('expires', '令和８年７月３１日')) +
      name(10, label(input, 'insurer-number', '保険者番号')) +
      cell(
        10,
        21,
        10,
        1,
        value(input, 'insurer-number', insurerNumber(prefectureCode(person.homePrefecture), 6, random)),
        'letter-spacing:1.5mm',
      ) +
      name(11, '交付者名') +
      cell(10, 21, 11, 1, municipalityOf(person))
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:24mm 26mm;font-family:${input.ink.print};font-size:4mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:6.5mm;margin-bottom:8mm">国民健康保険資格確認書</div>
      ${grid(30, 'repeat(11, 11mm)', cells)}<p style="font-size:3.4mm;line-height:1.8">この資格確認書は、医療機関等の窓口で提示してください。氏名、住所に変更があったときは、十四日以内に届け出てください。</p>
      <div style="position:absolute;right:30mm;bottom:50mm">${seal(`${person.homeMunicipality.slice(0, 3)}之印`, 16)}</div></div>`
  },
}
