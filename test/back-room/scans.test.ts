// Scans from arrival to what is kept: screened, decided, masked, finished; each change refused where it must be.
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scan } from '../../shared/ipc/parts.ts'
import { keySlotSchema } from '../../main/vault/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import type { Box } from '../../shared/screening.ts'
import { rawSearch } from './desk-fixture.ts'
import { juminhyo, secrets, tiffPages } from './mail.ts'
import { builtScreening, mailDesk, type MailDesk } from './mail-desk.ts'

let screening: Screening
let domicilePage: Buffer
let desk: MailDesk
beforeAll(async () => {
  screening = await builtScreening()
  domicilePage = await juminhyo()
})
afterAll(() => screening.close())
beforeEach(async () => {
  desk = await mailDesk(screening)
})
afterEach(() => desk.remove())

async function takeIn(bytes: Uint8Array, name = '架空 花子.jpg'): Promise<string> {
  const before = new Set((await desk.scans.inbox()).scans.map((scan) => scan.id))
  await desk.intake.drop({ files: [{ name, bytes: new Uint8Array(bytes) }] }, desk.clerk)
  const scan = (await desk.scans.inbox()).scans.find(({ id }) => !before.has(id))
  expect(scan).toBeDefined()
  return scan?.id ?? ''
}

async function screened(id: string): Promise<Scan> {
  return vi.waitFor(
    async () => {
      const scan = await desk.scans.get({ id })
      expect(scan.stage).toBe('screened')
      return scan
    },
    { timeout: 60_000, interval: 50 },
  )
}

async function decideAll(scan: Scan, decision: 'mask-and-keep' | 'return-to-sender'): Promise<void> {
  for (const page of scan.pages) {
    for (const { id, needsDecision, decision: decided } of page.findings) {
      if (needsDecision && decided === null)
        await desk.scans.decide({ findingId: id, decision, reason: null }, desk.clerk)
    }
    await desk.scans.confirmPage({ id: scan.id, page: page.page, confirmed: true }, desk.clerk)
  }
}

