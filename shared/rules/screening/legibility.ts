// Whether the print on a page can be relied on, from what was measured of its lines; and why not, as a letter says it.
import { illegibilities, type Illegibility } from '../../screening.ts'

/** One line of print, in pixels of the page as it was read. */
export interface PrintedLine {
  heightPx: number
  lengthPx: number
  /** Paper minus ink, as a share of black to white, 0–1. */
  contrast: number
  /** How many pixels the steepest edges of its strokes take from ink to paper. */
  edgePx: number
  /** Its strokes run into the edge of the sheet. */
  isCut: boolean
}

/** What is typical of a page's lines, the longer ones counting more. */
export interface Print {
  lines: number
  heightPx: number
  contrast: number
  edgePx: number
  /** Width of an edge as a share of the height of its line: a character of ten strokes is lost at about a tenth. */
  softness: number
  cutLines: number
}

export function printOf(lines: readonly PrintedLine[]): Print {
  return {
    lines: lines.length,
    heightPx: typical(lines, ({ heightPx }) => heightPx),
    contrast: typical(lines, ({ contrast }) => contrast),
    edgePx: typical(lines, ({ edgePx }) => edgePx),
    softness: typical(lines, ({ edgePx, heightPx }) => edgePx / heightPx),
    cutLines: lines.filter(({ isCut }) => isCut).length,
  }
}

/**
 * Measured on specimens (`npm run bench -- legibility`). Scans, copies up to the third, faxes and photographs that read
 * well have edges of 2 to 3.4 pixels and a softness up to 0.25 where print is small; blurred by 0.2 mm on the paper, a
 * licence has 6 pixels and 0.26, and its address is lost.
 */
const softEdgePx = 4.2
const softest = 0.24
/** Faded copies that read well stand out by 0.3, and readers still manage 0.12; an eye does not. */
const faintest = 0.1
/** A character of ten strokes has a stroke and a gap in each pixel below this. */
const smallestPx = 9.5
/**
 * So much of the height of a line is edge where it was scanned too coarsely, however sharp its edges are: at 150 dpi 0.22,
 * and read; at 100 dpi 0.29, and one address in five read; at 85 dpi 0.31.
 */
const coarsest = 0.29
/** One line at the edge may be dirt; a cut document loses the ends of more. */
const fewestCut = 2

/** In the order of a letter; nothing where there is no print to speak of. */
export function illegibilitiesOf({ lines, heightPx, contrast, edgePx, softness, cutLines }: Print): Illegibility[] {
  if (lines === 0) return []
  const said: Record<Illegibility, boolean> = {
    'too-blurred': edgePx >= softEdgePx && softness >= softest,
    'too-faint': contrast < faintest,
    'too-small': heightPx < smallestPx || (edgePx < softEdgePx && softness >= coarsest),
    'cut-off': cutLines >= fewestCut,
  }
  return illegibilities.filter((reason) => said[reason])
}

/** Median by length; 0 where there is no line. */
function typical(lines: readonly PrintedLine[], of: (line: PrintedLine) => number): number {
  const values = lines.map((line) => ({ value: of(line), length: line.lengthPx })).sort((a, b) => a.value - b.value)
  const half = values.reduce((sum, { length }) => sum + length, 0) / 2
  let passed = 0
  for (const { value, length } of values) {
    passed += length
    if (passed >= half) return value
  }
  return 0
}
