// Which way up a page is: quarter turn by how its lines lie and by which way they read, then the small skew.
import type { Turn } from '../../shared/screening.ts'
import { layFlat } from './column.ts'
import { cropLine } from './crop.ts'
import type { ReadPictures } from './first-reader.ts'
import { fewestWestern, shortened, turnAtAGlance } from './glance.ts'
import { countWestern, legibility, textOf } from './glyphs.ts'
import type { LineBox } from './line-box.ts'
import type { Grey } from './picture.ts'

export interface Upright {
  turn: Turn
  /** Degrees by which lines fall to the right once the page is turned. */
  skew: number
  /** False when the page reads about as well another way round. */
  certain: boolean
}

/** How many lines are read per direction, first and, when that decides nothing, in all. */
const firstLines = 5
const allLines = 14
/** Columns whose characters stand upright read like this or better; characters on their side do not. */
const plainColumns = 0.3
/** Below this share of lines across the other direction all lines count as one. */
const fewOthers = 0.3
/** A direction wins when it reads this much better (share of summed confidence). */
const clearLead = 1.25

/** `lines` lie on `picture` as it came in. A glance by the quick reader settles nearly every page; the reader of signs tells the two ways of a bad line best apart. */
export async function findUpright(
  picture: Grey,
  lines: readonly LineBox[],
  readers: { readJapanese: ReadPictures; readSigns: ReadPictures },
): Promise<Upright> {
  const { readJapanese, readSigns } = readers
  const long = lines
    .filter((line) => line.length > 2.2 * line.thickness)
    .sort((a, b) => b.score * reach(b) - a.score * reach(a))
  const down = (line: LineBox): boolean => Math.abs(line.angle - Math.PI / 2) < Math.PI / 4
  const across = long.filter((line) => !down(line))
  const along = long.filter(down)
  const sum = (some: readonly LineBox[]): number => some.reduce((total, line) => total + reach(line), 0)
  const shareAlong = sum(along) / Math.max(1, sum(long))
  if (long.length === 0) return { turn: 0, skew: 0, certain: false }

  const isAcross = shareAlong < fewOthers
  if (isAcross || shareAlong > 1 - fewOthers) {
    // A line running down, read downwards, becomes upright by turning the page 270° (three quarters clockwise).
    const [most, flat, turns] = isAcross ? ([across, 0, [0, 180]] as const) : ([along, Math.PI / 2, [270, 90]] as const)
    const turn = await turnAtAGlance(picture, most, turns, readJapanese)
    if (turn !== null) return { turn, skew: skewOf(most, flat), certain: true }
  }

  const scores: Record<Turn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 }
  const weights: Record<Turn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 }
  async function readBothWays(some: readonly LineBox[], forwards: Turn, backwards: Turn): Promise<void> {
    const pictures = some.flatMap((line) => [
      cropLine(picture, shortened(line)),
      cropLine(picture, shortened(line), true),
    ])
    const read2 = await readSigns(pictures)
    western += countWestern(read2)
    some.forEach((line, index) => {
      const ahead = legibility(read2[2 * index]!)
      const behind = legibility(read2[2 * index + 1]!)
      texts.set(line, [textOf(read2[2 * index]!), textOf(read2[2 * index + 1]!)])
      scores[forwards] += ahead
      scores[backwards] += behind
      weights[forwards] += 1
      weights[backwards] += 1
    })
  }
  let western = 0
  const texts = new Map<LineBox, string[]>()
  async function tryLines(from: number, to: number): Promise<void> {
    if (shareAlong < 0.75) await readBothWays(across.slice(from, to), 0, 180)
    if (shareAlong > 0.25) await readBothWays(along.slice(from, to), 270, 90)
  }
  await tryLines(0, firstLines)
  let ranked = rank(scores, weights, shareAlong)
  if (ranked.lead < clearLead && long.length > firstLines) {
    await tryLines(firstLines, allLines)
    ranked = rank(scores, weights, shareAlong)
  }
  if (western < fewestWestern) {
    const columns = await readColumns(picture, shareAlong > 0.5 ? along : across, shareAlong > 0.5, texts, readSigns)
    if (columns.score > plainColumns && columns.inOrder) return columns
  }
  const { turn, lead } = ranked
  const straight = turn === 0 || turn === 180 ? across : along
  const flat = turn === 0 || turn === 180 ? 0 : Math.PI / 2
  return { turn, skew: skewOf(straight, flat), certain: lead >= 1.1 }
}

/**
 * The way round in which characters stand one below the other, as in old registers. The reader reads characters on
 * their left side as well as standing ones, so that both a line and its characters laid flat may read well: of a column
 * they come in the same order, of a line in the opposite one.
 */
async function readColumns(
  picture: Grey,
  lines: readonly LineBox[],
  down: boolean,
  texts: ReadonlyMap<LineBox, readonly string[]>,
  read: ReadPictures,
): Promise<Upright & { score: number; inOrder: boolean }> {
  const turns = down ? ([0, 180] as const) : ([90, 270] as const)
  const sample = lines.slice(0, firstLines)
  const scored = []
  for (const turn of turns) {
    const readings = await read(sample.map((line) => layFlat(picture, shortened(line), turn)))
    const score = readings.reduce((total, glyphs) => total + legibility(glyphs), 0) / Math.max(1, sample.length)
    let order = 0
    readings.forEach((glyphs, index) => {
      const flat = textOf(glyphs)
      const reversed = [...flat].reverse().join('')
      for (const text of texts.get(sample[index]!) ?? []) order += sharedPairs(text, flat) - sharedPairs(text, reversed)
    })
    scored.push({ turn, score, inOrder: order > 0 })
  }
  scored.sort((a, b) => b.score - a.score)
  const [best, other] = [scored[0]!, scored[1]!]
  return { ...best, skew: skewOf(lines, down ? Math.PI / 2 : 0), certain: best.score > 1.2 * other.score }
}

/** How many neighbouring characters of one text are neighbours in the other, in the same order. */
function sharedPairs(text: string, other: string): number {
  let shared = 0
  for (let at = 0; at + 1 < other.length; at++) {
    const [first, second] = [other[at]!, other[at + 1]!]
    if (first !== second && text.includes(first + second)) shared++
  }
  return shared
}

function reach(line: LineBox): number {
  return Math.min(line.length / line.thickness, 14)
}

function rank(
  scores: Record<Turn, number>,
  weights: Record<Turn, number>,
  shareAlong: number,
): { turn: Turn; lead: number; best: number } {
  const turns = ([0, 90, 180, 270] as const).map((turn) => {
    const share = turn === 0 || turn === 180 ? 1 - shareAlong : shareAlong
    return { turn, score: weights[turn] === 0 ? 0 : (scores[turn] / weights[turn]) * (0.3 + 0.7 * share) }
  })
  turns.sort((a, b) => b.score - a.score)
  return { turn: turns[0]!.turn, lead: turns[0]!.score / Math.max(0.02, turns[1]!.score), best: turns[0]!.score }
}

/** Length-weighted median of the angles, in degrees. */
function skewOf(lines: readonly LineBox[], flat: number): number {
  const angles = lines
    .filter((line) => line.length > 5 * line.thickness)
    .map((line) => ({ degrees: ((line.angle - flat) * 180) / Math.PI, weight: line.length }))
    .sort((a, b) => a.degrees - b.degrees)
  const half = angles.reduce((sum, angle) => sum + angle.weight, 0) / 2
  let passed = 0
  for (const angle of angles) {
    passed += angle.weight
    if (passed >= half) return angle.degrees
  }
  return 0
}
