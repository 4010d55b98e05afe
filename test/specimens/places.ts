// Places of Japan to live in and to be registered in: real towns, invented numbers.
import type { Random } from './random.ts'

/** Prefectures with the Hepburn capitals that passports print (n stays m before m: GUMMA). */
export const prefectures = {
  北海道: 'HOKKAIDO',
  青森県: 'AOMORI',
  岩手県: 'IWATE',
  宮城県: 'MIYAGI',
  秋田県: 'AKITA',
  山形県: 'YAMAGATA',
  福島県: 'FUKUSHIMA',
  茨城県: 'IBARAKI',
  栃木県: 'TOCHIGI',
  群馬県: 'GUMMA',
  埼玉県: 'SAITAMA',
  千葉県: 'CHIBA',
  東京都: 'TOKYO',
  神奈川県: 'KANAGAWA',
  新潟県: 'NIIGATA',
  富山県: 'TOYAMA',
  石川県: 'ISHIKAWA',
  福井県: 'FUKUI',
  山梨県: 'YAMANASHI',
  長野県: 'NAGANO',
  岐阜県: 'GIFU',
  静岡県: 'SHIZUOKA',
  愛知県: 'AICHI',
  三重県: 'MIE',
  滋賀県: 'SHIGA',
  京都府: 'KYOTO',
  大阪府: 'OSAKA',
  兵庫県: 'HYOGO',
  奈良県: 'NARA',
  和歌山県: 'WAKAYAMA',
  鳥取県: 'TOTTORI',
  島根県: 'SHIMANE',
  岡山県: 'OKAYAMA',
  広島県: 'HIROSHIMA',
  山口県: 'YAMAGUCHI',
  徳島県: 'TOKUSHIMA',
  香川県: 'KAGAWA',
  愛媛県: 'EHIME',
  高知県: 'KOCHI',
  福岡県: 'FUKUOKA',
  佐賀県: 'SAGA',
  長崎県: 'NAGASAKI',
  熊本県: 'KUMAMOTO',
  大分県: 'OITA',
  宮崎県: 'MIYAZAKI',
  鹿児島県: 'KAGOSHIMA',
  沖縄県: 'OKINAWA',
} as const
export type Prefecture = keyof typeof prefectures

export interface Place {
  prefecture: Prefecture
  municipality: string
  town: string
  /** Towns counted in 丁目 write 「一丁目」 before the number; the others go straight to 番地. */
  isCounted: boolean
}

const towns: readonly (readonly [Prefecture, string, string, boolean])[] = [
  ['北海道', '札幌市中央区', '北一条西', true],
  ['北海道', '函館市', '東雲町', false],
  ['青森県', '弘前市', '大字上白銀町', false],
  ['岩手県', '盛岡市', '内丸', false],
  ['宮城県', '仙台市青葉区', '国分町', true],
  ['秋田県', '横手市', '条里', true],
  ['山形県', '酒田市', '本町', true],
  ['福島県', '会津若松市', '東栄町', false],
  ['茨城県', '水戸市', '中央', true],
  ['栃木県', '足利市', '本城', true],
  ['群馬県', '高崎市', '高松町', false],
  ['埼玉県', '川口市', '青木', true],
  ['埼玉県', 'さいたま市浦和区', '常盤', true],
  ['千葉県', '船橋市', '湊町', true],
  ['千葉県', '香取郡神崎町', '神崎本宿', false],
  ['東京都', '千代田区', '霞が関', true],
  ['東京都', '世田谷区', '世田谷', true],
  ['東京都', '八王子市', '元本郷町', true],
  ['東京都', '墨田区', '吾妻橋', true],
  ['神奈川県', '横浜市中区', '本町', true],
  ['神奈川県', '藤沢市', '朝日町', false],
  ['新潟県', '長岡市', '大手通', true],
  ['富山県', '高岡市', '広小路', false],
  ['石川県', '金沢市', '広坂', true],
  ['福井県', '鯖江市', '西山町', false],
  ['山梨県', '甲府市', '丸の内', true],
  ['長野県', '上田市', '大手', true],
  ['岐阜県', '大垣市', '丸の内', true],
  ['静岡県', '浜松市中央区', '元城町', false],
  ['愛知県', '名古屋市中区', '三の丸', true],
  ['愛知県', '岡崎市', '十王町', true],
  ['三重県', '松阪市', '殿町', false],
  ['滋賀県', '彦根市', '元町', false],
  ['京都府', '京都市中京区', '上本能寺前町', false],
  ['京都府', '宇治市', '宇治琵琶', false],
  ['大阪府', '東大阪市', '荒本北', true],
  ['大阪府', '堺市堺区', '南瓦町', false],
  ['大阪府', '大阪市北区', '中之島', true],
  ['兵庫県', '姫路市', '安田', true],
  ['兵庫県', '神戸市中央区', '加納町', true],
  ['奈良県', '橿原市', '八木町', true],
  ['和歌山県', '田辺市', '新屋敷町', false],
  ['鳥取県', '米子市', '加茂町', true],
  ['島根県', '出雲市', '今市町', false],
  ['岡山県', '倉敷市', '西中新田', false],
  ['広島県', '尾道市', '久保', true],
  ['広島県', '安芸郡熊野町', '中溝', true],
  ['山口県', '下関市', '南部町', false],
  ['徳島県', '鳴門市', '撫養町南浜字東浜', false],
  ['香川県', '丸亀市', '大手町', true],
  ['愛媛県', '今治市', '別宮町', true],
  ['高知県', '四万十市', '中村大橋通', true],
  ['福岡県', '北九州市小倉北区', '城内', false],
  ['福岡県', '久留米市', '城南町', false],
  ['佐賀県', '唐津市', '西城内', false],
  ['長崎県', '佐世保市', '八幡町', false],
  ['熊本県', '八代市', '松江城町', false],
  ['大分県', '別府市', '上野口町', false],
  ['宮崎県', '都城市', '姫城町', false],
  ['鹿児島県', '霧島市', '国分中央', true],
  ['沖縄県', '那覇市', '泉崎', true],
  ['沖縄県', '中頭郡北谷町', '字桑江', false],
]

