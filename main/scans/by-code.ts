// A scan whose pages carry the desk's own code goes to its case by itself; one whose code leads nowhere waits with the reason.
import { Fault, unreachable } from '../../shared/faults.ts'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import type { Person, ScanRole } from '../../shared/ipc/parts.ts'
import type { CaseNumber } from '../../shared/rules/case-number.ts'
import type { CasedSheetKind, DeskCode } from '../../shared/rules/sheet-code.ts'
import { filingOf, type OrphanReason } from '../../shared/rules/sheet-filing.ts'
import type { Filing } from './file.ts'
import { restingScan, type ScanParts } from './parts.ts'
import { filingNote, noteFiling, readingsOf } from './sheet-store.ts'
import { changeScan, scanRow } from './store.ts'

export interface FilingByCode {
  /** Once per scan; a scan that a person filed meanwhile stays there. */
  examine(scanId: string): Promise<void>
  /** Takes the scan out of the case that its code led to. Faults: not-found, wrong-stage (not filed by a code, or under way). */
  undo(request: CallRequest<'scans.undoFiling'>, who: Person): Promise<void>
}

const roles: Readonly<Record<CasedSheetKind, ScanRole>> = {
  'application-form': 'form',
  'correction-form': 'form',
  'authority-form': 'authority',
  letter: 'letter',
  cover: 'other',
}

export function createFilingByCode(parts: ScanParts, filing: Filing): FilingByCode {
  const { db, audit, paper, sheetCases, deskCode, personAtDesk, emit } = parts

  async function orphan(scanId: string, reason: OrphanReason): Promise<void> {
    await db.transaction(async (trx) => {
      if ((await filingNote(trx, scanId)) !== null) return
      await noteFiling(trx, scanId, { byCode: false, orphan: reason })
      await audit.append('scan-orphaned', { actor: null, subject: scanId, detail: { reason } }, trx)
    })
  }

  async function toCase(
    scanId: string,
    found: { id: string; number: CaseNumber },
    kind: CasedSheetKind,
  ): Promise<void> {
    const personId = personAtDesk()
    if (personId === null) return
    const scan = await db.transaction(async (trx) => {
      if ((await filingNote(trx, scanId)) !== null) return null
      const { received_on: on } = await restingScan(trx, scanId, ['screened'])
      const change = { step: 'filing', step_by: null, case_id: found.id, case_number: found.number, role: roles[kind] }
      await changeScan(trx, scanId, change)
      await noteFiling(trx, scanId, { byCode: true, orphan: null })
      await paper.filed(trx, { id: scanId, caseId: found.id, role: roles[kind] })
      await sheetCases.arrived(trx, { caseId: found.id, kind, on }, personId)
      return scanRow(trx, scanId)
    })
    if (scan === null) return
    await filing.completeFiling(scan)
    emit('cases.changed', { id: found.id })
  }

  return {
    async examine(scanId) {
      const { page_count: pageCount } = await scanRow(db, scanId)
      const desk: DeskCode = await deskCode()
      const said = filingOf(await readingsOf(db, scanId, pageCount), desk)
      switch (said.kind) {
        case 'no-code':
          await db.transaction(async (trx) => {
            if ((await filingNote(trx, scanId)) === null) await noteFiling(trx, scanId, { byCode: false, orphan: null })
          })
          return
        case 'orphan':
          return orphan(scanId, said.reason)
        case 'to-case': {
          const found = await sheetCases.numbered(said.number)
          if (found === null) return orphan(scanId, 'unknown-case')
          if (!found.isOpen) return orphan(scanId, 'closed-case')
          return toCase(scanId, { id: found.id, number: said.number }, said.sheet)
        }
        default:
          return unreachable(said)
      }
    },

    async undo({ id }, who) {
      const { scan, caseId } = await db.transaction(async (trx) => {
        const found = await restingScan(trx, id, ['screened', 'prepared', 'finished', 'returned'])
        const note = await filingNote(trx, id)
        if (note?.byCode !== true || found.case_id === null) throw new Fault('wrong-stage')
        await changeScan(trx, id, {
          step: 'filing',
          step_by: who.id,
          case_id: null,
          case_number: null,
          role: 'id-copy',
        })
        await noteFiling(trx, id, { byCode: false, orphan: 'taken-back' })
        await paper.unfiled(trx, id)
        return { scan: await scanRow(trx, id), caseId: found.case_id }
      })
      await filing.completeFiling(scan)
      emit('cases.changed', { id: caseId })
    },
  }
}
