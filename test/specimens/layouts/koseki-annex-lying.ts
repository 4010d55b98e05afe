// 戸籍の附票 of the years before the standard form: A4 lying, 本籍 and head in one line over a history with column heads.
import { escape, label, value } from '../drawing.ts'
import { birthOf, cell, certification, grid, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet } from './sheet.ts'

export const kosekiAnnexLying: Layout = {
  id: 'koseki-annex-lying',
  kind: 'koseki',
  part: 'held-back',
  form: 'sheet',
  widthMm: a4Mm.heightMm,
  heightMm: a4Mm.widthMm,
  people: [2, 3],
  domicile: 'always',
  draw(input) {
    const [first] = input.people
    const heads =
      cell(1, 6, 1, 1, '名', labelCss) +
      cell(7, 8, 1, 1, '生年月日', labelCss) +
      cell(15, 28, 1, 1, '住　　　　　　　所', labelCss) +
      cell(43, 9, 1, 1, '住定日', labelCss) +
      cell(52, 9, 1, 1, '備考', labelCss)
    const rows = input.people
      .map((person, at) => {
        const row = at * 2 + 2
        const lines = [person.address, person.formerAddress]
          .map(
            (address, line) =>
              cell(15, 28, row + line, 1, escape(address)) + cell(43, 9, row + line, 1, movedDate(input, person)),
          )
          .join('')
        return (
          cell(1, 6, row, 2, escape(person.given), 'font-size:4.6mm;justify-content:center') +
          cell(7, 8, row, 2, birthOf(person)) +
          lines +
          cell(52, 9, row, 2, '')
        )
      })
      .join('')
    return sheet(
      input,
      { margins: '15mm 17mm', fontMm: 3.6, isLying: true },
      `<div style="font-size:6mm;letter-spacing:2.5mm;margin-bottom:5mm">戸籍の附票（全部）</div>
      <div style="display:flex;gap:6mm;font-size:4.3mm;border-bottom:.4mm solid #222;padding-bottom:2mm;margin-bottom:4mm;white-space:nowrap"><span>${label(input, 'permanent-domicile', '本籍')}</span><span style="flex:1">${value(input, 'permanent-domicile', first.domicile)}</span><span>${label(input, 'head-of-register', '筆頭者')}</span><span style="width:48mm">${value(input, 'head-of-register', first.head)}</span></div>
      ${grid(60, `7mm repeat(${input.people.length * 2}, 9mm)`, heads + rows)}
      <div style="position:absolute;left:110mm;right:17mm;bottom:11mm">${certification(input, 'この写しは、戸籍の附票の原本と相違ないことを証明する。')}</div>`,
    )
  },
}
