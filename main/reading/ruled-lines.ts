// Finds the ruled lines of tables and forms: thin, dark, straight, longer than any stroke of a character.
import type { RuledLine, RuledLines } from '../../shared/rules/screening/cells.ts'
import type { Grey } from './picture.ts'

/** Pixels this far on both sides of a rule show paper: rules are thinner. */
const side = 9
/** A rule is at least this much darker than the paper beside it (of 255). */
const contrast = 22
/** Rules are followed in pieces of this length, and a piece counts when so many of its pixels are dark. */
const piece = 8
const enough = 5
/** Pieces missing where another rule crosses, or where the copy is faint. */
const longestGap = 0
/** How far a rule may wander from one piece to the next: a little skew is left on every page. */
const wander = 2

export function findRuledLines(picture: Grey): RuledLines {
  const { width, height } = picture
  const across = withoutStreaks(follow(picture, true).map(alongX), width).map(alongX)
  const down = withoutStreaks(follow(picture, false), height)
  return { across, down }
}

/** The same line with its axes exchanged. */
function alongX({ x0, y0, x1, y1 }: RuledLine): RuledLine {
  return { x0: y0, y0: x0, x1: y1, y1: x1 }
}

/** A streak begins and ends this near to the edges of the sheet, and shows on so much of its way; both as shares of the sheet. */
const streakEdge = 0.02
const streakShown = 0.6
/** It leans by no more than this share of its length, and its pieces lie this near to it (pixels). */
const streakLean = 0.05
const streakWidth = 6

/** Dirt on the glass of a copier draws lines from one edge of the sheet to the other: they part no cells. */
function withoutStreaks(down: readonly RuledLine[], length: number): RuledLine[] {
  const tops = down.filter((line) => line.y0 < streakEdge * length)
  const ends = down.filter((line) => line.y1 > (1 - streakEdge) * length)
  const streaks: RuledLine[] = []
  for (const { x0, y0 } of tops) {
    for (const { x1, y1 } of ends) {
      if (Math.abs(x1 - x0) > streakLean * length) continue
      const at = (y: number): number => x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)
      const pieces = down.filter(
        (line) => Math.abs(line.x0 - at(line.y0)) < streakWidth && Math.abs(line.x1 - at(line.y1)) < streakWidth,
      )
      const shown = pieces.reduce((sum, line) => sum + line.y1 - line.y0, 0)
      if (shown > streakShown * length) streaks.push(...pieces)
    }
  }
  return down.filter((line) => !streaks.includes(line))
}

interface Chain {
  firstPiece: number
  lastPiece: number
  first: number
  last: number
  pieces: number
}

/** `level`: rules that run across; a piece is then a stretch of columns, and its place a row. */
function follow(picture: Grey, level: boolean): RuledLine[] {
  const { width, height } = picture
  const length = level ? width : height
  const breadth = level ? height : width
  const pieces = Math.floor(length / piece)
  const votes = level ? votesAcross(picture, pieces) : votesDown(picture, pieces)
  let open: Chain[] = []
  const done: Chain[] = []
  for (let index = 0; index < pieces; index++) {
    const row = votes.subarray(index * breadth, (index + 1) * breadth)
    const places = placesOf(row)
    const next: Chain[] = []
    const taken = new Set<Chain>()
    for (const place of places) {
      const chain = open.find(
        (other) => !taken.has(other) && Math.abs(other.last - place) <= wander + (index - other.lastPiece - 1),
      )
      if (chain === undefined) {
        next.push({ firstPiece: index, lastPiece: index, first: place, last: place, pieces: 1 })
        continue
      }
      taken.add(chain)
      chain.lastPiece = index
      chain.last = place
      chain.pieces++
      next.push(chain)
    }
    for (const chain of open) {
      if (taken.has(chain)) continue
      if (index - chain.lastPiece <= longestGap) next.push(chain)
      else done.push(chain)
    }
    open = next
  }
  return [...done, ...open]
    .filter((chain) => chain.pieces >= 4 && chain.pieces > 0.8 * (chain.lastPiece - chain.firstPiece + 1))
    .map(({ firstPiece, lastPiece, first, last }) => {
      const [from, to] = [firstPiece * piece, (lastPiece + 1) * piece]
      return level ? { x0: from, y0: first, x1: to, y1: last } : { x0: first, y0: from, x1: last, y1: to }
    })
}

/** Middles of the runs of places that enough pixels vote for; a run as broad as a patch is none. */
function placesOf(votes: Uint8Array): number[] {
  const places: number[] = []
  let from = -1
  for (let at = 0; at <= votes.length; at++) {
    if (at < votes.length && votes[at]! >= enough) {
      if (from < 0) from = at
    } else if (from >= 0) {
      if (at - from < side) places.push((from + at - 1) / 2)
      from = -1
    }
  }
  return places
}

/** Per piece of columns and row: how many of the piece's pixels are darker than the paper above and below. */
function votesAcross({ width, height, data }: Grey, pieces: number): Uint8Array {
  const votes = new Uint8Array(pieces * height)
  for (let y = side; y < height - side; y++) {
    const row = y * width
    for (let index = 0; index < pieces; index++) {
      let count = 0
      for (let at = row + index * piece, end = at + piece; at < end; at++) {
        const limit = data[at]! + contrast
        if (data[at - side * width]! > limit && data[at + side * width]! > limit) count++
      }
      votes[index * height + y] = count
    }
  }
  return votes
}

function votesDown({ width, data }: Grey, pieces: number): Uint8Array {
  const votes = new Uint8Array(pieces * width)
  for (let index = 0; index < pieces; index++) {
    const counts = votes.subarray(index * width, (index + 1) * width)
    for (let y = index * piece; y < (index + 1) * piece; y++) {
      const row = y * width
      for (let x = side; x < width - side; x++) {
        const limit = data[row + x]! + contrast
        if (data[row + x - side]! > limit && data[row + x + side]! > limit) counts[x]!++
      }
    }
  }
  return votes
}
