// SIGKILL while a batch is cut at its separators: afterwards every piece of post is a scan of its own, whole, and there once.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { tiffPage, writeTiff } from '../../main/reading/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import { caseNumberOf } from '../../shared/rules/case-number.ts'
import type { SheetCode } from '../../shared/rules/sheet-code.ts'
import { sheetPicture } from '../specimens/sheets.ts'
import { buildChild, runChild } from './children/child.ts'
import { rawSearch } from './desk-fixture.ts'
import { buildFolder, builtScreening, mailDesk, type MailDesk } from './mail-desk.ts'

const recoveryCode = 'code of a fictional desk'
const numbers = [1, 2, 3].map((serial) => caseNumberOf(2026, serial))
let screening: Screening
let child: string

beforeAll(async () => {
  screening = await builtScreening()
  child = await buildChild(new URL('children/divide-child.ts', import.meta.url))
})
afterAll(() => screening.close())

/** Three forms with separators between them. */
async function batchFor(desk: string): Promise<Buffer> {
  const sheets = numbers.flatMap((number): SheetCode[] => [
    { kind: 'application-form', desk, number, sheet: 1, of: 1 },
    { kind: 'separator', desk },
  ])
  const pictures = await Promise.all(sheets.map((sheet) => sheetPicture(sheet, { dpi: 150 })))
  return Buffer.from(writeTiff(pictures.map(({ width, height, data }) => tiffPage(width, height, data, 1))))
}

async function atRest(desk: MailDesk): Promise<Awaited<ReturnType<MailDesk['scans']['inbox']>>['scans']> {
  return vi.waitFor(
    async () => {
      expect((await desk.jobs.list()).jobs).toEqual([])
      const { scans } = await desk.scans.inbox()
      expect(scans.map(({ stage }) => stage)).toEqual(['screened', 'screened', 'screened'])
      return scans
    },
    { timeout: 60_000, interval: 100 },
  )
}

test.each([
  'sealObject:1',
  'sealObject:1:after',
  'sealObject:3:after',
  'fingerprint:3:after',
  'destroyKey:1',
  'destroyKey:1:after',
  'shredObject:1:after',
])('killed at %s', async (point) => {
  const desk = await mailDesk(screening)
  const { folder, outside, inbox } = desk
  const code = await desk.deskCode()
  await desk.lock.addRecoveryCode(recoveryCode)
  await desk.close()
  const bytes = await batchFor(code)
  await writeFile(join(inbox, 'batch.tif'), bytes)
  const end = await runChild(child, [folder, outside, buildFolder, recoveryCode, point], null)
  expect(end).toMatchObject({ signal: 'SIGKILL', errors: '' })

  const again = await mailDesk(screening, { folder, outside, unlocked: false })
  await again.intake.sweep()
  expect(await again.lock.unlockWithRecoveryCode(recoveryCode)).toBe('opened')
  await again.scans.resume()
  const scans = await atRest(again)
  expect(scans.map(({ pageCount, filing }) => [pageCount, filing.orphan])).toEqual(
    numbers.map(() => [1, 'unknown-case']),
  )
  const codes: string[] = []
  for (const { id } of scans) {
    const look = { id, page: 1, longSidePx: 300, version: 'current' } as const
    expect((await again.scans.picture(look, again.clerk)).bytes.length).toBeGreaterThan(0)
    codes.push(JSON.stringify(await again.db('sheet_readings').where({ scan_id: id }).select('codes')))
  }
  for (const number of numbers) expect(codes.filter((one) => one.includes(number.replaceAll('-', '')))).toHaveLength(1)
  expect(await again.vault.listObjects()).toHaveLength(scans.length)
  expect(await again.db('scan_places').select()).toEqual([])
  expect(await rawSearch(folder, bytes.subarray(1000, 1032))).toEqual([])
  expect((await again.audit.verify()).kind).toBe('whole')
  const divided = (await again.audit.entriesOf('scan-divided')).length
  expect(divided).toBe(1)
  expect(again.bugs).toEqual([])
  await again.remove()
})
