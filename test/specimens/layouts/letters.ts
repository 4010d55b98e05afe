// Ordinary post: a covering letter by hand, a printed notice full of words that look like 本籍, a company's letter.
import { escape, specimenMark } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import { municipalityOf } from './juminhyo-parts.ts'
import { a4Mm } from './layout.ts'
import type { Layout } from './layout.ts'

const common = { kind: 'other', form: 'sheet', ...a4Mm, people: [1, 1], domicile: 'never' } as const

export const handwrittenLetter: Layout = {
  ...common,
  id: 'letter-by-hand',
  part: 'tuned',
  draw(input) {
    const [person] = input.people
    const lines = [
      '拝啓　時下ますますご清栄のこととお喜び申し上げます。',
      '先日お電話でお願いした件につき、必要な書類をお送りします。',
      '本件についてご不明な点がありましたら、下記までご連絡ください。',
      '日本橋の本店で登録した際の住所は、現在のものと異なります。',
      'なお、返信用の切手を同封いたしました。',
      'よろしくお願い申し上げます。　　　　　　　　　　　　　　敬具',
    ]
    return sheet(
      input,
      `<div style="font-family:${input.ink.hand};font-size:5.2mm;line-height:2.3">${lines.map((line) => `<div style="border-bottom:.15mm solid #99a">${line}</div>`).join('')}
      <div style="text-align:right;margin-top:8mm">令和７年${1 + input.random.below(12)}月${1 + input.random.below(28)}日</div><div style="text-align:right">${escape(person.address)}<br>${escape(`${person.family}　${person.given}`)}</div></div>`,
    )
  },
}

export const notice: Layout = {
  ...common,
  id: 'notice-of-distractors',
  part: 'tuned',
  draw(input) {
    const [person] = input.people
    return sheet(
      input,
      `<div style="font-size:4mm;line-height:1.9">
      <div style="text-align:right">${escape(municipalityOf(person))}役所　市民課</div><div style="text-align:center;font-size:5.6mm;margin:8mm 0">各種証明書の請求について（ご案内）</div>
      <p>日本の国籍を有する方は、戸籍に関する証明書を本庁又は本所で請求できます。外国人住民の方の国籍・地域は、在留カードでご確認ください。</p>
      <p>本人（被保険者）以外の方が請求される場合は、委任状が必要です。本件に関する見本は、本館１階の窓口にございます。</p>
      <table style="border-collapse:collapse;width:100%;font-size:3.7mm" border="1" cellpadding="6"><tr><td>本店所在地</td><td>${escape(person.formerAddress)}</td></tr><tr><td>国　　籍</td><td>日本</td></tr><tr><td>本人住所</td><td>${escape(person.address)}</td></tr><tr><td>勤務先</td><td>${escape(person.homePrefecture + person.homeMunicipality)}本町１丁目２番３号</td></tr></table>
      <p>戸籍の届出には、届書のほか本人を確認する書類をお持ちください。日本語の訳文を添えていただく場合があります。</p></div>`,
    )
  },
}

export const companyLetter: Layout = {
  ...common,
  id: 'company-letter',
  part: 'held-back',
  draw(input) {
    const [person] = input.people
    return sheet(
      input,
      `<div style="font-size:3.9mm;line-height:2"><div>〒100-0001<br>${escape(person.address)}<br><span style="font-size:5mm">${escape(`${person.family}　${person.given}`)}　様</span></div>
      <div style="text-align:right;margin-top:6mm">本社　${escape(person.formerAddress)}<br>株式会社本郷書籍販売</div><div style="text-align:center;font-size:5.5mm;margin:10mm 0">ご注文書籍のお届けについて</div>
      <p>日頃より当社の書籍をご愛読いただき、誠にありがとうございます。ご注文の「本場の味」「日本の国籍法」「新・戸籍実務」は、本日発送いたしました。</p><p>在庫の書籍は基本として本人様のご住所にお届けします。本籍地の記入は不要です。</p>
      <table style="border-collapse:collapse;width:100%" border="1" cellpadding="6"><tr><td>書籍番号</td><td>本体価格</td><td>冊数</td></tr><tr><td>4-00-12345</td><td>2,400円</td><td>1</td></tr><tr><td>4-00-67890</td><td>1,800円</td><td>2</td></tr></table></div>`,
    )
  },
}

function sheet(input: LayoutInput, html: string): string {
  return `<div style="position:relative;box-sizing:border-box;width:210mm;height:297mm;padding:24mm 24mm;font-family:${input.ink.print};color:#151515">${specimenMark(0.9, 0.02, 2.6)}${html}</div>`
}
