// 戸籍の附票の写し: the 本籍 and its head stand over a table of the person's addresses.
import { escape, label, specimenMark, value } from '../drawing.ts'
import { cell, certification, grid, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const kosekiAnnex: Layout = {
  id: 'koseki-annex',
  kind: 'koseki',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 2],
  domicile: 'always',
  draw(input) {
    const [first] = input.people
    const tables = input.people
      .map((person) => {
        const rows = [person.address, person.formerAddress]
          .map(
            (address, at) =>
              cell(1, 20, 2 + at, 1, escape(address)) + cell(21, 10, 2 + at, 1, movedDate(input, person)),
          )
          .join('')
        return `<div style="margin-top:5mm">名　　${escape(person.given)}</div>${grid(30, 'repeat(4, 8mm)', cell(1, 20, 1, 1, '住　　所', labelCss) + cell(21, 10, 1, 1, '住所を定めた年月日', labelCss) + rows + cell(1, 30, 4, 1, '以下余白', 'justify-content:center'))}`
      })
      .join('')
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:18mm 18mm;font-family:${input.ink.print};font-size:3.7mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:6.5mm;letter-spacing:3mm;margin-bottom:6mm">戸籍の附票の写し</div>
      ${grid(30, '10mm 10mm', cell(1, 5, 1, 1, label(input, 'permanent-domicile', '本　籍'), labelCss) + cell(6, 25, 1, 1, value(input, 'permanent-domicile', first.domicile), 'font-size:4.2mm') + cell(1, 5, 2, 1, label(input, 'head-of-register', '筆頭者氏名'), labelCss) + cell(6, 25, 2, 1, value(input, 'head-of-register', first.head), 'font-size:4.2mm'))}
      ${tables}<div style="margin-top:18mm">${certification(input, 'この写しは、戸籍の附票の原本と相違ないことを証明する。')}</div></div>`
  },
}
