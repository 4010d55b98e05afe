// What a PDF says and where, in millimetres from each page's top left corner: read by the system's PDF tools, not by ours.
import { execFileSync } from 'node:child_process'

/** Edges in mm. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface PrintedWord extends Box {
  text: string
}

export interface PrintedPage {
  widthMm: number
  heightMm: number
  words: PrintedWord[]
}

const mmPerPoint = 25.4 / 72
const mostBytes = 64 * 2 ** 20
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Every page with its words, in the order of the PDF. */
export function printedPages(file: string): PrintedPage[] {
  const text = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: mostBytes })
  return text
    .split('<page ')
    .slice(1)
    .map((page) => ({
      widthMm: numberIn(page, 'width') * mmPerPoint,
      heightMm: numberIn(page, 'height') * mmPerPoint,
      words: [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, box = '', word = '']) => ({
        left: numberIn(box, 'xMin') * mmPerPoint,
        top: numberIn(box, 'yMin') * mmPerPoint,
        right: numberIn(box, 'xMax') * mmPerPoint,
        bottom: numberIn(box, 'yMax') * mmPerPoint,
        text: word.replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity),
      })),
    }))
}

/** The words that any part of lies in the area. */
export function wordsIn(words: readonly PrintedWord[], area: Box): PrintedWord[] {
  return words.filter(
    ({ left, top, right, bottom }) => right > area.left && left < area.right && bottom > area.top && top < area.bottom,
  )
}

/** The words that any part of lies outside the area. */
export function wordsBeyond(words: readonly PrintedWord[], area: Box): PrintedWord[] {
  return words.filter(
    ({ left, top, right, bottom }) => left < area.left || right > area.right || top < area.top || bottom > area.bottom,
  )
}

/** Runs of ink down a strip of the first page, each from its upper to its lower edge in mm. */
export function inkDown(file: string, strip: Pick<Box, 'left' | 'right'>): { top: number; bottom: number }[] {
  const { width, height, pixels } = drawn(file, 1, { ...strip, top: 0, bottom: 297 })
  const runs: { top: number; bottom: number }[] = []
  let began: number | null = null
  for (let y = 0; y <= height; y += 1) {
    const isInked = y < height && pixels.subarray(y * width, (y + 1) * width).some(isDark)
    if (isInked) began ??= y
    else if (began !== null) {
      runs.push({ top: (began / dpi) * 25.4, bottom: (y / dpi) * 25.4 })
      began = null
    }
  }
  return runs
}

/** Share of the ink of either page near which, within the tolerance, the other has none. `page` from 1. */
export function strayInk(one: string, other: string, page: number, toleranceMm: number): number {
  const [first, second] = [one, other].map((file) => drawn(file, page, { left: 0, top: 0, right: 210, bottom: 297 }))
  if (first === undefined || second === undefined) return 1
  const reach = Math.round((toleranceMm / 25.4) * dpi)
  return Math.max(strayIn(first, second, reach), strayIn(second, first, reach))
}

function strayIn(page: Drawn, beside: Drawn, reach: number): number {
  let inked = 0
  let stray = 0
  for (const [at, value] of page.pixels.entries()) {
    if (!isDark(value)) continue
    inked += 1
    if (!isInkedNear(beside, at % page.width, Math.floor(at / page.width), reach)) stray += 1
  }
  return inked === 0 ? 0 : stray / inked
}

function isInkedNear({ width, height, pixels }: Drawn, x: number, y: number, reach: number): boolean {
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row += 1) {
    for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column += 1) {
      if (isDark(pixels[row * width + column] ?? 255)) return true
    }
  }
  return false
}

interface Drawn {
  width: number
  height: number
  pixels: Buffer
}

const dpi = 300

function isDark(value: number): boolean {
  return value < 160
}

/** A part of a page in grey. */
function drawn(file: string, page: number, part: Box): Drawn {
  const px = (mm: number): number => Math.round((mm / 25.4) * dpi)
  const size = ['-W', px(part.right - part.left), '-H', px(part.bottom - part.top)]
  const crop = ['-x', px(part.left), '-y', px(part.top), ...size].map(String)
  const pages = ['-f', String(page), '-l', String(page)]
  const pgm = execFileSync('pdftoppm', ['-gray', '-r', String(dpi), ...pages, ...crop, file], {
    maxBuffer: mostBytes,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))
  return { width: Number(head?.[1]), height: Number(head?.[2]), pixels: pgm.subarray(head?.[0].length) }
}

function numberIn(attributes: string, name: string): number {
  return Number(new RegExp(`${name}="([-\\d.]+)"`).exec(attributes)?.[1])
}
