// 在留カード, the face: 国籍・地域 stands where others have their 本籍, and must not fire.
import { area, escape, fitted, frame, guilloche, portrait, said, specimenMark, spot } from '../drawing.ts'
import { digits, padded } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

const foreigners = [
  ['SMITH JANE MARIE', '米国'],
  ['NGUYEN VAN AN', 'ベトナム'],
  ['GARCIA MARIA', 'フィリピン'],
  ['LI MING', '中国'],
  ['SILVA CARLOS', 'ブラジル'],
  ['KIM MINJI', '韓国'],
] as const
const permits = [
  ['留学', 'Student', '就労不可'],
  ['技術・人文知識・国際業務', 'Engineer / Specialist in Humanities', '在留資格に基づく就労活動のみ可'],
  ['永住者', 'Permanent Resident', '就労制限なし'],
] as const

export const residenceCard: Layout = {
  id: 'residence-card',
  kind: 'residence-card',
  part: 'tuned',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const [name, country] = random.pick(foreigners)
    const [status, statusLatin, work] = random.pick(permits)
    const year = 2025 + random.below(5)
    const monthAndDay = `${padded(1 + random.below(12))}月${padded(1 + random.below(28))}日`
    const [issued, expiry] = [`${year - 4}年${monthAndDay}`, `${year}年${monthAndDay}`]
    const tiny = (x: number, y: number, html: string): string =>
      spot(x, y, html, 'font-size:1.25mm;color:#333;line-height:1.15')
    const text = (x: number, y: number, html: string, size = 2.5): string =>
      fitted([x, 0.7], [y - 0.008, y + 0.062], html, `font-size:${size}mm`)
    const birth = person.birth
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      guilloche(random, ['#a9c6a4', '#d7b6a2'], 0.35) +
        spot(0.03, 0.03, '日本国政府<br>GOVERNMENT OF JAPAN', 'font-size:1.3mm;line-height:1.25') +
        spot(0.29, 0.025, '在留カード', 'font-size:3.3mm;font-weight:700;line-height:1') +
        spot(0.49, 0.04, 'RESIDENCE CARD', 'font-size:1.7mm') +
        spot(0.66, 0.035, `<span style="font-size:1.3mm">番号 No.</span> AB${digits(8, random)}CD`, 'font-size:2.7mm') +
        tiny(0.03, 0.14, '氏名<br>NAME') +
        text(0.12, 0.145, said('name', name), 3) +
        tiny(0.03, 0.205, '生年月日<br>DATE OF BIRTH') +
        text(0.15, 0.21, `${birth.year}年${padded(birth.month)}月${padded(birth.day)}日`) +
        tiny(0.44, 0.205, '性別<br>SEX') +
        text(0.5, 0.21, person.sex === '男' ? '男 M.' : '女 F.') +
        tiny(0.03, 0.275, '国籍・地域<br>NATIONALITY/REGION') +
        text(0.2, 0.28, country) +
        tiny(0.03, 0.385, '住居地<br>ADDRESS') +
        text(0.12, 0.39, random.chance(0.15) ? '未定（届出後裏面に記載）' : escape(person.address)) +
        tiny(0.03, 0.475, '在留資格<br>STATUS') +
        text(0.12, 0.47, status, 2.9) +
        spot(0.14, 0.535, statusLatin, 'font-size:1.3mm') +
        fitted(
          [0.03, 0.69],
          [0.57, 0.645],
          `<span style="font-size:1.3mm">就労制限の有無</span>　<span style="font-size:2.5mm">${work}</span>`,
          'border:.25mm solid #3a69b0;padding:0 1mm;box-sizing:border-box',
        ) +
        tiny(0.03, 0.675, '在留期間（満了日）<br>PERIOD OF STAY<br>(DATE OF EXPIRATION)') +
        text(0.22, 0.69, `${1 + random.below(5)}年（${expiry}）`) +
        tiny(0.03, 0.775, '許可の種類') +
        text(0.14, 0.775, `在留期間更新許可（${random.pick(['東京', '大阪', '名古屋'])}出入国在留管理局長）`, 2) +
        tiny(0.03, 0.84, '許可年月日') +
        text(0.14, 0.84, issued, 2) +
        tiny(0.4, 0.84, '交付年月日') +
        text(0.5, 0.84, said('issued', issued), 2) +
        spot(0.03, 0.91, `このカードは　${said('expires', expiry)}まで有効　です。`, 'font-size:2.4mm') +
        tiny(0.03, 0.963, 'PERIOD OF VALIDITY OF THIS CARD') +
        area([0.72, 0.965], [0.28, 0.85], portrait(random, '#e9e9e4')) +
        spot(0.72, 0.9, '出入国在留管理庁長官', 'font-size:1.7mm') +
        specimenMark(0.9, 0.14, 1.4),
      `background:#f6f8f0;border:.15mm solid #999;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}
