// More post without a 本籍, with what looks like one: two addresses, 番地, and sentences that speak of it.
import { escape } from '../drawing.ts'
import { digits, inEra } from '../people.ts'
import { birthOf, cell, certification, grid, labelCss } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'
import { sheet, title } from './sheet.ts'

const common = { kind: 'other', form: 'sheet', ...a4Mm, people: [1, 1], domicile: 'never' } as const

export const sealCertificate: Layout = {
  ...common,
  id: 'seal-certificate',
  part: 'tuned',
  draw(input) {
    const [person] = input.people
    const name = (row: number, text: string): string => cell(9, 5, row, 1, text, labelCss)
    const cells =
      cell(
        1,
        8,
        1,
        4,
        `<div style="width:15mm;height:15mm;border-radius:50%;border:.7mm solid #333;font-size:6mm;line-height:15mm;text-align:center">${escape(person.family.slice(0, 2))}</div>`,
        'justify-content:center',
      ) +
      name(1, '氏　名') +
      cell(14, 17, 1, 1, escape(`${person.family}　${person.given}`), 'font-size:4.6mm') +
      name(2, '生年月日') +
      cell(14, 17, 2, 1, birthOf(person)) +
      name(3, '性　別') +
      cell(14, 17, 3, 1, person.sex) +
      name(4, '住　所') +
      cell(14, 17, 4, 1, escape(person.address))
    return sheet(
      input,
      { margins: '24mm 20mm', fontMm: 3.7 },
      `${title('印鑑登録証明書', 7)}${grid(30, 'repeat(4, 10mm)', cells)}<div style="margin-top:16mm">${certification(input, 'この写しは、登録された印影と相違ないことを証明する。')}</div>`,
    )
  },
}

export const utilityBill: Layout = {
  ...common,
  id: 'utility-bill',
  part: 'held-back',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const amount = `${2 + random.below(18)},${100 + random.below(899)}円`
    const row = (name: string, text: string): string =>
      `<tr><td style="border:.2mm solid #555;padding:2mm 3mm;background:#eef3f8;width:44mm">${name}</td><td style="border:.2mm solid #555;padding:2mm 3mm">${text}</td></tr>`
    return sheet(
      input,
      { margins: '18mm 20mm', fontMm: 3.8 },
      `<div style="display:flex;justify-content:space-between"><div style="line-height:1.6">${escape(person.address)}<br><span style="font-size:4.6mm">${escape(`${person.family}　${person.given}`)}　様</span></div><div style="text-align:right;line-height:1.6">日本ガス供給株式会社<br>本店　${escape(person.formerAddress)}<br>登録番号　T${digits(13, random)}</div></div>
      <div style="font-size:6mm;border-bottom:.6mm solid #2a5a8a;margin:12mm 0 6mm">ガスご使用量のお知らせ</div>
      <table style="border-collapse:collapse;width:100%">${row('お客さま番号', `${digits(4, random)}-${digits(3, random)}-${digits(4, random)}`)}${row('ご使用場所', escape(person.address))}${row('ご使用期間', `${1 + random.below(11)}月2日～${1 + random.below(11)}月1日（30日間）`)}${row('ご請求金額', amount)}${row('お支払い方法', '口座振替　本人名義')}</table>
      <p style="line-height:1.8;margin-top:8mm">ご本人さま以外の名義へ変更するときは、本人を確認する書類が必要です。本籍が記載された書類をお送りいただく必要はありません。</p>`,
    )
  },
}

export const deskLetter: Layout = {
  ...common,
  id: 'desk-letter',
  part: 'tuned',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const dated = inEra({ year: 2026, month: 1 + random.below(12), day: 1 + random.below(28) })
    return sheet(
      input,
      { margins: '24mm 24mm', fontMm: 3.9 },
      `<div style="text-align:right">${dated}</div><div style="line-height:1.7">${escape(person.address)}<br>${escape(`${person.family}　${person.given}`)}　様</div><div style="text-align:right;line-height:1.7">個人情報デスク</div>
      <div style="text-align:center;font-size:5.4mm;margin:9mm 0">書類の再提出のお願い</div>
      <p style="line-height:2">このたびは保有個人データの開示をご請求いただき、ありがとうございます。お送りいただいた住民票の写しには本籍が記載されていました。当社は本籍を取得しないこととしておりますので、該当の箇所を見えないようにしたうえで、書類をお返しいたします。</p>
      <p style="line-height:2">お手数ですが、次のいずれかの書類を、本籍及び筆頭者の記載のないもの、又はその欄を黒く塗りつぶしたものでお送りください。</p>
      <div style="line-height:2;padding-left:6mm">・住民票の写し（本籍の記載を省略したもの）<br>・運転免許証の写し（本籍の欄があるときは隠してください）<br>・旅券の写し（本籍：都道府県名を隠してください）</div>
      <p style="line-height:2">本籍の例：○○県○○市○○町１番地。ご不明の点は、当窓口までお問い合わせください。</p>`,
    )
  },
}