describe('the main job', () => {
  test('a visible 本籍 is found, masked, and gone with the key of the original', async () => {
    const id = await takeIn(domicilePage)
    const scan = await screened(id)
    expect(scan).toMatchObject({
      arrivalNumber: 'A-000001',
      fileName: '架空 花子.jpg',
      verdict: 'flagged',
      receivedOn: '2026-11-24',
    })
    const domicile = scan.pages[0]?.findings.find((finding) => finding.field === 'permanent-domicile')
    expect(domicile).toMatchObject({ state: 'visible', needsDecision: true, decision: null, source: 'screening' })

    const confirming = { id, page: 1, confirmed: true }
    await expect(desk.scans.confirmPage(confirming, desk.clerk)).rejects.toMatchObject({ code: 'undecided' })
    await expect(desk.scans.prepare({ id }, desk.clerk)).rejects.toMatchObject({ code: 'undecided' })
    await decideAll(scan, 'mask-and-keep')
    await expect(desk.scans.finish({ id }, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })

    const prepared = await desk.scans.prepare({ id }, desk.clerk)
    expect(prepared).toMatchObject({ kind: 'prepared', scan: { stage: 'prepared', undecided: 0 } })
    const [x = 0, y = 0, width = 0, height = 0] = domicile?.box ?? []
    const look = { id, page: 1, longSidePx: 2339 }
    expect(await meanShade(desk, { ...look, version: 'current' }, [x, y, width, height])).toBeGreaterThan(120)
    expect(await meanShade(desk, { ...look, version: 'prepared' }, [x, y, width, height])).toBeLessThan(20)

    const before = await desk.db('scans').where({ id }).first()
    const finished = await desk.scans.finish({ id }, desk.clerk)
    expect(finished.stage).toBe('finished')
    expect(await desk.vault.keyIsDestroyed(before.original_slot)).toBe(true)
    expect(await desk.vault.describeObject(before.original_object)).toBeNull()
    expect(await meanShade(desk, { ...look, version: 'current' }, [x, y, width, height])).toBeLessThan(20)
    await expect(desk.scans.reopen({ id }, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })
    const decided = { findingId: domicile?.id ?? '', decision: null, reason: null }
    await expect(desk.scans.decide(decided, desk.clerk)).rejects.toMatchObject({ code: 'wrong-stage' })
    for (const word of secrets) expect(await rawSearch(desk.folder, Buffer.from(word))).toEqual([])
  })

  test('what was called a false alarm may stay legible right beside a mask', async () => {
    const id = await takeIn(domicilePage)
    const scan = await screened(id)
    const domicile = scan.pages[0]?.findings.find(({ field }) => field === 'permanent-domicile')
    const [x = 0, y = 0, width = 0, height = 0] = domicile?.box ?? []
    const reason = '見本の文字'
    await desk.scans.decide({ findingId: domicile?.id ?? '', decision: 'false-alarm', reason }, desk.clerk)
    const box: Box = [x + width, y, height, height]
    await decideAll(
      await desk.scans.addFinding({ id, page: 1, field: 'head-of-register', box }, desk.clerk),
      'mask-and-keep',
    )
    expect((await desk.scans.prepare({ id }, desk.clerk)).kind).toBe('prepared')
  })

  test('one field that must go back takes the whole scan with it; the paper still waits', async () => {
    const id = await takeIn(domicilePage)
    await decideAll(await screened(id), 'return-to-sender')
    const row = await desk.db('scans').where({ id }).first()
    const scan = await desk.scans.finish({ id }, desk.clerk)
    expect(scan).toMatchObject({ stage: 'returned', fileName: '', paper: { state: 'held' } })
    for (const slot of [row.row_slot, row.original_slot]) expect(await desk.vault.keyIsDestroyed(slot)).toBe(true)
    expect(await desk.vault.listObjects()).toEqual([])
    await expect(
      desk.scans.picture({ id, page: 1, longSidePx: 500, version: 'current' }, desk.clerk),
    ).rejects.toMatchObject({
      code: 'wrong-stage',
    })
    const { pieceId } = scan.paper
    await desk.pieces.settle({ id: pieceId, state: 'returned', on: '2026-11-24', initials: ['架', '見'] }, desk.clerk)
    const after = await desk.scans.get({ id })
    expect(after.paper).toEqual({ pieceId, state: 'returned', on: '2026-11-24', initials: ['架', '見'] })
    expect((await desk.scans.inbox()).scans).toEqual([])
    expect(await desk.audit.verify()).toMatchObject({ kind: 'whole' })
  })

  test('reopening drops the prepared pages and their key', async () => {
    const id = await takeIn(domicilePage)
    await decideAll(await screened(id), 'mask-and-keep')
    await desk.scans.prepare({ id }, desk.clerk)
    const row = await desk.db('scans').where({ id }).first()
    expect(await desk.vault.listObjects()).toHaveLength(2)
    const scan = await desk.scans.reopen({ id }, desk.clerk)
    expect(scan).toMatchObject({ stage: 'screened', undecided: 0 })
    expect(await desk.vault.keyIsDestroyed(row.masked_slot)).toBe(true)
    expect(await desk.vault.listObjects()).toEqual([row.original_object])
    await expect(
      desk.scans.picture({ id, page: 1, longSidePx: 500, version: 'prepared' }, desk.clerk),
    ).rejects.toMatchObject({
      code: 'wrong-stage',
    })
  })
})

/** 0 is black, 255 white. */
async function meanShade(
  { scans, clerk }: MailDesk,
  request: Parameters<MailDesk['scans']['picture']>[0],
  [x, y, width, height]: readonly [number, number, number, number],
): Promise<number> {
  const picture = await scans.picture(request, clerk)
  expect(Math.max(picture.width, picture.height)).toBe(request.longSidePx)
  const region = {
    left: Math.round(x) + 6,
    top: Math.round(y) + 6,
    width: Math.round(width) - 12,
    height: Math.round(height) - 12,
  }
  const { channels } = await sharp(await sharp(picture.bytes).extract(region).greyscale().toBuffer()).stats()
  return channels[0]?.mean ?? 0
}

