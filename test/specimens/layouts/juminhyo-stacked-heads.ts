// 住民票, an older municipal form: column heads two lines deep, 本籍 over 筆頭者, and two lines for every person.
import { escape, label, value } from '../drawing.ts'
import { birthOf, certification, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet } from './sheet.ts'

const heading = 'background:#eaeaea;text-align:center;font-size:2.9mm'
const rule = 'border:.2mm solid #333;padding:1.3mm 1.5mm;line-height:1.35;white-space:nowrap;vertical-align:middle'

export const juminhyoStackedHeads: Layout = {
  id: 'juminhyo-stacked-heads',
  kind: 'juminhyo',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  people: [2, 4],
  domicile: 'always',
  draw(input) {
    const [householder] = input.people
    const two = (upper: string, lower: string): string => `<div>${upper}</div><div>${lower}</div>`
    const heads = [
      two('氏名', 'フリガナ'),
      two('生年月日', '性別・続柄'),
      two(label(input, 'permanent-domicile', '本籍'), label(input, 'head-of-register', '筆頭者の氏名')),
      two('住定日', '届出日'),
    ]
    const rows = input.people
      .map((person, at) => {
        const cells = [
          two(
            `<span style="font-size:4.3mm">${escape(`${person.family}　${person.given}`)}</span>`,
            `${person.familyKana} ${person.givenKana}`,
          ),
          two(birthOf(person), `${person.sex}　${person.relation}`),
          two(
            value(input, 'permanent-domicile', person.domicile, at),
            value(input, 'head-of-register', person.head, at),
          ),
          two(movedDate(input, person), movedDate(input, person)),
        ]
        return `<tr>${cells.map((html) => `<td style="${rule}">${html}</td>`).join('')}</tr>`
      })
      .join('')
    return sheet(
      input,
      { margins: '20mm 14mm', fontMm: 3.2 },
      `<div style="display:flex;justify-content:space-between;align-items:flex-end;margin-bottom:6mm"><span style="font-size:7mm">住民票の写し</span><span>${escape(householder.homeMunicipality)}</span></div>
      <div style="line-height:1.9;font-size:3.8mm">住所　　${escape(householder.address)}<br>世帯主　${escape(householder.householder)}<br>従前の住所　${escape(householder.formerAddress)}</div>
      <table style="border-collapse:collapse;width:100%;margin-top:5mm"><tr>${heads.map((html) => `<th style="${rule};${heading};font-weight:400">${html}</th>`).join('')}</tr>${rows}</table>
      <div style="margin-top:22mm">${certification(input, 'この写しは、世帯全員の住民票の原本と相違ないことを証明します。')}</div>`,
    )
  },
}
