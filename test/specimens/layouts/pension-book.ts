// A page of the 年金手帳: the basic pension number may not be kept; there is no 本籍.
import { escape, frame, label, seal, specimenMark, spot, value } from '../drawing.ts'
import { digits, inEra } from '../people.ts'
import type { Layout } from './layout.ts'

export const pensionBook: Layout = {
  id: 'pension-book',
  kind: 'other',
  part: 'tuned',
  form: 'card',
  widthMm: 100,
  heightMm: 142,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const row = (y: number, name: string, html: string): string =>
      spot(0.1, y, name, 'font-size:2.8mm') +
      spot(0.4, y - 0.005, html, 'font-size:4mm') +
      spot(0.1, y + 0.045, '<div style="width:80mm;border-bottom:.15mm solid #678"></div>')
    return frame(
      100,
      142,
      spot(0.32, 0.06, '年　金　手　帳', 'font-size:5mm') +
        spot(0.1, 0.18, label(input, 'pension-number', '基礎年金番号'), 'font-size:3mm') +
        spot(
          0.4,
          0.175,
          value(input, 'pension-number', `${digits(4, input.random)}-${digits(6, input.random)}`),
          `font-size:4.8mm;border:.2mm solid #456;padding:0 2mm;font-family:${input.ink.fixed}`,
        ) +
        row(0.3, '氏　　名', escape(`${person.family}　${person.given}`)) +
        row(0.39, '生年月日', inEra(person.birth)) +
        row(0.48, '性　　別', person.sex) +
        row(0.57, '交付年月日', inEra({ year: 1998 + input.random.below(20), month: 4, day: 1 })) +
        spot(0.1, 0.7, '初めて被保険者となった日', 'font-size:2.8mm') +
        spot(0.55, 0.695, inEra({ year: 1996 + input.random.below(20), month: 4, day: 1 }), 'font-size:3.4mm') +
        spot(0.3, 0.85, '社会保険庁', 'font-size:4.4mm;letter-spacing:1.5mm') +
        spot(0.7, 0.82, seal('社会保険庁長官之印', 13)) +
        specimenMark(0.86, 0.94, 1.8),
      `background:#e3edf6;border:.2mm solid #89a;font-family:${input.ink.print};color:#122`,
    )
  },
}
