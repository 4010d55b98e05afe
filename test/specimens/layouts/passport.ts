// 日本国旅券, the data page of 1992, 2006, 2013, 2020 and 2025: the 本籍 is a prefecture in capitals under the date of birth.
import { area, escape, frame, guilloche, label, portrait, said, specimenMark, spot, value } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import { digits, inPassport, padded, prefectureInCapitals } from '../people.ts'
import type { Day } from '../people.ts'
import type { Layout } from './layout.ts'

// ID-3, ISO/IEC 7810.
const pageMm = { widthMm: 125, heightMm: 88 } as const
const common = { kind: 'passport', form: 'card', ...pageMm, people: [1, 1], domicile: 'always' } as const

interface Series {
  ground: string
  lines: readonly string[]
  /** Width of the hologram over the right column, as a fraction; 0 has none. */
  hologram: number
  issuedFrom: number
  years: number
  hasChip: boolean
  /** Plastic page: black print, a grey portrait, and a paler second one at the right edge. */
  isEngraved: boolean
}

export const passport1992 = series('passport-1992', 'tuned', {
  ground: '#f3efe6',
  lines: ['#c9a9b4', '#a8bccb'],
  hologram: 0,
  issuedFrom: 1996,
  years: 9,
  hasChip: false,
  isEngraved: false,
})
export const passport2006 = series('passport-2006', 'held-back', {
  ground: '#f4ece8',
  lines: ['#d59aa6', '#9fb7c9', '#c7b98e'],
  hologram: 0.2,
  issuedFrom: 2006,
  years: 7,
  hasChip: true,
  isEngraved: false,
})
export const passport2013 = series('passport-2013', 'tuned', {
  ground: '#f6eeea',
  lines: ['#dc8f9c', '#93b3c4', '#c9b27f'],
  hologram: 0.26,
  issuedFrom: 2014,
  years: 6,
  hasChip: true,
  isEngraved: false,
})
export const passport2020 = series('passport-2020', 'held-back', {
  ground: '#eef0f2',
  lines: ['#8fa9c9', '#c79fb0', '#9cbfa4'],
  hologram: 0.3,
  issuedFrom: 2020,
  years: 5,
  hasChip: true,
  isEngraved: false,
})
export const passport2025 = series('passport-2025', 'tuned', {
  ground: '#f4f1f4',
  lines: ['#b7a3c7', '#9fb6cf', '#d2a9b3'],
  hologram: 0.22,
  issuedFrom: 2025,
  years: 2,
  hasChip: true,
  isEngraved: true,
})

function series(id: string, part: Layout['part'], look: Series): Layout {
  return { ...common, id, part, draw: (input) => dataPage(input, look) }
}

