// A Japanese address in comparable parts: prefecture, county, the place with its numbers, and the building.
import { prefectures } from '../screening/address.ts'
import { kanjiNumber } from './kanji-number.ts'
import { keysOf, piecesOf, rewrite } from './pieces.ts'
import type { Piece } from './pieces.ts'

export interface AddressParts {
  prefecture: Piece[]
  county: Piece[]
  /** Municipality and town, up to the first number of the lot. */
  town: Piece[]
  /** 3-1-1, whether it was written with hyphens, 丁目, 番地, 番, 号 or の. */
  lot: Piece[]
  /** Name of the building and number of the room. */
  building: Piece[]
}

const numeral = '[〇一二三四五六七八九十百千]'
const withoutPrefectureSuffix = prefectures.filter((name) => !['北海道', '東京', '京都', '大阪'].includes(name))
const prefectureStart = new RegExp(`^(?:北海道|東京都|京都府|大阪府|(?:${withoutPrefectureSuffix.join('|')})県)`)
/** 郡 as a unit; not the one in 郡山, 郡上, 蒲郡市, 大和郡山. */
const countyStart = /^[^市区町村0-9]{1,5}郡(?![山上市町家里])/

/** 政令指定都市, whose addresses leave the prefecture out even on licences. Source: 地方自治法第二百五十二条の十九第一項の指定都市の指定に関する政令. */
const designatedCities: Record<string, string> = {
  札幌市: '北海道',
  仙台市: '宮城県',
  さいたま市: '埼玉県',
  千葉市: '千葉県',
  横浜市: '神奈川県',
  川崎市: '神奈川県',
  相模原市: '神奈川県',
  新潟市: '新潟県',
  静岡市: '静岡県',
  浜松市: '静岡県',
  名古屋市: '愛知県',
  京都市: '京都府',
  大阪市: '大阪府',
  堺市: '大阪府',
  神戸市: '兵庫県',
  岡山市: '岡山県',
  広島市: '広島県',
  北九州市: '福岡県',
  福岡市: '福岡県',
  熊本市: '熊本県',
}
const cityKeys = new Map(Object.entries(designatedCities).map(([city, of]) => [keysOf(piecesOf(city)), of]))

/** The prefecture that a place without one can only lie in; null when it may lie in several. */
export function prefectureOf(town: readonly Piece[]): string | null {
  const keys = keysOf(town)
  for (const [city, of] of cityKeys) if (keys.startsWith(city)) return of
  return null
}

/** Splits an address. Kanji numerals are read as numbers only where a number stands: 三丁目, 十番, not 三田 or 八王子. */
export function addressParts(text: string): AddressParts {
  let pieces = rewrite(apart(piecesOf(text)), /^〒?[0-9]{3}-?[0-9]{4}(?![0-9])/g, 'width-or-spaces', () => '')
  // A hyphen between digits is often read as the numeral one.
  pieces = rewrite(pieces, /(?<=[0-9])一(?=[0-9])/g, 'width-or-spaces', () => '-')
  const before = `${numeral}+(?=丁目|丁(?=[0-9一-九十])|番(?![町丁館])|号|条|線|地割|-|ノ[0-9〇一二三四五六七八九十])`
  const after = `(?<=丁目|番地?ノ?|番地?|-)${numeral}+(?=$|[^\\p{Script=Han}])`
  pieces = rewrite(pieces, new RegExp(`${before}|${after}`, 'gu'), 'numerals', ([written]) => kanjiNumber(written))
  pieces = rewrite(pieces, /(?<![0-9])0+(?=[0-9])/g, 'width-or-spaces', () => '')
  pieces = rewrite(pieces, /(?<=[0-9])(?:丁目|丁|番地|番|号|ノ|-)+(?=[0-9])/g, 'numerals', () => '-')
  pieces = rewrite(pieces, /(?<=[0-9])階/g, 'width-or-spaces', () => 'F')
  pieces = rewrite(
    pieces,
    /(?<=[0-9])(?:丁目|番地|番(?![町丁館])|号室|号(?!館|棟|線)|室|-)+(?![0-9])/g,
    'numerals',
    () => '',
  )
  pieces = rewrite(pieces, /(?<![0-9])-(?=[0-9])/g, 'width-or-spaces', () => '')
  pieces = rewrite(pieces, /大字|(?<![文十])字(?=.{2})/g, 'width-or-spaces', () => '')
  pieces = pieces.filter(({ key }) => !/^[,、。()「」]$/.test(key))

  const keys = keysOf(pieces)
  const prefecture = prefectureStart.exec(keys)?.[0].length ?? 0
  const county = prefecture + (countyStart.exec(keys.slice(prefecture))?.[0].length ?? 0)
  const [lotFrom, lotTo] = lotOf(keys, county)
  return {
    prefecture: pieces.slice(0, prefecture),
    county: pieces.slice(prefecture, county),
    town: pieces.slice(county, lotFrom),
    lot: pieces.slice(lotFrom, lotTo),
    building: pieces.slice(lotTo),
  }
}

/** A space between two numbers parts them: 3-1-1 101 is no house 1101. */
function apart(pieces: readonly Piece[]): Piece[] {
  const isDigit = (piece: Piece | undefined): boolean => piece !== undefined && /^[0-9]$/.test(piece.key)
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1]
    if (before === undefined || piece.from <= before.to || !isDigit(piece) || !isDigit(before)) return [piece]
    return [{ key: '-', from: before.to, to: piece.from, change: 'width-or-spaces' }, piece]
  })
}

/** The last row of numbers of the place itself: in 北1条西2-3 the numbers of the streets belong to the town. */
function lotOf(keys: string, start: number): [from: number, to: number] {
  for (const match of keys.slice(start).matchAll(/[0-9]+(?:-[0-9]+)*/g)) {
    const from = start + match.index
    const to = from + match[0].length
    if (/^(?:条|線|地割|番[町丁館]|町|区|丁|[東西南北](?=[0-9]))/.test(keys.slice(to))) continue
    return [from, to]
  }
  return [keys.length, keys.length]
}
