// 健康保険被保険者証 of an employees' insurer (協会けんぽ); no 本籍.
import { area, code, escape, fitted, frame, label, said, seal, specimenMark, spot, value } from '../drawing.ts'
import { digits, inEra, insurerNumber, prefectureCode } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const firms = ['青葉商事株式会社', '株式会社みなと工業', '東和運輸株式会社', '有限会社北野製作所'] as const

export const insuranceEmployee: Layout = {
  id: 'insurance-employee',
  kind: 'insurance',
  part: 'tuned',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const isFamily = random.chance(0.4)
    const given = inEra({ year: 2014 + random.below(9), month: 1 + random.below(12), day: 1 + random.below(28) })
    const prefecture = person.homePrefecture
    const line = (y: number, name: string, html: string, style = ''): string =>
      spot(0.035, y, name, 'font-size:1.8mm;color:#234') +
      fitted([0.24, 0.8], [y - 0.014, y + 0.055], html, `font-size:2.6mm;${style}`)
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      area([0, 1], [0, 0.17], '', `background:${random.pick(['#bcd9ee', '#f2dd8e', '#f3c3cf', 'transparent'])}`) +
        spot(0.03, 0.03, '健康保険<br>被保険者証', 'font-size:2.9mm;line-height:1.2;font-weight:700') +
        spot(0.3, 0.035, isFamily ? '家族（被扶養者）' : '本人（被保険者）', 'font-size:2.4mm') +
        spot(0.58, 0.035, `${said('issued', given)}交付`, 'font-size:2.2mm') +
        spot(0.87, 0.1, digits(5, random), 'font-size:2.2mm') +
        spot(0.035, 0.2, label(input, 'insured-number', '記号　　　　　番号'), 'font-size:1.9mm') +
        spot(
          0.24,
          0.185,
          value(
            input,
            'insured-number',
            `${digits(8, random)}　　${1 + random.below(900)}${random.chance(0.5) ? `（枝番）0${random.below(4)}` : ''}`,
          ),
          'font-size:2.7mm',
        ) +
        spot(0.24, 0.285, `${person.familyKana}　${person.givenKana}`, 'font-size:1.6mm') +
        line(0.335, '氏名', `<span style="font-size:3.5mm">${escape(`${person.family}　${person.given}`)}</span>`) +
        line(0.415, '生年月日', inEra(person.birth)) +
        line(0.48, '性別', person.sex) +
        line(0.545, isFamily ? '認定年月日' : '資格取得年月日', given) +
        (isFamily ? line(0.61, '被保険者氏名', escape(person.householder)) : '') +
        line(0.715, '事業所名称', random.pick(firms)) +
        spot(0.035, 0.79, label(input, 'insurer-number', '保険者番号'), 'font-size:1.8mm') +
        spot(
          0.24,
          0.775,
          value(input, 'insurer-number', insurerNumber(`01${prefectureCode(person.homePrefecture)}`, 8, random)),
          'font-size:2.6mm;letter-spacing:1.2mm;border:.12mm solid #345;padding:0 .6mm;line-height:1.25',
        ) +
        line(0.86, '保険者名称', `全国健康保険協会　${prefecture.replace(/[都府県]$/, '')}支部`) +
        line(0.925, '保険者所在地', `${person.homeMunicipality}本町1-2-3`, 'font-size:2.1mm') +
        area([0.83, 0.955], [0.33, 0.53], code(input, 'insurance-qr')) +
        spot(0.83, 0.8, seal('全国健康保険協会之印', 8)) +
        specimenMark(0.93, 0.2, 1.4),
      `background:#f4f8fb;border:.15mm solid #999;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}
