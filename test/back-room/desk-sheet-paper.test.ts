// Separators and covers as a real Electron prints them: one page, both marks on it, and each reads what it should.
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createSheets, type SheetParts } from '../../main/post/sheets.ts'
import { createDecoder, loadCodeReader } from '../../main/reading/index.ts'
import { caseNumberOf } from '../../shared/rules/case-number.ts'
import { sheetCodeText, type SheetCode } from '../../shared/rules/sheet-code.ts'
import { checkout } from '../specimens/checkout.ts'
import { person, tempDesk } from './desk-fixture.ts'
import { papersOf } from './electron-paper.ts'
import { papers } from './papers-fixture.ts'

const number = caseNumberOf(2026, 123)
const caseId = '6f1c2d3e-0000-4000-8000-000000000000'

test('a printed separator and a printed cover are read as what they are, on one page each', async () => {
  const documents: string[] = []
  const desk = await tempDesk({ unlocked: true })
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
  const decoder = createDecoder('native', fileURLToPath(new URL('../../package.json', import.meta.url)))
  try {
    const paper: SheetParts['paper'] = {
      async pdfOf(html) {
        documents.push(html)
        return new Uint8Array()
      },
      print: async () => undefined,
    }
    const post = createSheets({
      audit: desk.audit,
      papers: await papers(),
      paper,
      save: async () => true,
      deskCode: async () => '00042',
      caseNumberOf: async () => number,
    })
    const clerk = person(['clerk'])
    await post.saveSheet({ sheet: { kind: 'separator' } }, clerk)
    await post.saveSheet({ sheet: { kind: 'cover', caseId } }, clerk)
    const pdfs = await papersOf(documents)

    const wasm = 'zxing_reader.wasm'
    await copyFile(join(checkout, 'node_modules/zxing-wasm/dist/reader', wasm), join(folder, wasm))
    const read = await loadCodeReader(folder)
    const wanted: SheetCode[] = [
      { kind: 'separator', desk: '00042' },
      { kind: 'cover', desk: '00042', number, sheet: 1, of: 1 },
    ]
    for (const [index, pdf] of pdfs.entries()) {
      expect(await decoder.inspect(pdf)).toMatchObject({ kind: 'document', pages: [{}] })
      const { grey } = await decoder.grey(pdf, 0, 3600)
      const found = await read(grey)
      const code = wanted[index]
      expect(code).toBeDefined()
      const text = code === undefined ? '' : sheetCodeText(code)
      expect(found.map((one) => one.text)).toEqual([text, text, text])
      expect(found.filter(({ format }) => format === 'code-128')).toHaveLength(1)
      // At 300 dpi: 24 mm squares, whatever else stands on the sheet.
      for (const { rect } of found.filter(({ format }) => format === 'qr')) {
        expect(rect.w / 1.08 / (300 / 25.4)).toBeGreaterThan(23.5)
        expect(rect.w / 1.08 / (300 / 25.4)).toBeLessThan(24.5)
      }
    }
  } finally {
    decoder.close()
    await desk.remove()
    await rm(folder, { recursive: true })
  }
})
