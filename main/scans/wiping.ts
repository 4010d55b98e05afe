// What a wipe must know of a case's scans: what stands in its way, what must be destroyed, what to search for afterwards.
import type { Database, Transaction } from '../db/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import type { ScanParts } from './parts.ts'
import { changeScan, deletePages, pageRows, scansOfCase } from './store.ts'

/** An unfinished review stands in the way of a wipe and of identity. */
export async function scanObstacles(source: Database | Transaction, caseId: string): Promise<'scan-undecided'[]> {
  const scans = await scansOfCase(source, caseId)
  const isUndecided = scans.some(
    (scan) => !['finished', 'returned', 'wiped'].includes(scan.stage) || scan.step !== 'none',
  )
  return isUndecided ? ['scan-undecided'] : []
}

export function createScanHolder({ db, vault }: Pick<ScanParts, 'db' | 'vault'>): WipeHolder {
  return {
    blockers: (caseId) => scanObstacles(db, caseId),

    async holdings(caseId) {
      const holdings: Awaited<ReturnType<WipeHolder['holdings']>> = []
      for (const scan of await scansOfCase(db, caseId)) {
        if (scan.row_slot !== null) {
          holdings.push({ kind: 'personal-columns', id: scan.id, slot: scan.row_slot, objectId: null })
        }
        if (scan.original_slot !== null && scan.original_object !== null) {
          holdings.push({
            kind: 'scan',
            id: scan.original_object,
            slot: scan.original_slot,
            objectId: scan.original_object,
          })
        }
        for (const { masked_object: object } of await pageRows(db, scan.id)) {
          if (object !== null)
            holdings.push({ kind: 'masked-page', id: object, slot: scan.masked_slot, objectId: object })
        }
      }
      return holdings
    },

    /** What stays is a ledger row: numbers, dates, stages, the record of the paper. */
    async removeRows(caseId) {
      await db.transaction(async (trx) => {
        for (const scan of await scansOfCase(trx, caseId)) {
          await deletePages(trx, scan.id)
          await changeScan(trx, scan.id, {
            stage: 'wiped',
            fingerprint: null,
            row_slot: null,
            original_slot: null,
            original_object: null,
            masked_slot: null,
            file_name_sealed: null,
            canary_sealed: null,
          })
        }
      })
    },

    async canaries(caseId) {
      const canaries: string[] = []
      for (const scan of await scansOfCase(db, caseId)) {
        if (scan.row_slot === null || scan.canary_sealed === null) continue
        canaries.push(await vault.openColumn(scan.row_slot, 'scans.canary', scan.id, scan.canary_sealed))
      }
      return canaries
    },
  }
}
