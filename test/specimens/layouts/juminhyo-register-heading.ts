// 住民票, an older municipal form: 「戸籍の表示」 spans two lines, with 本籍 and 筆頭者 as small labels inside.
import { escape, label, specimenMark, value } from '../drawing.ts'
import { birthOf, cell, certification, grid, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const juminhyoRegisterHeading: Layout = {
  id: 'juminhyo-register-heading',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const isShown = input.appearance('permanent-domicile', 0).isPresent
    const cells =
      cell(1, 6, 1, 2, '氏　　　名', labelCss) +
      cell(7, 18, 1, 2, `${escape(person.family)}　${escape(person.given)}`, 'font-size:5.4mm') +
      cell(25, 6, 1, 1, '生年月日', labelCss) +
      cell(31, 10, 1, 1, birthOf(person)) +
      cell(25, 6, 2, 1, '性　　別', labelCss) +
      cell(31, 10, 2, 1, person.sex) +
      cell(1, 6, 3, 1, '世　帯　主', labelCss) +
      cell(7, 18, 3, 1, escape(person.householder)) +
      cell(25, 6, 3, 1, '続　　柄', labelCss) +
      cell(31, 10, 3, 1, person.relation) +
      cell(1, 6, 4, 1, '住　　　所', labelCss) +
      cell(7, 34, 4, 1, escape(person.address)) +
      cell(1, 6, 5, 2, isShown ? '戸籍の表示' : '', labelCss) +
      cell(7, 5, 5, 1, label(input, 'permanent-domicile', '本籍'), labelCss) +
      cell(12, 29, 5, 1, value(input, 'permanent-domicile', person.domicile)) +
      cell(7, 5, 6, 1, label(input, 'head-of-register', '筆頭者'), labelCss) +
      cell(12, 29, 6, 1, value(input, 'head-of-register', person.head)) +
      cell(1, 6, 7, 1, '住民となった年月日', `${labelCss};font-size:2.3mm`) +
      cell(7, 12, 7, 1, movedDate(input, person)) +
      cell(19, 8, 7, 1, '住所を定めた年月日', labelCss) +
      cell(27, 14, 7, 1, movedDate(input, person)) +
      cell(1, 6, 8, 1, '前　住　所', labelCss) +
      cell(7, 34, 8, 1, escape(person.formerAddress)) +
      cell(1, 6, 9, 1, label(input, 'individual-number', '個人番号'), labelCss) +
      cell(7, 12, 9, 1, value(input, 'individual-number', person.individualNumber)) +
      cell(19, 8, 9, 1, label(input, 'resident-code', '住民票コード'), labelCss) +
      cell(27, 14, 9, 1, value(input, 'resident-code', person.residentCode))
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:20mm 17mm;font-family:${input.ink.print};font-size:3.6mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:6.5mm;letter-spacing:4mm;margin-bottom:6mm">住民票の写し（個人）</div>
      ${grid(40, 'repeat(9, 9mm)', cells)}<div style="margin-top:16mm">${certification(input, 'この写しは、住民票の原本と相違ないことを証明する。')}</div></div>`
  },
}
