// 運転免許証 with a chip: 2007–2010 with an empty 本籍 row, and since 2010-07-17 with only a blank strip in its place.
import { area, escape, fitted, frame, label, said, specimenMark, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import { inEra } from '../people.ts'
import { labelStyle, licenceBody, licenceCss, ruledRow, valueStyle } from './licence-parts.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const common = { kind: 'licence', form: 'card', ...cardMm, people: [1, 1], part: 'tuned' } as const

export const licence2007: Layout = {
  ...common,
  id: 'licence-2007',
  domicile: 'empty',
  draw(input) {
    const [person] = input.people
    const issued = dayIn(input, 2007, 4)
    const rows =
      ruledRow(
        0.07,
        0.069,
        '氏名',
        `<span style="width:60%">${escape(spacedName(input))}</span><span style="font-size:2.2mm">${inEra(person.birth)}生</span>`,
      ) +
      ruledRow(0.139, 0.069, label(input, 'permanent-domicile', '本籍'), value(input, 'permanent-domicile', '')) +
      ruledRow(0.208, 0.069, '住所', escape(person.address)) +
      ruledRow(
        0.277,
        0.069,
        '交付',
        `${said('issued', inEra(issued, 'padded'))}　${10000 + input.random.below(89999)}`,
        'font-size:2.4mm',
      )
    return card(
      input,
      rows + licenceBody(input, { issued, expiresYear: issued.year + 5, hasWesternYear: false, kinds: 14 }),
    )
  },
}

export const licenceModern: Layout = {
  ...common,
  id: 'licence-modern',
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const issued = dayIn(input, 2018, 8)
    const rows =
      area([0.04, 0.96], [0.06, 0.135], '', 'border:.12mm solid #333;border-radius:1.2mm') +
      fitted([0.042, 0.115], [0.06, 0.135], '氏名', `${labelStyle};border-right:.12mm solid #333`) +
      fitted([0.15, 0.62], [0.06, 0.135], escape(spacedName(input)), valueStyle) +
      fitted([0.63, 0.95], [0.06, 0.135], `${inEra(person.birth)}生`, 'font-size:2.3mm') +
      ruledRow(0.21, 0.07, '住所', escape(person.address)) +
      ruledRow(
        0.28,
        0.065,
        '交付',
        `${said('issued', inEra(issued, 'padded'))}　${10000 + input.random.below(89999)}`,
        'font-size:2.4mm',
      )
    return card(
      input,
      rows +
        licenceBody(input, { issued, expiresYear: issued.year + 5, hasWesternYear: issued.year >= 2019, kinds: 14 }),
    )
  },
}

function card(input: LayoutInput, html: string): string {
  return frame(
    cardMm.widthMm,
    cardMm.heightMm,
    html + specimenMark(0.62, 0.9, 1.4),
    `${licenceCss};font-family:${input.ink.print}`,
  )
}

function spacedName(input: LayoutInput): string {
  const [person] = input.people
  return [...`${person.family}${person.given}`].join('　')
}

function dayIn(input: LayoutInput, from: number, years: number): { year: number; month: number; day: number } {
  return { year: from + input.random.below(years), month: 1 + input.random.below(12), day: 1 + input.random.below(28) }
}
