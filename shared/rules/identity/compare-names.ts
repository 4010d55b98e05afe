// Whether two written names are one person's name: spaces, width, old characters and the kind of kana do not matter.
import type { Comparison } from '../../identity.ts'
import { align } from './align.ts'
import { piecesOf, rewrite } from './pieces.ts'
import type { Piece } from './pieces.ts'

/** Stands between the parts of a name and is none of them: 中黒, full stop, apostrophe, filler of machine-readable lines. */
const between = /^[・·･.,、。'’`‘"<\-–/]$/u

/**
 * `compareNames('髙橋 花子', '高橋花子').result` is `'same-after-normalising'`; `compareNames('斎藤', '斉藤').result` is
 * `'different'`. Kanji and kana of one name are two names here.
 */
export function compareNames(left: string, right: string): Comparison {
  const nobody: ReadonlySet<Piece> = new Set()
  return align(
    { text: left, pieces: partsOfName(left), leftOut: nobody },
    { text: right, pieces: partsOfName(right), leftOut: nobody },
    [],
  )
}

function partsOfName(text: string): Piece[] {
  const parts = piecesOf(text).filter(({ key }) => !between.test(key))
  return rewrite(parts, /ヶ/g, 'kana', () => 'ケ')
}
