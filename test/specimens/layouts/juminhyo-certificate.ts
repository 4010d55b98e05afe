// 住民票記載事項証明書: the asked-for items as a list of sentences, label and value without a table.
import { escape, label, specimenMark, value } from '../drawing.ts'
import { birthOf, certification, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

export const juminhyoCertificate: Layout = {
  id: 'juminhyo-certificate',
  kind: 'juminhyo',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const items: readonly (readonly [string, string])[] = [
      ['住所', escape(person.address)],
      ['氏名', `<span style="font-size:5.2mm">${escape(`${person.family}　${person.given}`)}</span>`],
      ['生年月日', birthOf(person)],
      ['性別', person.sex],
      ['世帯主の氏名及び続柄', `${escape(person.householder)}（${person.relation}）`],
      [label(input, 'permanent-domicile', '本籍地'), value(input, 'permanent-domicile', person.domicile)],
      [label(input, 'head-of-register', '戸籍の筆頭者'), value(input, 'head-of-register', person.head)],
      ['住所を定めた年月日', movedDate(input, person)],
    ]
    const list = items
      .filter(([name]) => name !== '')
      .map(
        ([name, html], at) =>
          `<div style="display:flex;align-items:center;height:12mm;white-space:nowrap"><div style="width:9mm">${at + 1}</div><div style="width:48mm">${name}</div><div>${html}</div></div>`,
      )
      .join('')
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:24mm 24mm;font-family:${input.ink.print};font-size:4mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:7mm;letter-spacing:1.5mm;margin-bottom:14mm">住民票記載事項証明書</div>
      ${list}<div style="margin-top:18mm">${certification(input, '上記の事項は、住民票に記載されていることを証明する。')}</div></div>`
  },
}
