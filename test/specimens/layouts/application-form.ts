// The desk's own form, filled in by hand; its instructions mention 本籍地 and must not fire.
import { escape, specimenMark } from '../drawing.ts'
import { inEra } from '../people.ts'
import { cell, grid, labelCss } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

const requests = ['利用目的の通知', '開示', '訂正・追加・削除', '利用停止・消去', '第三者提供の停止'] as const

export const applicationForm: Layout = {
  id: 'application-form',
  kind: 'application-form',
  part: 'tuned',
  form: 'sheet',
  ...a4Mm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random, ink } = input
    const hand = (text: string): string =>
      `<span style="font-family:${ink.hand};font-size:5mm;color:#1d2740">${escape(text)}</span>`
    const chosen = random.below(requests.length)
    const boxes = requests.map((request, at) => `${at === chosen ? '☑' : '□'}　${request}`).join('　　')
    const phone = `0${1 + random.below(9)}-${1000 + random.below(8999)}-${1000 + random.below(8999)}`
    const row = (at: number, name: string, html: string): string =>
      cell(1, 6, at, 1, name, `${labelCss};font-size:3.3mm;background:#eee`) + cell(7, 22, at, 1, html)
    return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:16mm 18mm;font-family:${ink.print};font-size:3.5mm;line-height:1.6;color:#111">
      ${specimenMark(0.9, 0.02, 2.6)}
      <div style="text-align:center;font-size:6mm;font-weight:700">保有個人データ開示等請求書</div>
      <div style="text-align:right">記入日　${hand(`令和${7 + random.below(2)}年${1 + random.below(12)}月${1 + random.below(28)}日`)}</div>
      <p style="margin:3mm 0">個人情報デスク　御中<br>個人情報の保護に関する法律に基づき、次のとおり請求します。</p>
      <div style="margin:2mm 0">１　請求の種類（一つに印をつけてください）</div><div style="font-size:3.2mm;white-space:nowrap">${boxes}</div>
      <div style="margin:4mm 0 1mm">２　ご本人</div>
      ${grid(28, '8mm 12mm 12mm 10mm 10mm', row(1, 'ふりがな', hand(`${person.familyKana}　${person.givenKana}`)) + row(2, '氏名', hand(`${person.family}　${person.given}`)) + row(3, '住所', hand(person.address)) + row(4, '生年月日', hand(inEra(person.birth))) + row(5, '電話番号', hand(phone)))}
      <div style="margin:4mm 0 1mm">３　請求の内容</div>
      <div style="border:.2mm solid #222;height:34mm;padding:2mm">${hand(random.pick(['貴社の会員情報のうち、私の登録内容と購入の記録', '電話でのお問い合わせの記録をすべて', '登録している住所と電話番号の訂正']))}</div>
      <div style="margin:4mm 0 1mm">４　同封していただく書類</div>
      <ol style="margin:0;padding-left:6mm;font-size:3.2mm">
        <li>ご本人を確認する書類の写し（運転免許証、旅券、住民票の写しなど。いずれか一点）</li>
        <li>手数料　1,000円分の定額小為替（開示及び利用目的の通知の場合）</li>
        <li>代理人の場合は委任状及び代理人を確認する書類</li></ol>
      <p style="font-size:3.2mm;margin:2mm 0">※本籍地が記載されている証明書の場合は、お手数ですが本籍地は隠してからコピーをおとりくださいますようお願いいたします。<br>
      ※マイナンバーカードの裏面、健康保険の記号・番号は送らないでください。国籍・戸籍に関する書類は必要ありません。</p>
      <div style="position:absolute;left:18mm;right:18mm;bottom:16mm;border-top:.2mm dashed #555;padding-top:2mm;font-size:3mm">受付欄（記入しないでください）　　受付番号　　　　　　　受付日　　　　　　　担当</div></div>`
  },
}
