// 改製原戸籍 of the years before typewriters: brush and pen, the 本籍 in a band of its own along the top.
import { escape, label, value } from '../drawing.ts'
import { inEra } from '../people.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { kanjiNumbers } from './koseki-parts.ts'
import { sheet } from './sheet.ts'

export const kosekiWritten: Layout = {
  id: 'koseki-written',
  kind: 'koseki',
  part: 'tuned',
  form: 'sheet',
  widthMm: a4Mm.heightMm,
  heightMm: a4Mm.widthMm,
  people: [2, 3],
  domicile: 'always',
  draw(input) {
    const [first] = input.people
    const upright = (widthMm: number, html: string, style = ''): string =>
      `<div data-fit style="writing-mode:vertical-rl;width:${widthMm}mm;border-left:.25mm solid #333;padding:2.5mm 0;box-sizing:border-box;white-space:nowrap;overflow:hidden;display:flex;flex-direction:column;justify-content:center;${style}">${html}</div>`
    const hand = `font-family:${input.ink.hand}`
    const register = `<div style="display:flex;flex-direction:row-reverse;height:70mm;border-bottom:.4mm solid #222">
      ${upright(11, label(input, 'permanent-domicile', '本　　籍'), 'font-size:4.2mm;border-left:none')}
      ${upright(17, value(input, 'permanent-domicile', kanjiNumbers(first.domicile)), `font-size:5mm;${hand}`)}
      ${upright(11, label(input, 'head-of-register', '戸　主'), 'font-size:4.2mm')}
      ${upright(17, value(input, 'head-of-register', first.head), `font-size:6mm;${hand}`)}
      ${upright(13, `編製　${kanjiNumbers('昭和32年6月1日')}`, 'font-size:3.4mm')}</div>`
    const entries = input.people
      .map(
        (person) =>
          upright(13, `${kanjiNumbers(inEra(person.birth))}出生　父届出`, `font-size:3.8mm;${hand}`) +
          upright(
            13,
            `父　${escape(person.family)}正一　　母　よね　　${person.sex === '男' ? '長男' : '長女'}`,
            `font-size:3.8mm;${hand}`,
          ) +
          upright(18, escape(person.given), `font-size:8mm;padding-top:26mm;${hand}`),
      )
      .join('')
    return sheet(
      input,
      { margins: '14mm 18mm', fontMm: 3.8, isLying: true },
      `<div style="text-align:right;font-size:4.4mm;letter-spacing:1mm;margin-bottom:2mm">改製原戸籍</div>
      <div style="border:.5mm solid #222;height:152mm;overflow:hidden">${register}<div style="display:flex;flex-direction:row-reverse;height:81mm">${entries}</div></div>
      <div style="margin-top:4mm">この謄本は、原戸籍の原本と相違ないことを認証する。　　　${escape(first.homeMunicipality.replace(/(市).+区$/, '$1'))}長　　印</div>`,
    )
  },
}
