// 住民票の除票の写し: the label stands small in the corner of its cell and the value under it, with where the person went.
import { escape, label, value } from '../drawing.ts'
import { birthOf, certification, grid, movedDate } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet, title } from './sheet.ts'

export const juminhyoRemoved: Layout = {
  id: 'juminhyo-removed',
  kind: 'juminhyo',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const cornered = (place: string, name: string, html: string, sizeMm = 4.2): string =>
      `<div style="grid-area:${place};border-right:.2mm solid #222;border-bottom:.2mm solid #222;padding:1mm 1.5mm;line-height:1.1;white-space:nowrap;overflow:hidden;box-sizing:border-box"><div style="font-size:2.4mm;height:3.4mm">${name}</div><div data-fit style="font-size:${sizeMm}mm;padding-left:4mm;overflow:hidden">${html}</div></div>`
    const cells =
      cornered('1/1/2/9', '氏名', escape(`${person.family}　${person.given}`), 5.4) +
      cornered('1/9/2/13', '生年月日', birthOf(person)) +
      cornered('2/1/3/3', '性別', person.sex) +
      cornered('2/3/3/6', '続柄', person.relation) +
      cornered('2/6/3/13', '世帯主', escape(person.householder)) +
      cornered('3/1/4/13', '住所', escape(person.address)) +
      cornered(
        '4/1/5/9',
        label(input, 'permanent-domicile', '本籍'),
        value(input, 'permanent-domicile', person.domicile),
      ) +
      cornered('4/9/5/13', label(input, 'head-of-register', '筆頭者'), value(input, 'head-of-register', person.head)) +
      cornered('5/1/6/13', '前住所', escape(person.formerAddress)) +
      cornered('6/1/7/7', '住民となった年月日', movedDate(input, person)) +
      cornered('6/7/7/13', '住所を定めた年月日', movedDate(input, person)) +
      cornered('7/1/8/13', '転出先住所（予定）', escape(person.formerAddress.replace(/[0-9０-９]+/, '7'))) +
      cornered('8/1/9/7', '転出年月日（予定）', movedDate(input, person)) +
      cornered('8/7/9/13', '消除の事由', '転出')
    return sheet(
      input,
      { margins: '19mm 21mm', fontMm: 3.5 },
      `${title('住民票の除票の写し', 6.5)}<div style="text-align:right;border:.5mm solid #222;width:18mm;margin:0 0 3mm auto;text-align:center;font-size:5mm;letter-spacing:2mm">除票</div>
      ${grid(12, 'repeat(8, 12.5mm)', cells)}
      <div style="margin-top:16mm">${certification(input, 'この写しは、住民票の除票の原本と相違ないことを証明する。')}</div>`,
    )
  },
}
