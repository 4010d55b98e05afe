// 資格情報のお知らせ: a letter on white paper with the particulars in its upper half and a piece to cut out below.
import { escape, label, value } from '../drawing.ts'
import { digits, inEra, insurerNumber, prefectureCode } from '../people.ts'
import { cell, grid, labelCss } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet, title } from './sheet.ts'

export const eligibilityNotice: Layout = {
  id: 'eligibility-notice',
  kind: 'eligibility',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const insured = `${digits(8, random)}　${1 + random.below(899)}（枝番）0${random.below(4)}`
    const insurer = insurerNumber(`01${prefectureCode(person.homePrefecture)}`, 8, random)
    const branch = `全国健康保険協会　${person.homePrefecture.replace(/[都府県]$/, '')}支部`
    const name = (row: number, html: string): string => cell(1, 9, row, 1, html, `${labelCss};font-size:3.4mm`)
    const cells =
      name(1, label(input, 'insured-number', '記号　番号')) +
      cell(10, 21, 1, 1, value(input, 'insured-number', insured)) +
      name(2, '氏名') +
      cell(10, 21, 2, 1, escape(`${person.family}　${person.given}（${person.familyKana}　${person.givenKana}）`)) +
      name(3, '負担割合') +
      cell(10, 21, 3, 1, random.pick(['３割', '２割'])) +
      name(4, '資格取得年月日') +
      cell(10, 21, 4, 1, inEra({ year: 2025, month: 1 + random.below(9), day: 1 })) +
      name(5, label(input, 'insurer-number', '保険者番号')) +
      cell(10, 21, 5, 1, value(input, 'insurer-number', insurer), 'letter-spacing:.8mm') +
      name(6, '保険者名') +
      cell(10, 21, 6, 1, branch)
    return sheet(
      input,
      { margins: '20mm 22mm', fontMm: 3.7 },
      `<div style="line-height:1.7">〒${100 + random.below(800)}-${1000 + random.below(8999)}<br>${escape(person.address)}<br>${escape(`${person.family}　${person.given}`)}　様</div>
      ${title('資格情報のお知らせ', 6, 'margin-top:10mm')}
      <p style="line-height:1.8">あなたの加入する健康保険の資格情報は、下記のとおりです。この通知のみでは受診できません。マイナ保険証とあわせてご提示ください。</p>
      ${grid(30, 'repeat(6, 10mm)', cells)}
      <div style="margin-top:12mm;border-top:.3mm dashed #666;padding-top:5mm"><div style="width:86mm;height:52mm;border:.2mm dashed #444;box-sizing:border-box;padding:3mm;font-size:2.7mm;line-height:1.9">
      <b style="font-size:3.4mm">資格情報のお知らせ</b><br>氏名　${escape(`${person.family}　${person.given}`)}<br>負担割合　３割<br>${escape(branch)}<br>マイナ保険証とともに携行してください。</div></div>`,
    )
  },
}
