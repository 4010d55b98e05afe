// 住民票, an older municipal form without rules inside the block: dotted lines, labels in two columns, several persons.
import { escape, label, specimenMark, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import type { Person } from '../people.ts'
import { birthOf, certification, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const juminhyoTwoColumn: Layout = {
  id: 'juminhyo-two-column',
  kind: 'juminhyo',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 4],
  domicile: 'always',
  draw(input) {
    const [householder] = input.people
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:14mm 17mm;font-family:${input.ink.print};font-size:3.4mm;color:#111">
      ${specimenMark(0.9, 0.015, 2.6)}<div style="text-align:center;font-size:6.5mm;letter-spacing:3mm;margin-bottom:4mm">住　民　票</div>
      ${line('住　所', escape(householder.address))}${line('世帯主', escape(householder.householder))}
      ${input.people.map((person, at) => block(input, person, at)).join('')}
      <div style="position:absolute;left:17mm;right:17mm;bottom:14mm">${certification(input, `この写しは、${input.people.length > 1 ? '世帯全員の' : ''}住民票の原本と相違ないことを証明する。`)}</div></div>`
  },
}

function block(input: LayoutInput, person: Person, at: number): string {
  const name = `<span style="font-size:4.6mm">${escape(`${person.family}　${person.given}`)}</span>　（${person.familyKana} ${person.givenKana}）`
  return `<div style="border:.35mm solid #222;margin-top:3.5mm;padding:.6mm 2mm">
    ${line('氏　名', name)}
    ${pair(['生年月日', birthOf(person)], ['性　別', person.sex])}${pair(['続　柄', person.relation], ['住民となった年月日', movedDate(input, person)])}
    ${pair(['住定年月日', movedDate(input, person)], ['届出年月日', movedDate(input, person)])}
    ${line(label(input, 'permanent-domicile', '本　籍', at), value(input, 'permanent-domicile', person.domicile, at))}
    ${pair([label(input, 'head-of-register', '筆頭者', at), value(input, 'head-of-register', person.head, at)], [label(input, 'resident-code', '住民票コード', at), value(input, 'resident-code', person.residentCode, at)])}
    ${line('前住所', at === 0 ? escape(person.formerAddress) : '')}</div>`
}

const rowCss =
  'display:flex;align-items:center;height:5.6mm;line-height:1;border-bottom:.15mm dotted #555;white-space:nowrap'

function line(name: string, html: string): string {
  return `<div style="${rowCss}">${entry(name, html)}</div>`
}

function pair(left: readonly [string, string], right: readonly [string, string]): string {
  return `<div style="${rowCss}">${entry(...left)}${entry(...right)}</div>`
}

function entry(name: string, html: string): string {
  return `<div style="flex:1;display:flex;align-items:center"><div style="width:33mm">${name}</div><div style="flex:1">${html}</div></div>`
}
