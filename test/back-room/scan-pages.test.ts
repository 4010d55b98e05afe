// The pages of a scan as a person arranges them: blank ones noticed and left out, the order changed, until the masks are made.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Screening } from '../../main/screening/index.ts'
import type { Scan } from '../../shared/ipc/parts.ts'
import { tiffPages } from './mail.ts'
import { builtScreening, mailDesk, type MailDesk } from './mail-desk.ts'

let screening: Screening
let desk: MailDesk
let id: string

beforeAll(async () => {
  screening = await builtScreening()
})
afterAll(() => screening.close())
beforeEach(async () => {
  desk = await mailDesk(screening)
  await desk.intake.drop({ files: [{ name: 'pages.tif', bytes: new Uint8Array(tiffPages(3)) }] }, desk.clerk)
  id = (await desk.scans.inbox()).scans[0]?.id ?? ''
  await vi.waitUntil(async () => (await desk.scans.get({ id })).stage === 'screened', { timeout: 60_000, interval: 50 })
})
afterEach(() => desk.remove())

const leaveOut = (page: number, leftOut = true): Promise<Scan> =>
  desk.scans.leaveOutPage({ id, page, leftOut }, desk.clerk)
const arrange = (order: number[]): Promise<Scan> => desk.scans.arrangePages({ id, order }, desk.clerk)

async function confirmKept({ pages }: Scan): Promise<void> {
  for (const { page, leftOut } of pages)
    if (!leftOut) await desk.scans.confirmPage({ id, page, confirmed: true }, desk.clerk)
}

describe('a blank page', () => {
  test('is noticed, and never left out by itself', async () => {
    const scan = await desk.scans.get({ id })
    expect(scan.pages.map(({ isBlank, leftOut }) => [isBlank, leftOut])).toEqual([
      [true, false],
      [true, false],
      [true, false],
    ])
    expect(scan).toMatchObject({ pageCount: 3, undecided: 3 })
  })

  test('that a person leaves out needs no eye, is not kept, and may be taken in again until the masks are made', async () => {
    expect(await leaveOut(2)).toMatchObject({ undecided: 2, pageCount: 2, keptPages: [1, 3] })
    expect(await leaveOut(2, false)).toMatchObject({ undecided: 3, keptPages: [1, 2, 3] })
    await confirmKept(await leaveOut(2))
    const prepared = await desk.scans.prepare({ id }, desk.clerk)
    expect(prepared).toMatchObject({ kind: 'prepared', scan: { pages: [{ page: 1 }, { page: 3 }] } })
    await expect(leaveOut(3)).rejects.toMatchObject({ code: 'wrong-stage' })
    const finished = await desk.scans.finish({ id }, desk.clerk)
    expect(finished.pages.map(({ page }) => page)).toEqual([1, 3])
    // Two masked pages are all that lies on the disk.
    expect(await desk.vault.listObjects()).toHaveLength(2)
    const look = { id, page: 2, longSidePx: 500, version: 'current' } as const
    await expect(desk.scans.picture(look, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })
  })

  test('is kept when it is the last one, and when the scan is another', async () => {
    await leaveOut(1)
    await leaveOut(2)
    await expect(leaveOut(3)).rejects.toMatchObject({ code: 'bad-request' })
    const other = { id: randomUUID(), page: 1, leftOut: true }
    await expect(desk.scans.leaveOutPage(other, desk.clerk)).rejects.toMatchObject({ code: 'not-found' })
    await expect(leaveOut(4)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the order of the pages', () => {
  test('is the one a person gave them, also once they are masked', async () => {
    const arranged = await arrange([3, 1, 2])
    expect(arranged.pages.map(({ page }) => page)).toEqual([3, 1, 2])
    await confirmKept(arranged)
    await desk.scans.prepare({ id }, desk.clerk)
    expect(await desk.scans.finish({ id }, desk.clerk)).toMatchObject({ keptPages: [3, 1, 2] })
  })

  test.each([[[1, 2]], [[1, 2, 2]], [[1, 2, 3, 4]], [[1, 2, 4]]])('%o is none', async (order) => {
    await expect(arrange(order)).rejects.toMatchObject({ code: 'bad-request' })
    expect((await desk.scans.get({ id })).keptPages).toEqual([1, 2, 3])
  })

  test('and what was left out stand in the audit chain', async () => {
    await arrange([2, 1, 3])
    await leaveOut(2)
    const { entries } = await desk.audit.list({ limit: 2, before: null })
    expect(entries.map(({ event, detail }) => [event, detail])).toEqual([
      ['page-left-out', { page: 2, leftOut: 1 }],
      ['pages-arranged', { pages: 3 }],
    ])
  })
})
