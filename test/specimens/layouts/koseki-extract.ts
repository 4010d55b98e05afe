// 戸籍個人事項証明書, the extract for one person: 本籍 and head in boxes side by side, entries as sentences under heads.
import { escape, label, value } from '../drawing.ts'
import { birthOf, certification, movedDate, municipalityOf } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet, title } from './sheet.ts'

export const kosekiExtract: Layout = {
  id: 'koseki-extract',
  kind: 'koseki',
  part: 'held-back',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const box = (widthMm: number, name: string, html: string): string =>
      `<div style="width:${widthMm}mm;border:.3mm solid #222;box-sizing:border-box"><div style="border-bottom:.2mm solid #222;text-align:center;padding:.8mm;font-size:3.2mm;letter-spacing:2mm">${name}</div><div data-fit style="padding:2.4mm 2mm;white-space:nowrap;overflow:hidden;font-size:4.1mm">${html}</div></div>`
    const entry = (name: string, text: string): string =>
      `<div style="border:.2mm solid #222;border-top:none;padding:2.2mm 3mm;line-height:1.75"><span style="border:.15mm solid #555;padding:0 1.2mm;margin-right:3mm;font-size:3.1mm">${name}</span>${text}</div>`
    return sheet(
      input,
      { margins: '17mm 19mm', fontMm: 3.7 },
      `<div style="display:flex;justify-content:space-between"><span>戸籍証明書</span><span>（１／１）</span></div>${title('個人事項証明', 6)}
      <div style="display:flex;gap:3mm">${box(116, label(input, 'permanent-domicile', '本籍'), value(input, 'permanent-domicile', person.domicile))}${box(53, label(input, 'head-of-register', '筆頭者氏名'), value(input, 'head-of-register', person.head))}</div>
      <div style="margin-top:5mm;border-top:.2mm solid #222">
      ${entry('名', `<span style="font-size:5mm">${escape(person.given)}</span>`)}
      ${entry('生年月日', birthOf(person))}
      ${entry('父母', `父　${escape(person.family)}昭　　母　${escape(person.family)}文子　　続柄　${person.sex === '男' ? '二男' : '二女'}`)}
      ${entry('出生', `${birthOf(person)}${escape(municipalityOf(person))}で出生、父届出により入籍`)}
      ${entry('婚姻', `${movedDate(input, person)}婚姻、${escape(municipalityOf(person))}長から送付`)}
      ${entry('以下', '余白')}</div>
      <div style="margin-top:26mm">${certification(input, 'これは、戸籍に記録されている事項の一部を証明した書面である。')}</div>`,
    )
  },
}
