// Finds dark patches that are not print: felt pen, bars drawn in an editor, stickers, photographs.
import { clamp, percentile } from './picture.ts'
import type { Grey, Rect } from './picture.ts'

/** Side of the blocks a page is looked at in: finer than any bar over a line of print. */
const block = 6
/** Share of a page's pixels that is ink at its blackest, even with little print; and how far from it towards the paper is still dark. */
const blackest = 0.002
const nearInk = 0.3

/** A row of a patch with fewer than this share of the blocks of its fullest row is its fringe. */
const fringe = 0.45
/** Two bars that touch are told apart where one is this much shorter than the other, and ends so suddenly: shares of the longer one. */
const shorter = 0.75
const sudden = 0.2
/** In blocks: over so many rows a pen's uneven edge is smoothed. */
const smoothed = 3

export interface DarkPatch {
  rect: Rect
  /** Difference between the pale and the dark pixels inside; a solid bar has nearly none. */
  unevenness: number
  /** The same between the palest fifth and the darkest tenth: large where strokes leave paper between them. */
  hatching: number
}

/**
 * Connected areas of blocks that are dark throughout. `paper` is the grey of the paper; a patch is at least `smallest`
 * pixels high and one and a half times as wide.
 */
export function findPatches(picture: Grey, paper: number, smallest: number): DarkPatch[] {
  const { width, height, data } = picture
  const columns = Math.floor(width / block)
  const rows = Math.floor(height / block)
  const limit = Math.max(Math.min(125, paper * 0.55), fadedInk(picture, paper))
  const dark = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let pale = 0
      for (let y = row * block; y < (row + 1) * block; y++) {
        const line = y * width + column * block
        for (let x = 0; x < block; x++) {
          const value = data[line + x]!
          sum += value
          if (value > limit * 1.35) pale++
        }
      }
      if (sum < limit * block * block && pale <= 4) dark[row * columns + column] = 1
    }
  }
  const seen = new Uint8Array(dark.length)
  const patches: DarkPatch[] = []
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0 || seen[start] === 1) continue
    const filled: Place[] = []
    const stack = [start]
    seen[start] = 1
    while (stack.length > 0) {
      const at = stack.pop()!
      const x = at % columns
      const y = (at - x) / columns
      filled.push([x, y])
      for (const next of [x > 0 ? at - 1 : -1, x < columns - 1 ? at + 1 : -1, at - columns, at + columns]) {
        if (next < 0 || next >= dark.length || dark[next] === 0 || seen[next] === 1) continue
        seen[next] = 1
        stack.push(next)
      }
    }
    for (const rect of patchesIn(filled, Math.ceil(smallest / block))) {
      if (Math.min(rect.h, rect.w) < smallest || Math.max(rect.h, rect.w) < 1.5 * smallest) continue
      patches.push({ rect, unevenness: unevennessOf(picture, rect), hatching: hatchingOf(picture, rect) })
    }
  }
  return patches
}

type Place = [x: number, y: number]

/**
 * The rectangle that an area of dark blocks fills, and those that its fringes fill: a shorter bar below a longer one. A bar
 * is at least `thinnest` blocks high.
 */
function patchesIn(filled: readonly Place[], thinnest: number): Rect[] {
  const [xs, ys] = [filled.map(([x]) => x), filled.map(([, y]) => y)]
  const span = (places: readonly number[]): [first: number, last: number] => [
    places.reduce((low, place) => Math.min(low, place), Infinity),
    places.reduce((high, place) => Math.max(high, place), -Infinity),
  ]
  const [left, right] = span(xs)
  const [top, low] = span(ys)
  if (filled.length < 0.5 * (right - left + 1) * (low - top + 1)) return []
  // Print that touches a bar above or below it is as dark here and there, but never over its whole length.
  const isLevel = right - left > low - top
  const along = isLevel ? 1 : 0
  const [first, last] = withoutFringe(isLevel ? ys : xs)
  const parts = (end: number, begin: number): Rect[] =>
    [filled.filter((place) => place[along] < end), filled.filter((place) => place[along] >= begin)].flatMap((places) =>
      places.length === 0 ? [] : patchesIn(places, thinnest),
    )
  const step = stepIn(isLevel ? ys : xs, first, last, thinnest)
  if (step !== null) return parts(step, step)
  const [x0, x1] = isLevel ? [left, right] : [first, last]
  const [y0, y1] = isLevel ? [first, last] : [top, low]
  const rect = { x: x0 * block, y: y0 * block, w: (x1 - x0 + 1) * block, h: (y1 - y0 + 1) * block }
  return [rect, ...parts(first, last + 1)]
}

