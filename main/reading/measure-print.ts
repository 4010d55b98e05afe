// How legible print is: per line its height, how far its ink stands out, how soft its edges are, whether the sheet's edge cuts it.
import type { PrintedLine } from '../../shared/rules/screening/legibility.ts'
import type { LineBox } from './line-box.ts'
import { mapPoint, resample } from './picture.ts'
import type { Affine, Grey } from './picture.ts'

/** So many lines, the longest ones, say enough of a page. */
const mostLines = 48
/** Of a line box's thickness this much is print, the rest is the margin that the detector leaves. */
const printShare = 0.76
/** A line is measured over this many heights at most. */
const longest = 16
/** Shares of a line's pixels, by their grey and by their slope: ink, paper, and the edges of strokes. */
const inkAt = 0.03
const paperAt = 0.8
const edgesAt = 0.97
/** Print that reaches within this many pixels of the sheet's edge may go on beyond it. */
const nearEdge = 2

/** `source`: the page as it came in, of which `upright` is a turned picture; its edges are the sheet's. */
export function measurePrint(upright: Grey, boxes: readonly LineBox[], source: Grey, toSource: Affine): PrintedLine[] {
  return [...boxes]
    .sort((a, b) => b.length - a.length)
    .slice(0, mostLines)
    .map((box) => measured(upright, box, isCutByEdge(source, toSource, box)))
}

function measured(upright: Grey, box: LineBox, isCut: boolean): PrintedLine {
  const line = asItIs(upright, box)
  const { width, height, data } = line
  const greys = new Uint32Array(256)
  const along = new Uint32Array(256)
  const across = new Uint32Array(256)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      greys[data[at]!]!++
      // Sums over three neighbours: grain of a copy is no edge.
      const slopeAlong = sumDown(data, at + 1, width) - sumDown(data, at - 1, width)
      const slopeAcross = sumAlong(data, at + width) - sumAlong(data, at - width)
      along[Math.min(255, Math.abs(slopeAlong) / 6) | 0]!++
      across[Math.min(255, Math.abs(slopeAcross) / 6) | 0]!++
    }
  }
  line.data.fill(0)
  const ink = valueAt(greys, inkAt)
  const paper = valueAt(greys, paperAt)
  const heightPx = printShare * box.thickness
  // An edge is as wide as its whole step takes at its steepest; softer of the two directions, because hands shake in one.
  const steepest = Math.min(valueAt(along, edgesAt), valueAt(across, edgesAt))
  return {
    heightPx,
    lengthPx: box.length,
    contrast: Math.max(0, paper - ink) / 255,
    edgePx: (paper - ink) / Math.max(1, steepest),
    isCut,
  }
}

/** The line along its box, a pixel for a pixel. */
function asItIs(upright: Grey, box: LineBox): Grey {
  const length = Math.min(box.length, longest * box.thickness)
  const width = Math.max(4, Math.round(length))
  const height = Math.max(4, Math.round(box.thickness))
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)]
  const x0 = box.cx - (cos * length) / 2 + (sin * box.thickness) / 2
  const y0 = box.cy - (sin * length) / 2 - (cos * box.thickness) / 2
  return resample(upright, [cos, -sin, x0, sin, cos, y0], width, height, 255)
}

function sumDown(data: Uint8Array, at: number, width: number): number {
  return data[at - width]! + data[at]! + data[at + width]!
}

function sumAlong(data: Uint8Array, at: number): number {
  return data[at - 1]! + data[at]! + data[at + 1]!
}

function valueAt(counts: Uint32Array, share: number): number {
  let total = 0
  for (const count of counts) total += count
  let below = 0
  for (let value = 0; value < 256; value++) {
    below += counts[value]!
    if (below >= share * total) return value
  }
  return 255
}

/** Strokes of the line run into the edge of the sheet; a dark band along the edge is none. */
function isCutByEdge(source: Grey, toSource: Affine, box: LineBox): boolean {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)]
  const [halfLength, halfHeight] = [box.length / 2, box.thickness / 2]
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([along, across]) =>
    mapPoint(
      toSource,
      box.cx + along! * halfLength * cos - across! * halfHeight * sin,
      box.cy + along! * halfLength * sin + across! * halfHeight * cos,
    ),
  )
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const { width, height } = source
  return (
    (left < nearEdge && hasStrokes(source, 0, top, 0, bottom)) ||
    (right > width - nearEdge && hasStrokes(source, width - 1, top, width - 1, bottom)) ||
    (top < nearEdge && hasStrokes(source, left, 0, right, 0)) ||
    (bottom > height - nearEdge && hasStrokes(source, left, height - 1, right, height - 1))
  )
}

/** Dark runs with paper between them along the sheet's outermost pixels. */
function hasStrokes(source: Grey, x0: number, y0: number, x1: number, y1: number): boolean {
  const steps = Math.round(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)))
  const greys: number[] = []
  for (let step = 0; step <= steps; step++) {
    const x = Math.round(x0 + ((x1 - x0) * step) / Math.max(1, steps))
    const y = Math.round(y0 + ((y1 - y0) * step) / Math.max(1, steps))
    if (x >= 0 && y >= 0 && x < source.width && y < source.height) greys.push(source.data[y * source.width + x]!)
  }
  if (greys.length < 6) return false
  const sorted = greys.toSorted((a, b) => a - b)
  const [darkest, paper] = [sorted[Math.floor(0.02 * sorted.length)]!, sorted[Math.floor(0.8 * sorted.length)]!]
  if (paper - darkest < 60) return false
  const limit = (darkest + paper) / 2
  const dark = greys.filter((grey) => grey < limit).length / greys.length
  return dark > 0.04 && dark < 0.6
}
