// People who do not exist: names, birthdays, homes, registered domiciles and numbers drawn from lists.
import { addressAt, domicileAt, placeOf, prefectures } from './places.ts'
import type { Prefecture } from './places.ts'
import { seededRandom } from './random.ts'
import type { Random } from './random.ts'

export interface Day {
  year: number
  month: number
  day: number
}

export interface Person {
  family: string
  given: string
  familyKana: string
  givenKana: string
  familyLatin: string
  givenLatin: string
  sex: '男' | '女'
  birth: Day
  address: string
  homePrefecture: Prefecture
  homeMunicipality: string
  formerAddress: string
  domicile: string
  domicilePrefecture: Prefecture
  /** 筆頭者 of the register the person stands in. */
  head: string
  relation: string
  householder: string
  /** 12 digits with a right check digit. */
  individualNumber: string
  /** 11 digits with a right check digit. */
  residentCode: string
}

const families: readonly (readonly [string, string, string])[] = [
  ['見本', 'みほん', 'MIHON'],
  ['佐々木', 'ささき', 'SASAKI'],
  ['高橋', 'たかはし', 'TAKAHASHI'],
  ['渡邉', 'わたなべ', 'WATANABE'],
  ['小林', 'こばやし', 'KOBAYASHI'],
  ['松本', 'まつもと', 'MATSUMOTO'],
  ['藤原', 'ふじわら', 'FUJIWARA'],
  ['中島', 'なかじま', 'NAKAJIMA'],
  ['齋藤', 'さいとう', 'SAITO'],
  ['岡田', 'おかだ', 'OKADA'],
  ['長谷川', 'はせがわ', 'HASEGAWA'],
  ['石井', 'いしい', 'ISHII'],
  ['坂本', 'さかもと', 'SAKAMOTO'],
  ['遠藤', 'えんどう', 'ENDO'],
  ['青木', 'あおき', 'AOKI'],
  ['西村', 'にしむら', 'NISHIMURA'],
  ['福田', 'ふくだ', 'FUKUDA'],
  ['太田', 'おおた', 'OTA'],
  ['三浦', 'みうら', 'MIURA'],
  ['金子', 'かねこ', 'KANEKO'],
  ['本田', 'ほんだ', 'HONDA'],
  ['大島', 'おおしま', 'OSHIMA'],
  ['安藤', 'あんどう', 'ANDO'],
  ['桑原', 'くわばら', 'KUWABARA'],
  ['野口', 'のぐち', 'NOGUCHI'],
]
const menNames: readonly (readonly [string, string, string])[] = [
  ['太郎', 'たろう', 'TARO'],
  ['健一', 'けんいち', 'KENICHI'],
  ['大輔', 'だいすけ', 'DAISUKE'],
  ['翔', 'しょう', 'SHO'],
  ['浩二', 'こうじ', 'KOJI'],
  ['拓也', 'たくや', 'TAKUYA'],
  ['正男', 'まさお', 'MASAO'],
  ['悠斗', 'ゆうと', 'YUTO'],
  ['隆', 'たかし', 'TAKASHI'],
  ['直樹', 'なおき', 'NAOKI'],
]
const womenNames: readonly (readonly [string, string, string])[] = [
  ['花子', 'はなこ', 'HANAKO'],
  ['美咲', 'みさき', 'MISAKI'],
  ['さくら', 'さくら', 'SAKURA'],
  ['由美', 'ゆみ', 'YUMI'],
  ['恵子', 'けいこ', 'KEIKO'],
  ['真理子', 'まりこ', 'MARIKO'],
  ['彩', 'あや', 'AYA'],
  ['千尋', 'ちひろ', 'CHIHIRO'],
  ['久美子', 'くみこ', 'KUMIKO'],
  ['結衣', 'ゆい', 'YUI'],
]

/** The people of a specimen, always the same ones. */
export function peopleOf({ people, seed }: { people: number; seed: string }): Person[] {
  return household(people, seededRandom('people', seed))
}

