// How offices print that a field was left out: words in brackets, rows of stars, dashes, a stroke.
import { fold } from './spelling.ts'
import { middleX, middleY } from './words.ts'
import type { Word } from './words.ts'

const word =
  '[【[(（〔［「<＜*＊\\s]*(?:記載)?(?:省略|省畧|略|空欄|記載省略|記載なし|記載無し|記載しない|なし|無し|不明|不詳|非表示|表示省略|省略事項|該当なし|以下余白)(?:した|しました)?[】\\])）〕］」>＞*＊.。\\s]*'
/** A cell for two fields says it twice. */
const words = new RegExp(`^(?:${word}){1,2}$`, 'u')
/** A form that asks whether a field is wanted has boxes to tick beside it; a reader takes a box for 口. */
const choices = /^(?:(?:[□☐☑■口ロ◯○✓レ]?(?:記載)?(?:不?必要|不要|要|否|有|無|あり|なし|する|しない)){1,3}|[□☐☑■口ロ])$/u
/** Stars, in rows or around a word, come back as whatever has strokes from one middle. */
const star = '[*※×xX\\-ポボホネママま木米玉オメ乂·・.,]'
const stars = new RegExp(`^${star}{3,}$`, 'u')
const starred = new RegExp(`^${star}{0,2}省.?略${star}{0,2}$`, 'u')
const strokes = /^[*＊※×xX\-=/／\\|~〜…・.,'"_ノ丿]+$/u
/** A row of dashes, of which a reader makes kana and numerals of level strokes. */
const dashes = /^(?=.{4,}$)(?=(?:.*[ー一\-―]){3})[ー一\-―ニ二ミ三ンプフ·・.,]+$/u

/** Whether one of the words says what may be chosen: beside it a lone sign is a box to tick, whatever it was read as. */
export function offersChoice(texts: readonly string[]): boolean {
  return texts.some((text) => text.length >= 2 && choices.test(fold(text)))
}

/** True for text that stands where a value would, and discloses nothing. */
export function omittedText(text: string): boolean {
  const folded = fold(text)
  return (
    words.test(folded) ||
    choices.test(folded) ||
    strokes.test(folded) ||
    stars.test(folded) ||
    starred.test(folded) ||
    dashes.test(folded) ||
    /^[【[(（〔].{0,2}省.{0,1}[】\])）〕]?$/u.test(folded) ||
    /^[^\p{Letter}]*省.?略[^\p{Letter}]*$/u.test(folded) ||
    // One of the two characters is lost, the brackets say what it was.
    /^[【[(（〔][空欄省略][】\])）〕]$/u.test(folded)
  )
}

/** Forms print 番地 and 番 in the place for an address, side by side or one below the other: whoever fills it in strikes one out. */
export function isPrintedUnit({ text, rect }: Word, others: readonly Word[]): boolean {
  if (/^番地?[^\p{Letter}0-9]?番地?$/u.test(text)) return true
  return (
    /^番地?$/.test(text) &&
    others.some(
      (other) =>
        other.text !== text &&
        /^番地?$/.test(other.text) &&
        Math.abs(middleY(other.rect) - middleY(rect)) < 1.8 * rect.h &&
        Math.abs(middleX(other.rect) - middleX(rect)) < 1.5 * rect.h,
    )
  )
}
