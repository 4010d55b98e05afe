// 運転免許証 of 1994–2009, before the chip: the 本籍 stands between name and address, down to its 番地.
import { escape, frame, label, said, specimenMark, value } from '../drawing.ts'
import { inEra } from '../people.ts'
import { licenceBody, licenceCss, ruledRow } from './licence-parts.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const common = { kind: 'licence', form: 'card', ...cardMm, people: [1, 1], domicile: 'always' } as const

export const licencePaper: Layout = {
  ...common,
  id: 'licence-paper',
  part: 'tuned',
  draw: (input) => face(input, '本籍'),
}
export const licencePaperNationality: Layout = {
  ...common,
  id: 'licence-paper-nationality',
  part: 'held-back',
  draw: (input) => face(input, '本籍・国籍'),
}

function face(input: Parameters<Layout['draw']>[0], domicileLabel: string): string {
  const [person] = input.people
  const { random } = input
  const issued = { year: 1998 + random.below(10), month: 1 + random.below(12), day: 1 + random.below(28) }
  const name = [...`${person.family}${person.given}`].join('　')
  const rows =
    ruledRow(
      0.066,
      0.069,
      '氏名',
      `<span style="width:60%">${escape(name)}</span><span style="font-size:2.2mm">${inEra(person.birth)}生</span>`,
    ) +
    ruledRow(
      0.135,
      0.069,
      label(input, 'permanent-domicile', domicileLabel),
      value(input, 'permanent-domicile', person.domicile),
    ) +
    ruledRow(0.204, 0.069, '住所', escape(person.address)) +
    ruledRow(
      0.273,
      0.069,
      '交付',
      `${said('issued', inEra(issued, 'padded'))}　${10000 + random.below(89999)}`,
      'font-size:2.4mm',
    )
  const below = licenceBody(input, {
    issued,
    expiresYear: issued.year + 5,
    hasWesternYear: false,
    kinds: issued.year >= 2007 ? 14 : 12,
  })
  return frame(
    cardMm.widthMm,
    cardMm.heightMm,
    rows + below + specimenMark(0.62, 0.9, 1.4),
    `${licenceCss};font-family:${input.ink.print}`,
  )
}
