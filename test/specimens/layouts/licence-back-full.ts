// The back of a 運転免許証 before the organ donor's block: 備考 fills it, three columns of date, change and stamp.
import { area, escape, fitted, frame, label, seal, specimenMark, spot, value } from '../drawing.ts'
import { wide } from '../places.ts'
import { licenceCss } from './licence-parts.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const rowHeight = 0.145

export const licenceBackFull: Layout = {
  id: 'licence-back-full',
  kind: 'licence',
  part: 'held-back',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const { random, ink } = input
    const date = (): string =>
      `平${wide(String(12 + random.below(10)))}．${wide(String(1 + random.below(12)))}．${wide(String(1 + random.below(28)))}`
    const changes: readonly (readonly [string, string])[] = [
      ['新住所', escape(person.address)],
      [label(input, 'permanent-domicile', '新本籍'), value(input, 'permanent-domicile', person.domicile)],
      ['新氏名', escape(`${person.family}　${person.given}`)],
    ]
    const rows = changes
      .map(([name, html], at) => {
        const y = 0.15 + at * rowHeight
        return (
          area([0.03, 0.97], [y, y + rowHeight], '', 'border-bottom:.1mm solid #555') +
          fitted([0.035, 0.188], [y + 0.03, y + rowHeight - 0.02], date(), 'font-size:1.9mm') +
          spot(0.2, y + 0.012, name, 'font-size:1.7mm;line-height:1') +
          fitted([0.23, 0.86], [y + 0.05, y + rowHeight - 0.01], html, `font-size:2.5mm;font-family:${ink.hand}`) +
          spot(0.885, y + 0.02, seal(person.homePrefecture.slice(0, 2) + '公安', 5.4))
        )
      })
      .join('')
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      area([0.03, 0.97], [0.05, 0.95], '', 'border:.2mm solid #333') +
        area(
          [0.03, 0.97],
          [0.05, 0.15],
          '備　　　　　　　考',
          'text-align:center;font-size:2.3mm;line-height:5.4mm;border-bottom:.15mm solid #333',
        ) +
        area([0.19, 0.191], [0.15, 0.95], '', 'border-left:.1mm solid #555') +
        area([0.87, 0.871], [0.15, 0.95], '', 'border-left:.1mm solid #555') +
        rows +
        specimenMark(0.05, 0.88, 1.4),
      `${licenceCss};font-family:${ink.print}`,
    )
  },
}
