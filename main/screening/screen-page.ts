// One page from bytes to findings: reads it, looks under its patches, asks the rules, maps the answer back.
import type { Finding, PageScreening } from '../../shared/screening.ts'
import { findFields } from '../../shared/rules/screening/find-fields.ts'
import { kindOf } from '../../shared/rules/screening/kind.ts'
import type { Found } from '../../shared/rules/screening/page-view.ts'
import { verdictOf } from '../../shared/rules/screening/verdict.ts'
import { makeWord, middleY, overlap } from '../../shared/rules/screening/words.ts'
import type { Patch, Word } from '../../shared/rules/screening/words.ts'
import {
  findPatches,
  ladder,
  lookAgain,
  mapRect,
  percentile,
  readBoxes,
  readPage,
  solid,
  wipePicture,
} from '../reading/index.ts'
import type { Affine, Decoder, Engines, Grey, LoadedEngines, ReadLine, Rect } from '../reading/index.ts'

export type ScreeningStep = 'decode' | 'upright' | 'read' | 'find'
export type ReportStep = (step: ScreeningStep, fraction: number) => void

/** Milliseconds per stage, for the bench. */
export interface StageTimes {
  decode: number
  upright: number
  detect: number
  read: number
  /** The second reader. */
  again: number
  find: number
}

/** Pictures are read at this long side at most: 300 dpi for A4. */
export const readingSide = 3600

/** Pale and dark pixels of a patch further apart than this belong to separate strokes. */
const hatched = 60

/** How many patches of a page are looked into. */
const mostPatches = 14

export async function screenPage(
  bytes: Uint8Array,
  page: number,
  decoder: Decoder,
  engines: LoadedEngines,
  report: ReportStep,
  signal: AbortSignal,
): Promise<{ screening: PageScreening; times: StageTimes }> {
  const started = performance.now()
  report('decode', 0)
  const { grey, width, height } = await decoder.grey(bytes, page, readingSide)
  const decoded = performance.now()
  report('upright', 0.15)
  const read = await readPage(grey, engines, signal)
  report('find', 0.85)
  const { upright } = read
  const againStarted = performance.now()
  // The second reader works in a thread of its own: patches and codes are looked for meanwhile.
  const readingAgain = lookAgain(upright, read.lines, engines.second, signal)
  readingAgain.catch(() => undefined)
  const paper = percentile(upright, whole(upright), 0.7)
  const codes = await engines.readCodes(upright)
  const patches = await lookUnderPatches(upright, paper, read.lines.map(toWord), engines, signal)
  const lines = await readingAgain
  const findStarted = performance.now()
  const words = lines.map(toWord).filter((word) => word.text !== '')
  const { kind, kinds } = kindOf(words)
  const view = {
    width: upright.width,
    height: upright.height,
    kind,
    kinds,
    words,
    patches,
    codes: codes.filter(({ format }) => format === 'qr').map(({ rect }) => rect),
    ink: (rect: Rect) => inkOf(upright, rect, paper),
  }
  const found = findFields(view)
  const wellRead = words.filter((word) => word.sure > 0.75)
  const verdict = verdictOf(found, {
    kind,
    upright: read.turnCertain,
    legible: words.length === 0 ? 0 : wellRead.length / words.length,
    lines: words.length,
    couldHide: kind === 'juminhyo' && patches.some((patch) => couldHide(patch, found, words, upright)),
  })
  const fit: Affine = [width / grey.width, 0, 0, 0, height / grey.height, 0]
  const findings = found.map((finding) =>
    toFinding({ ...finding, rect: withMargin(finding.rect) }, read.toSource, fit, width, height),
  )
  wipePicture(upright)
  wipePicture(grey)
  const ended = performance.now()
  report('find', 1)
  return {
    screening: { width, height, turn: read.turn, document: kind, verdict, ms: Math.round(ended - started), findings },
    times: { decode: decoded - started, ...read.times, again: findStarted - againStarted, find: ended - findStarted },
  }
}

function whole(picture: Grey): Rect {
  return { x: 0, y: 0, w: picture.width, h: picture.height }
}

/** A word in its axis-aligned box, margins of the detector taken off. */
export function toWord(line: ReadLine): Word {
  const { box } = line
  const margin = 0.12 * box.thickness
  const cos = Math.abs(Math.cos(box.angle))
  const sin = Math.abs(Math.sin(box.angle))
  const w = cos * box.length + sin * box.thickness - 2 * margin
  const h = sin * box.length + cos * box.thickness - 2 * margin
  const rect = { x: box.cx - w / 2, y: box.cy - h / 2, w, h }
  const letters = line.glyphs.map((glyph) => ({
    char: glyph.char,
    sure: glyph.sure,
    others: glyph.others,
    x: line.vertical ? box.cx : box.cx + Math.cos(box.angle) * (glyph.at - 0.5) * box.length,
  }))
  return makeWord(letters, rect, line.vertical)
}

