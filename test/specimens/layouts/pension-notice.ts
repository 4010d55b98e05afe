// 基礎年金番号通知書 (since April 2022): a yellow card in place of the 年金手帳.
import { escape, frame, label, seal, specimenMark, spot, value } from '../drawing.ts'
import { digits, inEra } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

export const pensionNotice: Layout = {
  id: 'pension-notice',
  kind: 'other',
  part: 'held-back',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const issued = inEra({ year: 2022 + random.below(4), month: 4 + random.below(8), day: 1 + random.below(28) })
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      spot(0.22, 0.08, '基礎年金番号通知書', 'font-size:4.4mm;letter-spacing:.6mm') +
        spot(0.08, 0.28, label(input, 'pension-number', '基礎年金番号'), 'font-size:2.4mm') +
        spot(
          0.38,
          0.255,
          value(input, 'pension-number', `${digits(4, random)}－${digits(6, random)}`),
          `font-size:4.4mm;font-family:${input.ink.fixed},${input.ink.print}`,
        ) +
        spot(0.08, 0.42, 'フリガナ', 'font-size:1.9mm') +
        spot(0.38, 0.415, `${person.familyKana}　${person.givenKana}`, 'font-size:2.2mm') +
        spot(0.08, 0.51, '氏　　　名', 'font-size:2.4mm') +
        spot(0.38, 0.49, escape(`${person.family}　${person.given}`), 'font-size:4mm') +
        spot(0.08, 0.63, '生 年 月 日', 'font-size:2.4mm') +
        spot(0.38, 0.62, inEra(person.birth), 'font-size:2.9mm') +
        spot(0.08, 0.75, '交付年月日', 'font-size:2.4mm') +
        spot(0.38, 0.74, issued, 'font-size:2.9mm') +
        spot(0.38, 0.86, '厚生労働大臣', 'font-size:3mm;letter-spacing:.6mm') +
        spot(0.8, 0.77, seal('厚生労働大臣印', 9)) +
        specimenMark(0.05, 0.9, 1.4),
      `background:#fbf3c9;border:.15mm solid #b9a85a;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}
