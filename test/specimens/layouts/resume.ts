// 履歴書 on the old standard form, filled in by hand: a row for the prefecture of the 本籍 stood under the name.
import { area, escape, label, portrait, value } from '../drawing.ts'
import { inEra } from '../people.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { byHand, sheet } from './sheet.ts'

export const resume: Layout = {
  id: 'resume',
  kind: 'other',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const row = (heightMm: number, name: string, html: string, widthMm: number): string =>
      `<div style="display:flex;width:${widthMm}mm;height:${heightMm}mm;border:.25mm solid #222;border-bottom:none;box-sizing:border-box;align-items:center;white-space:nowrap"><span style="width:26mm;padding-left:2mm;font-size:3.1mm">${name}</span>${html}</div>`
    const career = ['県立第一高等学校　卒業', '株式会社みなと工業　入社', '一身上の都合により退社', '現在に至る']
      .map(
        (text, at) =>
          `<div style="display:flex;height:9mm;border:.2mm solid #222;border-top:none;align-items:center"><span style="width:22mm;text-align:center;border-right:.2mm solid #222">${byHand(input, `${1996 + at * 5}`, 4.2)}</span><span style="width:14mm;text-align:center;border-right:.2mm solid #222;margin-right:4mm">${byHand(input, String(1 + random.below(12)), 4.2)}</span>${byHand(input, text, 4.4)}</div>`,
      )
      .join('')
    return sheet(
      input,
      { margins: '18mm 20mm', fontMm: 3.6 },
      `<div style="display:flex;justify-content:space-between;width:128mm;align-items:flex-end"><span style="font-size:7mm;letter-spacing:4mm">履歴書</span><span>平成${20 + random.below(11)}年${1 + random.below(12)}月${1 + random.below(28)}日現在</span></div>
      <div style="position:relative;margin-top:3mm">
      ${row(7, 'ふりがな', byHand(input, `${person.familyKana}　${person.givenKana}`, 3.8), 128)}
      ${row(15, '氏　名', byHand(input, escape(`${person.family}　${person.given}`), 8), 128)}
      ${row(10, '生年月日', byHand(input, `${inEra(person.birth)}生　　${person.sex}`, 4.6), 128)}
      ${row(10, label(input, 'permanent-domicile', '本　籍'), byHand(input, value(input, 'permanent-domicile', person.domicile), 4.6), 128)}
      ${row(16, '現住所', byHand(input, escape(person.address), 5), 170)}
      ${row(9, '電話番号', byHand(input, `0${1 + random.below(9)}-${1000 + random.below(8999)}-${1000 + random.below(8999)}`, 4.6), 170)}
      <div style="border-top:.25mm solid #222"></div>${area([0.79, 0.966], [0, 0.48], portrait(random, '#dfe4ea'), 'height:40mm;border:.2mm dashed #666')}</div>
      <div style="margin-top:8mm;border:.2mm solid #222;text-align:center;padding:1.5mm;letter-spacing:2mm">学歴・職歴</div>${career}`,
    )
  },
}
