// One of the desk's own sheets came back with its code: which case it is of, and what its arrival is for that case.
import type { CaseEvent } from '../../shared/cases.ts'
import { Fault } from '../../shared/faults.ts'
import { letterProvenBy } from '../../shared/rules/letter-ends.ts'
import type { CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import type { SheetCases } from '../scans/index.ts'
import { letterOfCase } from './letters.ts'
import type { CaseParts } from './parts.ts'
import { plainly, recordWithin } from './record.ts'
import { caseRow, caseRowNumbered, eventRows } from './store.ts'

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
  const noteProof: SheetCases['arrived'] = async (trx, { caseId, kind, on }, personId) => {
    const noticeId = letterProvenBy((await eventRows(trx, caseId)).map(letterOfCase), kind)
    if (noticeId === null) return
    await parts.letterEnded(trx, { noticeId, end: 'delivered', on, proof: 'form-came-back' }, personId)
  }

  return {
    async numbered(number) {
      const row = await caseRowNumbered(parts.db, number)
      if (row === null) return null
      const isOpen = row.state !== 'finished' && row.state !== 'wiping' && row.state !== 'wiped'
      return { id: row.id, isOpen }
    },

    formFiled: (trx, form, personId) => noteProof(trx, { ...form, kind: 'application-form' }, personId),

    async arrived(trx, sheet, personId) {
      const { caseId, kind, on } = sheet
      await noteProof(trx, sheet, personId)
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
