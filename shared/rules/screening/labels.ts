// Recognises printed labels: the ones of fields nobody may keep, and the ones that explain everything else on a page.
import type { Field } from '../../screening.ts'
import { isCountry, looksLikeAddress, romajiPrefecture, startsWithPrefecture } from './address.ts'
import { omittedText } from './omitted.ts'
import { fold } from './spelling.ts'
import { partOf } from './words.ts'
import type { Word } from './words.ts'

/** A label found in a word; `rest` is what follows it in the same line, if anything. */
export interface Label {
  field: Field | null
  /** The label's own part. */
  word: Word
  rest: Word | null
}

const book = '[本木大太夲末未笨]'
const register = '[籍藉箱箔策簿籓籖精籠簎耤箝]'
/** The date of an entry, as stands before a label on the back of a licence, with or without 年月日, or what its line was broken after. */
const entryDate =
  '(?:(?:.{0,2}[0-9]{1,2}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日[^\\p{Letter}0-9]{0,2}|日[^\\p{Letter}0-9]{1,2}|[令平昭RHS][和成]?[0-9][^\\p{Letter}]{2,9})'
/** Numbers and brackets may stand before a label as well. */
const opening = `(?:[^\\p{Letter}]*|${entryDate})`
/** Before 本籍 in the same label: 新本籍, 最後の本籍, 父母の本籍, 死亡者の本籍, 夫婦の新しい本籍; の may be lost. */
const whose =
  '(?:[新旧現元前]|\\p{Script=Han}{1,5}[者人父母夫妻]|従前|変更[前後]|[\\p{Script=Han}\\p{Script=Hiragana}]{1,8}(?:の[新旧]?|しい))'
const joint = '(?:[・.·、,/／()（）［］\\[\\]【】:：]|及び|並びに|および|ならびに)*'

/** What may follow 本籍 inside the label itself: 本籍地, 本籍・筆頭者, 本籍・国籍, 本籍地都道府県名, 本籍又は国籍. */
const domicileTail = `(?:地(?!番)|${joint}(?:又は)?国(?:${register}|(?=$))(?:等)?|[・.·、/]国.|${joint}(?:[筆笔].?|.頭)者(?:の?氏名)?|${joint}都道府(?:県|.(?=名))?名?|(?:欄)(?=$))*`
const domicileLabel = new RegExp(
  `^${opening}${whose}?${book}[^\\p{Letter}0-9]{0,3}${register}${domicileTail}${joint}`,
  'u',
)
/** Its two characters read as other than they are, but standing alone as a label does. */
const doubtfulDomicileLabel = new RegExp(
  `^${opening}(?:[本木夲]${register}|[本木夲].{0,1}${register}|新本.{0,2})[地]?${joint}$`,
  'u',
)
/** 新本籍 whose last character is lost, with its address right behind it. */
const newDomicileLabel = new RegExp(`^${opening}新${book}`, 'u')
/** 本籍 whose second character was read as one or two others; 本店, 本町 and the like are words of their own. */
const misreadDomicileLabel = new RegExp(
  `^${opening}本(?![店社部人件校院場当日文名年月数題所庁町郷庄館局会田山村川間多])`,
  'u',
)
const registerLabel = /^[^\p{Letter}]*戸籍の?表示/u
const romajiDomicileLabel =
  /regi.?s.?t.{0,4}d.{0,2}do[mn]i?c|.(?:stered|tered|ered).?do[mn]i?c|d[o0][mn]ici[l1]e?$|^domicil/i

const headLabel =
  /^[^\p{Letter}]*(?:戸籍の?|籍の?)?(?:[戸月]主$|(?<=戸籍の)筆.{1,2}$|筆頭.?[者音]|筆.者$|[筆健].者$|.頭者(?=[^\p{Letter}]*$)|頭者(?=の?氏名))(?:の?氏?名|の?)?[\])】]*/u
/** One of its four characters may be misread; 法人番号 and 本人番号 are other numbers, and so is that of the マイナンバー総合フリーダイヤル. */
const individualNumberLabel =
  /^[^\p{Letter}]*(?:(?:個人番号|[^法本]人番号|個.番号|個人.号|個人番.{0,1}$)(?!カ|力)|マイナン[バパ][-一]?(?:[^\p{Letter}0-9]?個人番号[^\p{Letter}0-9]?|(?=[^-\p{Letter}]|$)))/u
