// 後期高齢者医療被保険者証, larger than a card: one column, the number of the insured over everything.
import { escape, fitted, frame, label, said, seal, specimenMark, spot, value } from '../drawing.ts'
import { digits, inEra, insurerNumber, prefectureCode } from '../people.ts'
import type { Layout } from './layout.ts'

const widthMm = 128
const heightMm = 91

export const insuranceElderly: Layout = {
  id: 'insurance-elderly',
  kind: 'insurance',
  part: 'held-back',
  form: 'card',
  widthMm,
  heightMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const row = (at: number, name: string, html: string, sizeMm = 3.4): string =>
      spot(0.05, 0.2 + at * 0.085, name, 'font-size:2.6mm') +
      fitted([0.3, 0.95], [0.185 + at * 0.085, 0.255 + at * 0.085], html, `font-size:${sizeMm}mm`) +
      spot(0.05, 0.262 + at * 0.085, `<div style="width:${widthMm * 0.9}mm;border-bottom:.12mm solid #666"></div>`)
    const since = inEra({ year: 2019 + random.below(4), month: 8, day: 1 })
    return frame(
      widthMm,
      heightMm,
      spot(0.2, 0.05, '後期高齢者医療被保険者証', 'font-size:5mm;letter-spacing:.6mm;font-weight:700') +
        spot(0.62, 0.135, `有効期限　${said('expires', '令和７年７月３１日')}`, 'font-size:2.8mm') +
        row(0, label(input, 'insured-number', '被保険者番号'), value(input, 'insured-number', digits(8, random)), 4) +
        row(1, '住　　所', escape(person.address)) +
        row(2, '氏　　名', escape(`${person.family}　${person.given}`), 4.6) +
        row(3, '生年月日', `${inEra(person.birth)}　　性別　${person.sex}`) +
        row(4, '資格取得年月日', since) +
        row(5, '発効期日', since) +
        row(6, '一部負担金の割合', random.pick(['１割', '２割', '３割'])) +
        row(
          7,
          label(input, 'insurer-number', '保険者番号'),
          value(input, 'insurer-number', insurerNumber(`39${prefectureCode(person.homePrefecture)}`, 8, random)),
          3.8,
        ) +
        spot(0.05, 0.9, `${person.homePrefecture}後期高齢者医療広域連合`, 'font-size:3.2mm') +
        spot(0.8, 0.8, seal('後期高齢者医療広域連合印', 13)) +
        specimenMark(0.9, 0.03, 1.8),
      `background:#f3e9f4;border:.15mm solid #999;font-family:${input.ink.print};color:#111`,
    )
  },
}
