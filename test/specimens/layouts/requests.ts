// Forms on which one asks an office for a certificate: the one only asks whether a 本籍 shall be printed, the other is told it.
import { escape, label, value } from '../drawing.ts'
import { birthOf, cell, grid, labelCss } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { byHand, sheet, title } from './sheet.ts'

const common = { kind: 'other', form: 'sheet', ...a4Mm, people: [1, 1] } as const

export const certificateRequest: Layout = {
  ...common,
  id: 'certificate-request',
  part: 'tuned',
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const choice = (name: string): string => {
      const wanted = random.chance(0.5)
      return `<div style="display:flex;height:8mm;align-items:center"><span style="width:48mm">${name}</span><span style="width:34mm">${wanted ? '☑' : '□'}　必要</span><span>${wanted ? '□' : '☑'}　不要</span></div>`
    }
    const name = (row: number, text: string): string => cell(1, 7, row, 1, text, `${labelCss};font-size:3.4mm`)
    const cells =
      name(1, '住所') +
      cell(8, 23, 1, 1, byHand(input, escape(person.address))) +
      name(2, '氏名') +
      cell(8, 23, 2, 1, byHand(input, escape(`${person.family}　${person.given}`))) +
      name(3, '生年月日') +
      cell(8, 23, 3, 1, byHand(input, birthOf(person)))
    return sheet(
      input,
      { margins: '20mm 20mm', fontMm: 3.7 },
      `${title('住民票の写し等交付請求書', 6)}<div style="margin-bottom:3mm">１　窓口に来た方</div>${grid(30, 'repeat(3, 11mm)', cells)}
      <div style="margin:6mm 0 2mm">２　必要な証明書　　住民票の写し（　１　通）</div>
      <div style="border:.3mm solid #222;padding:3mm 6mm">${choice('本籍・筆頭者')}${choice('世帯主・続柄')}${choice('住民票コード')}${choice('個人番号（マイナンバー）')}</div>
      <p style="font-size:3.2mm;line-height:1.8">※本籍・筆頭者の記載が不要な場合は「不要」に印をつけてください。印のないときは、省略した写しを交付します。<br>※戸籍に関する証明書は、本籍地の市区町村に請求してください。</p>`,
    )
  },
}

export const kosekiRequest: Layout = {
  ...common,
  id: 'koseki-request',
  part: 'held-back',
  domicile: 'always',
  draw(input) {
    const [person] = input.people
    const line = (name: string, html: string): string =>
      `<div style="display:flex;border-bottom:.2mm solid #333;height:14mm"><div style="width:36mm;background:#eee;border-right:.2mm solid #333;padding:2mm;font-size:3.4mm">${name}</div><div data-fit style="flex:1;display:flex;align-items:center;padding-left:4mm;white-space:nowrap;overflow:hidden">${html}</div></div>`
    return sheet(
      input,
      { margins: '18mm 22mm', fontMm: 3.8 },
      `<div style="font-size:6.5mm;border-left:2mm solid #444;padding-left:4mm;margin-bottom:6mm">戸籍証明等請求書（郵送用）</div>
      <div>どなたの戸籍が必要ですか</div><div style="border:.4mm solid #222;border-bottom:none;margin:2mm 0 6mm">
      ${line(label(input, 'permanent-domicile', '本籍'), byHand(input, value(input, 'permanent-domicile', person.domicile), 5.2))}
      ${line(label(input, 'head-of-register', '筆頭者'), byHand(input, value(input, 'head-of-register', person.head), 5.2))}
      ${line('必要な人の名', byHand(input, escape(person.given), 5.2))}</div>
      <div>請求する方</div><div style="border:.4mm solid #222;border-bottom:none;margin-top:2mm">
      ${line('住所', byHand(input, escape(person.address), 5.2))}${line('氏名', byHand(input, escape(`${person.family}　${person.given}`), 5.2))}${line('生年月日', byHand(input, birthOf(person), 5.2))}</div>
      <p style="font-size:3.3mm;line-height:1.8">手数料は定額小為替でお送りください。返信用封筒を同封してください。</p>`,
    )
  },
}
