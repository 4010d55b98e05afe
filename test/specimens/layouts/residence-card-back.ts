// The back of a 在留カード: where somebody moved to, what work is allowed beside the status, and no name at all.
import { area, escape, fitted, frame, guilloche, seal, specimenMark, spot } from '../drawing.ts'
import { padded } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

export const residenceCardBack: Layout = {
  id: 'residence-card-back',
  kind: 'residence-card',
  part: 'tuned',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const office = person.homeMunicipality.replace(/(市).+区$/, '$1')
    const day = `${2022 + random.below(5)}年${padded(1 + random.below(12))}月${padded(1 + random.below(28))}日`
    const box = (x: readonly [number, number], y: readonly [number, number]): string =>
      area(x, y, '', 'border:.15mm solid #555')
    const head = (x: number, y: number, text: string): string => spot(x, y, text, 'font-size:1.6mm;line-height:1')
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      guilloche(random, ['#a9c6a4', '#d7b6a2'], 0.35) +
        box([0.03, 0.97], [0.05, 0.56]) +
        head(0.4, 0.065, '住居地記載欄') +
        box([0.03, 0.97], [0.11, 0.18]) +
        head(0.05, 0.13, '届出年月日') +
        head(0.5, 0.13, '住居地') +
        head(0.85, 0.13, '記載者印') +
        fitted([0.04, 0.22], [0.2, 0.28], day, 'font-size:1.9mm') +
        fitted([0.24, 0.83], [0.2, 0.28], escape(person.address), 'font-size:2.3mm') +
        spot(0.87, 0.19, seal(`${office.slice(0, 2)}長印`, 4.6)) +
        box([0.03, 0.48], [0.6, 0.93]) +
        head(0.15, 0.62, '資格外活動許可欄') +
        fitted([0.05, 0.47], [0.7, 0.78], random.pick(['許可：原則週28時間以内', '＊＊＊']), 'font-size:2mm') +
        box([0.52, 0.97], [0.6, 0.93]) +
        head(0.55, 0.62, '在留期間更新等許可申請欄') +
        specimenMark(0.9, 0.95, 1.3),
      `background:#f6f8f0;border:.15mm solid #999;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}
