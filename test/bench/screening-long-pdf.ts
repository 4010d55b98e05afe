// A PDF of hundreds of scanned pages through all screening processes: throughput, and whether their memory stays flat.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Screening } from '../../main/screening/index.ts'
import { scannedPdf, type ScannedPage, type Truth } from '../specimens/index.ts'
import { duration, megabytes, table } from './figures.ts'
import { watchChildren } from './processes.ts'

const steps = 6
/** The last sixth may need so much more than the second; the first loads the models. */
const flat = 1.1

export async function longPdf(
  screening: Screening,
  folder: string,
  truths: readonly Truth[],
  { pages, processes }: { pages: number; processes: number },
): Promise<string> {
  const scanned = await Promise.all(truths.slice(0, 12).map((truth) => scannedOf(folder, truth)))
  const bytes = scannedPdf(Array.from({ length: pages }, (_, at) => scanned[at % scanned.length]).filter(isPage))
  const watch = watchChildren()
  const rows: string[][] = []
  const largest: number[] = []
  try {
    for (let step = 0; step < steps; step++) {
      const [from, to] = [Math.round((pages * step) / steps), Math.round((pages * (step + 1)) / steps)]
      const began = performance.now()
      let next = from
      const hand = async (): Promise<void> => {
        while (next < to) await screening.screenPage(bytes, next++, () => {}, new AbortController().signal)
      }
      await Promise.all(Array.from({ length: processes }, hand))
      const most = watch.most()
      if (most !== null) largest.push(most.one)
      rows.push([
        `${from + 1}–${to}`,
        duration((performance.now() - began) / Math.max(1, to - from)),
        most === null ? 'not measured here' : megabytes(most.one),
        most === null ? '' : megabytes(most.together),
      ])
    }
  } finally {
    watch.end()
  }
  const [, second = 0] = largest
  const last = largest.at(-1) ?? 0
  const verdict =
    largest.length === 0
      ? ''
      : `\n\n${last <= second * flat ? 'Flat' : 'NOT flat'}: the largest process had ${megabytes(last)} in the last sixth and ${megabytes(second)} in the second. Target ≤ 900 MB.`
  return table(['pages', 'a page, all processes', 'largest process', 'processes together'], rows) + verdict
}

async function scannedOf(folder: string, { file, dpi }: Truth): Promise<ScannedPage> {
  const picture = sharp(await readFile(path.join(folder, file)), { limitInputPixels: false })
  const { data, info } = await picture.jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true })
  return { jpeg: data, width: info.width, height: info.height, dpi, isGrey: info.channels === 1 }
}

function isPage(page: ScannedPage | undefined): page is ScannedPage {
  return page !== undefined
}
