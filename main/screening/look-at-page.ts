// One page from bytes to what the rules may know of it: its words, what lies under its dark patches, its codes, its ink.
import { kindOf } from '../../shared/rules/screening/kind.ts'
import { printOf, type Print } from '../../shared/rules/screening/legibility.ts'
import type { PageView } from '../../shared/rules/screening/page-view.ts'
import { lookAgain, percentile, readPage, wipePicture } from '../reading/index.ts'
import type { Affine, Decoder, Grey, LoadedEngines, Rect } from '../reading/index.ts'
import type { SheetReading } from '../../shared/rules/sheet-filing.ts'
import type { Turn } from '../../shared/screening.ts'
import { depthOf, inkOf } from './ink.ts'
import { lookUnderPatches } from './look-under-patches.ts'
import { sheetReading } from './sheet-reading.ts'
import { toWord } from './to-word.ts'

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

export interface LookedAtPage {
  /** Size of the page as it came in. */
  width: number
  height: number
  turn: Turn
  turnCertain: boolean
  upright: Grey
  view: PageView
  sheet: SheetReading
  print: Print
  /** From a rectangle of the view to one of the page as it came in, in pixels with fractions. */
  toPage: readonly [toSource: Affine, fit: Affine]
  times: Omit<StageTimes, 'find'>
  /** Overwrites the pixels; the view cannot be asked for ink any more. */
  wipe(): void
}

export async function lookAtPage(
  bytes: Uint8Array,
  page: number,
  decoder: Decoder,
  engines: LoadedEngines,
  report: ReportStep,
  signal: AbortSignal,
): Promise<LookedAtPage> {
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
  const paper = percentile(upright, { x: 0, y: 0, w: upright.width, h: upright.height }, 0.7)
  const codes = await engines.readCodes(upright, read.turnCertain ? 'upright' : 'anyhow')
  const patches = await lookUnderPatches(upright, paper, read.lines.map(toWord), engines, signal)
  const lines = await readingAgain
  const again = performance.now() - againStarted
  const words = lines.map(toWord).filter((word) => word.text !== '')
  const kinds = kindOf(words)
  return {
    width,
    height,
    turn: read.turn,
    turnCertain: read.turnCertain,
    upright,
    view: {
      width: upright.width,
      height: upright.height,
      ...kinds,
      words,
      patches,
      codes: codes.filter(({ format }) => format === 'qr'),
      rules: read.rules,
      ink: (rect: Rect) => inkOf(upright, rect, paper),
      depth: (rect: Rect) => depthOf(upright, rect),
    },
    sheet: sheetReading(codes, kinds.kind, words),
    print: printOf(read.print),
    toPage: [read.toSource, [width / grey.width, 0, 0, 0, height / grey.height, 0]],
    times: { decode: decoded - started, ...read.times, again },
    wipe() {
      wipePicture(upright)
      wipePicture(grey)
    },
  }
}
