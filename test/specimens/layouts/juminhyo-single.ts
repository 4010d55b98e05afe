// 住民票, 個人票 of the standardised systems: A4 upright, one person, roomy rows with a history of addresses.
import { escape, label, specimenMark, value } from '../drawing.ts'
import { birthOf, cell, certification, grid, issueNumber, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const juminhyoSingle: Layout = {
  id: 'juminhyo-single',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const name = (column: number, columns: number, row: number, rows: number, text: string): string =>
      cell(column, columns, row, rows, text, `${labelCss};font-size:3mm`)
    const cells =
      name(1, 6, 1, 1, '氏名の振り仮名') +
      cell(7, 34, 1, 1, `${person.familyKana}　${person.givenKana}`) +
      name(1, 6, 2, 2, '氏名') +
      cell(7, 34, 2, 2, escape(`${person.family}　${person.given}`), 'font-size:6.5mm') +
      name(1, 6, 4, 1, '生年月日') +
      cell(7, 12, 4, 1, birthOf(person)) +
      name(19, 4, 4, 1, '性別') +
      cell(23, 4, 4, 1, person.sex, 'justify-content:center') +
      name(27, 5, 4, 1, '続柄') +
      cell(32, 9, 4, 1, person.relation) +
      name(1, 6, 5, 1, '世帯主') +
      cell(7, 34, 5, 1, escape(person.householder)) +
      name(1, 6, 6, 2, '住所') +
      cell(7, 34, 6, 2, escape(person.address), 'font-size:4.2mm') +
      name(1, 6, 8, 1, '住所を定めた日') +
      cell(7, 14, 8, 1, movedDate(input, person)) +
      name(21, 6, 8, 1, '届出日') +
      cell(27, 14, 8, 1, movedDate(input, person)) +
      name(1, 6, 9, 2, label(input, 'permanent-domicile', '本籍')) +
      cell(7, 34, 9, 2, value(input, 'permanent-domicile', person.domicile), 'font-size:4.2mm') +
      name(1, 6, 11, 1, label(input, 'head-of-register', '筆頭者')) +
      cell(7, 34, 11, 1, value(input, 'head-of-register', person.head)) +
      name(1, 6, 12, 2, '転入前住所') +
      cell(7, 34, 12, 2, escape(person.formerAddress)) +
      name(1, 6, 14, 1, label(input, 'individual-number', '個人番号')) +
      cell(7, 14, 14, 1, value(input, 'individual-number', person.individualNumber)) +
      name(21, 6, 14, 1, label(input, 'resident-code', '住民票コード')) +
      cell(27, 14, 14, 1, value(input, 'resident-code', person.residentCode)) +
      name(1, 6, 15, 6, '備考') +
      cell(7, 34, 15, 6, '＊＊＊　以下余白　＊＊＊', 'justify-content:center')
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:16mm 18mm;font-family:${input.ink.print};font-size:3.7mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:7mm;letter-spacing:7mm;margin-bottom:5mm">住民票</div>
      ${grid(40, 'repeat(20, 8.2mm)', cells)}<div style="margin-top:12mm">${certification(input, 'この写しは、住民票の原本と相違ないことを証明する。')}</div>
      <div style="position:absolute;left:18mm;bottom:10mm;font-size:2.8mm">${issueNumber(input)}</div></div>`
  },
}