/** The row, or column, at which a bar ends and one of another length that touches it begins; null when there is one bar alone. */
function stepIn(places: readonly number[], first: number, last: number, thinnest: number): number | null {
  const counts = new Float64Array(last - first + 1)
  for (const place of places) if (place >= first && place <= last) counts[place - first]!++
  const mean = (from: number, to: number): number =>
    counts.subarray(from, to).reduce((sum, count) => sum + count, 0) / (to - from)
  let step: number | null = null
  let largest = 0
  for (let at = thinnest; at <= counts.length - thinnest; at++) {
    const [before, after] = [mean(0, at), mean(at, counts.length)]
    const longer = Math.max(before, after)
    if (Math.min(before, after) > shorter * longer) continue
    const jump = Math.abs(mean(Math.max(0, at - smoothed), at) - mean(at, Math.min(counts.length, at + smoothed)))
    if (jump < sudden * longer || jump <= largest) continue
    largest = jump
    step = at
  }
  return step === null ? null : first + step
}

/** First and last row, or column, of an area of which every block is given, without those at both ends that are hardly filled. */
function withoutFringe(places: readonly number[]): [first: number, last: number] {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const full = [...counts].filter(([, count]) => count > fringe * most).map(([place]) => place)
  return [Math.min(...full), Math.max(...full)]
}

/** On a faded copy the blackest ink is grey, and so is a bar: what is nearer to it than to the paper by far counts as dark. */
function fadedInk(picture: Grey, paper: number): number {
  const ink = percentile(picture, { x: 0, y: 0, w: picture.width, h: picture.height }, blackest)
  return ink + nearInk * (paper - ink)
}

function unevennessOf(picture: Grey, rect: Rect): number {
  const inside = inset(rect)
  return percentileIn(picture, inside, 0.97) - percentileIn(picture, inside, 0.03)
}

function hatchingOf(picture: Grey, rect: Rect): number {
  const inside = inset(rect)
  return percentileIn(picture, inside, 0.8) - percentileIn(picture, inside, 0.1)
}

function inset(rect: Rect): Rect {
  const edge = Math.min(rect.h * 0.15, 8)
  return { x: rect.x + edge, y: rect.y + edge, w: Math.max(1, rect.w - 2 * edge), h: Math.max(1, rect.h - 2 * edge) }
}

function percentileIn(picture: Grey, rect: Rect, share: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  const right = Math.min(picture.width, Math.floor(rect.x + rect.w))
  const bottom = Math.min(picture.height, Math.floor(rect.y + rect.h))
  for (let y = Math.max(0, Math.floor(rect.y)); y < bottom; y++) {
    for (let x = Math.max(0, Math.floor(rect.x)); x < right; x++) {
      counts[picture.data[y * picture.width + x]!]!++
      total++
    }
  }
  let below = 0
  for (let value = 0; value < 256; value++) {
    below += counts[value]!
    if (below >= share * total) return value
  }
  return 255
}

/** Below this unevenness nothing can be read in a patch whatever the threshold: it is grain of the copy. */
export const solid = 7

/**
 * Pictures of a patch in which what lies under the ink may come out: its own range of grey stretched, and the
 * thresholds at which see-through pens were found to give way (45–55 of 255, and their neighbours).
 */
export function ladder(picture: Grey, rect: Rect): Grey[] {
  const whole = pixelsOf(picture, rect, 4)
  const inside = inset(rect)
  const steps = [0.01, 0.03, 0.08, 0.15].map((share) => percentileIn(picture, inside, share))
  const mid = percentileIn(picture, inside, 0.6)
  const high = percentileIn(picture, inside, 0.95)
  const ranges: [number, number][] = [
    [steps[0]!, mid],
    [steps[0]!, high],
  ]
  for (const low of [steps[1]!, steps[2]!, steps[3]!])
    if (mid - low > 3) ranges.push([low - 1, low + Math.max(2, (mid - low) * 0.5)])
  return ranges.filter(([low, top]) => top - low >= 3).map(([low, top]) => stretched(picture, whole, low, top))
}

/** Below the palest grey of a place: how far down print under white tape or correcting fluid reaches. */
const faintRanges = [14, 32] as const

/** Pictures of a place that seems empty, in which print only a little darker than its palest paper comes out. */
export function faintLadder(picture: Grey, place: Rect): Grey[] {
  const rect = pixelsOf(picture, place, 0)
  const palest = percentileIn(picture, rect, 0.985)
  return faintRanges.map((range) => stretched(picture, rect, palest - range, palest))
}

/** The whole pixels of a part of the picture, and so many more around it. */
function pixelsOf(picture: Grey, { x, y, w, h }: Rect, edge: number): Rect {
  const left = clamp(Math.floor(x) - edge, 0, picture.width - 1)
  const top = clamp(Math.floor(y) - edge, 0, picture.height - 1)
  return {
    x: left,
    y: top,
    w: clamp(Math.ceil(w) + 2 * edge, 1, picture.width - left),
    h: clamp(Math.ceil(h) + 2 * edge, 1, picture.height - top),
  }
}

/** A copy of a part of the picture in which the greys from `low` to `top` reach from black to white. */
function stretched(picture: Grey, { x, y, w, h }: Rect, low: number, top: number): Grey {
  const data = new Uint8Array(w * h)
  const gain = 255 / (top - low)
  for (let row = 0; row < h; row++) {
    const from = (y + row) * picture.width + x
    for (let column = 0; column < w; column++)
      data[row * w + column] = clamp((picture.data[from + column]! - low) * gain, 0, 255)
  }
  return { width: w, height: h, data }
}
