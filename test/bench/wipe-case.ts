// Makes a data folder with one closed case of many pages, as the back room leaves it: every page masked, filed, its paper settled.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { setInterval } from 'node:timers/promises'
import sharp from 'sharp'
import { createPieces, type Pieces } from '../../main/pieces/index.ts'
import { createScans, type ScanParts, type Scans } from '../../main/scans/index.ts'
import type { KeySlot } from '../../main/vault/index.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { casesDesk, recordAll, type CasesDesk } from '../back-room/cases-desk.ts'
import type { TempDesk } from '../back-room/desk-fixture.ts'
import { openBrowser, renderSpecimen, plainSpecimen } from '../specimens/index.ts'
import { layoutNamed } from '../specimens/layouts/index.ts'

export interface ClosedCase {
  caseId: string
  /** What opens the data folder again. */
  key: { slot: KeySlot; personId: string; password: string }
}

export interface FiledDesk extends CasesDesk {
  pieces: Pieces
  scans: Scans
}

const password = 'specimen-bench-2026'
/** Drawing costs more than encoding: each drawn page comes at several qualities, so that no two files are the same. */
const drawnPages = 5
const leastQuality = 75
/** What a small desk holds of other cases: the search after a wipe reads all of it. */
const otherBytes = 200 * 2 ** 20

/** A back room on a data folder: new and unlocked without a case in it, else opened with the case's key. */
export async function filedDesk(folder: string, closed?: ClosedCase): Promise<FiledDesk> {
  const desk = await casesDesk({ folder, unlocked: closed === undefined })
  if (closed !== undefined) await desk.lock.unlock(closed.key.slot, closed.key.personId, closed.key.password)
  const { db, vault, audit, jobs, emit, cases } = desk
  const { now, today } = desk.clock
  const deskSettings: ScanParts['deskSettings'] = async () => defaultDeskSettings
  const pieces = createPieces({
    db,
    vault,
    audit,
    emit,
    caseKeyOf: cases.caseKeyOf,
    paperMayGo: (scanId) => scans.paperMayGo(scanId),
    nameOf: async () => '',
    now,
    today,
  })
  const scans: Scans = createScans({
    db,
    vault,
    audit,
    jobs,
    emit,
    screening: unread,
    deskSettings,
    caseKeyOf: cases.caseKeyOf,
    paper: pieces.paper,
    sheetCases: cases.sheets,
    deskCode: async () => '00000',
    personAtDesk: () => desk.clerk.id,
    now,
    today,
  })
  return { ...desk, pieces, scans }
}

/** Reading a hundred pages would take minutes and changes nothing about a wipe; what is kept of a page is made as the app makes it. */
const unread: ScanParts['screening'] = {
  async screenSheet(bytes) {
    const { width, height } = await sharp(bytes).metadata()
    return {
      screening: { width, height, turn: 0, document: 'other', verdict: 'nothing-found', ms: 0, findings: [] },
      sheet: { codes: [], isDamaged: false },
      condition: { illegible: [], isBlank: false, side: null },
    }
  },
  loadReaders: async () => undefined,
  extract: () => Promise.reject(new Error('Nobody cuts the batches of a bench.')),
  async mask(bytes) {
    const { data, info } = await sharp(bytes)
      .toColourspace('srgb')
      .png({ compressionLevel: 6 })
      .toBuffer({ resolveWithObject: true })
    return { png: data, width: info.width, height: info.height, legible: false }
  },
  picture: () => Promise.reject(new Error('Nobody looks at the pages of a bench.')),
  readIdentity: () => Promise.reject(new Error('Nobody looks at the pages of a bench.')),
}

/** Makes the folder. */
export async function closeCaseOf(pages: number, folder: string): Promise<ClosedCase> {
  await mkdir(folder)
  const desk = await filedDesk(folder)
  try {
    const slot = await desk.lock.addPassword(desk.clerk.id, password)
    const { id: caseId } = await desk.open()
    const drawn = await drawPages()
    for (let page = 0; page < pages; page += 1) {
      const png = drawn[page % drawn.length]
      const bytes = await sharp(png)
        .jpeg({ quality: leastQuality + Math.floor(page / drawn.length) })
        .toBuffer()
      await fileToTheEnd(desk, caseId, `SCAN${String(page + 1).padStart(4, '0')}.jpg`, bytes)
    }
    await desk.vault.sealObject(
      await desk.vault.createKey('document', randomUUID(), 'desk'),
      'scan',
      randomBytes(otherBytes),
    )
    await recordAll(desk, caseId, [['withdrawn', desk.clock.today()]])
    return { caseId, key: { slot, personId: desk.clerk.id, password } }
  } finally {
    await desk.close()
  }
}

/** First copies of 住民票 at 300 dpi, with the grain that a copier gives them. */
async function drawPages(): Promise<Buffer[]> {
  const browser = await openBrowser()
  try {
    const drawn: Buffer[] = []
    for (let page = 0; page < drawnPages; page += 1) {
      const layout = layoutNamed('juminhyo-standard-household')
      const specimen = plainSpecimen(layout, `bench/${page}`, { copies: [{ kind: 'photocopy', generation: 1 }] })
      drawn.push((await renderSpecimen(browser, specimen)).bytes)
    }
    return drawn
  } finally {
    await browser.close()
  }
}

async function fileToTheEnd(desk: FiledDesk, caseId: string, fileName: string, bytes: Buffer): Promise<void> {
  const { pieces, scans, vault, clerk, clock } = desk
  const { width, height } = await sharp(bytes).metadata()
  const place = await scans.arrivals.reserve()
  await vault.sealObject(place.slot, 'scan', bytes, place.objectId)
  const fingerprint = await vault.fingerprint(bytes)
  const { scanId: id } = await scans.arrivals.register(place, {
    fileName,
    route: 'picker',
    format: 'jpeg',
    pages: [{ width, height }],
    fingerprint,
    source: 'kept',
    actor: clerk.id,
  })
  await idle(desk)
  await scans.confirmPage({ id, page: 1, confirmed: true }, clerk)
  await scans.prepare({ id }, clerk)
  await scans.finish({ id }, clerk)
  await scans.file({ id, caseId, role: 'id-copy' }, clerk)
  const { paper } = await scans.get({ id })
  const settled = { id: paper.pieceId, state: 'returned', on: clock.today() } as const
  await pieces.settle({ ...settled, initials: ['架', '見'] }, clerk)
}

/** Waits until no job runs any more, without taking the processor from them. */
export async function idle({ jobs }: Pick<TempDesk, 'jobs'>): Promise<void> {
  for await (const _ of setInterval(5)) if ((await jobs.list()).jobs.length === 0) return
}