export function placeOf(random: Random): Place {
  const [prefecture, municipality, town, isCounted] = random.pick(towns)
  return { prefecture, municipality, town, isCounted }
}

const kanjiDigits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1–99 in kanji as 丁目 are written: 一, 十二, 三十. */
export function inKanji(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? kanjiDigits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? kanjiDigits[ones] : ''}`
}

/** Half-width digits and hyphens as full-width ones. */
export function wide(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replaceAll('-', '－')
}

const houses = ['コーポ青葉', 'メゾン桜', 'ハイツ若草', 'サンライズ中央', '第二宮田荘', 'グランドール本町'] as const

/** A dwelling: 「…二丁目３番４号」, 「…2-3-4」 or 「…123番地」, one in four with a house name. */
export function addressAt(place: Place, random: Random): string {
  const [chome, ban, go] = [1 + random.below(7), 1 + random.below(40), 1 + random.below(30)]
  const house = random.chance(0.25)
    ? `　${random.pick(houses)}${wide(String(101 + random.below(5) * 100 + random.below(8)))}`
    : ''
  const start = startOf(place, random)
  if (!place.isCounted) {
    const lot = 1 + random.below(1400)
    return (
      start +
      random.pick([
        `${lot}番地`,
        wide(`${lot}番地`),
        wide(`${lot}番地${1 + random.below(9)}`),
        `${lot}-${1 + random.below(9)}`,
      ]) +
      house
    )
  }
  const numbers = random.pick([
    `${inKanji(chome)}丁目${wide(`${ban}番${go}号`)}`,
    `${inKanji(chome)}丁目${ban}番${go}号`,
    `${chome}-${ban}-${go}`,
    wide(`${chome}-${ban}-${go}`),
  ])
  return start + numbers + house
}

/** A 本籍 ends in 番地, 番 or a hyphenated number and never in 号 (住居番号 may not be used in it). */
export function domicileAt(place: Place, random: Random): string {
  const [chome, ban, branch] = [1 + random.below(7), 1 + random.below(60), 1 + random.below(20)]
  const lot = 1 + random.below(2400)
  const start = startOf(place, random)
  if (!place.isCounted) {
    return (
      start +
      random.pick([
        `${lot}番地`,
        wide(`${lot}番地`),
        wide(`${lot}番地${branch}`),
        wide(`${lot}番地の${branch}`),
        `${lot}-${branch}`,
        `${lot}番地${branch}`,
      ])
    )
  }
  const counted = `${inKanji(chome)}丁目`
  return (
    start +
    random.pick([
      counted + wide(`${ban}番地`),
      counted + wide(`${ban}番地${branch}`),
      `${counted}${ban}番地`,
      counted + wide(`${ban}番`),
      `${counted}${ban}番`,
      `${chome}-${ban}`,
    ])
  )
}

// Designated cities and prefectural capitals are often printed without their prefecture.
function startOf(place: Place, random: Random): string {
  const isDesignated = /市.+区$/.test(place.municipality)
  return `${isDesignated && random.chance(0.3) ? '' : place.prefecture}${place.municipality}${place.town}`
}