function dataPage(input: LayoutInput, look: Series): string {
  const [person] = input.people
  const { random } = input
  const issued: Day = {
    year: look.issuedFrom + random.below(look.years),
    month: 1 + random.below(12),
    day: 1 + random.below(28),
  }
  const tenYears = random.chance(0.6)
  const expires: Day = { ...issued, year: issued.year + (tenYears ? 10 : 5) }
  const number = `${tenYears ? 'T' : 'M'}${random.pick(['R', 'S', 'K', 'Z'])}${digits(7, random)}`
  const sex = person.sex === '男' ? 'M' : 'F'
  const tiny = (x: number, y: number, html: string): string =>
    spot(x, y, html, `font-size:1.75mm;color:#3c4f77;line-height:1;font-family:${input.ink.print}`)
  const text = (x: number, y: number, html: string): string =>
    spot(x, y, html, `font-size:3.2mm;line-height:1;font-family:${input.ink.fixed},${input.ink.print}`)
  const fields =
    spot(
      0.36,
      0.03,
      '日 本 国　<span style="letter-spacing:.5mm">JAPAN</span>',
      'font-size:4.4mm;color:#7a2f39;font-weight:700',
    ) +
    spot(0.04, 0.06, '旅　券<br>PASSPORT', 'font-size:3mm;line-height:1.3;color:#7a2f39') +
    tiny(0.33, 0.135, '型/Type') +
    text(0.33, 0.162, 'P') +
    tiny(0.45, 0.135, '発行国/Issuing country') +
    text(0.48, 0.162, 'JPN') +
    tiny(0.66, 0.135, '旅券番号/Passport No.') +
    text(0.68, 0.162, number) +
    tiny(0.33, 0.215, '姓/Surname') +
    text(0.33, 0.242, person.familyLatin) +
    tiny(0.33, 0.285, '名/Given name') +
    text(0.33, 0.312, person.givenLatin) +
    tiny(0.33, 0.357, '国　籍/Nationality') +
    text(0.33, 0.384, 'JAPAN') +
    tiny(0.5, 0.357, '生年月日/Date of birth') +
    text(0.5, 0.384, inPassport(person.birth)) +
    tiny(0.33, 0.432, '性別/Sex') +
    text(0.33, 0.459, sex) +
    tiny(0.5, 0.432, label(input, 'permanent-domicile', '本　籍/Registered Domicile')) +
    text(0.5, 0.459, value(input, 'permanent-domicile', prefectureInCapitals(person.domicilePrefecture))) +
    tiny(0.33, 0.52, '発行年月日/Date of issue') +
    text(0.33, 0.547, said('issued', inPassport(issued))) +
    tiny(0.6, 0.52, '所持人自署/Signature of bearer') +
    spot(
      0.62,
      0.6,
      escape(`${person.family}${person.given}`),
      `font-size:6.5mm;font-family:${input.ink.hand};color:#223`,
    ) +
    tiny(0.33, 0.595, '有効期間満了日/Date of expiry') +
    text(0.33, 0.622, said('expires', inPassport(expires))) +
    tiny(0.33, 0.67, '発行官庁/Authority') +
    text(0.33, 0.695, 'MINISTRY OF<br>FOREIGN AFFAIRS')
  const over = guilloche(random, look.lines, 0.42, 34)
  const hologram =
    look.hologram > 0
      ? area(
          [0.46, 0.46 + look.hologram * 1.4],
          [0.3, 0.62],
          '',
          'background:radial-gradient(ellipse,rgba(255,255,255,.62),rgba(220,235,245,.35) 55%,rgba(255,255,255,0) 75%)',
        )
      : ''
  return frame(
    pageMm.widthMm,
    pageMm.heightMm,
    guilloche(random, look.lines, 0.3, 20) +
      faces(input, look) +
      fields +
      over +
      hologram +
      machineReadable(input, number, expires, sex) +
      specimenMark(0.93, 0.03, 1.9),
    `background:${look.ground};border-radius:2mm;font-family:${input.ink.print};color:#1b1b22`,
  )
}

function faces({ random }: LayoutInput, { hasChip, isEngraved }: Series): string {
  const picture = portrait(random, hasChip ? '#dfe6ea' : '#b9d0e2')
  if (!isEngraved) return area([0.04, 0.28], [0.27, 0.72], picture)
  return (
    area([0.04, 0.28], [0.27, 0.72], picture, 'filter:grayscale(1)') +
    area([0.86, 0.96], [0.3, 0.49], picture, 'filter:grayscale(1);opacity:.4')
  )
}

/** ICAO Doc 9303 part 4: two lines of 44, check digits by weights 7 3 1. The 本籍 is never in it. */
function machineReadable(input: LayoutInput, number: string, expires: Day, sex: string): string {
  const [person] = input.people
  const yymmdd = (day: Day): string => padded(day.year % 100) + padded(day.month) + padded(day.day)
  const first = `P<JPN${person.familyLatin}<<${person.givenLatin}`.padEnd(44, '<')
  const [birth, expiry] = [yymmdd(person.birth), yymmdd(expires)]
  const numberPart = number + check(number)
  const datePart = birth + check(birth)
  const expiryPart = expiry + check(expiry)
  const optional = '<'.repeat(14) + '0'
  const second = `${numberPart}JPN${datePart}${sex}${expiryPart}${optional}${check(numberPart + datePart + expiryPart + optional)}`
  const line = (y: number, text: string): string =>
    spot(
      0.04,
      y,
      `<div style="display:flex;justify-content:space-between;width:${pageMm.widthMm * 0.92}mm">${[...text].map((character) => `<span>${escape(character)}</span>`).join('')}</div>`,
      `font-family:${input.ink.fixed};font-size:3.55mm;line-height:1`,
    )
  return area([0, 1], [0.79, 1], '', 'background:rgba(255,255,255,.45)') + line(0.825, first) + line(0.905, second)
}

function check(text: string): number {
  const weights = [7, 3, 1]
  const worth = (character: string): number =>
    character === '<' ? 0 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55
  return [...text].reduce((sum, character, at) => sum + worth(character) * (weights[at % 3] ?? 1), 0) % 10
}
