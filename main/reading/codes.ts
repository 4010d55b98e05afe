// Finds QR codes by their three corner marks (ISO/IEC 18004: black and white runs of 1:1:3:1:1); what they say is not read.
import type { Grey, Rect } from './picture.ts'

interface Mark {
  x: number
  y: number
  module: number
}

/** Rectangles of QR codes on an upright page, a little larger than the code. */
export function findCodes(picture: Grey, paper: number): Rect[] {
  const marks = findMarks(picture, paper * 0.6)
  const codes: Rect[] = []
  for (const a of marks) {
    for (const b of marks) {
      if (a === b || !alike(a, b) || Math.abs(a.y - b.y) > 2.5 * a.module || b.x <= a.x) continue
      const side = b.x - a.x
      if (side < 12 * a.module || side > 60 * a.module) continue
      // The third mark stands below either of them (a page may hold the code turned by a quarter).
      const third = marks.find(
        (c) =>
          alike(a, c) &&
          Math.abs(Math.abs(c.y - a.y) - side) < 3 * a.module &&
          (Math.abs(c.x - a.x) < 2.5 * a.module || Math.abs(c.x - b.x) < 2.5 * a.module),
      )
      if (third === undefined) continue
      const edge = 4.5 * a.module
      const rect = { x: a.x - edge, y: Math.min(a.y, third.y) - edge, w: side + 2 * edge, h: side + 2 * edge }
      if (!codes.some((code) => Math.abs(code.x - rect.x) < side / 2 && Math.abs(code.y - rect.y) < side / 2))
        codes.push(rect)
    }
  }
  return codes
}

function alike(a: Mark, b: Mark): boolean {
  return Math.abs(a.module - b.module) < 0.35 * Math.max(a.module, b.module)
}

function findMarks(picture: Grey, limit: number): Mark[] {
  const { width, height, data } = picture
  const marks: (Mark & { hits: number })[] = []
  const runs = [0, 0, 0, 0, 0]
  for (let y = 0; y < height; y += 2) {
    runs.fill(0)
    let black = false
    let run = 0
    const row = y * width
    for (let x = 0; x <= width; x++) {
      const now = x < width && data[row + x]! < limit
      if (now === black && x < width) {
        run++
        continue
      }
      runs.shift()
      runs.push(run)
      if (black && fits(runs)) {
        const total = runs[0]! + runs[1]! + runs[2]! + runs[3]! + runs[4]!
        const cx = x - total / 2
        const module = total / 7
        if (module >= 1.4 && fitsDown(picture, cx, y, module, limit)) {
          const same = marks.find((mark) => Math.abs(mark.x - cx) < 2 * module && Math.abs(mark.y - y) < 4 * module)
          if (same === undefined) marks.push({ x: cx, y, module, hits: 1 })
          else {
            same.y = (same.y * same.hits + y) / (same.hits + 1)
            same.hits++
          }
        }
      }
      black = now
      run = 1
    }
  }
  return marks.filter((mark) => mark.hits >= 2).slice(0, 60)
}

function fits(runs: readonly number[]): boolean {
  const [a, b, c, d, e] = runs as [number, number, number, number, number]
  if (a === 0 || b === 0 || d === 0 || e === 0) return false
  const module = (a + b + c + d + e) / 7
  const near = (run: number, wanted: number): boolean =>
    Math.abs(run - wanted * module) < 0.6 * module * Math.max(1, wanted / 2)
  return near(a, 1) && near(b, 1) && near(c, 3) && near(d, 1) && near(e, 1)
}

function fitsDown(picture: Grey, x: number, y: number, module: number, limit: number): boolean {
  const { width, height, data } = picture
  const column = Math.round(x)
  const isBlack = (row: number): boolean => row >= 0 && row < height && data[row * width + column]! < limit
  let top = y
  while (top > 0 && isBlack(top - 1) && y - top < 4 * module) top--
  let low = y
  while (low < height - 1 && isBlack(low + 1) && low - y < 4 * module) low++
  const core = low - top + 1
  if (Math.abs(core - 3 * module) > 1.3 * module) return false
  const whiteAbove = Math.round(top - 0.5 * module)
  const blackAbove = Math.round(top - 1.5 * module)
  const whiteBelow = Math.round(low + 0.5 * module)
  const blackBelow = Math.round(low + 1.5 * module)
  return !isBlack(whiteAbove) && isBlack(blackAbove) && !isBlack(whiteBelow) && isBlack(blackBelow)
}
