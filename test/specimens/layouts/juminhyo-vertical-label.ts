// 住民票, an older municipal form: labels stand upright in narrow columns, 本 over 籍, between heavy rules.
import { escape, label, specimenMark, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import type { Person } from '../people.ts'
import { birthOf, cell, certification, grid, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

const upright =
  'writing-mode:vertical-rl;justify-content:center;align-items:center;padding:0;font-size:3mm;letter-spacing:1mm'

export const juminhyoVerticalLabel: Layout = {
  id: 'juminhyo-vertical-label',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 2],
  domicile: 'always',
  draw: (
    input,
  ) => `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:15mm 16mm;font-family:${input.ink.print};font-size:3.6mm;color:#111">
    ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:7mm;letter-spacing:10mm;margin-bottom:4mm">住民票</div>
    ${input.people.map((person, at) => block(input, person, at)).join('')}
    <div style="position:absolute;left:16mm;right:16mm;bottom:16mm">${certification(input, 'この写しは、住民票の原本と相違ないことを証明する。')}</div></div>`,
}

function block(input: LayoutInput, person: Person, at: number): string {
  const cells =
    cell(1, 2, 1, 2, '氏名', upright) +
    cell(3, 24, 1, 2, `${escape(person.family)}　${escape(person.given)}`, 'font-size:6mm') +
    cell(27, 2, 1, 2, '生年', upright) +
    cell(29, 12, 1, 1, birthOf(person)) +
    cell(29, 6, 2, 1, `性別　${person.sex}`) +
    cell(35, 6, 2, 1, `続柄　${person.relation}`) +
    cell(1, 2, 3, 2, '住所', upright) +
    cell(3, 38, 3, 2, escape(person.address), 'font-size:4.3mm') +
    cell(1, 2, 5, 2, label(input, 'permanent-domicile', '本籍', at), upright) +
    cell(3, 26, 5, 2, value(input, 'permanent-domicile', person.domicile, at), 'font-size:4mm') +
    cell(
      29,
      2,
      5,
      2,
      label(input, 'head-of-register', '筆頭者', at),
      `${upright};font-size:2.7mm;letter-spacing:.2mm`,
    ) +
    cell(31, 10, 5, 2, value(input, 'head-of-register', person.head, at)) +
    cell(1, 2, 7, 2, '前住所', `${upright};font-size:2.7mm;letter-spacing:.2mm`) +
    cell(3, 38, 7, 2, escape(person.formerAddress)) +
    cell(1, 2, 9, 2, '世帯', upright) +
    cell(3, 18, 9, 2, `世帯主　${escape(person.householder)}`) +
    cell(21, 20, 9, 1, `住民となった日　${movedDate(input, person)}`) +
    cell(21, 20, 10, 1, `住所を定めた日　${movedDate(input, person)}`)
  return grid(40, 'repeat(10, 5.6mm)', cells, 'border:.5mm solid #222;margin-bottom:5mm')
}
