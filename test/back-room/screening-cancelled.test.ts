// Screening of a file of several pages, cancelled at many moments: no page is left half read, and at the end all are read once.
import { setTimeout } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tiffPage, writeTiff } from '../../main/reading/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import { juminhyo } from './mail.ts'
import { builtScreening, mailDesk, type MailDesk } from './mail-desk.ts'

vi.setConfig({ testTimeout: 900_000 })

/** Milliseconds after which a run is cancelled: some before the first page, some between two, most in the middle of one. */
const moments = [0, 3, 40, 900, 150, 2100, 15, 1300, 420, 3000, 70, 1700]
const pageCount = 3

let screening: Screening
let desk: MailDesk
beforeAll(async () => {
  screening = await builtScreening()
  desk = await mailDesk(screening)
})
afterAll(async () => {
  await desk.remove()
  await screening.close()
})

/** A 住民票 on every page, each with its own 本籍. */
async function household(): Promise<Uint8Array> {
  const pages = []
  for (let page = 0; page < pageCount; page++) {
    const picture = sharp(await juminhyo({ domicile: `見本県架空市本町${page + 1}丁目２３番地` }))
    const { data, info } = await picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
    pages.push(tiffPage(info.width, info.height, data, 1))
  }
  return writeTiff(pages)
}

/** Pages without a verdict have nothing that only a read page has. */
async function nothingHalfRead(id: string): Promise<void> {
  const unread: number[] = await desk.db('scan_pages').where({ scan_id: id, verdict: null }).pluck('page')
  expect(await desk.db('findings').where({ scan_id: id }).whereIn('page', unread)).toEqual([])
  expect(await desk.db('sheet_readings').where({ scan_id: id }).whereIn('page', unread)).toEqual([])
}

test('every page is read once, however often the work is cancelled', async () => {
  await desk.intake.drop({ files: [{ name: 'household.tif', bytes: new Uint8Array(await household()) }] }, desk.clerk)
  const id = (await desk.scans.inbox()).scans[0]?.id ?? ''
  for (const moment of moments) {
    await setTimeout(moment)
    for (const { jobId } of (await desk.jobs.list()).jobs) await desk.jobs.cancel({ jobId })
    await vi.waitFor(async () => expect((await desk.jobs.list()).jobs).toEqual([]), { timeout: 30_000, interval: 5 })
    await nothingHalfRead(id)
    await desk.scans.resume()
  }
  const scan = await vi.waitFor(
    async () => {
      const now = await desk.scans.get({ id })
      expect(now.stage).toBe('screened')
      return now
    },
    { timeout: 300_000, interval: 100 },
  )
  for (const { verdict, findings } of scan.pages) {
    expect(verdict).toBe('flagged')
    expect(findings.filter(({ field }) => field === 'permanent-domicile')).toHaveLength(1)
  }
  const { entries } = await desk.audit.list({ before: null, limit: 50 })
  expect(entries.filter(({ event }) => event === 'scan-screened')).toHaveLength(1)
  expect(desk.bugs).toEqual([])
})