describe('review', () => {
  let id: string
  beforeEach(async () => {
    id = await takeIn(tiffPages(2), 'fax.tif')
    await screened(id)
  })

  test('a drawn box waits for a decision, is cut to the page, and can be removed again', async () => {
    const request = { id, page: 2, field: 'individual-number', box: [-5, 10.4, 30, 10] } as const
    const scan = await desk.scans.addFinding({ ...request, box: [-5, 10.4, 30, 10] }, desk.clerk)
    const drawn = scan.pages[1]?.findings[0]
    expect(drawn).toMatchObject({
      source: 'person',
      by: [],
      box: [0, 10, 25, 11],
      state: 'visible',
      needsDecision: true,
    })
    expect(scan.undecided).toBe(3)
    const outside = { ...request, box: [70, 0, 10, 10] satisfies [number, number, number, number] }
    await expect(desk.scans.addFinding(outside, desk.clerk)).rejects.toMatchObject({ code: 'bad-request' })
    const after = await desk.scans.removeFinding({ findingId: drawn?.id ?? '' }, desk.clerk)
    expect(after.pages[1]?.findings).toEqual([])
  })

  test('a false alarm needs a reason, which is sealed; a withdrawn decision un-confirms the page', async () => {
    const box: [number, number, number, number] = [1, 1, 20, 10]
    const drawn = (await desk.scans.addFinding({ id, page: 1, field: 'resident-code', box }, desk.clerk)).pages[0]
      ?.findings[0]
    const findingId = drawn?.id ?? ''
    const decision = { findingId, decision: 'false-alarm' } as const
    await expect(desk.scans.decide({ ...decision, reason: null }, desk.clerk)).rejects.toMatchObject({
      code: 'bad-request',
    })
    const decided = await desk.scans.decide({ ...decision, reason: '架空 花子の電話番号' }, desk.clerk)
    expect(decided.pages[0]?.findings[0]?.reason).toBe('架空 花子の電話番号')
    expect(await rawSearch(desk.folder, Buffer.from('架空 花子の電話番号'))).toEqual([])
    await desk.scans.confirmPage({ id, page: 1, confirmed: true }, desk.clerk)
    const withdrawn = await desk.scans.decide({ findingId, decision: null, reason: null }, desk.clerk)
    expect(withdrawn.pages[0]).toMatchObject({ confirmed: false, findings: [{ decision: null, reason: null }] })
  })

  test('a page turned by hand is screened again, keeps its turn and what a person drew', async () => {
    await desk.scans.confirmPage({ id, page: 1, confirmed: true }, desk.clerk)
    await desk.scans.addFinding({ id, page: 1, field: 'organ-donation', box: [1, 1, 5, 5] }, desk.clerk)
    const turned = await desk.scans.turnPage({ id, page: 1, turn: 90 }, desk.clerk)
    expect(turned).toMatchObject({ stage: 'received', verdict: null })
    expect(turned.pages[0]).toMatchObject({ turn: 90, verdict: null, confirmed: false })
    const again = await screened(id)
    expect(again.pages[0]).toMatchObject({ turn: 90, findings: [{ source: 'person' }] })
    const picture = await desk.scans.picture({ id, page: 1, longSidePx: 200, version: 'current' }, desk.clerk)
    expect(picture.height).toBeGreaterThan(picture.width)
  })

  test('screening anew drops what was decided on its findings, says so in the chain, and keeps what a person drew', async () => {
    const domicile = await takeIn(domicilePage)
    const before = await screened(domicile)
    const decided = before.pages.flatMap(({ findings }) => findings).filter(({ needsDecision }) => needsDecision)
    expect(decided.length).toBeGreaterThan(0)
    await decideAll(before, 'mask-and-keep')
    const box: [number, number, number, number] = [1, 1, 20, 10]
    const drawn = await desk.scans.addFinding({ id: domicile, page: 1, field: 'pension-number', box }, desk.clerk)
    const own = drawn.pages[0]?.findings.find(({ source }) => source === 'person')?.id ?? ''
    await desk.scans.decide({ findingId: own, decision: 'mask-and-keep', reason: null }, desk.clerk)
    await desk.scans.screenAgain({ id: domicile }, desk.clerk)
    const again = await screened(domicile)
    const left = again.pages.flatMap(({ findings }) => findings).filter(({ decision }) => decision !== null)
    expect(left.map(({ id: finding }) => finding)).toEqual([own])
    expect(again.pages[0]).toMatchObject({ confirmed: false, verdict: 'flagged' })
    const { entries } = await desk.audit.list({ before: null, limit: 500 })
    expect(entries.filter(({ event }) => event === 'screening-restarted')).toMatchObject([
      { subject: domicile, detail: { pages: 1, decisions: decided.length } },
    ])
  })

  test('a page that cannot be read after all is a person’s to judge', async () => {
    const { arrivals } = desk.scans
    const place = await arrivals.reserve()
    const bytes = tiffPages(1)
    await desk.vault.sealObject(place.slot, 'scan', bytes, place.objectId)
    const size = { width: 64, height: 48 }
    const fingerprint = await desk.vault.fingerprint(bytes)
    const arrival = {
      fileName: 'a.tif',
      route: 'drop',
      format: 'tiff',
      fingerprint,
      source: 'kept',
      actor: null,
    } as const
    // Its last page is not in the file.
    const { scanId } = await arrivals.register(place, { ...arrival, pages: [size, size] })
    expect((await screened(scanId)).pages[1]).toMatchObject({
      ...size,
      verdict: 'check',
      document: 'other',
      findings: [],
    })
    expect(desk.bugs).toEqual([])
  })

  test('nothing found another way up than the person says is no more than a check', async () => {
    const omitted = await takeIn(await juminhyo({ domicile: '省略', head: '省略' }), 'omitted.jpg')
    expect((await screened(omitted)).pages[0]).toMatchObject({ turn: 0, verdict: 'nothing-found' })
    await desk.scans.turnPage({ id: omitted, page: 1, turn: 180 }, desk.clerk)
    expect((await screened(omitted)).pages[0]).toMatchObject({ turn: 180, verdict: 'check', confirmed: false })
  })

  test('whose settings do not mask 筆頭者, is not asked about it', async () => {
    await desk.db('scan_pages').where({ scan_id: id, page: 1 }).update({ document: 'juminhyo' })
    await desk.db('findings').insert({
      id: randomUUID(),
      scan_id: id,
      page: 1,
      position: 1,
      field: 'head-of-register',
      state: 'visible',
      box: '[1,1,5,5]',
      label: null,
      evidence: '["label"]',
      source: 'screening',
      decision: null,
      reason_sealed: null,
    })
    expect((await desk.scans.get({ id })).undecided).toBe(3)
    desk.settings.maskingPolicy = { mayKeep: [{ document: 'juminhyo', field: 'head-of-register' }] }
    expect((await desk.scans.get({ id })).undecided).toBe(2)
  })

  test('a view is written to the chain once an hour, person and page', async () => {
    const view = { id, page: 1, longSidePx: 100, version: 'current' } as const
    const views = async () =>
      (await desk.audit.list({ before: null, limit: 500 })).entries.filter(({ event }) => event === 'scan-viewed')
    await desk.scans.picture(view, desk.clerk)
    await desk.scans.picture(view, desk.clerk)
    expect(await views()).toHaveLength(1)
    await desk.scans.picture({ ...view, page: 2 }, desk.clerk)
    desk.clock.move(3600)
    await desk.scans.picture(view, desk.clerk)
    expect(await views()).toHaveLength(3)
  })
})

