// From decisions to what is kept: masked pages are prepared, looked at, then made final by destroying the original's key; or nothing is.
import { randomUUID } from 'node:crypto'
import { Fault } from '../../shared/faults.ts'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { mayBeRead } from '../../shared/screening.ts'
import type { Box } from '../../shared/screening.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Report } from '../jobs/index.ts'
import { held, restingScan, type ScanParts } from './parts.ts'
import {
  changePage,
  changeScan,
  deleteFindings,
  deletePages,
  forgetReasons,
  keptOf,
  pageRows,
  scanRecord,
  scanRow,
  type FindingRow,
  type ScanRecord,
  type ScanRow,
} from './store.ts'
import { countUndecided } from './view.ts'

export type Prepared = { kind: 'prepared' } | { kind: 'legible'; page: number; boxes: Box[] }

export interface Masking {
  /** Faults: wrong-stage, still-screening, undecided, cancelled. */
  prepare(request: CallRequest<'scans.prepare'>, who: Person): Promise<Prepared>
  /** Drops the prepared pages. Fault: wrong-stage. */
  reopen(request: CallRequest<'scans.reopen'>, who: Person): Promise<void>
  /** Final. Faults: wrong-stage, undecided, changed-meanwhile, vault-damaged (a masked page cannot be opened: the original stays). */
  finish(request: CallRequest<'scans.finish'>, who: Person): Promise<void>
  /** Final: nothing of a scan without a case is kept. Faults: still-screening, wrong-stage (filed to a case, returned). */
  discard(request: CallRequest<'scans.discard'>, who: Person): Promise<void>
  /** The three that a crash may have interrupted; each may run twice. */
  dropMasked(scanId: string): Promise<void>
  completeFinish(scan: ScanRow): Promise<void>
  completeReturn(scan: ScanRow): Promise<void>
}

