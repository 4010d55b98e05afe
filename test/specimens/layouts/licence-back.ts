// The backs of a 運転免許証: 備考 with dated changes, one of them a 新本籍 or none, with and without the organ donor's block.
import { area, escape, fitted, frame, label, seal, specimenMark, spot, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import { wide } from '../places.ts'
import { licenceCss } from './licence-parts.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const common = { kind: 'licence', part: 'tuned', form: 'card', ...cardMm, people: [1, 1] } as const

export const licenceBack: Layout = {
  ...common,
  id: 'licence-back',
  domicile: 'always',
  draw: (input) => back(input, true),
}

/** Only the address changed, which everybody may keep. */
export const licenceBackMoved: Layout = {
  ...common,
  id: 'licence-back-moved',
  domicile: 'never',
  draw: (input) => back(input, false),
}

function back(input: LayoutInput, hasNewDomicile: boolean): string {
  const [person] = input.people
  const { random } = input
  const date = (): string =>
    `令和${wide(String(1 + random.below(7)))}年${wide(String(1 + random.below(12)))}月${wide(String(1 + random.below(28)))}日`
  const office = `${person.homePrefecture}公安委員会`
  const lines = [
    `${date()}　新住所　${escape(person.address)}`,
    ...(hasNewDomicile
      ? [
          `${date()}　${label(input, 'permanent-domicile', '新本籍')}　${value(input, 'permanent-domicile', person.domicile)}`,
        ]
      : []),
    ...(random.chance(0.5) ? [`${date()}　新氏名　${escape(`${person.family}　${person.given}`)}`] : []),
  ]
  const rows = lines.map(
    (line, at) =>
      fitted(
        [0.06, 0.86],
        [0.12 + at * 0.12, 0.12 + at * 0.12 + 0.11],
        line,
        `font-size:2.2mm;border-bottom:.1mm dotted #888;font-family:${random.chance(0.4) ? input.ink.hand : input.ink.print}`,
      ) + spot(0.88, 0.125 + at * 0.12, seal(office.slice(0, 4), 5)),
  )
  const donor = [
    '1. 私は、脳死後及び心臓が停止した死後のいずれでも、移植の為に臓器を提供します。',
    '2. 私は、心臓が停止した死後に限り、移植の為に臓器を提供します。',
    '3. 私は、臓器を提供しません。',
  ]
  return frame(
    cardMm.widthMm,
    cardMm.heightMm,
    area([0.04, 0.96], [0.05, 0.52], '', 'border:.15mm solid #444') +
      spot(0.43, 0.055, '備　考', 'font-size:2.2mm;letter-spacing:2mm') +
      rows.join('') +
      area(
        [0.04, 0.96],
        [0.55, 0.94],
        `<span data-label="organ-donation">以下の部分を使用して臓器提供に関する意思を表示することができます（記入は自由です。）。</span><div data-field="organ-donation" style="width:100%">${donor.join('<br>')}</div>`,
        'border:.15mm solid #444;font-size:1.6mm;line-height:1.45;padding:.6mm 1mm',
      ) +
      spot(0.06, 0.86, `署名年月日　　　　年　　月　　日　　本人署名`, 'font-size:1.7mm') +
      specimenMark(0.9, 0.07, 1.4),
    `${licenceCss};font-family:${input.ink.print}`,
  )
}
