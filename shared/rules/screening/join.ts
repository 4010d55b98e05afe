// Puts labels together that were printed with wide gaps, or one character below the other, and so arrived in pieces.
import { isAddressLabel, isOtherLabel, isWholeLabel, labelOf } from './labels.ts'
import { around, bottom, makeWord, middleX, middleY, right } from './words.ts'
import type { Word } from './words.ts'

/** Pieces of a label are this short, and there are at most this many. */
const longestPiece = 3
const mostPieces = 6
/** Forms spread the characters of a label over the whole width of its column (均等割付); in heights of a character. */
const widestGap = 9
/** No address fits into so small a gap. */
const nearGap = 3
const plainlyRead = 0.9
/** In columns two characters of a label stand at most so far apart. */
const tallestGap = 3.2

/** Brackets around a label, as a wide 【本籍】 has them, may stand at its first or last piece, and the number of its row before it: ④本 籍. */
const shortPiece = /^(?:[【[(（〔［「]|\p{Number})?\p{Letter}+[】\])）〕］」]?$/u
const brackets = /[【】[\]()（）〔〕［］「」]/gu

/** The words, with pieces that make a label together replaced by that label. */
export function joinLabelPieces(all: readonly Word[]): Word[] {
  const words = withLastCharacter(withSecondLines(withHeads(all)))
  const pieces = words.filter(
    (word) => word.text.length > 0 && word.text.length <= longestPiece && shortPiece.test(word.text) && !isWhole(word),
  )
  const used = new Set<Word>()
  const joined: Word[] = []
  for (const first of pieces) {
    if (used.has(first)) continue
    for (const next of [below, beside]) {
      const chain = longestLabel(first, pieces, used, next)
      if (chain === null) continue
      for (const piece of chain) used.add(piece)
      joined.push(together(chain, next === below))
      break
    }
  }
  return [...words.filter((word) => !used.has(word)), ...joined]
}

/** Labels set so wide that their second part arrives together with the value behind it, or whose halves each read like a label. */
const wideLabels: readonly [first: RegExp, second: RegExp][] = [
  [/^[【[(（〔［「]?本$/u, /^[籍藉][】\])）〕］」]?./u],
  [/^本[籍藉][・.·、/]$/u, /^筆.?者/u],
  [/^[【[(（〔［「]?筆頭$/u, /^.者[】\])）〕］」]?$/u],
  [/^[【[(（〔［「]?住$/u, /^所[】\])）〕］」]?./u],
  [/^[【[(（〔［「]?氏$/u, /^名[】\])）〕］」]./u],
]

/** A wide 【本籍】 read as 【本 and 籍】東京都…: the first piece goes back before the rest. */
function withHeads(words: readonly Word[]): Word[] {
  const used = new Set<Word>()
  const whole = words.map((word) => {
    const wide = wideLabels.find(([, second]) => second.test(word.text))
    const head = wide === undefined ? undefined : words.find((other) => wide[0].test(other.text) && beside(other, word))
    if (head === undefined) return word
    used.add(head)
    return together([head, word], false)
  })
  return whole.filter((word) => !used.has(word))
}

/** Forms print 筆頭者 and の氏名 one below the other, and the name goes on behind the second line: that one is the label's row. */
function withSecondLines(words: readonly Word[]): Word[] {
  const used = new Set<Word>()
  const whole = words.map((word) => {
    if (!word.text.startsWith('の氏名')) return word
    const head = words.find((other) => other.text.endsWith('筆頭者') && isLineAbove(other, word))
    if (head === undefined) return word
    used.add(head)
    return { ...together([head, word], false), rect: word.rect }
  })
  return whole.filter((word) => !used.has(word))
}

/** 本籍地 set so wide that 地 arrives alone: it is no value, nor what a cover left of one so near its label. */
function withLastCharacter(words: readonly Word[]): Word[] {
  const used = new Set<Word>()
  const whole = words.map((word) => {
    const last = words.find(
      (other) => other.text === '地' && beside(word, other) && other.rect.x - right(word.rect) < nearGap * word.rect.h,
    )
    if (last === undefined || !/^本[籍箱]$/u.test(word.text)) return word
    used.add(last)
    return together([word, last], false)
  })
  return whole.filter((word) => !used.has(word))
}

