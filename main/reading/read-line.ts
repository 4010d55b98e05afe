// Reads one line of print: PaddleOCR's recogniser gives a character per step along the line, with runners-up.
import type { InferenceSession } from 'onnxruntime-node'
import { Tensor } from 'onnxruntime-node'
import { clamp } from './picture.ts'
import type { Grey } from './picture.ts'

/** One character of a line. */
export interface Glyph {
  char: string
  /** 0–1, the network's own. */
  sure: number
  /** Where along the line its middle stands, 0–1. */
  at: number
  /** The next likely characters at this place, best first. */
  others: string
}

/** The height every line is scaled to (the network's input). */
export const lineHeight = 48
const narrowest = 32
export const widestLine = 1600
const runnersUp = 4
/** Lines read in one run of the network, and their pixels of width together: more gains nothing and costs memory. */
const batchSize = 6
const batchWidth = 2400

/** The characters in the order of the network's output; index 0 is its blank, the last one a space. */
export function parseCharacters(file: Uint8Array): string[] {
  const lines = Buffer.from(file).toString('utf8').replace(/\r/g, '').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return ['', ...lines, ' ']
}

/** Reads pictures of height `lineHeight`; the answers stand in the order of the pictures. */
export async function readLines(
  session: InferenceSession,
  characters: readonly string[],
  pictures: readonly Grey[],
): Promise<Glyph[][]> {
  const answers: Glyph[][] = pictures.map(() => [])
  const order = pictures.map((_, index) => index).sort((a, b) => pictures[a]!.width - pictures[b]!.width)
  for (let from = 0; from < order.length;) {
    const first = pictures[order[from]!]!.width
    let to = from + 1
    // A batch is as wide as its widest line: lines of unlike width are read apart, for padding takes time as print does.
    while (to < order.length && to - from < batchSize) {
      const width = paddedWidth(pictures[order[to]!]!.width)
      if (width > 1.08 * first + 24 || width * (to + 1 - from) > batchWidth) break
      to++
    }
    const indexes = order.slice(from, to)
    const width = paddedWidth(pictures[indexes.at(-1)!]!.width)
    const batch = indexes.map((index) => pictures[index]!)
    const read = await readBatch(session, characters, batch, width)
    indexes.forEach((index, place) => (answers[index] = read[place]!))
    from = to
  }
  return answers
}

function paddedWidth(width: number): number {
  return clamp(Math.ceil(width / 16) * 16, narrowest, widestLine)
}

async function readBatch(
  session: InferenceSession,
  characters: readonly string[],
  pictures: readonly Grey[],
  width: number,
): Promise<Glyph[][]> {
  const plane = lineHeight * width
  const input = new Float32Array(pictures.length * 3 * plane)
  pictures.forEach((picture, index) => {
    const at = index * 3 * plane
    for (let y = 0; y < lineHeight; y++) {
      for (let x = 0; x < picture.width && x < width; x++) {
        input[at + y * width + x] = picture.data[y * picture.width + x]! / 127.5 - 1
      }
    }
    input.copyWithin(at + plane, at, at + plane)
    input.copyWithin(at + 2 * plane, at, at + plane)
  })
  const answer = await session.run({
    [session.inputNames[0]!]: new Tensor('float32', input, [pictures.length, 3, lineHeight, width]),
  })
  input.fill(0)
  const output = answer[session.outputNames[0]!]!
  const steps = output.dims[1]!
  const classes = output.dims[2]!
  const scores = output.data as Float32Array
  return pictures.map((picture, index) =>
    decode(scores, index * steps * classes, steps, classes, characters, width / picture.width),
  )
}

/** Greedy CTC: the best class of each step, repeats merged, blanks dropped. */
function decode(
  scores: Float32Array,
  offset: number,
  steps: number,
  classes: number,
  characters: readonly string[],
  stretch: number,
): Glyph[] {
  const glyphs: Glyph[] = []
  let previous = 0
  let first = 0
  for (let step = 0; step < steps; step++) {
    const at = offset + step * classes
    let best = 0
    let bestScore = scores[at]!
    for (let k = 1; k < classes; k++) {
      const score = scores[at + k]!
      if (score > bestScore) {
        bestScore = score
        best = k
      }
    }
    if (best !== 0) {
      const place = Math.min(1, ((step + 0.5) / steps) * stretch)
      const last = glyphs.at(-1)
      if (best === previous && last !== undefined) {
        last.at = (first + place) / 2
        if (bestScore > last.sure) last.sure = bestScore
      } else {
        first = place
        const char = characters[best] ?? ''
        if (char.trim() !== '')
          glyphs.push({ char, sure: bestScore, at: place, others: runnersUpAt(scores, at, classes, best, characters) })
        else {
          previous = 0
          continue
        }
      }
    }
    previous = best
  }
  return glyphs
}

function runnersUpAt(
  scores: Float32Array,
  at: number,
  classes: number,
  best: number,
  characters: readonly string[],
): string {
  const found: { k: number; score: number }[] = []
  for (let k = 1; k < classes; k++) {
    const score = scores[at + k]!
    if (k === best || score < 0.002) continue
    found.push({ k, score })
  }
  found.sort((a, b) => b.score - a.score)
  return found
    .slice(0, runnersUp)
    .map(({ k }) => characters[k] ?? '')
    .join('')
}
