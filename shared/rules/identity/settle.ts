// Two readings of one line made into one text, and whether they agree: each reader has characters that it cannot spell.
import { bare, fold } from '../screening/spelling.ts'
import { layBeside } from './lay-beside.ts'
import { japaneseShape } from './reader-shapes.ts'

export interface Reading {
  char: string
  /** 0–1. */
  sure: number
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
/** Agreed text counts for at least so much, text of one reader alone for less. */
const agreedSure = 0.9
const loneSure = 0.79

/** `first`: PaddleOCR; `second`: Tesseract, which is better at kana and whole lines. */
export function settle(first: readonly Reading[], second: readonly Reading[]): Settled {
  const kept: Reading[] = []
  let conflicts = 0
  let isDoubtful = false
  const isPrint = ({ char }: Reading): boolean => !speck.test(char)
  for (const [a, b] of layBeside(first.map(japanese).filter(isPrint), second.filter(isPrint), unlike)) {
    if (a !== null && b !== null) {
      if (isSame(a.char, b.char)) {
        // Of two shapes of one character the second reader's was printed, unless it is what digits are mixed up with.
        const char = mixedUp[a.char]?.includes(b.char) ? a.char : b.char
        kept.push({ char, sure: Math.max(a.sure, b.sure) })
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
    if (bare(b.char) === '') isDoubtful ||= b.sure < surely
    else conflicts++
    kept.push(b)
  }
  const text = kept.map(({ char }) => char).join('')
  const mean = kept.length === 0 ? 0 : kept.reduce((sum, { sure }) => sum + sure, 0) / kept.length
  const agreed = kept.length > 0 && first.length > 0 && second.length > 0 && conflicts === 0 && !isDoubtful
  const sure = agreed ? Math.max(agreedSure, mean) : Math.min(loneSure, mean * (1 - conflicts / (kept.length + 1)))
  return { text, sure: Math.min(1, sure), agreed }
}

function unlike(a: Reading, b: Reading): number {
  return isSame(a.char, b.char) ? 0 : 1.5
}

function isSame(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b) || (mixedUp[b]?.includes(a) ?? false) || (mixedUp[a]?.includes(b) ?? false)
}

function japanese({ char, sure }: Reading): Reading {
  return { char: japaneseShape(char.normalize('NFKC')), sure }
}