export function createMasking({ db, vault, audit, jobs, screening, deskSettings, caseKeyOf }: ScanParts): Masking {
  /** The settings are read before a transaction begins: inside it, reading them would wait for the transaction itself. */
  function requireDecided(record: ScanRecord, settings: DeskSettings): void {
    if (record.scan.stage === 'received') throw new Fault('still-screening')
    const open = countUndecided(record, settings)
    if (open > 0) throw new Fault('undecided', { open })
  }

  /** Every page is made anew from pixels, also one without a box: metadata and hidden layers stay behind. */
  async function maskPages(
    { scan, pages, findings }: ScanRecord,
    report: Report,
    signal: AbortSignal,
  ): Promise<Prepared> {
    const parent = scan.case_id === null ? 'desk' : (await caseKeyOf(scan.case_id)).slot
    const slot = await vault.createKey('document', randomUUID(), parent)
    await changeScan(db, scan.id, { masked_slot: slot })
    const original = await vault.openObject(held(scan.original_slot), 'scan', held(scan.original_object))
    try {
      for (const { page, width, height } of pages) {
        report('masking', (page - 1) / pages.length)
        const own = findings.filter((finding) => finding.page === page)
        const mask = {
          boxes: own.filter(isMasked).map(({ box }) => box),
          // Somebody saw these: a false alarm, or what the desk may keep, stays legible.
          leftOpen: own.filter((finding) => !isMasked(finding) && mayBeRead(finding.state)).map(({ box }) => box),
        }
        const masked = await screening.mask(original, page - 1, mask, signal)
        signal.throwIfAborted()
        if (masked.legible) return { kind: 'legible', page, boxes: masked.boxes }
        if (masked.width !== width || masked.height !== height)
          throw new Error('A masked page has another size than its page.')
        const object = randomUUID()
        await changePage(db, scan.id, page, { masked_object: object })
        await vault.sealObject(slot, 'masked-page', masked.png, object)
        masked.png.fill(0)
      }
      return { kind: 'prepared' }
    } finally {
      original.fill(0)
    }
  }

  /** Leaves nothing of the masked pages, and the scan where it was before them. */
  async function dropMasked(scanId: string): Promise<void> {
    await destroyMasked(await scanRow(db, scanId))
    await db.transaction(async (trx) => {
      for (const { page } of await pageRows(trx, scanId)) await changePage(trx, scanId, page, { masked_object: null })
      await changeScan(trx, scanId, { stage: 'screened', step: 'none', step_by: null, masked_slot: null })
    })
  }

  async function destroyMasked(scan: ScanRow): Promise<void> {
    if (scan.masked_slot !== null) await vault.destroyKey(scan.masked_slot)
    for (const page of await pageRows(db, scan.id))
      if (page.masked_object !== null) await vault.shredObject(page.masked_object)
  }

  async function destroyOriginal(scan: ScanRow): Promise<void> {
    await vault.destroyKey(held(scan.original_slot))
    await vault.shredObject(held(scan.original_object))
  }

  async function completeFinish(scan: ScanRow): Promise<void> {
    await destroyOriginal(scan)
    await db.transaction(async (trx) => {
      await changeScan(trx, scan.id, {
        stage: 'finished',
        step: 'none',
        step_by: null,
        original_slot: null,
        original_object: null,
      })
      await audit.append(
        'original-destroyed',
        { actor: scan.step_by, subject: scan.id, detail: { pages: scan.page_count } },
        trx,
      )
    })
  }

  /**
   * Nothing of the document is kept: neither its pages nor its name nor the reasons; the paper still waits. A scan that goes
   * back keeps its decisions; without one of them this is a discard.
   */
  async function completeReturn(scan: ScanRow): Promise<void> {
    if (scan.original_slot !== null) await destroyOriginal(scan)
    await destroyMasked(scan)
    await vault.destroyKey(held(scan.row_slot))
    await db.transaction(async (trx) => {
      const goesBack = isReturned(keptOf(await scanRecord(trx, scan.id)))
      if (goesBack) {
        await forgetReasons(trx, scan.id)
        for (const { page } of await pageRows(trx, scan.id))
          await changePage(trx, scan.id, page, { masked_object: null })
        const detail = { pages: scan.page_count }
        await audit.append('scan-returned', { actor: scan.step_by, subject: scan.id, detail }, trx)
      } else {
        await deletePages(trx, scan.id)
      }
      await changeScan(trx, scan.id, {
        stage: goesBack ? 'returned' : 'wiped',
        step: 'none',
        step_by: null,
        row_slot: null,
        original_slot: null,
        original_object: null,
        masked_slot: null,
        file_name_sealed: null,
        canary_sealed: null,
        fingerprint: null,
      })
    })
  }

  /** A masked page that cannot be opened must be known while the original still can. */
  async function proveMasked({ scan, pages }: ScanRecord): Promise<void> {
    for (const page of pages) {
      const png = await vault.openObject(held(scan.masked_slot), 'masked-page', held(page.masked_object))
      png.fill(0)
    }
  }

  return {
    async prepare({ id }, who) {
      const settings = await deskSettings()
      const record = await db.transaction(async (trx) => {
        await restingScan(trx, id, ['received', 'screened'])
        const found = keptOf(await scanRecord(trx, id))
        requireDecided(found, settings)
        await changeScan(trx, id, { step: 'preparing', step_by: who.id })
        return found
      })
      try {
        const masked = await jobs.run('prepare', id, (report, signal) =>
          isReturned(record) ? Promise.resolve<Prepared>({ kind: 'prepared' }) : maskPages(record, report, signal),
        )
        if (masked.kind === 'legible') {
          await dropMasked(id)
          return masked
        }
        await db.transaction(async (trx) => {
          await changeScan(trx, id, { stage: 'prepared', step: 'none', step_by: null })
          const detail = { masks: record.findings.filter(isMasked).length }
          await audit.append('masks-prepared', { actor: who.id, subject: id, detail }, trx)
        })
        return masked
      } catch (error) {
        await dropMasked(id)
        throw error
      }
    },

    async reopen({ id }, who) {
      await db.transaction(async (trx) => {
        await restingScan(trx, id, ['prepared'])
        await changeScan(trx, id, { step: 'dropping', step_by: who.id })
        await audit.append('review-reopened', { actor: who.id, subject: id }, trx)
      })
      await dropMasked(id)
    },

    async finish({ id }, who) {
      const settings = await deskSettings()
      const before = keptOf(await scanRecord(db, id))
      // A scan that goes back has nothing to prepare.
      const stages: ScanRow['stage'][] = isReturned(before) ? ['screened', 'prepared'] : ['prepared']
      if (!stages.includes(before.scan.stage)) throw new Fault('wrong-stage')
      if (!isReturned(before)) await proveMasked(before)
      const scan = await db.transaction(async (trx) => {
        await restingScan(trx, id, stages)
        const found = keptOf(await scanRecord(trx, id))
        const isOther = isReturned(found) !== isReturned(before) || found.scan.masked_slot !== before.scan.masked_slot
        if (isOther) throw new Fault('changed-meanwhile')
        requireDecided(found, settings)
        await changeScan(trx, id, { step: isReturned(found) ? 'returning' : 'finishing', step_by: who.id })
        return scanRow(trx, id)
      })
      await (scan.step === 'returning' ? completeReturn(scan) : completeFinish(scan))
    },

    async discard({ id, reason }, who) {
      const scan = await db.transaction(async (trx) => {
        if ((await scanRow(trx, id)).stage === 'received') throw new Fault('still-screening')
        const found = await restingScan(trx, id, ['screened', 'prepared', 'finished'])
        if (found.case_id !== null) throw new Fault('wrong-stage')
        // Nothing is left to decide, so that this is no return, also when it goes on after a crash.
        await deleteFindings(trx, id)
        await changeScan(trx, id, { step: 'returning', step_by: who.id })
        const detail = { reason, pages: found.page_count }
        await audit.append('scan-discarded', { actor: who.id, subject: id, detail }, trx)
        return scanRow(trx, id)
      })
      await completeReturn(scan)
    },

    dropMasked,
    completeFinish,
    completeReturn,
  }
}

/** One field that must go back takes the whole scan with it: nothing of it may be kept. */
function isReturned({ findings }: Pick<ScanRecord, 'findings'>): boolean {
  return findings.some((finding) => finding.decision === 'return-to-sender')
}

function isMasked(finding: FindingRow): boolean {
  return finding.decision === 'mask-and-keep' || finding.decision === 'mask-and-ask'
}