/** Dark patches with what shows through them at some threshold. */
async function lookUnderPatches(
  upright: Grey,
  paper: number,
  words: readonly Word[],
  engines: Engines,
  signal: AbortSignal,
): Promise<Patch[]> {
  const heights = words.map((word) => word.rect.h).sort((a, b) => a - b)
  const typical = heights[Math.floor(heights.length / 2)] ?? 30
  const patches = findPatches(upright, paper, Math.max(14, 0.55 * typical))
  const likely = new Set(
    patches
      .filter((patch) => patch.unevenness >= solid && patch.rect.h < 6 * typical)
      .sort((a, b) => b.rect.w * b.rect.h - a.rect.w * a.rect.h)
      .slice(0, mostPatches),
  )
  const seen: Patch[] = []
  for (const patch of patches) {
    signal.throwIfAborted()
    const text = likely.has(patch) ? await textUnder(upright, patch.rect, typical, engines) : null
    seen.push({ rect: patch.rect, text, isHatched: patch.hatching > hatched })
  }
  return seen
}

/** The longest text any step of the ladder brings out, or null. */
async function textUnder(upright: Grey, rect: Rect, typical: number, engines: Engines): Promise<string | null> {
  let best = ''
  for (const picture of ladder(upright, rect)) {
    const lines = rect.h < 1.9 * typical ? [wholeLine(picture)] : await engines.detect(picture, whole(picture), 1)
    const read = await readBoxes(picture, lines, engines)
    const text = read
      .filter((line) => line.glyphs.length >= 3)
      .map((line) =>
        line.glyphs
          .filter((glyph) => glyph.sure > 0.6)
          .map((glyph) => glyph.char)
          .join(''),
      )
      .filter((part) => part.length >= 3)
      .join('')
    wipePicture(picture)
    if (text.length > best.length) best = text
    if (best.length >= 5) break
  }
  return best.length >= 3 ? best : null
}

function wholeLine(picture: Grey): {
  cx: number
  cy: number
  length: number
  thickness: number
  angle: number
  score: number
} {
  return {
    cx: picture.width / 2,
    cy: picture.height / 2,
    length: picture.width,
    thickness: picture.height,
    angle: 0,
    score: 1,
  }
}

/** Share of dark pixels in the darkest window of the rectangle, its edges (ruled lines) left out. */
function inkOf(picture: Grey, rect: Rect, paper: number): number {
  const limit = paper * 0.6
  const inset = rect.h * 0.18
  const top = Math.max(0, Math.floor(rect.y + inset))
  const low = Math.min(picture.height, Math.ceil(rect.y + rect.h - inset))
  const left = Math.max(0, Math.floor(rect.x))
  const right = Math.min(picture.width, Math.ceil(rect.x + rect.w))
  const window = Math.max(4, Math.round(1.5 * rect.h))
  let most = 0
  for (let from = left; from < right; from += window) {
    let dark = 0
    const to = Math.min(right, from + window)
    for (let y = top; y < low; y++)
      for (let x = from; x < to; x++) if (picture.data[y * picture.width + x]! < limit) dark++
    most = Math.max(most, dark / Math.max(1, (to - from) * (low - top)))
  }
  return most
}

/** A broad patch amid the rows of a document, on no finding: it may cover a whole row, label and all. */
function couldHide(patch: Patch, found: readonly Found[], words: readonly Word[], page: Grey): boolean {
  const { rect } = patch
  if (
    found.some((finding) => overlap(finding.rect, rect) > 0 || Math.abs(middleY(finding.rect) - middleY(rect)) < rect.h)
  )
    return false
  // The lid of a copier leaves dark bands along the edges of the sheet.
  const edge = 0.03 * page.height
  if (rect.y < edge || rect.y + rect.h > page.height - edge) return false
  return (
    rect.w > 6 * rect.h &&
    rect.w > 0.15 * page.width &&
    words.some((word) => Math.abs(middleY(word.rect) - middleY(rect)) < 6 * rect.h)
  )
}

/** Readers' boxes hug the print; a box to blacken must cover its last pixel and stay inside the row. */
function withMargin(rect: Rect): Rect {
  const margin = 0.22 * Math.min(rect.h, rect.w)
  return { x: rect.x - margin, y: rect.y - margin, w: rect.w + 2 * margin, h: rect.h + 2 * margin }
}

function toFinding(found: Found, toSource: Affine, fit: Affine, width: number, height: number): Finding {
  const map = (rect: Rect): Finding['box'] => mapRect(fit, boxRect(mapRect(toSource, rect, 1e6, 1e6)), width, height)
  return {
    field: found.field,
    state: found.state,
    box: map(found.rect),
    label: found.label === null ? null : map(found.label),
    by: found.by,
  }
}

function boxRect(box: Finding['box']): Rect {
  return { x: box[0], y: box[1], w: box[2], h: box[3] }
}