function isLineAbove({ rect: above }: Word, { rect: line }: Word): boolean {
  return Math.abs(above.x - line.x) < line.h && line.y > middleY(above) && line.y - bottom(above) < 0.8 * line.h
}

/** How many pieces may follow one: dirt between two characters is read as a piece as well. */
const branches = 3

/** The longest run of pieces from `first` that reads as a whole label; null when there is none of at least two. */
function longestLabel(
  first: Word,
  pieces: readonly Word[],
  used: ReadonlySet<Word>,
  next: (from: Word, to: Word) => boolean,
): Word[] | null {
  let best: Word[] | null = null
  const grow = (chain: readonly Word[]): void => {
    const last = chain.at(-1)
    if (last === undefined || chain.length >= mostPieces) return
    const following = pieces
      .filter((piece) => !used.has(piece) && !chain.includes(piece) && next(last, piece))
      .filter((piece) => !pieces.some((other) => isPlainBetween(other, last, piece, next)))
      .sort((a, b) => a.rect.x + a.rect.y - b.rect.x - b.rect.y)
      .slice(0, branches)
    for (const piece of following) {
      const longer = [...chain, piece]
      const text = longer
        .map((each) => each.text.replace(brackets, ''))
        .join('')
        .replace(/^\p{Number}/u, '')
      if (longer.length > (best?.length ?? 1) && (isWholeLabel(text) || isLoneDomicile(text))) best = longer
      grow(longer)
    }
  }
  grow([first])
  return best
}

/** Dirt may be left out between two pieces; a character that was read without doubt may not. */
function isPlainBetween(other: Word, from: Word, to: Word, next: (from: Word, to: Word) => boolean): boolean {
  return (
    other !== from &&
    other !== to &&
    other.sure > plainlyRead &&
    /^\p{Script=Han}$/u.test(other.text) &&
    next(from, other) &&
    next(other, to)
  )
}

/** Already a label by itself: 筆頭者 below 本籍 is the next row, not the rest of this one. */
function isWhole(word: Word): boolean {
  return word.text.length > 1 && (isWholeLabel(word.text) || labelOf(word) !== null)
}

function isLoneDomicile(text: string): boolean {
  if (text.length > 3) return false
  const label = labelOf(
    makeWord(
      [...text].map((char) => ({ char, sure: 1, x: 0, others: '' })),
      { x: 0, y: 0, w: 1, h: 1 },
    ),
  )
  return label?.field === 'permanent-domicile' && label.rest === null && !isOtherLabel(text) && !isAddressLabel(text)
}

function sizeOf(word: Word): number {
  return word.vertical ? word.rect.w : Math.min(word.rect.h, Math.max(word.rect.w, 1) * 1.6)
}

function beside(from: Word, to: Word): boolean {
  const size = sizeOf(from)
  return (
    !from.vertical &&
    !to.vertical &&
    Math.abs(middleY(to.rect) - middleY(from.rect)) < 0.45 * size &&
    to.rect.x > from.rect.x + 0.5 * size &&
    right(to.rect) > right(from.rect) - 0.5 * size &&
    to.rect.x - right(from.rect) < widestGap * size
  )
}

function below(from: Word, to: Word): boolean {
  const size = Math.min(sizeOf(from), from.rect.w)
  return (
    Math.abs(middleX(to.rect) - middleX(from.rect)) < 0.5 * Math.max(size, 1) &&
    to.rect.y >= bottom(from.rect) - 0.4 * size &&
    to.rect.y - bottom(from.rect) < tallestGap * size
  )
}

function together(pieces: readonly Word[], vertical: boolean): Word {
  return {
    text: pieces.map((piece) => piece.text).join(''),
    letters: pieces.flatMap((piece) => piece.letters),
    rect: around(pieces.map((piece) => piece.rect)),
    sure: Math.min(...pieces.map((piece) => piece.sure)),
    vertical,
  }
}
