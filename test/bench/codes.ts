// The bench of the desk's codes: how many sheets are still read after each kind of copy, and what reading costs a page.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCodeReader, type CodeReader } from '../../main/reading/index.ts'
import { caseNumberOf, nextSerial } from '../../shared/rules/case-number.ts'
import { parseSheetCode, sheetCodeText, type SheetCode } from '../../shared/rules/sheet-code.ts'
import { checkout } from '../specimens/checkout.ts'
import { copied } from '../specimens/copies/index.ts'
import { renderSpecimens, specimens } from '../specimens/index.ts'
import { decode, toGrey, type Picture } from '../specimens/picture.ts'
import { seededRandom } from '../specimens/random.ts'
import { sheetPicture } from '../specimens/sheets.ts'
import type { Copy } from '../specimens/specimen.ts'
import { duration, median, processorTime, section, table, timed, type Print } from './figures.ts'

const dpi = 300
const ordinaryPages = 24
const addedRemark = `${ordinaryPages} specimens of the tuned part, as they come in; target 150 ms.`

/** What befalls a sheet on its way to the requester, back, and through the scanner. */
const damages: readonly { name: string; copies: readonly Copy[] }[] = [
  { name: 'as printed', copies: [] },
  { name: 'skewed by 2.5°', copies: [{ kind: 'skew', degrees: 2.5 }] },
  { name: 'turned by 90°', copies: [{ kind: 'turn', degrees: 90 }] },
  { name: 'turned by 180°', copies: [{ kind: 'turn', degrees: 180 }] },
  { name: 'first copy', copies: [{ kind: 'photocopy', generation: 1 }] },
  { name: 'second copy', copies: [{ kind: 'photocopy', generation: 2 }] },
  { name: 'third copy', copies: [{ kind: 'photocopy', generation: 3 }] },
  { name: 'faded', copies: [{ kind: 'faded' }] },
  { name: 'dark', copies: [{ kind: 'dark' }] },
  { name: 'fax', copies: [{ kind: 'fax' }] },
  { name: 'fax of a second copy', copies: [{ kind: 'photocopy', generation: 2 }, { kind: 'fax' }] },
  { name: 'photographed', copies: [{ kind: 'photo', strength: 1 }] },
]

interface Tally {
  sheet: number
  qr: number
  bars: number
  /** Read as another sheet than it is: must never be. */
  wrong: number
  ms: number[]
}

/** `pages` of each kind of damage. */
export async function benchCodes(pages: number, seed: number, print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'codes-'))
  try {
    const wasm = 'zxing_reader.wasm'
    await copyFile(join(checkout, 'node_modules/zxing-wasm/dist/reader', wasm), join(folder, wasm))
    const read = await loadCodeReader(folder)
    const rows: string[][] = []
    for (const { name, copies } of damages)
      rows.push(rowOf(name, pages, await measured(read, copies, pages, `${seed}/${name}`)))
    const remark = `${pages} A4 sheets each at ${dpi} dpi, drawn with both marks; "read" by either mark.`
    print(section('Codes', remark, table(['copy', 'read', 'QR', 'Code 128', 'wrong', 'median a page'], rows)))
    const added = await addedTo(read, seed, folder)
    const head = ['the turn of the page', 'median a page', 'slowest', 'processor time a page']
    print(section('What looking for codes adds to a page without one', addedRemark, table(head, added)))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measured(read: CodeReader, copies: readonly Copy[], pages: number, seed: string): Promise<Tally> {
  const tally: Tally = { sheet: 0, qr: 0, bars: 0, wrong: 0, ms: [] }
  for (let page = 0; page < pages; page += 1) {
    const random = seededRandom('codes', seed, page)
    const code: SheetCode = {
      kind: random.pick(['application-form', 'correction-form', 'authority-form', 'letter', 'cover']),
      desk: String(random.below(100_000)).padStart(5, '0'),
      number: caseNumberOf(2026, nextSerial(2026, random.below(90_000))),
      sheet: 1,
      of: 1 + random.below(9),
    }
    const { picture } = await copied(
      { picture: await sheetPicture(code, { dpi }), places: [] },
      copies,
      dpi,
      `${seed}/${page}`,
    )
    const began = performance.now()
    const found = await read(greyOf(picture))
    tally.ms.push(performance.now() - began)
    const own = found.filter(({ text }) => text !== null && parseSheetCode(text).kind === 'valid')
    const right = own.filter(({ text }) => text === sheetCodeText(code))
    if (right.length > 0) tally.sheet += 1
    if (right.some(({ format }) => format === 'qr')) tally.qr += 1
    if (right.some(({ format }) => format === 'code-128')) tally.bars += 1
    if (own.length > right.length) tally.wrong += 1
  }
  return tally
}

function greyOf(picture: Picture): { width: number; height: number; data: Uint8Array } {
  const { width, height, data } = toGrey(picture)
  return { width, height, data }
}

/** On the pages that screening is tuned on: print, rules and grounds are what takes time. */
async function addedTo(read: CodeReader, seed: number, folder: string): Promise<string[][]> {
  const truths = await renderSpecimens(specimens({ part: 'tuned', count: ordinaryPages, seed }), { to: folder })
  const pages = await Promise.all(
    truths.map(async ({ file }) => greyOf(await decode(await readFile(join(folder, file))))),
  )
  const rows: string[][] = []
  for (const stands of ['upright', 'anyhow'] as const) {
    const ms: number[] = []
    const processorMs = await processorTime(async () => {
      for (const page of pages) ms.push(await timed(() => read(page, stands)))
    })
    const name = stands === 'upright' ? 'is known' : 'is not known'
    rows.push([name, duration(median(ms)), duration(Math.max(...ms)), duration(processorMs / pages.length)])
  }
  return rows
}

function rowOf(name: string, pages: number, { sheet, qr, bars, wrong, ms }: Tally): string[] {
  const share = (count: number): string => `${((100 * count) / pages).toFixed(1)} %`
  return [name, share(sheet), share(qr), share(bars), String(wrong), duration(median(ms))]
}
