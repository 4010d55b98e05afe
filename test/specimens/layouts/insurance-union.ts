// 健康保険被保険者証 of a company's or trade's own insurer: coloured ground, centred title, its numbers in one line.
import { area, escape, fitted, frame, label, said, seal, specimenMark, spot, value } from '../drawing.ts'
import { digits, inEra, insurerNumber, prefectureCode } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

export const insuranceUnion: Layout = {
  id: 'insurance-union',
  kind: 'insurance',
  part: 'held-back',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const since = inEra({ year: 2012 + random.below(11), month: 4, day: 1 })
    const row = (y: number, name: string, html: string, size = 2.6): string =>
      fitted([0.05, 0.26], [y, y + 0.075], name, 'font-size:1.9mm') +
      fitted([0.27, 0.96], [y, y + 0.075], html, `font-size:${size}mm`)
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      area(
        [0, 1],
        [0, 0.13],
        '<span style="font-size:3.4mm;letter-spacing:.8mm;line-height:6.8mm">健康保険被保険者証</span>',
        `background:${random.pick(['#f6b8c8', '#f3d36b', '#a9d0ee', '#bfe0b4'])};text-align:center`,
      ) +
        row(0.15, random.pick(['本人（被保険者）', '家族（被扶養者）']), `${said('issued', since)}交付`, 2.2) +
        spot(0.05, 0.25, label(input, 'insured-number', '記号・番号'), 'font-size:1.9mm') +
        spot(
          0.27,
          0.238,
          value(input, 'insured-number', `${digits(4, random)}・${digits(5, random)}（枝番）0${random.below(4)}`),
          'font-size:2.8mm',
        ) +
        row(0.315, '氏　名', escape(`${person.family}　${person.given}`), 3.4) +
        row(0.4, '生年月日・性別', `${inEra(person.birth)}　${person.sex}`) +
        row(0.48, '資格取得年月日', since) +
        row(0.56, '事業所名称', `${random.pick(['日本橋', '本町', '中央'])}電機株式会社　本店`) +
        spot(0.05, 0.665, label(input, 'insurer-number', '保険者番号'), 'font-size:1.9mm') +
        spot(
          0.27,
          0.65,
          value(input, 'insurer-number', insurerNumber(`06${prefectureCode(person.homePrefecture)}`, 8, random)),
          'font-size:2.8mm;letter-spacing:.9mm',
        ) +
        row(0.74, '保険者名称', `${random.pick(['東都電機', '全国運輸業', '関東機器'])}健康保険組合`) +
        row(0.82, '保険者所在地', `${person.homePrefecture}${person.homeMunicipality}本町4-5-6`, 2.1) +
        spot(0.85, 0.66, seal('健康保険組合之印', 8.5)) +
        specimenMark(0.92, 0.92, 1.4),
      `background:#fffdf8;border:.15mm solid #999;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}
