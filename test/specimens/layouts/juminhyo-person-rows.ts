// 住民票, an older municipal form: A4 lying, one table whose column heads stand once and whose rows are the persons.
import { escape, label, value } from '../drawing.ts'
import { birthOf, cell, certification, grid, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet, title } from './sheet.ts'

export const juminhyoPersonRows: Layout = {
  id: 'juminhyo-person-rows',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  widthMm: a4Mm.heightMm,
  heightMm: a4Mm.widthMm,
  people: [2, 5],
  domicile: 'always',
  draw(input) {
    const [householder] = input.people
    const head = (column: number, columns: number, text: string): string => cell(column, columns, 1, 1, text, labelCss)
    const heads =
      head(1, 2, '番号') +
      head(3, 9, '氏　　名') +
      head(12, 8, '生年月日') +
      head(20, 3, '性別') +
      head(23, 4, '続柄') +
      head(27, 18, label(input, 'permanent-domicile', '本　　籍')) +
      head(45, 8, label(input, 'head-of-register', '筆頭者')) +
      head(53, 8, '住民となった日')
    const rows = input.people
      .map((person, at) => {
        const row = at + 2
        return (
          cell(1, 2, row, 1, String(at + 1), 'justify-content:center') +
          cell(3, 9, row, 1, escape(`${person.family}　${person.given}`), 'font-size:4.2mm') +
          cell(12, 8, row, 1, birthOf(person)) +
          cell(20, 3, row, 1, person.sex, 'justify-content:center') +
          cell(23, 4, row, 1, person.relation, 'justify-content:center') +
          cell(27, 18, row, 1, value(input, 'permanent-domicile', person.domicile, at)) +
          cell(45, 8, row, 1, value(input, 'head-of-register', person.head, at)) +
          cell(53, 8, row, 1, movedDate(input, person), 'font-size:3mm')
        )
      })
      .join('')
    const where = grid(
      60,
      '9mm 9mm',
      cell(1, 8, 1, 1, '住　　所', labelCss) +
        cell(9, 52, 1, 1, escape(householder.address), 'font-size:4.2mm') +
        cell(1, 8, 2, 1, '世 帯 主', labelCss) +
        cell(9, 20, 2, 1, escape(householder.householder)) +
        cell(29, 8, 2, 1, '前 住 所', labelCss) +
        cell(37, 24, 2, 1, escape(householder.formerAddress)),
    )
    return sheet(
      input,
      { margins: '14mm 16mm', fontMm: 3.5, isLying: true },
      `${title('住民票（世帯全員）', 6.5)}${where}<div style="height:4mm"></div>
      ${grid(60, `8mm repeat(${input.people.length}, 11mm)`, heads + rows)}
      <div style="position:absolute;left:90mm;right:16mm;bottom:12mm">${certification(input, 'この写しは、世帯全員の住民票の原本と相違ないことを証明する。')}</div>`,
    )
  },
}
