// Cuts single lines out of a page: straightened, at reading height, with contrast where the copy is faint.
import type { LineBox } from './line-box.ts'
import { clamp, percentile, resample } from './picture.ts'
import type { Grey } from './picture.ts'
import { lineHeight, widestLine } from './read-line.ts'

/** Paper darker and ink paler than this range is stretched to it. */
const wantedContrast = 150

/** The line along its box, `lineHeight` pixels high; read from the other end when `backwards`. */
export function cropLine(picture: Grey, box: LineBox, backwards = false): Grey {
  const scale = lineHeight / box.thickness
  const width = clamp(Math.round(box.length * scale), 16, widestLine)
  const cos = Math.cos(box.angle) * (backwards ? -1 : 1)
  const sin = Math.sin(box.angle) * (backwards ? -1 : 1)
  const stepX = box.length / width
  const stepY = box.thickness / lineHeight
  const x0 = box.cx - (cos * box.length) / 2 + (sin * box.thickness) / 2
  const y0 = box.cy - (sin * box.length) / 2 - (cos * box.thickness) / 2
  const line = resample(picture, [cos * stepX, -sin * stepY, x0, sin * stepX, cos * stepY, y0], width, lineHeight, 255)
  return withContrast(line)
}

/** Stretches faint print; leaves a good one alone. */
export function withContrast(line: Grey): Grey {
  const whole = { x: 0, y: 0, w: line.width, h: line.height }
  const dark = percentile(line, whole, 0.02)
  const pale = percentile(line, whole, 0.7)
  if (pale - dark >= wantedContrast || pale - dark < 12) return line
  const gain = 255 / (pale - dark)
  const { data } = line
  for (let i = 0; i < data.length; i++) data[i] = clamp((data[i]! - dark) * gain, 0, 255)
  return line
}

/** Where ruled lines cross a horizontal line of print: from where to where along it, 0–1, the box must be cut out. */
export function ruledCuts(line: Grey): [from: number, to: number][] {
  const { width, height, data } = line
  const ink = percentile(line, { x: 0, y: 0, w: width, h: height }, 0.5) * 0.72
  const cuts: [from: number, to: number][] = []
  let from = -1
  for (let x = 0; x <= width; x++) {
    let dark = 0
    if (x < width) for (let y = 0; y < height; y++) if (data[y * width + x]! < ink) dark++
    if (dark >= height - 1) {
      if (from < 0) from = x
      continue
    }
    // A ruled line is thin; anything broad is print or a patch.
    if (from >= 0 && x - from <= 7) cuts.push([(from - 1) / width, (x + 1) / width])
    from = -1
  }
  return cuts
}
