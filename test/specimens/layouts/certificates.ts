// Certificates that carry a 本籍: the 身分証明書 a register's municipality issues, in two forms, and licences with its prefecture.
import { escape, label, specimenMark, value } from '../drawing.ts'
import { birthOf, cell, certification, grid, labelCss } from './juminhyo-parts.ts'
import { digits } from '../people.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet, title } from './sheet.ts'

const common = { kind: 'other', form: 'sheet', ...a4Mm, people: [1, 1], domicile: 'always' } as const

export const identityCertificate: Layout = {
  ...common,
  id: 'identity-certificate',
  part: 'held-back',
  draw(input) {
    const [person] = input.people
    const line = (name: string, html: string): string =>
      `<div style="display:flex;height:12mm;align-items:center;white-space:nowrap"><div style="width:34mm;letter-spacing:3mm">${name}</div><div style="font-size:4.6mm">${html}</div></div>`
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:28mm 28mm;font-family:${input.ink.print};font-size:4.2mm;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}<div style="text-align:center;font-size:8mm;letter-spacing:6mm;margin-bottom:14mm">身分証明書</div>
      ${line(label(input, 'permanent-domicile', '本籍'), value(input, 'permanent-domicile', person.domicile))}${line(label(input, 'head-of-register', '筆頭者'), value(input, 'head-of-register', person.head))}${line('氏名', escape(`${person.family}　${person.given}`))}${line('生年月日', birthOf(person))}
      <div style="line-height:2.4;margin-top:10mm">１　禁治産又は準禁治産の宣告の通知を受けていない。<br>２　後見の登記の通知を受けていない。<br>３　破産宣告又は破産手続開始決定の通知を受けていない。</div>
      <div style="margin-top:16mm">${certification(input, '上記のとおり相違ないことを証明する。')}</div></div>`
  },
}

export const nurseLicence: Layout = {
  ...common,
  id: 'nurse-licence',
  part: 'tuned',
  draw(input) {
    const [person] = input.people
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:34mm 30mm;font-family:${input.ink.print};font-size:5mm;color:#111">
      <div style="position:absolute;inset:14mm;border:1.2mm double #a8925a"></div>${specimenMark(0.86, 0.06, 2.6)}
      <div style="text-align:center;font-size:10mm;letter-spacing:4mm;margin-bottom:22mm">看護師免許証</div>
      <div style="line-height:3">${label(input, 'permanent-domicile', '本籍地都道府県名')}　　${value(input, 'permanent-domicile', person.domicilePrefecture)}<br>氏　名　　<span style="font-size:7mm">${escape(`${person.family}　${person.given}`)}</span><br>${birthOf(person)}生</div>
      <p style="line-height:2.2;margin-top:14mm">保健師助産師看護師法により看護師の免許を与える。よってこの証を交付する。</p>
      <div style="margin-top:14mm">看護師籍登録番号　第${digits(7, input.random)}号<br><br>令和${2 + input.random.below(5)}年${1 + input.random.below(12)}月${1 + input.random.below(28)}日<br><br><span style="font-size:6mm">厚生労働大臣　　　　　　</span></div></div>`
  },
}

export const identityCertificateTable: Layout = {
  ...common,
  id: 'identity-certificate-table',
  part: 'tuned',
  draw(input) {
    const [person] = input.people
    const name = (row: number, html: string): string => cell(1, 7, row, 1, html, `${labelCss};font-size:3.8mm`)
    const what = (row: number, html: string): string => cell(8, 23, row, 1, html, 'font-size:4.4mm;padding-left:4mm')
    const cells =
      name(1, label(input, 'permanent-domicile', '本　　籍')) +
      what(1, value(input, 'permanent-domicile', person.domicile)) +
      name(2, label(input, 'head-of-register', '筆頭者氏名')) +
      what(2, value(input, 'head-of-register', person.head)) +
      name(3, '氏　　名') +
      what(3, escape(`${person.family}　${person.given}`)) +
      name(4, '生年月日') +
      what(4, birthOf(person))
    const claims = ['禁治産又は準禁治産の宣告', '後見の登記', '破産宣告又は破産手続開始決定']
      .map(
        (claim, at) =>
          cell(1, 20, at + 1, 1, `${claim}の通知`) + cell(21, 10, at + 1, 1, '受けていない', 'justify-content:center'),
      )
      .join('')
    return sheet(
      input,
      { margins: '30mm 24mm', fontMm: 3.9 },
      `${title('身分（身元）証明書', 7)}${grid(30, 'repeat(4, 13mm)', cells)}<div style="height:8mm"></div>${grid(30, 'repeat(3, 11mm)', claims)}
      <div style="margin-top:24mm">${certification(input, '上記のとおり相違ないことを証明する。')}</div>`,
    )
  },
}

export const cookLicence: Layout = {
  ...common,
  id: 'cook-licence',
  part: 'held-back',
  widthMm: a4Mm.heightMm,
  heightMm: a4Mm.widthMm,
  draw(input) {
    const [person] = input.people
    const { random } = input
    const issued = `平成${12 + random.below(18)}年${1 + random.below(12)}月${1 + random.below(28)}日`
    return sheet(
      input,
      { margins: '24mm 40mm', fontMm: 5, isLying: true },
      `<div style="position:absolute;inset:10mm;border:2mm double #5c7a5a"></div><div style="position:absolute;left:24mm;top:22mm;font-size:4mm">第${digits(5, random)}号</div>
      ${title('調理師免許証', 10)}<div style="display:grid;grid-template-columns:52mm 1fr;row-gap:6mm;margin-top:6mm"><span>${label(input, 'permanent-domicile', '本籍地')}</span><span>${value(input, 'permanent-domicile', person.domicilePrefecture)}</span><span>氏　名</span><span style="font-size:7mm">${escape(`${person.family}　${person.given}`)}</span><span>生年月日</span><span>${birthOf(person)}</span></div>
      <p style="margin-top:9mm">調理師法の規定により調理師の免許を与える。</p><div>${issued}</div><div style="text-align:right;font-size:6.5mm;padding-right:20mm">${escape(person.homePrefecture)}知事　　印</div>`,
    )
  },
}