describe('after a crash', () => {
  /** What the row says when the app was killed in that step; then a new start and a sign-in. */
  async function killedIn(id: string, step: string): Promise<Scan> {
    await desk.db('scans').where({ id }).update({ step, step_by: desk.clerk.id })
    await desk.scans.resume()
    return desk.scans.get({ id })
  }

  async function preparedScan(): Promise<{
    id: string
    row: { original_slot: number; original_object: string; masked_slot: number; row_slot: number }
  }> {
    const id = await takeIn(tiffPages(2), 'fax.tif')
    await decideAll(await screened(id), 'mask-and-keep')
    await desk.scans.prepare({ id }, desk.clerk)
    return { id, row: await desk.db('scans').where({ id }).first() }
  }

  test('half-made masked pages are dropped and the original stays', async () => {
    const { id, row } = await preparedScan()
    await desk.db('scans').where({ id }).update({ stage: 'screened' })
    expect(await killedIn(id, 'preparing')).toMatchObject({ stage: 'screened', undecided: 0 })
    expect(await desk.vault.listObjects()).toEqual([row.original_object])
    expect(await desk.scans.prepare({ id }, desk.clerk)).toMatchObject({ kind: 'prepared' })
  })

  test.each(['nothing', 'key', 'key and file'])(
    'finishing goes on when %s of the original had been destroyed',
    async (done) => {
      const { id, row } = await preparedScan()
      const slot = keySlotSchema.parse(row.original_slot)
      if (done !== 'nothing') await desk.vault.destroyKey(slot)
      if (done === 'key and file') await desk.vault.shredObject(row.original_object)
      expect(await killedIn(id, 'finishing')).toMatchObject({ stage: 'finished' })
      expect(await desk.vault.keyIsDestroyed(slot)).toBe(true)
      expect(await desk.vault.listObjects()).toHaveLength(2)
      const events = (await desk.audit.list({ before: null, limit: 500 })).entries.map(({ event }) => event)
      expect(events.filter((event) => event === 'original-destroyed')).toHaveLength(1)
      expect((await desk.scans.picture({ id, page: 2, longSidePx: 100, version: 'current' }, desk.clerk)).width).toBe(
        64,
      )
    },
  )

  test('a return goes on, also when its keys were destroyed', async () => {
    const id = await takeIn(tiffPages(2), 'fax.tif')
    await screened(id)
    const drawn = await desk.scans.addFinding(
      { id, page: 1, field: 'permanent-domicile', box: [1, 1, 20, 10] },
      desk.clerk,
    )
    await decideAll(drawn, 'return-to-sender')
    const row = await desk.db('scans').where({ id }).first()
    await desk.vault.destroyKey(keySlotSchema.parse(row.row_slot))
    await desk.vault.destroyKey(keySlotSchema.parse(row.original_slot))
    expect(await killedIn(id, 'returning')).toMatchObject({ stage: 'returned', fileName: '' })
    expect(await desk.vault.listObjects()).toEqual([])
  })

  test('a filing goes on, also when one key had been wrapped anew', async () => {
    const { id, row } = await preparedScan()
    const caseId = randomUUID()
    const caseSlot = await desk.openCase(caseId)
    await desk.db('scans').where({ id }).update({ case_id: caseId })
    await desk.vault.rewrapKey(keySlotSchema.parse(row.original_slot), caseSlot)
    expect(await killedIn(id, 'filing')).toMatchObject({ stage: 'prepared', caseId, fileName: 'fax.tif' })
    await desk.vault.destroyKey(caseSlot)
    await expect(desk.scans.get({ id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a document that was sealed without becoming a scan is cleared away', async () => {
    const place = await desk.scans.arrivals.reserve()
    await desk.vault.sealObject(place.slot, 'scan', tiffPages(1), place.objectId)
    expect(await desk.intake.sweep()).toBe(1)
    expect(await desk.vault.listObjects()).toEqual([])
    expect(await desk.vault.keyIsDestroyed(place.slot)).toBe(true)
    expect(await desk.intake.sweep()).toBe(0)
  })

  test('screening that was cut off is taken up at the next sign-in', async () => {
    const id = await takeIn(tiffPages(3), 'fax.tif')
    desk.scans.pause()
    await desk.scans.resume()
    expect((await screened(id)).pages.map((page) => page.verdict)).not.toContain(null)
    expect(desk.bugs).toEqual([])
  })
})

describe('filing and the wipe', () => {
  test('a filed scan opens under the case and is lost with the case key', async () => {
    const id = await takeIn(tiffPages(1), 'form.tif')
    const caseId = randomUUID()
    const caseSlot = await desk.openCase(caseId)
    await screened(id)
    await desk.scans.confirmPage({ id, page: 1, confirmed: true }, desk.clerk)
    const filed = await desk.scans.file({ id, caseId, role: 'form' }, desk.clerk)
    expect(filed).toMatchObject({ caseId, caseNumber: '2026-000001-7', role: 'form', fileName: 'form.tif' })
    expect(await desk.scans.blockers(caseId)).toEqual(['scan-undecided'])
    expect(await desk.pieces.blockers(caseId)).toEqual(['paper-held'])
    await desk.scans.prepare({ id }, desk.clerk)
    await desk.scans.finish({ id }, desk.clerk)
    const paper = { id: filed.paper.pieceId, state: 'destroyed', on: '2026-11-24' } as const
    await expect(
      desk.pieces.settle({ ...paper, initials: ['架', '見'], on: '2026-11-25' }, desk.clerk),
    ).rejects.toMatchObject({
      code: 'impossible-date',
    })
    await desk.pieces.settle({ ...paper, initials: ['架', '見'] }, desk.clerk)
    expect(await desk.scans.blockers(caseId)).toEqual([])
    expect(await desk.pieces.blockers(caseId)).toEqual([])
    expect(await desk.scans.scansOf(caseId)).toHaveLength(1)

    const [canary = ''] = await desk.scans.canaries(caseId)
    expect(canary).toMatch(/^[0-9a-f]{48}$/)
    expect(await rawSearch(desk.folder, Buffer.from(canary))).toEqual([])
    const holdings = await desk.scans.holdings(caseId)
    expect(holdings.map(({ kind }) => kind).toSorted()).toEqual(['masked-page', 'personal-columns'])

    await desk.vault.destroyKey(caseSlot)
    await expect(
      desk.scans.picture({ id, page: 1, longSidePx: 100, version: 'current' }, desk.clerk),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    await desk.scans.removeRows(caseId)
    await desk.scans.removeRows(caseId)
    expect(await desk.scans.scansOf(caseId)).toMatchObject([{ stage: 'wiped', fileName: '', pageCount: 1 }])
  })
})
