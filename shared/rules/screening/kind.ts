// Which kind of document a page is, from its titles, labels and machine-readable lines.
import type { DocumentKind } from '../../screening.ts'
import { joinLabelPieces } from './join.ts'
import { bare, fold, says } from './spelling.ts'
import { isSetInColumns } from './value-down.ts'
import { middleY, right } from './words.ts'
import type { Word } from './words.ts'

type Clue = readonly [weight: number, text: string | RegExp, where?: 'anywhere']

/** What speaks for each kind; a text may be misread in one character of four. */
const clues: readonly (readonly [DocumentKind, readonly Clue[]])[] = [
  [
    'passport',
    [
      [6, /[P][<K(CE«]?JPN|JPN[A-Z]{3,}<|[A-Z0-9]<{4,}|<{8,}/],
      [5, /PASSPORT/i],
      [3, '旅券'],
      [3, /Registered.?Domic/i],
      [2, /NationalityDate|Surname|Givenname/i],
      [2, /MINISTRYOF|FOREIGNAFFAIRS/i],
      [1, /Dateofissue|Dateofexpiry|Dateofbirth/i],
      [1, /Authority|Signatureofbearer/i],
    ],
  ],
  [
    'licence',
    [
      [6, '運転免許証'],
      [4, '公安委員会'],
      [3, '免許の条件等'],
      [2, /条件等/],
      [2, /年.{0,8}まで有/],
      [4, /生日まで有/],
      [2, /^第[0-9]{10,12}号/],
      [2, /中型車は|普通車は|眼鏡等/],
      [1, /二.?小.?原/],
      [1, /^交付/],
      [3, /^備?考$|^備/],
      [2, /器提供に関する意思/],
      [4, /新住所|新本籍|新氏名/],
      // An entry on the back: its date, the change and all of the new address in one line.
      [4, /^.{5,14}日[^\p{Letter}0-9]?新(?:住所|本籍|氏名)/u, 'anywhere'],
      [2, /大型.?中型|準中型|大特|大自二|普自二/],
      [2, /^優良$/],
      // The date of issue with the five digits of its serial; licences held for none of the three groups of vehicles.
      [3, /月.{1,2}日[0-9]{5}$/],
      [3, /00年00月00/],
    ],
  ],
  [
    'residence-card',
    [
      [8, '在留カード'],
      [8, /RESIDENCE.?CARD/i],
      [5, '特別永住者証明書'],
      [3, '在留資格'],
      [2, '就労制限'],
      [2, '住居地'],
      [4, '住居地記載欄'],
      [4, '資格外活動許可欄'],
      [4, /在留期間.?更新/],
      [2, /GOVERNMENTOFJAPAN/i],
      [2, '国籍・地域'],
    ],
  ],
  [
    'individual-number-card',
    [
      [7, '個人番号カード'],
      [6, '通知カード'],
      [4, 'マイナンバー'],
      // Its back: the number's label alone in its line, or with the number, and a birth without a label.
      [3, /^(?:マイナンバー)?[^\p{Letter}0-9]?(?:個人.号|個.番号)[^\p{Letter}0-9]?(?:[0-9]{12})?$/u],
      [1, /[0-9]日生$/],
      [3, '電子証明書の有効期限'],
      // The same in two lines, and the three choices of a donor in one.
      [3, /^電子証明/],
      [3, /[脳脑]死後.{6,40}(?:提供せず|心停止)/, 'anywhere'],
      [3, /器提供意思|[脳脑]死後/],
      [2, /年.{0,8}[まで飞]{0,2}有[効效劲劾]/],
      [1, /^個人番号/],
      [2, /[0-9A-F]{16}[0-9]{0,4}/],
    ],
  ],
  [
    'juki',
    [
      [5, '住民基本台帳カード'],
      [5, /^住民基本/],
      [4, /台.?帳カ/],
      [1, '交付地'],
    ],
  ],
  [
    'eligibility',
    [
      [30, '資格確認書'],
      [30, /資格情報のお?知/],
      [30, /資格.{0,2}確.?書/],
    ],
  ],
  [
    'insurance',
    [
      [7, '被保険者証'],
      [4, '健康保険'],
      [3, '保険者番号'],
      [2, '被保険者'],
      // Its back.
      [4, /(?:医療機関|診.を受け).{4,24}この証|この証を.{2,6}納して/, 'anywhere'],
      [2, /^記号/],
      [2, '資格取得年月日'],
      [2, '保険者名称'],
      [1, '事業所名称'],
    ],
  ],
  [
    'koseki',
    [
      [8, '全部事項証明'],
      [8, '個人事項証明'],
      [6, '戸籍謄本'],
      [6, '戸籍抄本'],
      [7, '戸籍の附票'],
      [5, /除籍|改製原戸籍/],
      [4, '戸籍に記録されている者'],
      [3, /戸籍事項|身分事項|戸籍編製|戸籍改製/],
      [3, '従前戸籍'],
      [2, '戸籍'],
      [4, /附票/],
      [4, /[入人]籍$|届出.{0,16}[入人]籍/],
      [4, /戸籍の原本/],
      [2, /婚姻届|出生届|年.{1,4}月.{1,4}日.{0,4}[編製]{1,2}/],
    ],
  ],
  [
    'juminhyo',
    [
      [6, '住民票の写し'],
      [6, /^住民票$/],
      [5, '住民票の原本'],
      [6, '住民票記載事項証明書'],
      [4, /^住民票(?!コ)/],
      [4, '除票'],
      [3, '世帯主'],
      [2, '続柄'],
      [3, /住民とな/],
      [2, /住所を定/],
      [2, '住民票コード'],
      [2, '転入前住所'],
      [2, '筆頭者'],
      [1, '前住所'],
      [2, '世帯全員'],
    ],
  ],
  [
    'other',
    [
      [20, /年金手[帳帐]/],
      // An insurance for the aged, with numbers of its own.
      [20, /^介護保険.{0,2}保険者証/],
      // An insurance against unemployment, with numbers of its own.
      [20, /雇用保険/],
      // Looks like a licence and is none.
      [20, '運転経歴証明書'],
      [20, /自動車等の運転.{0,3}でき/],
      [9, '基礎年金番号通知書'],
      [8, /拝啓|敬具|ありがとうござ|お手数|御中$|(?<!証明)[いし]たします|申し上げます/],
      [6, /お送りくだ|ご提出くだ|再提出/],
      [20, /(?:交付|証明書?等?|写し等?)(?:請求|申請)書/],
      // A certificate of all that is registered about land or a building.
      [20, /全部事項証明書?\((?:土地|建物|区分)|登記記録に記録/],
      // Tells how certificates are asked for, and names them all.
      [20, /郵送(?:による|で)|請求方法|(?:請求|申請)のご?案内/],
      [9, '身分証明書'],
      [20, /看護師免許|医師免許|免許を与える/],
    ],
  ],
  [
    'application-form',
    [
      [5, /個人情報.*(?:請求書|申請書|依頼書|申込書)/],
      [5, /開示.*(?:請求書|申請書)/],
      [5, /保有個人データ/],
      [6, '委任状'],
      // It names the certificates somebody else may ask for.
      [20, /^委任状$/],
      [3, /利用停止|第三者提供/],
      [2, '請求者'],
      [2, '手数料'],
      [3, /隠してから|ご記入|黒塗り|同封/],
      [2, '申請書'],
    ],
  ],
]

/** A title or label is no longer than this; letters and forms name other documents in their sentences. */
const longestTitle = 22

/** Below this sum of clues a page is `other`. */
const enough = 4

/** The most likely kind, and every kind the page speaks for: two cards may lie on one sheet. */
export function kindOf(words: readonly Word[]): { kind: DocumentKind; kinds: ReadonlySet<DocumentKind> } {
  const texts = [...joinLabelPieces(words).map(({ text }) => text), ...brokenTitles(words)]
    .map(fold)
    .filter((text) => text.length > 1)
  // What a form offers to tick is no title.
  const titles = texts.filter((text) => text.length <= longestTitle && !/^[□☐☑■口]/u.test(text))
  const kinds = new Set<DocumentKind>()
  let best: { kind: DocumentKind; strength: number } = { kind: 'other', strength: 0 }
  for (const [kind, list] of clues) {
    let strength = 0
    const sentencesCount =
      kind === 'application-form' ||
      kind === 'juminhyo' ||
      kind === 'passport' ||
      kind === 'other' ||
      isSetInColumns({ words })
    for (const [weight, clue, where] of list) {
      const own = sentencesCount || where === 'anywhere' ? texts : titles
      const found = typeof clue === 'string' ? isSaid(clue, own) : own.some((text) => clue.test(text))
      if (found) strength += weight
    }
    if (strength >= enough) kinds.add(kind)
    if (strength > best.strength) best = { kind, strength }
  }
  return { kind: best.strength >= enough ? best.kind : 'other', kinds }
}

/** A title on a patterned ground arrives in pieces: words of one size close to each other in one line, put together. */
function brokenTitles(words: readonly Word[]): string[] {
  const short = words.filter(({ text, vertical }) => !vertical && text.length < longestTitle)
  return short.flatMap((first) => {
    const pieces = [first]
    for (;;) {
      const last = pieces.at(-1) ?? first
      const next = short.find((word) => follows(last, word))
      if (next === undefined) break
      pieces.push(next)
    }
    const text = pieces.map((piece) => piece.text).join('')
    return pieces.length > 1 && text.length <= longestTitle ? [text] : []
  })
}

function follows({ rect }: Word, next: Word): boolean {
  const gap = next.rect.x - right(rect)
  return (
    next.rect.x > rect.x &&
    gap > -0.3 * rect.h &&
    gap < 1.2 * rect.h &&
    Math.abs(middleY(next.rect) - middleY(rect)) < 0.4 * rect.h &&
    Math.abs(next.rect.h - rect.h) < 0.4 * rect.h
  )
}

/** Said as it is spelt, or, when enough of it is left, without the characters a reader may leave out. */
function isSaid(clue: string, texts: readonly string[]): boolean {
  const folded = fold(clue)
  if (texts.some((text) => says(text, folded))) return true
  const rest = bare(clue)
  return rest.length >= 3 && rest.length >= 0.6 * clue.length && texts.some((text) => bare(text).includes(rest))
}