const residentCodeLabel = /^[^\p{Letter}]*住民(?:票(?:コ.{0,2}|[ユヨ口ロ一日コ-].{0,2}$|.{0,2}[ドト]$)|.?コ.?[ドト])/u
/** The same with its kana left out by the first reader; the title of the page reads alike. */
const bareResidentCodeLabel = /^[^\p{Letter}]*住民票[^\p{Letter}]*$/u
const insurerNumberLabel = /^[^\p{Letter}]*(?:保.?者番号|保険.番号|保険者.号|険者番号|保険者番.{0,1}$)/u
const insuredNumberLabel =
  /^[^\p{Letter}]*(?:(?:被保.?者|組合員|加入者)証?等?)?の?[記己訂紀]号[^\p{Letter}0-9]*(?:番号)?[^\p{Letter}0-9]*(?:\(?枝番\)?)?|^(?:被保.{0,2}者|被.険者|.保険.|.保.?者|組合員証?|加入者)番号|^番号/u
const pensionNumberLabel =
  /^[^\p{Letter}]*(?:.{0,8}の)?(?:基.{0,2}年金番号|基.年.番号|.礎年金番号)(?:(?:・|及び)年.{0,6}$)?/u

/** Labels of what may be kept: where one of these begins, a value before it ends. Longest first where one holds another. */
const otherLabels =
  /^[^\p{Letter}\p{Number}]*\p{Number}{0,2}[^\p{Letter}\p{Number}]*(?:[\p{Script=Han}の]{1,6}住所(?!を)|.{0,3}前住所|.?出先?住所|.?出予定|現住所|住所を定|住所|住居地|居所|氏名|氏名の|フリガナ|ふりがな|振り?仮名|旧氏|通称|生年月日|生年$|性別|続柄|統柄|世帯主|住民とな|住定|[届属屈]出|転入|事由|交付|有効|有劾|番号|種類|免許の|免許|条件等|国籍|在留|許可|備考|統合記載|資格取得|認定年月日|事業所|保険者|名称|所在地|発行|出生|父|母|養父|養母|婚姻|編製|改製|除籍|【出生|【婚姻|【届出|【受理|戸籍事項|戸籍改製|戸籍編製|戸籍に記録|身分事項|職業|電話|請求|代理|性別続柄|枝番|適用開始|負担割合|限度区分|発効|記載事項|除票|異動|旧住所|電子証明|送付先|姓|名$|型|旅券番号|発行国|所持人)/u
const romajiOtherLabels =
  /^(?:surname|given|nationality|date.?of|sex|authority|signature|passport.?no|type|issuing|name|status|address|period)/i

const addressLabels = new RegExp(
  `^${opening}(?:[\\p{Script=Han}の]{1,6}住所(?!を)|.{0,3}前住所|[転入]{1,2}前|.?出先?住所|.?出先|.?出予定|現住所|旧住所|.?新住所|住所|住居地|居所|所在地|事業所|保険者|送付先|宛先|連絡先|勤務先|〒|届出先|出生地|【出生地|施設|[前旧]々?[)\\]】])`,
  'u',
)

/** Labels that are printed in pieces; read whole they are these. */
const wholeLabels = new Set(
  [
    '氏名',
    '住所',
    '現住所',
    '前住所',
    '入前住所',
    '転入前住所',
    '世帯主',
    '筆頭者',
    '戸主',
    '月主',
    '本籍',
    '本籍地',
    '生年月日',
    '生年',
    '性別',
    '続柄',
    '交付',
    '番号',
    '備考',
    '戸籍の表示',
    '籍表示',
    '転出先',
    '転出先住所',
    '最終住所',
    '最終の住所',
    '従前の住所',
    '住居地',
    '所在地',
    '種類',
    '記号',
    '届出日',
    '旧氏',
  ].map(fold),
)

/** True when the text is one of the labels that are printed in pieces. */
export function isWholeLabel(text: string): boolean {
  return wholeLabels.has(fold(text))
}

/** Labels are no longer than this: what is longer goes on with a value, or is one. */
export const longestLabel = 9

export function isAddressLabel(text: string): boolean {
  return addressLabels.test(fold(text)) || endsInAddressLabel(text)
}

/** An entry on the back of a licence whose line ends in 住所: its address stands on the next. Its date may be misread. */
export function endsInAddressLabel(text: string): boolean {
  return /[日0-9][^\p{Letter}0-9]{0,2}[新現旧]?住所[^\p{Letter}0-9]*$/u.test(fold(text))
}

export function isOtherLabel(text: string): boolean {
  return otherLabels.test(fold(text)) || romajiOtherLabels.test(text)
}

