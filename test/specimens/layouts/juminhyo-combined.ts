// 住民票, an older municipal form: one cell 「本籍・筆頭者」 holds the domicile with the head of the register under it.
import { escape, label, specimenMark, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import type { Person } from '../people.ts'
import { birthOf, cell, certification, grid, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const juminhyoCombined: Layout = {
  id: 'juminhyo-combined',
  kind: 'juminhyo',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  people: [1, 3],
  domicile: 'always',
  draw(input) {
    const [householder] = input.people
    const head = grid(
      30,
      '8mm 8mm',
      cell(1, 5, 1, 1, '住所', labelCss) +
        cell(6, 25, 1, 1, escape(householder.address)) +
        cell(1, 5, 2, 1, '世帯主', labelCss) +
        cell(6, 25, 2, 1, escape(householder.householder)),
    )
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:13mm 20mm;font-family:${input.ink.print};font-size:3.3mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="font-size:6mm;letter-spacing:2mm;margin-bottom:4mm;border-bottom:.5mm double #222;width:60mm">住民票（謄本）</div>
      ${head}${input.people.map((person, at) => block(input, person, at)).join('')}
      <div style="position:absolute;left:20mm;right:20mm;bottom:16mm">${certification(input, '上記は、住民票の原本と相違ないことを証明する。')}</div></div>`
  },
}

function block(input: LayoutInput, person: Person, at: number): string {
  const isLabelled = label(input, 'permanent-domicile', '本籍・筆頭者', at)
  const cells =
    cell(1, 5, 1, 2, '氏名', labelCss) +
    cell(6, 12, 1, 2, escape(`${person.family}　${person.given}`), 'font-size:5mm') +
    cell(18, 4, 1, 1, '生年月日', labelCss) +
    cell(22, 9, 1, 1, birthOf(person)) +
    cell(18, 4, 2, 1, '性別・続柄', labelCss) +
    cell(22, 9, 2, 1, `${person.sex}　${person.relation}`) +
    cell(1, 5, 3, 2, isLabelled, `${labelCss};font-size:2.5mm`) +
    cell(6, 25, 3, 1, value(input, 'permanent-domicile', person.domicile, at), 'border-bottom:none') +
    cell(6, 25, 4, 1, value(input, 'head-of-register', person.head, at), 'padding-left:24mm') +
    cell(1, 5, 5, 1, '前住所', labelCss) +
    cell(6, 25, 5, 1, escape(person.formerAddress)) +
    cell(1, 5, 6, 1, '異動', labelCss) +
    cell(6, 25, 6, 1, `${movedDate(input, person)}　住所を定める　${movedDate(input, person)}　届出`)
  return grid(30, 'repeat(6, 6.4mm)', cells, 'margin-top:4mm')
}
