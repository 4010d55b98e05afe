// 住民票記載事項証明書 on the applicant's own form: filled in by hand, and the office only puts its seal under it.
import { escape, label, value } from '../drawing.ts'
import { birthOf, cell, certification, grid, labelCss } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { byHand, sheet, title } from './sheet.ts'

export const juminhyoByHand: Layout = {
  id: 'juminhyo-by-hand',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const name = (row: number, text: string): string => cell(1, 8, row, 1, text, `${labelCss};font-size:3.5mm`)
    const written = (row: number, html: string): string => cell(9, 28, row, 1, byHand(input, html), 'padding-left:3mm')
    const cells =
      name(1, '住　　　所') +
      written(1, escape(person.address)) +
      name(2, '世帯主の氏名') +
      written(2, escape(person.householder)) +
      name(3, 'ふ り が な') +
      written(3, `${person.familyKana}　${person.givenKana}`) +
      name(4, '氏　　　名') +
      written(4, escape(`${person.family}　${person.given}`)) +
      name(5, '生 年 月 日') +
      written(5, birthOf(person)) +
      name(6, '性別・続柄') +
      written(6, `${person.sex}　・　${person.relation}`) +
      name(7, label(input, 'permanent-domicile', '本　　　籍')) +
      written(7, value(input, 'permanent-domicile', person.domicile)) +
      name(8, label(input, 'head-of-register', '筆　頭　者')) +
      written(8, value(input, 'head-of-register', person.head))
    return sheet(
      input,
      { margins: '22mm 20mm', fontMm: 3.8 },
      `${title('住民票記載事項証明願', 7)}<p style="text-align:center">下記の事項は、住民票に記載があることを証明願います。</p>
      ${grid(36, 'repeat(8, 13mm)', cells)}
      <p style="font-size:3.3mm;line-height:1.7">※　太枠の中をもれなく記入してください。提出先で必要のない欄は空欄のままにしてください。</p>
      <div style="margin-top:14mm">${certification(input, '上記のとおり、住民票に記載があることを証明する。')}</div>`,
    )
  },
}
