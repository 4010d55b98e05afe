// 運転経歴証明書: looks like a licence, may not be driven with, and has no 本籍.
import { area, escape, fitted, frame, portrait, said, seal, specimenMark, spot } from '../drawing.ts'
import { digits, inEra } from '../people.ts'
import { labelStyle, licenceCss, ruledRow, valueStyle } from './licence-parts.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

export const drivingRecord: Layout = {
  id: 'driving-record',
  kind: 'other',
  part: 'held-back',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const issued = inEra(
      { year: 2013 + random.below(12), month: 1 + random.below(12), day: 1 + random.below(28) },
      'padded',
    )
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      area([0.04, 0.96], [0.06, 0.135], '', 'border:.12mm solid #333;border-radius:1.2mm') +
        fitted([0.042, 0.115], [0.06, 0.135], '氏名', labelStyle) +
        fitted([0.15, 0.62], [0.06, 0.135], escape([...`${person.family}${person.given}`].join('　')), valueStyle) +
        fitted([0.63, 0.95], [0.06, 0.135], `${inEra(person.birth)}生`, 'font-size:2.3mm') +
        ruledRow(0.16, 0.07, '住所', escape(person.address)) +
        ruledRow(0.23, 0.065, '交付', `${said('issued', issued)}　${digits(5, random)}`, 'font-size:2.4mm') +
        fitted([0.05, 0.64], [0.36, 0.46], '自動車等の運転はできません。', 'font-size:3mm') +
        spot(0.05, 0.52, `番号　第　${digits(12, random)}　号`, 'font-size:2.6mm') +
        spot(0.05, 0.65, `最終有効免許　平成${20 + random.below(9)}年　普通・原付`, 'font-size:2.2mm') +
        area(
          [0.64, 0.675],
          [0.36, 0.84],
          '運転経歴証明書',
          'writing-mode:vertical-rl;font-size:2.7mm;color:#2b5fa8;letter-spacing:.7mm',
        ) +
        area([0.69, 0.95], [0.32, 0.83], portrait(random)) +
        spot(0.68, 0.85, `${person.homePrefecture}<br>公安委員会`, 'font-size:2.1mm;color:#c33') +
        spot(0.87, 0.84, seal(person.homePrefecture, 7)) +
        specimenMark(0.05, 0.9, 1.4),
      `${licenceCss};font-family:${input.ink.print}`,
    )
  },
}
