// One of the desk's own sheets came back with its code: which case it is of, and what its arrival is for that case.
import type { CaseEvent } from '../../shared/cases.ts'
import { Fault } from '../../shared/faults.ts'
import type { CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import type { SheetCases } from '../scans/index.ts'
import type { CaseParts } from './parts.ts'
import { plainly, recordWithin } from './record.ts'
import { caseRow, caseRowNumbered } from './store.ts'

/**
 * What a sheet's arrival may be, the first that the case's course waits for. A letter or a cover says nothing: a letter may
 * come back undelivered or enclosed by its reader, and a person sees which.
 */
const arrivals: Readonly<Record<CasedSheetKind, readonly CaseEvent[]>> = {
  'application-form': ['request-arrived', 'correction-arrived'],
  'correction-form': ['correction-arrived'],
  'authority-form': ['correction-arrived'],
  letter: [],
  cover: [],
}

export function createSheetArrival(parts: CaseParts): SheetCases {
  return {
    async numbered(number) {
      const row = await caseRowNumbered(parts.db, number)
      if (row === null) return null
      const isOpen = row.state !== 'finished' && row.state !== 'wiping' && row.state !== 'wiped'
      return { id: row.id, isOpen }
    },

    async arrived(trx, { caseId, kind, on }, personId) {
      for (const event of arrivals[kind]) {
        try {
          const row = await caseRow(trx, caseId)
          await recordWithin(trx, parts, row, plainly(event, on), { kind: 'app', personId })
          return
        } catch (error) {
          // Nothing was written: the course is asked before anything else.
          if (!(error instanceof Fault) || error.code !== 'event-not-allowed') throw error
        }
      }
    },
  }
}
