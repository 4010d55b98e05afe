// What a Japanese address looks like after reading, and what sets a 本籍 apart from an address where one lives.
import { distance, fold } from './spelling.ts'

/** The 47 prefectures without 都道府県; 県 is unknown to the line reader and simply missing from what it returns. */
export const prefectures = [
  '北海道',
  '青森',
  '岩手',
  '宮城',
  '秋田',
  '山形',
  '福島',
  '茨城',
  '栃木',
  '群馬',
  '埼玉',
  '千葉',
  '東京',
  '神奈川',
  '新潟',
  '富山',
  '石川',
  '福井',
  '山梨',
  '長野',
  '岐阜',
  '静岡',
  '愛知',
  '三重',
  '滋賀',
  '京都',
  '大阪',
  '兵庫',
  '奈良',
  '和歌山',
  '鳥取',
  '島根',
  '岡山',
  '広島',
  '山口',
  '徳島',
  '香川',
  '愛媛',
  '高知',
  '福岡',
  '佐賀',
  '長崎',
  '熊本',
  '大分',
  '宮崎',
  '鹿児島',
  '沖縄',
] as const

/** Hepburn capitals as passports print the 本籍 (外務省 ヘボン式); 群馬 is GUMMA by rule, GUNMA in practice. */
export const romajiPrefectures = [
  'HOKKAIDO',
  'AOMORI',
  'IWATE',
  'MIYAGI',
  'AKITA',
  'YAMAGATA',
  'FUKUSHIMA',
  'IBARAKI',
  'TOCHIGI',
  'GUMMA',
  'GUNMA',
  'SAITAMA',
  'CHIBA',
  'TOKYO',
  'KANAGAWA',
  'NIIGATA',
  'TOYAMA',
  'ISHIKAWA',
  'FUKUI',
  'YAMANASHI',
  'NAGANO',
  'GIFU',
  'SHIZUOKA',
  'AICHI',
  'MIE',
  'SHIGA',
  'KYOTO',
  'OSAKA',
  'HYOGO',
  'NARA',
  'WAKAYAMA',
  'TOTTORI',
  'SHIMANE',
  'OKAYAMA',
  'HIROSHIMA',
  'YAMAGUCHI',
  'TOKUSHIMA',
  'KAGAWA',
  'EHIME',
  'KOCHI',
  'FUKUOKA',
  'SAGA',
  'NAGASAKI',
  'KUMAMOTO',
  'OITA',
  'MIYAZAKI',
  'KAGOSHIMA',
  'OKINAWA',
] as const

const prefecture = new RegExp(`(?:${prefectures.join('|')})[都府県]?`)
const prefectureStart = new RegExp(`^(?:${prefectures.join('|')})[都府県]?`)
const numeral = '[0-9〇一二三四五六七八九十百千]'
const lot = new RegExp(`${numeral}+(?:番地?|-${numeral}+|丁目?|号)|番地|丁目`)

/** Who certifies a page, 市長 and the like, with or without a name: no place, though it begins like one. */
export function isMayor(text: string): boolean {
  return /[市区町村]長(?:之?印|[^0-9番丁字町]|[^0-9番丁字]{2,7})?$/.test(text)
}

/** On the back of a licence the commission stands at the end of every entry's row: its prefecture is nobody's 本籍. */
export function isCommission(text: string): boolean {
  return /公安委.{0,2}$/u.test(text)
}

/** A prefecture or municipality followed by anything, or a part with 丁目, 番地 or a number with dashes. */
export function looksLikeAddress(text: string): boolean {
  const folded = fold(text)
  if (isMayor(folded)) return false
  if (prefecture.test(folded) && /[市区郡町村]/.test(folded) && folded.length >= 5) return true
  return /[市区郡町村]/.test(folded) && hasLot(folded)
}

/** Names a lot or a block: with 丁目, 番地, 号, or numbers with dashes. */
export function hasLot(text: string): boolean {
  return lot.test(fold(text))
}

export function startsWithPrefecture(text: string): boolean {
  return prefectureStart.test(fold(text))
}

/** An address, or the beginning of one. */
export function readsAsAddress(text: string): boolean {
  return looksLikeAddress(text) || startsWithPrefecture(text)
}

/** A municipality and a number survived, whatever became of the rest. */
export function isRuinOfAddress(text: string): boolean {
  return text.length >= 8 && /[市区郡町村].*[0-9]{2}/u.test(fold(text))
}

/** A country as old licences of foreign nationals print it in place of the 本籍. */
export function isCountry(text: string): boolean {
  return /^(?:\p{Script=Han}{1,3}国|朝鮮|台湾|ブラジル|ペルー|フィリピン|ベトナム|ネパール|インドネシア|インド|タイ)$/u.test(
    fold(text),
  )
}

/** Has something of an address about it. What has not is a mark for "left out", or dirt, read as characters. */
export function couldBeDomicile(text: string): boolean {
  const folded = fold(text)
  return (
    /[0-9]{2}|[都道府県市区郡町村字丁目番地号]|[〇一二三四五六七八九十百千]{2}/u.test(folded) ||
    // One digit may be all that a pen left; amid kana it is dirt.
    (/[0-9]/.test(folded) && !/\p{Script=Hiragana}{2}/u.test(folded)) ||
    startsWithPrefecture(folded) ||
    isCountry(folded) ||
    /[A-Z]{2}/.test(folded) ||
    /\p{Script=Han}{4}/u.test(folded)
  )
}

/** Nothing but a prefecture, its last character given or lost in reading. */
export function isPrefecture(text: string): boolean {
  return fold(text).replace(prefectureStart, '') === '' && text.length >= 2
}

/** A lone character with which a prefecture begins, as a cover leaves it. */
export function beginsPrefecture(text: string): boolean {
  return text.length === 1 && prefectures.some((name) => name.startsWith(fold(text)))
}

/** Ends like the 本籍 of a 戸籍: 番地 or 番, which never has a 号 (住居番号 is not used for a 本籍). 番 may be misread, or cut by a cover. */
export function endsLikeDomicile(text: string): boolean {
  return /(?:番地?|[0-9].地|^[^\p{Letter}0-9]{0,4}地(?=.))[の之ノ乃-]?(?:[0-9]{0,4}|[〇一二三四五六七八九十百千壱弐参拾]{0,5})$/u.test(
    fold(text),
  )
}

/** Names the number of a dwelling or a building, as a place where one lives does and a 本籍 never. */
export function namesDwelling(text: string): boolean {
  return /[0-9〇一二三四五六七八九十]号|号室|\p{Script=Katakana}{2}|[荘寮]|住宅|団地/u.test(fold(text))
}

/** The romaji prefecture a word is, allowing one misread character in longer names; null when it is none. */
export function romajiPrefecture(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[01]/g, (digit) => (digit === '0' ? 'O' : 'I'))
    .replace(/[^A-Z]/g, '')
  for (const name of romajiPrefectures) if (letters === name) return name
  for (const name of romajiPrefectures) {
    const allowed = name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0
    if (allowed > 0 && Math.abs(letters.length - name.length) <= 1 && distance(letters, name) <= allowed) return name
  }
  return null
}
