// What all forms of 運転免許証 share below their upper rows: band, conditions, number, dates, kinds, portrait, issuer.
import { inEra, padded } from '../people.ts'
import { area, escape, fitted, portrait, said, seal, spot } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'

// First two digits of a licence number: the commission that issued it.
const commissions: Readonly<Record<string, string>> = {
  北海道: '10',
  宮城県: '22',
  東京都: '30',
  埼玉県: '43',
  千葉県: '44',
  神奈川県: '45',
  愛知県: '54',
  大阪府: '62',
  兵庫県: '63',
  福岡県: '90',
}
const bands = ['#d9b44a', '#5aa7d6', '#63b77a'] as const

export const licenceCss = 'background:#fdfdfb;border:.15mm solid #888;border-radius:3mm;color:#111'
export const labelStyle = 'font-size:1.75mm;justify-content:center;letter-spacing:.2mm'
export const valueStyle = 'font-size:2.75mm'

export interface LicenceDates {
  issued: { year: number; month: number; day: number }
  expiresYear: number
  /** From about 2019 the band names the Western year too. */
  hasWesternYear: boolean
  kinds: 12 | 14
}

export function ruledRow(y: number, height: number, labelHtml: string, valueHtml: string, style = ''): string {
  return (
    area([0.04, 0.96], [y, y + height + 0.0025], '', 'border:.12mm solid #333') +
    fitted([0.042, 0.125], [y, y + height], labelHtml, `${labelStyle};border-right:.12mm solid #333`) +
    fitted([0.14, 0.955], [y, y + height], valueHtml, `${valueStyle};${style}`)
  )
}

export function licenceBody(input: LayoutInput, dates: LicenceDates): string {
  const { random, people } = input
  const [person] = people
  const gold = random.chance(0.4)
  const band = gold ? bands[0] : random.pick([bands[1], bands[1], bands[2]])
  const until = { year: dates.expiresYear, month: person.birth.month, day: Math.max(1, Math.min(28, person.birth.day)) }
  const untilText = dates.hasWesternYear
    ? `${said('expires', `${until.year}年(${inEra(until).split('年')[0] ?? ''}年)${padded(until.month)}月${padded(until.day)}日`)}まで有効`
    : `${said('expires', inEra(until, 'padded'))}まで有効`
  const commission = commissions[person.homePrefecture] ?? `${20 + random.below(70)}`
  const number = `${commission}${padded(random.below(99))}${padded(random.below(99999999), 8)}`
  const conditions = ['眼鏡等', '中型車は中型車（８ｔ）に限る', '普通車はAT車に限る', '準中型車（５ｔ）に限る'].filter(
    () => random.chance(0.4),
  )
  const office = person.homePrefecture
  return (
    fitted(
      [0.04, 0.635],
      [0.355, 0.435],
      untilText,
      `background:${band};padding:0 1mm;box-sizing:border-box;font-size:3.1mm`,
    ) +
    spot(0.05, 0.462, '免許の<br>条件等', 'font-size:1.5mm;line-height:1.25') +
    spot(0.15, 0.455, conditions.map(escape).join('<br>'), 'font-size:2.1mm;line-height:1.3') +
    (gold
      ? area([0.05, 0.14], [0.58, 0.65], '優良', 'border:.15mm solid #333;font-size:2.5mm;text-align:center')
      : '') +
    spot(0.05, 0.685, '番号', 'font-size:1.8mm') +
    spot(0.135, 0.675, `第<span style="letter-spacing:.55mm;margin:0 .8mm">${number}</span>号`, 'font-size:2.9mm') +
    acquired(input) +
    kinds(input, dates.kinds) +
    area(
      [0.642, 0.675],
      [0.4, 0.79],
      '運転免許証',
      'writing-mode:vertical-rl;font-size:2.7mm;color:#2b5fa8;letter-spacing:1.1mm',
    ) +
    area([0.68, 0.95], [0.29, 0.83], portrait(random, '#8fb6e0')) +
    spot(0.68, 0.85, `${office}<br>公安委員会`, 'font-size:2.1mm;color:#c33;line-height:1.25') +
    spot(0.86, 0.835, seal(`${office.slice(0, 2)}公安委員会印`, 7.5))
  )
}

function acquired(input: LayoutInput): string {
  const { random } = input
  return ['二・小・原', '他', '二種']
    .map((name, at) => {
      const date = random.chance(0.55)
        ? inEra({ year: 1985 + random.below(22), month: 1 + random.below(12), day: 1 + random.below(28) }, 'padded')
        : '平成00年00月00日'
      return (
        spot(0.045, 0.77 + at * 0.058, name, 'font-size:1.35mm') +
        spot(0.13, 0.765 + at * 0.058, date, 'font-size:2.05mm')
      )
    })
    .join('')
}

function kinds(input: LayoutInput, count: 12 | 14): string {
  const names =
    count === 14
      ? [
          '大型',
          '中型',
          '準中型',
          '普通',
          '大特',
          '大自二',
          '普自二',
          '小特',
          '原付',
          '大二',
          '中二',
          '普二',
          '大特二',
          '引・引二',
        ]
      : ['大型', '普通', '大特', '大自二', '普自二', '小特', '原付', '大二', '普二', '大特二', '引', '引二']
  const columns = count / 2
  const cells = names
    .map(
      (name) =>
        `<div style="border:.1mm solid #555;font-size:1.3mm;text-align:center;line-height:2.9mm;overflow:hidden">${input.random.chance(0.35) || name === '普通' ? name : '－'}</div>`,
    )
    .join('')
  return (
    area([0.37, 0.392], [0.775, 0.93], '種類', 'writing-mode:vertical-rl;font-size:1.5mm;letter-spacing:.6mm') +
    area(
      [0.395, 0.64],
      [0.78, 0.92],
      `<div style="display:grid;grid-template-columns:repeat(${columns},1fr);grid-auto-rows:50%;height:100%">${cells}</div>`,
    )
  )
}
