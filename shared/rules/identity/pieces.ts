// Written text as pieces that can be compared: each knows what it counts as and which characters of the text it stands for.
import type { Allowance } from '../../identity.ts'
import { everydayShape } from './old-characters.ts'

export interface Piece {
  /** What the piece counts as when compared; one character. */
  key: string
  /** The characters of the text it stands for, `from` up to, not including, `to` (UTF-16). Several pieces may share them. */
  from: number
  to: number
  /** What was changed to arrive at the key. */
  change: Allowance | null
}

/** One character with what belongs to it: variation selectors (異体字セレクタ), 濁点 and 半濁点 that stand apart. */
const character = /.[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u{3099}\u{309A}\u{FF9E}\u{FF9F}]*/gsu
const selectors = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu
const dashes = /^[‐‑‒–—―−─━﹣－-]$/u
const han = /^[\p{Script=Han}々〆]$/u

/** The text in comparable pieces: one width, everyday characters, katakana, capitals, no spaces. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(character)) {
    const raw = match[0]
    const [from, to] = [match.index, match.index + raw.length]
    const plain = raw.replace(selectors, '')
    for (const char of plain.normalize('NFKC')) {
      if (char.trim() === '') continue
      const shape = everydayShape(char)
      const key = katakana(dashes.test(shape) ? '-' : shape).toUpperCase()
      // A capital may be longer than its small letter (ß): the key stays one character.
      pieces.push({
        key: [...key].length === 1 ? key : shape,
        from,
        to,
        change: changeOf(raw, plain, char, shape, key),
      })
    }
  }
  return iterated(betweenHan(longVowels(pieces)))
}

function changeOf(raw: string, plain: string, char: string, shape: string, key: string): Allowance | null {
  if (shape !== char || plain !== raw) return 'old-characters'
  if (katakana(shape) !== shape) return 'kana'
  return key === raw ? null : 'width-or-spaces'
}

function katakana(char: string): string {
  return char >= 'ぁ' && char <= 'ゖ' ? String.fromCharCode(char.charCodeAt(0) + 0x60) : char
}

/** A dash after kana is the long vowel of a name or a building; one after anything else is a hyphen. */
function longVowels(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.key !== '-' && piece.key !== 'ー') return piece
    const isAfterKana = /^[\p{Script=Katakana}ー]$/u.test(pieces[index - 1]?.key ?? '')
    const isBeforeDigit = /^[0-9]$/.test(pieces[index + 1]?.key ?? '')
    const key = isAfterKana && !(piece.key === '-' && isBeforeDigit) ? 'ー' : '-'
    return key === piece.key ? piece : { ...piece, key, change: 'width-or-spaces' }
  })
}

/** 霞が関, 霞ヶ関 and 霞ケ関; 四つ谷 and 四ッ谷: between kanji the kana is a matter of taste. */
function betweenHan(pieces: readonly Piece[]): Piece[] {
  const groups: readonly (readonly [key: string, members: string])[] = [
    ['ケ', 'ケヶカヵガ'],
    ['ツ', 'ツッ'],
  ]
  return pieces.map((piece, index) => {
    const group = groups.find(([, members]) => members.includes(piece.key))
    if (group === undefined || group[0] === piece.key) return piece
    const isBetween = han.test(pieces[index - 1]?.key ?? '') && han.test(pieces[index + 1]?.key ?? '')
    return isBetween ? { ...piece, key: group[0], change: 'kana' } : piece
  })
}

/** 佐々木 is 佐佐木. */
function iterated(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1]
    return piece.key === '々' && before !== undefined && han.test(before.key)
      ? { ...piece, key: before.key, change: 'old-characters' }
      : piece
  })
}

/** The keys as one string in which every piece is one UTF-16 unit, so that places in it are places in the list. */
export function keysOf(pieces: readonly Piece[]): string {
  return pieces.map(({ key }) => (key.length === 1 ? key : '\uFFFD')).join('')
}

/**
 * Replaces every match by other keys, which then stand together for the characters of the whole match. Without other keys
 * the piece before stands for them as well.
 */
export function rewrite(
  pieces: readonly Piece[],
  pattern: RegExp,
  change: Allowance,
  to: (match: RegExpExecArray) => string,
): Piece[] {
  const keys = keysOf(pieces)
  const result: Piece[] = []
  let done = 0
  for (const match of keys.matchAll(pattern)) {
    const written = to(match)
    const end = match.index + match[0].length
    if (match[0] === '' || written === match[0]) continue
    result.push(...pieces.slice(done, match.index))
    const from = pieces[match.index]!.from
    const upTo = pieces[end - 1]!.to
    for (const key of written) result.push({ key, from, to: upTo, change })
    const last = result.pop()
    if (last !== undefined) result.push(written === '' ? { ...last, to: upTo, change } : last)
    done = end
  }
  return [...result, ...pieces.slice(done)]
}
