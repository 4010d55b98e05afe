// 住民票 of the standardised systems (2025–26): 世帯連記式, up to four persons a sheet, and the same block for one.
import { escape, label, specimenMark, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import type { Person } from '../people.ts'
import { birthOf, cell, certification, grid, issueNumber, labelCss, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

const unused = '＊＊＊'

export const juminhyoStandardHousehold: Layout = {
  id: 'juminhyo-standard-household',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 4],
  domicile: 'always',
  draw: (input) => sheet(input, input.people.length === 1 ? '住民票' : '世帯全員の住民票'),
}

function sheet(input: LayoutInput, whole: string): string {
  const [householder] = input.people
  const row = 4.1
  const head = grid(
    40,
    `${row * 1.5}mm ${row * 1.5}mm`,
    cell(1, 6, 1, 1, '住所', labelCss) +
      cell(7, 34, 1, 1, escape(householder.address)) +
      cell(1, 6, 2, 1, '世帯主', labelCss) +
      cell(7, 34, 2, 1, escape(householder.householder)),
  )
  const blocks = input.people.map((person, at) => block(input, person, at, row)).join('')
  return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:12mm 15mm;font-family:${input.ink.print};font-size:3.1mm;color:#111">
    ${specimenMark(0.9, 0.02, 2.6)}
    <div style="text-align:center;font-size:6.5mm;letter-spacing:6mm;text-decoration:underline;margin-bottom:4mm">住民票</div>
    ${head}<div style="height:1.6mm"></div>${blocks}
    <div style="position:absolute;left:15mm;right:15mm;bottom:10mm">${certification(
      input,
      `この写しは、${whole}の原本と相違ないことを証明する。`,
    )}<div style="font-size:2.6mm">${issueNumber(input)}　　${remarks(input)}</div></div></div>`
}

/** What an office may add under its seal. */
function remarks({ random }: LayoutInput): string {
  return [random.chance(0.4) ? 'この印は黒色です。' : '', random.chance(0.1) ? '公用' : ''].join('　')
}

/** Twelve rows; widths of forty columns as in the national form: number 1, label 5, value 18, label 6, value 10. */
function block(input: LayoutInput, person: Person, at: number, row: number): string {
  const name = `${person.family}　${person.given}`
  const kana = `${person.familyKana}　${person.givenKana}`
  const isListed = input.random.chance(0.5)
  const cells =
    cell(1, 1, 1, 12, String(at + 1), labelCss) +
    cell(2, 5, 1, 1, '氏名の振り仮名', labelCss) +
    cell(7, 18, 1, 1, escape(kana)) +
    cell(25, 6, 1, 1, label(input, 'individual-number', '個人番号', at) || unused, labelCss) +
    cell(31, 10, 1, 1, value(input, 'individual-number', person.individualNumber, at)) +
    cell(2, 5, 2, 2, '氏名', labelCss) +
    cell(7, 18, 2, 2, escape(name), 'font-size:5mm') +
    cell(25, 6, 2, 1, label(input, 'resident-code', '住民票コード', at) || unused, labelCss) +
    cell(31, 10, 2, 1, value(input, 'resident-code', person.residentCode, at)) +
    cell(25, 6, 3, 1, '住民となった年月日', `${labelCss};font-size:2.3mm`) +
    cell(31, 10, 3, 1, movedDate(input, person)) +
    cell(2, 5, 4, 1, '旧氏の振り仮名', labelCss) +
    cell(7, 18, 4, 1, '') +
    cell(25, 6, 4, 1, '住所を定めた年月日', `${labelCss};font-size:2.3mm`) +
    cell(31, 10, 4, 1, movedDate(input, person)) +
    cell(2, 5, 5, 1, '旧氏', labelCss) +
    cell(7, 18, 5, 1, isListed ? '' : unused) +
    cell(25, 6, 5, 1, '届出日', labelCss) +
    cell(31, 10, 5, 1, movedDate(input, person)) +
    cell(2, 5, 6, 1, '生年月日', labelCss) +
    cell(7, 8, 6, 1, birthOf(person)) +
    cell(15, 2, 6, 1, '性別', labelCss) +
    cell(17, 2, 6, 1, person.sex, 'justify-content:center') +
    cell(19, 2, 6, 1, '続柄', labelCss) +
    cell(21, 4, 6, 1, person.relation) +
    cell(25, 6, 6, 1, label(input, 'head-of-register', '筆頭者', at), labelCss) +
    cell(31, 10, 6, 1, value(input, 'head-of-register', person.head, at)) +
    cell(2, 5, 7, 1, label(input, 'permanent-domicile', '本籍', at), labelCss) +
    cell(7, 34, 7, 1, value(input, 'permanent-domicile', person.domicile, at)) +
    cell(2, 5, 8, 1, '転入前住所', labelCss) +
    cell(7, 34, 8, 1, at === 0 ? escape(person.formerAddress) : '') +
    cell(2, 5, 9, 1, unused, labelCss) +
    cell(7, 14, 9, 1, '') +
    cell(21, 4, 9, 1, unused, labelCss) +
    cell(25, 16, 9, 1, '') +
    cell(2, 5, 10, 1, unused, labelCss) +
    cell(7, 14, 10, 1, '') +
    cell(21, 4, 10, 1, unused, labelCss) +
    cell(25, 16, 10, 1, '') +
    cell(2, 39, 11, 1, isListed ? `${movedDate(input, person)}　転入` : '') +
    cell(2, 39, 12, 1, '')
  return grid(40, `repeat(12, ${row}mm)`, cells, 'margin-bottom:1.2mm')
}
