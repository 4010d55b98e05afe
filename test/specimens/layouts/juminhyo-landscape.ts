// 住民票, an older municipal form: A4 lying, one person, a table of address history under the particulars.
import { escape, label, specimenMark, value } from '../drawing.ts'
import { birthOf, cell, certification, grid, labelCss, movedDate } from './juminhyo-parts.ts'
import type { Layout } from './layout.ts'

export const juminhyoLandscape: Layout = {
  id: 'juminhyo-landscape',
  kind: 'juminhyo',
  part: 'held-back',
  form: 'sheet',
  widthMm: 297,
  heightMm: 210,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const name = (column: number, columns: number, row: number, rows: number, text: string): string =>
      cell(column, columns, row, rows, text, `${labelCss};font-size:2.9mm`)
    const history = [person.address, person.formerAddress]
      .map(
        (address, at) =>
          cell(1, 3, 12 + at, 1, String(at + 1), labelCss) +
          cell(4, 31, 12 + at, 1, escape(address)) +
          cell(35, 13, 12 + at, 1, movedDate(input, person)) +
          cell(48, 13, 12 + at, 1, at === 0 ? '転居' : '転入'),
      )
      .join('')
    const cells =
      name(1, 8, 1, 2, '氏　名') +
      cell(
        9,
        25,
        1,
        2,
        `${escape(person.family)}　${escape(person.given)}　<span style="font-size:3mm">（${person.familyKana}　${person.givenKana}）</span>`,
        'font-size:5mm',
      ) +
      name(34, 7, 1, 1, '生年月日') +
      cell(41, 20, 1, 1, birthOf(person)) +
      name(34, 7, 2, 1, '性別') +
      cell(41, 5, 2, 1, person.sex) +
      name(46, 6, 2, 1, '続柄') +
      cell(52, 9, 2, 1, person.relation) +
      name(1, 8, 3, 2, '住　所') +
      cell(9, 52, 3, 2, escape(person.address), 'font-size:4mm') +
      name(1, 8, 5, 1, '世帯主') +
      cell(9, 25, 5, 1, escape(person.householder)) +
      name(34, 7, 5, 1, '住定日') +
      cell(41, 20, 5, 1, movedDate(input, person)) +
      name(1, 8, 6, 2, label(input, 'permanent-domicile', '本　籍')) +
      cell(9, 30, 6, 2, value(input, 'permanent-domicile', person.domicile), 'font-size:3.8mm') +
      name(39, 7, 6, 2, label(input, 'head-of-register', '筆頭者')) +
      cell(46, 15, 6, 2, value(input, 'head-of-register', person.head)) +
      name(1, 8, 8, 1, '前住所') +
      cell(9, 52, 8, 1, escape(person.formerAddress)) +
      name(1, 8, 9, 1, label(input, 'individual-number', '個人番号')) +
      cell(9, 25, 9, 1, value(input, 'individual-number', person.individualNumber)) +
      name(34, 7, 9, 1, label(input, 'resident-code', '住民票コード')) +
      cell(41, 20, 9, 1, value(input, 'resident-code', person.residentCode)) +
      name(1, 60, 10, 1, '住　所　履　歴') +
      name(1, 3, 11, 1, '番') +
      name(4, 31, 11, 1, '住所') +
      name(35, 13, 11, 1, '異動年月日') +
      name(48, 13, 11, 1, '異動事由') +
      history
    return `<div style="position:relative;box-sizing:border-box;width:297mm;height:210mm;padding:11mm 16mm;font-family:${input.ink.print};font-size:3.5mm;color:#111">
      ${specimenMark(0.93, 0.02, 2.6)}<div style="text-align:center;font-size:6.5mm;letter-spacing:5mm;margin-bottom:3mm">住民票の写し</div>
      ${grid(60, 'repeat(13, 7.6mm)', cells)}<div style="margin-top:6mm;padding-left:60mm">${certification(input, 'この写しは、住民票の原本と相違ないことを証明する。')}</div></div>`
  },
}
