// 国民健康保険被保険者証, a card; no 本籍, but numbers nobody may keep.
import { escape, fitted, frame, label, said, seal, specimenMark, spot, value } from '../drawing.ts'
import { digits, inEra, insurerNumber, prefectureCode } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'
import { municipalityOf } from './juminhyo-parts.ts'

export const insuranceNational: Layout = {
  id: 'insurance-national',
  kind: 'insurance',
  part: 'tuned',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const since = inEra({ year: 2015 + random.below(8), month: 1 + random.below(12), day: 1 })
    const tint = random.pick(['#fbf3d9', '#e6f1fa', '#f9e6ee', '#e9f5e4'])
    const line = (y: number, name: string, html: string, style = ''): string =>
      spot(0.04, y, name, 'font-size:1.9mm;color:#333') +
      fitted([0.24, 0.97], [y - 0.012, y + 0.06], html, `font-size:2.7mm;${style}`)
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      spot(0.04, 0.04, person.homePrefecture, 'font-size:2.3mm') +
        spot(0.04, 0.095, '国民健康保険<br>被保険者証', 'font-size:3.1mm;line-height:1.2;font-weight:700') +
        spot(0.5, 0.05, `有効期限　${said('expires', `令和${6 + random.below(2)}年７月31日`)}`, 'font-size:2.5mm') +
        spot(
          0.5,
          0.13,
          `${label(input, 'insured-number', '記号　番号')}　${value(input, 'insured-number', `${random.pick(['世', '中', '北'])}${digits(2, random)}　${digits(7, random)}`)}`,
          'font-size:2.5mm',
        ) +
        line(0.26, '氏名', `<span style="font-size:3.6mm">${escape(`${person.family}　${person.given}`)}</span>`) +
        line(0.345, '生年月日', `${inEra(person.birth)}　　性別　${person.sex}`) +
        line(0.42, '適用開始年月日', since) +
        line(0.495, '交付年月日', said('issued', since)) +
        line(0.57, '世帯主氏名', escape(person.householder)) +
        line(0.645, '住所', escape(person.address), 'font-size:2.4mm') +
        spot(0.04, 0.75, label(input, 'insurer-number', '保険者番号'), 'font-size:1.9mm') +
        spot(
          0.24,
          0.735,
          value(input, 'insurer-number', insurerNumber(prefectureCode(person.homePrefecture), 6, random)),
          'font-size:2.7mm;letter-spacing:1.2mm;border:.12mm solid #333;padding:0 .8mm',
        ) +
        spot(0.04, 0.85, '交付者名', 'font-size:1.9mm') +
        spot(0.24, 0.84, municipalityOf(person), 'font-size:2.9mm') +
        spot(0.72, 0.79, seal(`${person.homeMunicipality.slice(0, 3)}之印`, 8.5)) +
        specimenMark(0.92, 0.93, 1.4),
      `background:${tint};border:.15mm solid #999;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}