/** The label a word begins with; null when it begins with none. Sentences that mention 本籍 are no labels. */
export function labelOf(word: Word): Label | null {
  const text = fold(word.text)
  const domicile = matchLength(text, domicileLabel) ?? matchLength(text, registerLabel)
  if (domicile !== null) {
    const rest = text.slice(domicile)
    if (isTranslation(rest)) return cutLabel('permanent-domicile', word, text.length)
    const isEnded = text.slice(0, domicile).endsWith(':') && rest.length <= 4
    if (rest === '' || isEnded || isValueAfterDomicile(rest)) return cutLabel('permanent-domicile', word, domicile)
    // More of the label itself, misread: no sentence is as short and without kana.
    if (rest.length <= 4 && !/[\p{Script=Hiragana}\p{Script=Katakana}0-9]/u.test(rest))
      return cutLabel('permanent-domicile', word, text.length)
    return null
  }
  if (doubtfulDomicileLabel.test(text) || romajiDomicileLabel.test(text)) {
    return cutLabel('permanent-domicile', word, text.length)
  }
  const cutOff = misreadDomicileLength(text)
  if (cutOff !== null) return cutLabel('permanent-domicile', word, cutOff)
  const runnerUp = domicileByRunnersUp(word)
  if (runnerUp !== null) return cutLabel('permanent-domicile', word, runnerUp)
  const numbered: [Field, RegExp][] = [
    ['head-of-register', headLabel],
    ['resident-code', residentCodeLabel],
    ['resident-code', bareResidentCodeLabel],
    ['individual-number', individualNumberLabel],
    ['insurer-number', insurerNumberLabel],
    ['pension-number', pensionNumberLabel],
    ['insured-number', insuredNumberLabel],
  ]
  for (const [field, pattern] of numbered) {
    const length = matchLength(text, pattern)
    if (length === null) continue
    if (text.length - length > 24) return null // A sentence about it.
    return cutLabel(field, word, length)
  }
  return null
}

/** 本籍・筆頭者, 戸籍の表示: one label for the address and the name. */
export function isCombinedLabel(label: Label): boolean {
  return label.field === 'permanent-domicile' && /[筆笔].?者|頭者|表示/.test(label.word.text)
}

function matchLength(text: string, pattern: RegExp): number | null {
  const match = pattern.exec(text)
  return match === null ? null : match[0].length
}

function misreadDomicileLength(text: string): number | null {
  const before = matchLength(text, newDomicileLabel)
  const fewest = before === null ? 1 : 0
  const length = before ?? matchLength(text, misreadDomicileLabel)
  if (length === null) return null
  const ends = [0, 1, 2].filter((lost) => lost >= fewest).map((lost) => length + lost)
  // A point or colon between the label and its value may be dirt.
  return ends.find((end) => startsWithPrefecture(text.slice(end).replace(/^[・·:]/u, ''))) ?? null
}

/** The label once more, in English: 本籍/Registered Domicile, 本籍 Domicile. A prefecture in capitals is a value. */
function isTranslation(rest: string): boolean {
  if (/^[^\p{Letter}]*re?g[il]/iu.test(rest)) return true
  return (
    /^[^\p{Letter}0-9]*[a-z][^\p{Script=Han}\p{Script=Hiragana}0-9]{3,}$/iu.test(rest) &&
    romajiPrefecture(rest) === null
  )
}

/** After the label in the same line: an address, a word for "left out", or a scrap too short to be a sentence. */
function isValueAfterDomicile(rest: string): boolean {
  if (startsWithPrefecture(rest) || omittedText(rest) || isCountry(rest)) return true
  if (/^[はがをにのもとへ]/.test(rest)) return false
  // Kanji that were misread here and there, with a municipality among them: no sentence is without kana.
  const isMisread = /.[市区郡町村]/u.test(rest) && !/^市区|[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(rest)
  return looksLikeAddress(rest) || isMisread || rest.length <= 1
}

/** Two characters standing alone, of which a runner-up makes 本籍. */
function domicileByRunnersUp(word: Word): number | null {
  if (word.letters.length < 2 || word.letters.length > 3) return null
  const [first, second] = [word.letters[0]!, word.letters[1]!]
  const could = (letter: typeof first, wanted: string): boolean =>
    wanted.includes(letter.char) || Array.from(letter.others.slice(0, 3)).some((other) => wanted.includes(other))
  return could(first, '本') && could(second, '籍藉') && !'国國戸日'.includes(first.char) ? word.letters.length : null
}

function cutLabel(field: Field, word: Word, length: number): Label {
  const letters = [...fold(word.text)].length
  if (length >= letters) return { field, word, rest: null }
  return { field, word: partOf(word, 0, length), rest: partOf(word, length) }
}
