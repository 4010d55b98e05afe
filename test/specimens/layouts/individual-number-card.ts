// マイナンバーカード: the face, and the back with the 12 digits nobody may keep.
import {
  area,
  code,
  escape,
  fitted,
  frame,
  guilloche,
  label,
  portrait,
  said,
  specimenMark,
  spot,
  value,
} from '../drawing.ts'
import { digits, inEra } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const common = {
  kind: 'individual-number-card',
  part: 'tuned',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
} as const
const css =
  'background:linear-gradient(100deg,#fbe3ea,#f3f3ea 50%,#dff0df);border:.15mm solid #999;border-radius:3mm;color:#111'

export const individualNumberFront: Layout = {
  ...common,
  id: 'individual-number-front',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const expiry = `${2026 + random.below(9)}年${1 + random.below(12)}月${1 + random.below(28)}日`
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      guilloche(random, ['#e5a9b9', '#a9cfa9'], 0.3) +
        spot(0.02, 0.1, '氏名', 'font-size:1.7mm') +
        fitted([0.09, 0.84], [0.075, 0.165], escape(`${person.family}　${person.given}`), 'font-size:3.8mm') +
        spot(0.02, 0.215, '住所', 'font-size:1.7mm') +
        fitted([0.09, 0.84], [0.2, 0.27], escape(person.address), 'font-size:2.6mm') +
        area(
          [0.86, 0.98],
          [0.03, 0.21],
          '<div style="width:4mm;height:4mm;margin:auto;border-radius:50%;border:.4mm solid #d0356b;box-sizing:border-box"></div><span style="font-size:1.5mm">個人番号<br>カード</span>',
          'text-align:center;color:#d0356b;line-height:1.1',
        ) +
        spot(0.86, 0.27, `性別 ${person.sex}`, 'font-size:2.3mm') +
        spot(0.35, 0.355, `${inEra(person.birth)}生`, 'font-size:2.4mm') +
        spot(0.64, 0.355, `${said('expires', expiry)}まで有効`, 'font-size:2.2mm') +
        spot(0.42, 0.425, `${person.homeMunicipality.replace(/(市).+区$/, '$1')}長`, 'font-size:2.3mm') +
        area(
          [0.63, 0.97],
          [0.43, 0.5],
          `<span style="font-size:1.2mm;background:#111;color:#fff">電子証明書の有効期限</span> <span style="font-size:1.8mm">${expiry}</span>`,
          'border:.15mm solid #111',
        ) +
        [0, 1, 2, 3]
          .map((line) =>
            area(
              [0.35, 0.97],
              [0.52 + line * 0.075, 0.585 + line * 0.075],
              '',
              'background:repeating-linear-gradient(45deg,#e8e8df,#e8e8df .3mm,#f7f7f2 .3mm,#f7f7f2 .6mm);border-bottom:.1mm solid #bbb',
            ),
          )
          .join('') +
        area(
          [0.35, 0.97],
          [0.825, 0.95],
          '<span data-label="organ-donation">臓器提供意思</span><div data-field="organ-donation">《１．脳死後及び心臓が停止した死後　２．心臓が停止した死後　３．提供せず》<br>《１・２で提供したくない臓器→　心臓・肺・肝臓・腎臓・膵臓・小腸・眼球》</div>',
          'font-size:1.15mm;line-height:1.25;white-space:normal',
        ) +
        spot(0.03, 0.945, `${digits(8, random)}ABCDEF12　${digits(4, random)}`, 'font-size:1.6mm') +
        area([0.03, 0.28], [0.35, 0.84], portrait(random, '#eceff2')) +
        specimenMark(0.3, 0.94, 1.3),
      `${css};font-family:${input.ink.print}`,
    )
  },
}

export const individualNumberBack: Layout = {
  ...common,
  id: 'individual-number-back',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const number = person.individualNumber.replace(/(\d{4})(?=\d)/g, '$1 ')
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      guilloche(random, ['#e5a9b9', '#a9cfa9'], 0.3) +
        spot(0.06, 0.06, 'マイナンバー（個人番号）', 'font-size:2mm') +
        area([0, 1], [0.62, 0.78], '', 'background:rgba(120,120,120,.18)') +
        spot(0.3, 0.15, label(input, 'individual-number', '個人番号'), 'font-size:2.4mm') +
        spot(0.3, 0.215, value(input, 'individual-number', number), `font-size:4.6mm;font-family:${input.ink.fixed}`) +
        spot(0.3, 0.35, '氏名', 'font-size:1.7mm') +
        fitted([0.38, 0.96], [0.33, 0.42], escape(`${person.family}　${person.given}`), 'font-size:3mm') +
        spot(0.3, 0.45, `${inEra(person.birth)}生`, 'font-size:2.4mm') +
        area([0.06, 0.245], [0.17, 0.46], code(input, 'individual-number'), 'background:#fff;padding:.5mm') +
        area([0.06, 0.2], [0.63, 0.77], '', 'background:#d8b65a;border-radius:1mm') +
        spot(0.3, 0.85, '紛失したときは、0120-95-0178 へ', 'font-size:1.8mm') +
        specimenMark(0.92, 0.92, 1.3),
      `${css};font-family:${input.ink.print}`,
    )
  },
}