/** `count` people of one household, the householder first. One household in five holds people of two registers. */
export function household(count: number, random: Random): Person[] {
  const [family, familyKana, familyLatin] = random.pick(families)
  const home = placeOf(random)
  const address = addressAt(home, random)
  const formerAddress = addressAt(placeOf(random), random)
  const register = registerAt(random)
  const other = random.chance(0.2) ? registerAt(random) : null
  const headSex = random.chance(0.6) ? '男' : '女'
  const people: Person[] = []
  for (let at = 0; at < count; at++) {
    const sex = at === 0 ? headSex : at === 1 ? (headSex === '男' ? '女' : '男') : random.pick(['男', '女'] as const)
    const taken = new Set(people.map((person) => person.given))
    const [given, givenKana, givenLatin] = random.pick(
      (sex === '男' ? menNames : womenNames).filter(([name]) => !taken.has(name)),
    )
    const { domicile, domicilePrefecture } = at > 1 && other ? other : register
    const head = `${family}　${people[0]?.given ?? given}`
    const year = at < 2 ? 1948 + random.below(52) : 2001 + random.below(20)
    people.push({
      family,
      given,
      familyKana,
      givenKana,
      familyLatin,
      givenLatin,
      sex,
      birth: { year, month: 1 + random.below(12), day: 1 + random.below(28) },
      address,
      homePrefecture: home.prefecture,
      homeMunicipality: home.municipality,
      formerAddress,
      domicile,
      domicilePrefecture,
      head,
      relation: at === 0 ? '世帯主' : at === 1 ? (sex === '女' ? '妻' : '夫') : '子',
      householder: head,
      individualNumber: individualNumber(random),
      residentCode: residentCode(random),
    })
  }
  return people
}

function registerAt(random: Random): { domicile: string; domicilePrefecture: Prefecture } {
  const place = placeOf(random)
  return { domicile: domicileAt(place, random), domicilePrefecture: place.prefecture }
}

export function prefectureInCapitals(prefecture: Prefecture): string {
  return prefectures[prefecture]
}

export function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => random.below(10)).join('')
}

/**
 * 保険者番号 of 8 digits (employees', beginning with the law's number: 01, 06) or 6 (国保, beginning with the prefecture's).
 * Check digit by 保険者番号等設定要領: weights 2 and 1 from the right, digits of the products summed, modulus 10.
 */
export function insurerNumber(start: string, length: 6 | 8, random: Random): string {
  const body = start + digits(length - 1 - start.length, random)
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
}

/** 01 北海道 … 47 沖縄県 (JIS X 0401). */
export function prefectureCode(prefecture: Prefecture): string {
  return padded(Object.keys(prefectures).indexOf(prefecture) + 1)
}

// Check digit of 個人番号: 行政手続における特定の個人を識別するための番号の利用等に関する法律施行規則 art. 5 (weights 2–7, 2–6 from the right).
function individualNumber(random: Random): string {
  const body = digits(11, random)
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (at < 6 ? at + 2 : at - 4), 0)
  const rest = sum % 11
  return body + (rest <= 1 ? 0 : 11 - rest)
}

// Check digit of 住民票コード: 住民基本台帳法施行規則 art. 1 (weights 2–7, 2–5 from the right, modulus 11).
function residentCode(random: Random): string {
  const body = digits(10, random)
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (at < 6 ? at + 2 : at - 4), 0)
  const rest = sum % 11
  return body + (rest <= 1 ? 0 : 11 - rest)
}

const eras = [
  ['令和', 2019, 5],
  ['平成', 1989, 1],
  ['昭和', 1926, 12],
] as const

/** 「昭和61年5月1日」 with the year of the era; month precision is enough for made-up days. */
export function inEra(day: Day, spacing: 'tight' | 'padded' = 'tight'): string {
  for (const [era, year, month] of eras) {
    if (day.year > year || (day.year === year && day.month >= month)) {
      const [y, m, d] = [day.year - year + 1, day.month, day.day]
      return spacing === 'tight'
        ? `${era}${y === 1 ? '元' : y}年${m}月${d}日`
        : `${era}${padded(y)}年${padded(m)}月${padded(d)}日`
    }
  }
  throw new RangeError('Before 昭和.')
}

export function padded(number: number, length = 2): string {
  return String(number).padStart(length, '0')
}

/** 「20 FEB 1979」 */
export function inPassport(day: Day): string {
  const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const
  return `${padded(day.day)} ${months[day.month - 1] ?? 'JAN'} ${day.year}`
}
