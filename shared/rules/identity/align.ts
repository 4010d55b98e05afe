// Lays two lists of pieces side by side and says of every character of both texts how it relates to the other one.
import type { Allowance, Comparison, Run, RunMark } from '../../identity.ts'
import { runMarks } from '../../identity.ts'
import { layBeside } from './lay-beside.ts'
import type { Piece } from './pieces.ts'

/** One text with its pieces. `leftOut`: pieces that the other side lacks without that meaning anything. */
export interface Side {
  text: string
  pieces: readonly Piece[]
  leftOut: ReadonlySet<Piece>
}

/** Compares the pieces that are not left out; `allowances` are the reasons why the others are. */
export function align(left: Side, right: Side, allowances: readonly Allowance[]): Comparison {
  const marks = new Map<Piece, RunMark>()
  for (const side of [left, right]) for (const piece of side.leftOut) marks.set(piece, 'left-out')
  const changes = new Set(allowances)
  const differences: { left: string; right: string }[] = []
  let isGap = false
  for (const [a, b] of layBeside(countedOf(left), countedOf(right), unlike)) {
    if (a !== null && b !== null && a.key === b.key) {
      const isWrittenAlike = left.text.slice(a.from, a.to) === right.text.slice(b.from, b.to)
      marks.set(a, isWrittenAlike ? 'same' : 'spelling')
      marks.set(b, isWrittenAlike ? 'same' : 'spelling')
      if (!isWrittenAlike) for (const change of [a.change, b.change]) if (change !== null) changes.add(change)
      isGap = false
      continue
    }
    if (!isGap) differences.push({ left: '', right: '' })
    isGap = true
    const last = differences[differences.length - 1]!
    for (const [side, piece] of [
      ['left', a],
      ['right', b],
    ] as const) {
      if (piece === null) continue
      marks.set(piece, 'different')
      last[side] += piece.key
    }
  }
  const runs = [runsOf(left, marks), runsOf(right, marks)] as const
  const isSame = left.text === right.text
  const result = differences.length > 0 ? 'different' : isSame ? 'same' : 'same-after-normalising'
  if (result === 'same-after-normalising' && changes.size === 0) changes.add('width-or-spaces')
  return {
    result,
    left: runs[0],
    right: runs[1],
    differences,
    allowances: result === 'same' ? [] : [...changes],
  }
}

function countedOf({ pieces, leftOut }: Side): Piece[] {
  return pieces.filter((piece) => !leftOut.has(piece))
}

/** What it costs to lay two pieces opposite each other: a hyphen is never the misprint of a digit. */
function unlike(a: Piece, b: Piece): number {
  if (a.key === b.key) return 0
  return /[0-9]/.test(a.key) === /[0-9]/.test(b.key) ? 1 : 3
}

/** The text cut where its marks change. Characters without a piece (spaces, 大字) are a matter of spelling. */
function runsOf({ text, pieces }: Side, marks: ReadonlyMap<Piece, RunMark>): Run[] {
  const byPlace: RunMark[] = Array.from({ length: text.length }, () => 'spelling')
  const isTouched = new Set<number>()
  for (const piece of pieces) {
    const mark = marks.get(piece) ?? 'spelling'
    for (let at = piece.from; at < piece.to; at++) {
      // Several pieces may stand for one character (㈱): the one that differs most speaks for it.
      if (!isTouched.has(at) || runMarks.indexOf(mark) > runMarks.indexOf(byPlace[at]!)) byPlace[at] = mark
      isTouched.add(at)
    }
  }
  const runs: Run[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = byPlace[at]!
    const last = runs.at(-1)
    if (last !== undefined && last.mark === mark) last.text += text[at]!
    else runs.push({ text: text[at]!, mark })
  }
  return runs
}
