// 通知カード of 2015–2020: green paper, the 12 digits in the upper half, name and address under them.
import { area, escape, fitted, frame, guilloche, label, said, specimenMark, spot, value } from '../drawing.ts'
import { inEra } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

export const numberNotice: Layout = {
  id: 'number-notice',
  kind: 'individual-number-card',
  part: 'held-back',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const number = person.individualNumber.replace(/(\d{4})(?=\d)/g, '$1　')
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      guilloche(random, ['#a9cfae', '#c4dcb6'], 0.4) +
        spot(0.05, 0.06, '通知カード', 'font-size:3.6mm;font-weight:700;letter-spacing:.8mm') +
        spot(0.05, 0.2, label(input, 'individual-number', '個人番号'), 'font-size:2.4mm') +
        spot(0.24, 0.175, value(input, 'individual-number', number), `font-size:4.4mm;font-family:${input.ink.fixed}`) +
        spot(0.05, 0.33, '氏名', 'font-size:2.1mm') +
        fitted([0.16, 0.96], [0.31, 0.4], escape(`${person.family}　${person.given}`), 'font-size:3.6mm') +
        spot(0.05, 0.44, '住所', 'font-size:2.1mm') +
        fitted([0.16, 0.96], [0.42, 0.5], escape(person.address), 'font-size:2.8mm') +
        spot(0.05, 0.55, `${inEra(person.birth)}生　　性別　${person.sex}`, 'font-size:2.7mm') +
        spot(
          0.05,
          0.63,
          `発行日　${said('issued', `平成${27 + random.below(4)}年${1 + random.below(12)}月${1 + random.below(28)}日`)}`,
          'font-size:2.3mm',
        ) +
        spot(0.6, 0.63, `${person.homeMunicipality.replace(/(市).+区$/, '$1')}長`, 'font-size:2.8mm') +
        area([0.05, 0.95], [0.74, 0.93], '', 'border:.12mm solid #5a7;background:rgba(255,255,255,.5)') +
        spot(0.07, 0.76, '追記欄', 'font-size:1.7mm') +
        specimenMark(0.9, 0.07, 1.4),
      `background:#eaf5ea;border:.15mm solid #8a9;font-family:${input.ink.print};color:#111`,
    )
  },
}
