// Files a scan to a case, so that its keys live and die with the case's, and takes its paper along.
import { Fault } from '../../shared/faults.ts'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { KeySlot } from '../vault/index.ts'
import { restingScan, type ScanParts } from './parts.ts'
import { noteFiling } from './sheet-store.ts'
import { changeScan, scanRow, type ScanRow } from './store.ts'

export interface Filing {
  /** Also to another case, when the first was wrong. Faults: still-screening, wrong-stage, not-found, and those of the case. */
  file(request: CallRequest<'scans.file'>, who: Person): Promise<void>
  /** Goes on with a filing that a crash interrupted; may run twice. */
  completeFiling(scan: ScanRow): Promise<void>
}

export function createFiling({ db, vault, audit, caseKeyOf, paper, sheetCases }: ScanParts): Filing {
  /** A re-wrap that was killed is repeated: the vault leads from the old slot to the new one. */
  async function completeFiling(scan: ScanRow): Promise<void> {
    // Taken out of a case again, it hangs on the desk's key as it did before.
    const parent = scan.case_id === null ? 'desk' : (await caseKeyOf(scan.case_id)).slot
    const rewrap = async (slot: KeySlot | null): Promise<KeySlot | null> =>
      slot === null ? null : vault.rewrapKey(slot, parent)
    const slots = {
      row_slot: await rewrap(scan.row_slot),
      original_slot: await rewrap(scan.original_slot),
      masked_slot: await rewrap(scan.masked_slot),
    }
    await db.transaction(async (trx) => {
      await changeScan(trx, scan.id, { ...slots, step: 'none', step_by: null })
      const detail = { case: scan.case_id ?? 'none', role: scan.role, by: scan.step_by === null ? 'code' : 'person' }
      await audit.append('scan-filed', { actor: scan.step_by, subject: scan.id, detail }, trx)
    })
  }

  return {
    async file({ id, caseId, role }, who) {
      const { number } = await caseKeyOf(caseId)
      const scan = await db.transaction(async (trx) => {
        const found = await scanRow(trx, id)
        if (found.stage === 'received') throw new Fault('still-screening')
        await restingScan(trx, id, ['screened', 'prepared', 'finished', 'returned'])
        await changeScan(trx, id, { step: 'filing', step_by: who.id, case_id: caseId, case_number: number, role })
        await paper.filed(trx, { id, caseId, role })
        if (role === 'form') await sheetCases.formFiled(trx, { caseId, on: found.received_on }, who.id)
        await noteFiling(trx, id, { byCode: false, orphan: null })
        return scanRow(trx, id)
      })
      await completeFiling(scan)
    },

    completeFiling,
  }
}
