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
  const dpi = 300
  const px = (mm: number): number => Math.round((mm / 25.4) * dpi)
  const crop = ['-x', px(strip.left), '-y', 0, '-W', px(strip.right - strip.left), '-H', px(297)].map(String)
  const pgm = execFileSync('pdftoppm', ['-gray', '-r', String(dpi), '-f', '1', '-l', '1', ...crop, file], {
    maxBuffer: mostBytes,
  })
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))
  const [width, height] = [Number(head?.[1]), Number(head?.[2])]
  const pixels = pgm.subarray(head?.[0].length)
  const runs: { top: number; bottom: number }[] = []
  let began: number | null = null
  for (let y = 0; y <= height; y += 1) {
    const isInked = y < height && pixels.subarray(y * width, (y + 1) * width).some((value) => value < 160)
    if (isInked) began ??= y
    else if (began !== null) {
      runs.push({ top: (began / dpi) * 25.4, bottom: (y / dpi) * 25.4 })
      began = null
    }
  }
  return runs
}

function numberIn(attributes: string, name: string): number {
  return Number(new RegExp(`${name}="([-\\d.]+)"`).exec(attributes)?.[1])
}
