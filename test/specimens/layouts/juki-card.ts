// 住民基本台帳カード A (no portrait) and B (portrait, birth, sex, address); neither shows a 本籍.
import { area, escape, fitted, frame, portrait, qrPicture, said, specimenMark, spot } from '../drawing.ts'
import { inEra } from '../people.ts'
import { municipalityOf } from './juminhyo-parts.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const common = { kind: 'juki', form: 'card', ...cardMm, people: [1, 1], domicile: 'never' } as const
const css =
  'border:.15mm solid #999;border-radius:3mm;color:#111;background-image:linear-gradient(60deg,#e6eef8 25%,#f6f9fd 25%,#f6f9fd 50%,#e6eef8 50%,#e6eef8 75%,#f6f9fd 75%);background-size:6mm 6mm'

export const jukiA: Layout = {
  ...common,
  id: 'juki-a',
  part: 'tuned',
  draw(input) {
    const [person] = input.people
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      spot(0.06, 0.08, '住民基本台帳カード', 'font-size:4mm;font-weight:700') +
        spot(0.08, 0.42, '氏名', 'font-size:2.2mm') +
        fitted([0.2, 0.95], [0.4, 0.5], escape(`${person.family}　${person.given}`), 'font-size:4mm') +
        spot(
          0.08,
          0.6,
          `${said('expires', `${2013 + input.random.below(12)}年${1 + input.random.below(12)}月${1 + input.random.below(28)}日`)}まで有効`,
          'font-size:2.6mm',
        ) +
        spot(0.08, 0.76, `交付地　${municipalityOf(person)}`, 'font-size:2.8mm') +
        specimenMark(0.9, 0.9, 1.4),
      `${css};font-family:${input.ink.print}`,
    )
  },
}

export const jukiB: Layout = {
  ...common,
  id: 'juki-b',
  part: 'held-back',
  draw(input) {
    const [person] = input.people
    const row = (y: number, name: string, html: string, size = 2.7): string =>
      spot(0.04, y, name, 'font-size:1.8mm') + fitted([0.17, 0.68], [y - 0.015, y + 0.06], html, `font-size:${size}mm`)
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      spot(0.04, 0.05, '住民基本台帳カード', 'font-size:3.4mm;font-weight:700') +
        row(0.2, '氏名', escape(`${person.family}　${person.given}`), 3.4) +
        row(0.3, '生年月日', inEra(person.birth)) +
        row(0.38, '性別', person.sex) +
        row(0.47, '住所', escape(person.address), 2.4) +
        spot(
          0.3,
          0.66,
          `${said('expires', `${2014 + input.random.below(11)}年${1 + input.random.below(12)}月${1 + input.random.below(28)}日`)}まで有効`,
          'font-size:2.4mm',
        ) +
        spot(0.3, 0.78, `${municipalityOf(person)}長`, 'font-size:2.7mm') +
        area([0.04, 0.22], [0.64, 0.93], qrPicture(input.random), 'background:#fff;padding:.4mm') +
        area([0.71, 0.96], [0.2, 0.78], portrait(input.random, '#e3e8ee')) +
        specimenMark(0.9, 0.9, 1.4),
      `${css};font-family:${input.ink.print}`,
    )
  },
}
