// Scans that carry the desk's code: filed by themselves, kept apart with the reason, cut at separators, and nothing lost.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { tiffPage, writeTiff } from '../../main/reading/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import type { SheetCases } from '../../main/scans/index.ts'
import type { Scan } from '../../shared/ipc/parts.ts'
import { caseNumberOf, type CaseNumber } from '../../shared/rules/case-number.ts'
import type { SheetCode } from '../../shared/rules/sheet-code.ts'
import { asSharp, decode } from '../specimens/picture.ts'
import { sheetPicture, type SheetDrawing } from '../specimens/sheets.ts'
import { builtScreening, mailDesk, type MailDesk } from './mail-desk.ts'

const known = caseNumberOf(2026, 123)
const closed = caseNumberOf(2026, 124)
const caseId = randomUUID()
const closedId = randomUUID()

let screening: Screening
let desk: MailDesk
let arrivals: Parameters<SheetCases['arrived']>[1][]
let filedForms: Parameters<SheetCases['formFiled']>[1][]

beforeAll(async () => {
  screening = await builtScreening()
})
afterAll(() => screening.close())
beforeEach(async () => {
  arrivals = []
  filedForms = []
  desk = await mailDesk(screening, {
    sheetCases: {
      async numbered(number) {
        if (number === known) return { id: caseId, isOpen: true }
        return number === closed ? { id: closedId, isOpen: false } : null
      },
      async arrived(_trx, sheet) {
        arrivals.push(sheet)
      },
      async formFiled(_trx, filed) {
        filedForms.push(filed)
      },
    },
  })
  await desk.openCase(caseId)
})
afterEach(() => desk.remove())

async function form(number: CaseNumber, drawing: SheetDrawing = {}, deskCode?: string): Promise<Buffer> {
  const code: SheetCode = {
    kind: 'application-form',
    desk: deskCode ?? (await desk.deskCode()),
    number,
    sheet: 1,
    of: 1,
  }
  return pngOf(code, drawing)
}

async function pngOf(code: SheetCode, drawing: SheetDrawing = {}): Promise<Buffer> {
  return asSharp(await sheetPicture(code, { dpi: 200, ...drawing }))
    .png()
    .toBuffer()
}

async function takeIn(name: string, bytes: Buffer): Promise<void> {
  await desk.intake.drop({ files: [{ name, bytes: new Uint8Array(bytes) }] }, desk.clerk)
}

async function tiffOf(pages: Buffer[]): Promise<Buffer> {
  const decoded = await Promise.all(pages.map(decode))
  return Buffer.from(writeTiff(decoded.map(({ width, height, data }) => tiffPage(width, height, data, 1))))
}

/** When every scan is screened and nothing is under way. */
async function atRest(count: number): Promise<Scan[]> {
  return vi.waitFor(
    async () => {
      expect((await desk.jobs.list()).jobs.filter((job) => job.state === 'running')).toEqual([])
      const { scans } = await desk.scans.inbox()
      expect(scans).toHaveLength(count)
      expect(scans.every((scan) => scan.stage === 'screened')).toBe(true)
      return Promise.all(scans.map(({ id }) => desk.scans.get({ id })))
    },
    { timeout: 60_000, interval: 100 },
  )
}

describe('a scan with one code', () => {
  test('goes to its case as the returned form, still undecided, and can be taken out again', async () => {
    await takeIn('form.png', await form(known))
    const [scan] = await atRest(1)
    expect(scan).toMatchObject({
      caseId,
      role: 'form',
      filing: { byCode: true, orphan: null },
      pages: [{ confirmed: false }],
    })
    expect(arrivals).toEqual([{ caseId, kind: 'application-form', on: desk.clock.today() }])
    expect(await desk.scans.scansOf(caseId)).toHaveLength(1)

    const undone = await desk.scans.undoFiling({ id: scan?.id ?? '' }, desk.clerk)
    expect(undone).toMatchObject({ caseId: null, caseNumber: null, filing: { byCode: false, orphan: 'taken-back' } })
    const picture = { id: undone.id, page: 1, longSidePx: 300, version: 'current' } as const
    expect((await desk.scans.picture(picture, desk.clerk)).bytes.length).toBeGreaterThan(0)
    await expect(desk.scans.undoFiling({ id: undone.id }, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })
    await desk.scans.file({ id: undone.id, caseId, role: 'id-copy' }, desk.clerk)
    expect(filedForms).toEqual([])
    const filed = await desk.scans.file({ id: undone.id, caseId, role: 'form' }, desk.clerk)
    expect(filed.filing).toEqual({ byCode: false, orphan: null })
    expect(filedForms).toEqual([{ caseId, on: desk.clock.today() }])
  })

  test.each([{ qr: false }, { bars: false }])('is filed by either mark alone: %o', async (drawing) => {
    await takeIn('form.png', await form(known, drawing))
    expect((await atRest(1))[0]?.caseId).toBe(caseId)
  })
})

describe('a scan whose code leads nowhere waits with the reason', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['unknown-case', () => form(caseNumberOf(2026, 999))],
    ['closed-case', () => form(closed)],
    ['foreign-desk', async () => form(known, {}, (await desk.deskCode()) === '11111' ? '22222' : '11111')],
    [
      'several-codes',
      async () =>
        form(known, {
          more: [{ kind: 'application-form', desk: await desk.deskCode(), number: closed, sheet: 1, of: 1 }],
        }),
    ],
  ])('%s', async (orphan, draw) => {
    await takeIn('form.png', await draw())
    const [scan] = await atRest(1)
    expect(scan).toMatchObject({ caseId: null, filing: { byCode: false, orphan } })
    expect(arrivals).toEqual([])
  })
})

describe('a batch', () => {
  test('is cut at its separators into scans of their own, each filed by its own code', async () => {
    const separator = await pngOf({ kind: 'separator', desk: await desk.deskCode() })
    const other = await form(known, { qr: false, bars: false })
    await takeIn('batch.tif', await tiffOf([await form(known), other, separator, other, separator, await form(closed)]))
    const scans = (await atRest(3)).sort((a, b) => a.arrivalNumber.localeCompare(b.arrivalNumber))
    expect(
      scans.map(({ arrivalNumber, pageCount, caseId: inCase, filing }) => ({
        arrivalNumber,
        pageCount,
        inCase,
        filing,
      })),
    ).toEqual([
      { arrivalNumber: 'A-000001', pageCount: 2, inCase: caseId, filing: { byCode: true, orphan: null } },
      { arrivalNumber: 'A-000002', pageCount: 1, inCase: null, filing: { byCode: false, orphan: null } },
      { arrivalNumber: 'A-000003', pageCount: 1, inCase: null, filing: { byCode: false, orphan: 'closed-case' } },
    ])
    for (const { id, pages } of scans) {
      for (const { page } of pages) {
        const look = { id, page, longSidePx: 200, version: 'current' } as const
        expect((await desk.scans.picture(look, desk.clerk)).bytes.length).toBeGreaterThan(0)
      }
    }
    expect(await desk.db('scan_places').select()).toEqual([])
  })

  test('of separators alone stays one scan', async () => {
    const separator = await pngOf({ kind: 'separator', desk: await desk.deskCode() })
    await takeIn('batch.tif', await tiffOf([separator, separator]))
    expect(await atRest(1)).toMatchObject([{ pageCount: 2, caseId: null }])
  })
})
