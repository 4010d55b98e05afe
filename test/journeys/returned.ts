// What a requester sends back: the desk's own printed sheets, filled by hand, copied and scanned as life does it.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { tiffPage, writeTiff } from '../../main/reading/index.ts'
import { copied } from '../specimens/copies/index.ts'
import { asSharp, decode, fromSharp, type Picture } from '../specimens/picture.ts'
import { seededRandom } from '../specimens/random.ts'
import type { Copy } from '../specimens/specimen.ts'

const dpi = 200

/** The pages of a printed PDF as an office printer puts them on paper. */
export async function printed(pdf: Buffer): Promise<Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), 'printed-'))
  try {
    await writeFile(join(folder, 'letter.pdf'), pdf)
    await promisify(execFile)('pdftoppm', ['-r', String(dpi), '-png', join(folder, 'letter.pdf'), join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted()
    return await Promise.all(names.map(async (name) => decode(await readFile(join(folder, name)))))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Strokes of a blue pen where the fields are: lines of writing down the middle of the sheet. */
export async function filledByHand(sheet: Picture, seed: string): Promise<Picture> {
  const random = seededRandom('handwriting', seed)
  const lines = Array.from({ length: 9 }, (_, line) => {
    const y = sheet.height * (0.24 + line * 0.05)
    const strokes = Array.from({ length: 14 }, (__, at) => {
      const x = sheet.width * (0.36 + at * 0.035)
      const [a, b, c] = [random.between(-14, 14), random.between(-18, 18), random.between(4, 26)]
      return `M${x} ${y + a} q${c} ${b} ${c / 2} ${c} t${b} ${a}`
    })
    return `<path d="${strokes.join(' ')}" stroke="#1c2f6d" stroke-width="3.2" fill="none" stroke-linecap="round"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}">${lines.join('')}</svg>`
  return fromSharp(asSharp(sheet).composite([{ input: await sharp(Buffer.from(svg)).png().toBuffer() }]), 3)
}

export async function damaged(page: Picture, copies: readonly Copy[], seed: string): Promise<Picture> {
  return (await copied({ picture: page, places: [] }, copies, dpi, seed)).picture
}

/** As the copier files what lay in its feeder. */
export async function scanned(pages: readonly Picture[]): Promise<Buffer> {
  const colour = await Promise.all(pages.map((page) => fromSharp(asSharp(page), 3)))
  return Buffer.from(writeTiff(colour.map(({ width, height, data }) => tiffPage(width, height, data, 1))))
}
