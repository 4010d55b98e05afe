// 戸籍謄本 of the paper registers: everything runs down the page from the right, the 本籍 in the first column.
import { escape, label, specimenMark, value } from '../drawing.ts'
import { inEra } from '../people.ts'
import { kanjiNumbers } from './koseki-parts.ts'
import type { Layout } from './layout.ts'

export const kosekiVertical: Layout = {
  id: 'koseki-vertical',
  kind: 'koseki',
  part: 'held-back',
  form: 'sheet',
  widthMm: 297,
  heightMm: 210,
  people: [1, 3],
  domicile: 'always',
  draw(input) {
    const [first] = input.people
    const column = (widthMm: number, html: string, style = ''): string =>
      `<div data-fit style="width:${widthMm}mm;height:150mm;border-left:.25mm solid #222;padding:3mm 0;box-sizing:border-box;writing-mode:vertical-rl;overflow:hidden;white-space:nowrap;display:flex;align-items:flex-start;justify-content:center;flex-direction:column;${style}">${html}</div>`
    const people = input.people
      .map(
        (person) =>
          column(11, `${kanjiNumbers(inEra(person.birth))}出生同月届出入籍`, 'font-size:3.3mm') +
          column(
            9,
            `父　${escape(person.family)}一夫　　母　良子　　${person.sex === '男' ? '長男' : '長女'}`,
            'font-size:3.3mm',
          ) +
          column(15, escape(person.given), 'font-size:6.5mm;padding-top:60mm') +
          column(9, `生年月日　${kanjiNumbers(inEra(person.birth))}`, 'font-size:3.3mm'),
      )
      .join('')
    return `<div style="position:relative;box-sizing:border-box;width:297mm;height:210mm;padding:18mm 14mm;font-family:${input.ink.print};font-size:4mm;color:#111">
      ${specimenMark(0.03, 0.02, 2.6)}
      <div style="display:flex;flex-direction:row-reverse;border:.5mm solid #222;border-left:.5mm solid #222;height:150mm;overflow:hidden">
        ${column(12, label(input, 'permanent-domicile', '本籍'), 'font-size:5mm;letter-spacing:5mm;padding-top:8mm;border-left:none')}
        ${column(13, value(input, 'permanent-domicile', kanjiNumbers(first.domicile)), 'font-size:5.2mm;border-left:none;padding-top:5mm')}
        ${column(12, label(input, 'head-of-register', '氏名'), 'font-size:5mm;letter-spacing:5mm;padding-top:8mm')}
        ${column(13, value(input, 'head-of-register', first.head), 'font-size:6mm;border-left:none;padding-top:5mm')}
        ${column(10, '編製　昭和五拾弐年四月拾日', 'font-size:3.5mm')}${people}
      </div>
      <div style="position:absolute;left:20mm;bottom:10mm;font-size:4mm">この謄本は、戸籍の原本と相違ないことを認証する。　　${escape(first.homePrefecture + first.homeMunicipality.replace(/(市).+区$/, '$1'))}長　　　印</div></div>`
  },
}
