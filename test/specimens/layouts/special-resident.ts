// 特別永住者証明書: like the 在留カード, without status and period of stay.
import { area, escape, fitted, frame, guilloche, portrait, said, specimenMark, spot } from '../drawing.ts'
import { digits, padded } from '../people.ts'
import { cardMm } from './layout.ts'
import type { Layout } from './layout.ts'

export const specialResident: Layout = {
  id: 'special-resident',
  kind: 'residence-card',
  part: 'held-back',
  form: 'card',
  ...cardMm,
  people: [1, 1],
  domicile: 'never',
  draw(input) {
    const [person] = input.people
    const { random } = input
    const tiny = (x: number, y: number, html: string): string => spot(x, y, html, 'font-size:1.35mm;line-height:1.15')
    const text = (x: number, y: number, html: string, size = 2.7): string =>
      fitted([x, 0.7], [y - 0.01, y + 0.07], html, `font-size:${size}mm`)
    const expiry = `${2026 + random.below(6)}年${padded(1 + random.below(12))}月${padded(1 + random.below(28))}日`
    return frame(
      cardMm.widthMm,
      cardMm.heightMm,
      guilloche(random, ['#b9b0d6', '#a9c7d6'], 0.35) +
        spot(0.03, 0.03, '日本国政府<br>GOVERNMENT OF JAPAN', 'font-size:1.3mm') +
        spot(0.27, 0.025, '特別永住者証明書', 'font-size:3.1mm;font-weight:700') +
        spot(0.66, 0.045, `番号 No. CD${digits(8, random)}EF`, 'font-size:2.3mm') +
        tiny(0.03, 0.17, '氏名<br>NAME') +
        text(0.12, 0.17, said('name', random.pick(['KIM YUNA', 'PARK JISOO', 'LEE HANA'])), 3.1) +
        tiny(0.03, 0.29, '生年月日<br>DATE OF BIRTH') +
        text(
          0.16,
          0.29,
          `${person.birth.year}年${padded(person.birth.month)}月${padded(person.birth.day)}日　${person.sex === '男' ? '男 M.' : '女 F.'}`,
        ) +
        tiny(0.03, 0.41, '国籍・地域<br>NATIONALITY/REGION') +
        text(0.22, 0.41, random.pick(['韓国', '朝鮮', '台湾'])) +
        tiny(0.03, 0.53, '住居地<br>ADDRESS') +
        text(0.12, 0.53, escape(person.address), 2.5) +
        spot(0.03, 0.82, `この証明書は　${said('expires', expiry)}まで有効　です。`, 'font-size:2.4mm') +
        tiny(0.03, 0.9, 'PERIOD OF VALIDITY OF THIS CARD') +
        area([0.72, 0.965], [0.28, 0.85], portrait(random, '#e9e9e4')) +
        spot(0.72, 0.89, '出入国在留管理庁長官', 'font-size:1.7mm') +
        specimenMark(0.9, 0.15, 1.4),
      `background:#f2f2f8;border:.15mm solid #999;border-radius:3mm;font-family:${input.ink.print};color:#111`,
    )
  },
}
