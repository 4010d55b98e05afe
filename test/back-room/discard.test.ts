// A scan that belongs to no case is destroyed for good: whatever its stage, also after a crash; never while it is read, never out of a case.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Scan } from '../../shared/ipc/parts.ts'
import { keySlotSchema } from '../../main/vault/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import { there } from './desk-fixture.ts'
import { tiffPages } from './mail.ts'
import { builtScreening, mailDesk, type MailDesk } from './mail-desk.ts'

let screening: Screening
let desk: MailDesk
beforeAll(async () => {
  screening = await builtScreening()
})
afterAll(() => screening.close())
beforeEach(async () => {
  desk = await mailDesk(screening)
})
afterEach(() => desk.remove())

/** Two pages with one box, brought as far as asked. */
async function scanAt(stage: 'screened' | 'prepared' | 'finished'): Promise<Scan> {
  await desk.intake.drop({ files: [{ name: 'fax.tif', bytes: new Uint8Array(tiffPages(2)) }] }, desk.clerk)
  const { id } = there((await desk.scans.inbox()).scans[0])
  await vi.waitFor(async () => expect((await desk.scans.get({ id })).stage).toBe('screened'), {
    timeout: 60_000,
    interval: 50,
  })
  const drawn = await desk.scans.addFinding(
    { id, page: 1, field: 'permanent-domicile', box: [1, 1, 20, 10] },
    desk.clerk,
  )
  const findingId = there(drawn.pages[0]?.findings[0]).id
  // A return that was decided and not made final does not make the discard a return.
  const decision = stage === 'screened' ? 'return-to-sender' : 'mask-and-keep'
  await desk.scans.decide({ findingId, decision, reason: 'なまえ' }, desk.clerk)
  for (const page of [1, 2]) await desk.scans.confirmPage({ id, page, confirmed: true }, desk.clerk)
  if (stage !== 'screened') await desk.scans.prepare({ id }, desk.clerk)
  if (stage === 'finished') await desk.scans.finish({ id }, desk.clerk)
  return desk.scans.get({ id })
}

interface SlotsOfRow {
  row_slot: number | null
  original_slot: number | null
  masked_slot: number | null
}

async function slotsOf(id: string): Promise<number[]> {
  const row: SlotsOfRow = await desk.db('scans').where({ id }).first()
  return [row.row_slot, row.original_slot, row.masked_slot].filter((slot) => slot !== null)
}

async function expectGone(id: string, slots: number[]): Promise<void> {
  for (const slot of slots) expect(await desk.vault.keyIsDestroyed(keySlotSchema.parse(slot))).toBe(true)
  expect(await desk.vault.listObjects()).toEqual([])
  expect(await desk.db('scans').where({ id }).first()).toMatchObject({
    stage: 'wiped',
    step: 'none',
    fingerprint: null,
    row_slot: null,
    original_slot: null,
    masked_slot: null,
    file_name_sealed: null,
    canary_sealed: null,
  })
  expect(await desk.db('findings').where({ scan_id: id })).toEqual([])
}

test.each(['screened', 'prepared', 'finished'] as const)(
  'a %s scan is discarded; its paper waits and is settled',
  async (stage) => {
    const { id } = await scanAt(stage)
    const slots = await slotsOf(id)
    expect(slots).toHaveLength(stage === 'prepared' ? 3 : 2)
    const scan = await desk.scans.discard({ id, reason: 'wrong-file' }, desk.clerk)
    expect(scan).toMatchObject({ stage: 'wiped', fileName: '', pages: [], paper: { state: 'held' } })
    await expectGone(id, slots)
    const events = (await desk.audit.list({ before: null, limit: 500 })).entries
    expect(events.filter(({ event }) => event === 'scan-discarded')).toMatchObject([
      { subject: id, detail: { reason: 'wrong-file', pages: 2 } },
    ])
    expect(events.map(({ event }) => event)).not.toContain('scan-returned')
    const view = { id, page: 1, longSidePx: 100, version: 'current' } as const
    await expect(desk.scans.picture(view, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })
    await expect(desk.scans.discard({ id, reason: 'other' }, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })

    // It stays in the inbox for its paper alone.
    expect((await desk.scans.inbox()).scans.map((one) => one.id)).toEqual([id])
    const paper = { id: scan.paper.pieceId, state: 'destroyed', on: '2026-11-24' } as const
    await desk.pieces.settle({ ...paper, initials: ['架', '見'] }, desk.clerk)
    expect((await desk.scans.inbox()).scans).toEqual([])
  },
)

test.each(['nothing', 'keys', 'keys and files'])(
  'a discard goes on when %s had been destroyed before the app was killed',
  async (done) => {
    const { id } = await scanAt('prepared')
    const slots = await slotsOf(id)
    const objects = await desk.vault.listObjects()
    // What the rows say from the first moment of a discard on.
    await desk.db('findings').where({ scan_id: id }).delete()
    await desk.db('scans').where({ id }).update({ step: 'returning', step_by: desk.clerk.id })
    if (done !== 'nothing') for (const slot of slots) await desk.vault.destroyKey(keySlotSchema.parse(slot))
    if (done === 'keys and files') for (const object of objects) await desk.vault.shredObject(object)
    await desk.scans.resume()
    expect((await desk.scans.get({ id })).pages).toEqual([])
    await expectGone(id, slots)
  },
)

test('a scan that is still being read, or that was filed to a case, is not discarded', async () => {
  const { id } = await scanAt('screened')
  await desk.db('scans').where({ id }).update({ stage: 'received' })
  await expect(desk.scans.discard({ id, reason: 'other' }, desk.clerk)).rejects.toMatchObject({
    code: 'still-screening',
  })
  await desk.db('scans').where({ id }).update({ stage: 'screened' })
  const caseId = randomUUID()
  await desk.openCase(caseId)
  await desk.scans.file({ id, caseId, role: 'form' }, desk.clerk)
  await expect(desk.scans.discard({ id, reason: 'other' }, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })
  expect(await desk.vault.listObjects()).toHaveLength(1)
})
