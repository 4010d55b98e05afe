// Which side of a card a page shows, so that front and back of one card are known for a pair.
import type { DocumentKind, Side } from '../../screening.ts'
import { fold } from './spelling.ts'
import type { Word } from './words.ts'

/** What each side of a kind prints and its other side does not. A kind that is not named has one side, or no words on its back. */
const signs: Partial<Record<DocumentKind, Readonly<Record<Side, RegExp>>>> = {
  licence: {
    front: /ま?で有[効効效]|条件等|^第[0-9]{10,12}号|公安委員会$|運転免許証|^氏名/,
    back: /^備?考$|臓器|[脳脑]死後|新住所|新氏名|新本籍/,
  },
  'individual-number-card': {
    front: /ま?で有[効効效]|電子証明書|器提供|[脳脑]死後|個人番号カ/,
    back: /マイナンバー[（(]?個人番号|^個人番号[0-9]|^[0-9]{12}$|紛失したとき/,
  },
  'residence-card': {
    front: /国籍.?地域|NATIONALITY|就労制限|このカードは|この証明書は/i,
    back: /住居地記載欄|届出年月日|資格外活動許可欄|在留期間.{0,4}更新等許可申請欄/,
  },
  insurance: {
    front: /^記号|保険者番号|資格取得|被保険者証/,
    back: /臓器|[脳脑]死後|^備?考$|注意事項/,
  },
  eligibility: {
    front: /^記号|保険者番号|資格確認書/,
    back: /臓器|[脳脑]死後|^備?考$|注意事項/,
  },
}

/** Null where a page shows both sides, neither, or is no card with two. */
export function sideOf(kind: DocumentKind, words: readonly Word[]): Side | null {
  const known = signs[kind]
  if (known === undefined) return null
  const texts = words.map(({ text }) => fold(text))
  const shows = (side: Side): boolean => texts.some((text) => known[side].test(text))
  if (shows('front') === shows('back')) return null
  return shows('front') ? 'front' : 'back'
}
