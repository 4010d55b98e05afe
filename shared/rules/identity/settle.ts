// Two readings of one line made into one text, and whether they agree: each reader has characters that it cannot spell.
import { bare, fold } from '../screening/spelling.ts'
import { layBeside } from './lay-beside.ts'
import { japaneseShape } from './reader-shapes.ts'

export interface Reading {
  char: string
  /** 0–1. */
  sure: number
  /** Its middle along the line, 0–1. */
  at: number
}

export interface Settled {
  text: string
  sure: number
  agreed: boolean
}

/** What the first reader returns for these where it is its part without kana that reads; and shapes that both mix up where digits stand. */
const mixedUp: Record<string, string> = {
  ロ: '口',
  エ: '工',
  ニ: '二',
  ハ: '八',
  カ: '力',
  タ: '夕',
  ト: '卜',
  ー: '一-',
  ノ: '丿/',
  ミ: '三',
  ヒ: '匕',
  チ: '千',
  ム: '厶',
  オ: '才',
  へ: '八',
  '-': '一ー―~',
  '1': 'lI|丨',
  '0': 'Oo〇○D',
}
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u
/** Specks between letters are read as these; neither a name nor an address contains them. */
const speck = /[^\p{Letter}\p{Number}\p{Mark}ー・\-〒/（）()「」々〆\s]/u
/** Below this a character of one reader alone is rather dirt than print. */
const hardly = 0.4
const surely = 0.7
/** In steps from one character to the next: nearer to another character than this, one was printed and two were read. */
const onAnother = 0.35
const besideAnother = 0.55
/** Agreed text counts for at least so much, text of one reader alone for less. */
export const agreedSure = 0.9
export const loneSure = 0.79

/** `first`: PaddleOCR; `second`: Tesseract, which is better at kana and whole lines. */
export function settle(first: readonly Reading[], second: readonly Reading[]): Settled {
  const kept: Reading[] = []
  let conflicts = 0
  let isDoubtful = false
  const isPrint = ({ char }: Reading): boolean => !speck.test(char)
  const [firsts, seconds] = [first.map(japanese).filter(isPrint), second.map(withDash).filter(isPrint)]
  // The first reader steps over kana: its steps may be several characters long.
  const step = Math.min(typicalStep(firsts), typicalStep(seconds))
  for (const [a, b] of layBeside(firsts, seconds, unlike)) {
    if (a !== null && b !== null) {
      if (isSame(a.char, b.char)) {
        // Of two shapes of one character the second reader's was printed, unless it is what digits are mixed up with.
        const char = mixedUp[a.char]?.includes(b.char) ? a.char : b.char
        kept.push({ char, sure: Math.max(a.sure, b.sure), at: b.at })
        continue
      }
      conflicts++
      kept.push(a.sure + 0.1 >= b.sure && !kana.test(b.char) ? a : b)
      continue
    }
    if (a !== null) {
      if (a.sure < hardly) continue
      conflicts++
      kept.push(a)
      continue
    }
    if (b === null || b.sure < hardly) continue
    if (bare(b.char) === '') {
      // The second reader alone spells kana, and now and then reads some into a character or between two.
      const isRepeated = isNear(b, firsts, onAnother * step)
      isDoubtful ||= b.sure < surely || isRepeated || isNear(b, seconds, besideAnother * step) || isStray(b, seconds)
      if (isRepeated) continue
    } else conflicts++
    kept.push(b)
  }
  const text = asWritten(kept.map(({ char }) => char).join(''))
  const mean = kept.length === 0 ? 0 : kept.reduce((sum, { sure }) => sum + sure, 0) / kept.length
  const agreed = kept.length > 0 && first.length > 0 && second.length > 0 && conflicts === 0 && !isDoubtful
  const sure = agreed ? Math.max(agreedSure, mean) : Math.min(loneSure, mean * (1 - conflicts / (kept.length + 1)))
  return { text, sure: Math.min(1, sure), agreed }
}

/** The median way from one character to the next; the whole line where there is no next. */
function typicalStep(readings: readonly Reading[]): number {
  const steps = readings.slice(1).map(({ at }, index) => at - readings[index]!.at)
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1
}

function isNear(reading: Reading, others: readonly Reading[], distance: number): boolean {
  return others.some((other) => other !== reading && Math.abs(other.at - reading.at) < distance)
}

/** A lone katakana beside hiragana, as dirt before a name is read: a word is in one of the two. */
function isStray(reading: Reading, line: readonly Reading[]): boolean {
  const at = line.indexOf(reading)
  const beside = [line[at - 1]?.char ?? '', line[at + 1]?.char ?? '']
  return (
    /(?![ノヶヵ])\p{Script=Katakana}/u.test(reading.char) &&
    beside.some((char) => /\p{Script=Hiragana}/u.test(char)) &&
    !beside.some((char) => /[\p{Script=Katakana}ー]/u.test(char))
  )
}

/** What the two kinds of characters say in their company: a zero at the end of a word in capitals is an O, a stroke between digits a hyphen and one before 丁目 a 一, ニ between kanji is 二. */
function asWritten(text: string): string {
  return text
    .replace(/(?<=[A-Z]{2})0+(?![0-9])/gu, (zeros) => 'O'.repeat(zeros.length))
    .replace(/(?<=[0-9])[一ー―~](?=[0-9])/gu, '-')
    .replace(/(?<=[\p{Script=Han}0-9-])[ヨョ](?=[0-9-])/gu, '3')
    .replace(/(?<![\p{Script=Katakana}ー])ー(?=丁目|番|条|号)/gu, '一')
    .replace(
      /(?<=\p{Script=Han})[ロエニハカタミチオ](?=[\p{Script=Han}0-9]|$)/gu,
      (char) => mixedUp[char]?.charAt(0) ?? char,
    )
}

function unlike(a: Reading, b: Reading): number {
  return isSame(a.char, b.char) ? 0 : 1.5
}

function isSame(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b) || (mixedUp[b]?.includes(a) ?? false) || (mixedUp[a]?.includes(b) ?? false)
}

function japanese(reading: Reading): Reading {
  const { char, ...rest } = withDash(reading)
  return { char: japaneseShape(char), ...rest }
}

/** A hyphen as wide as a character, on a copy, has an upper and a lower edge. */
function withDash({ char, ...rest }: Reading): Reading {
  const plain = char.normalize('NFKC')
  return { char: plain === '=' ? '-' : plain, ...rest }
}
