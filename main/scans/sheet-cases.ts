// What scans ask of the cases when one of the desk's own sheets came back.
import type { CalendarDate } from '../../shared/dates.ts'
import type { CaseNumber } from '../../shared/rules/case-number.ts'
import type { CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import type { Transaction } from '../db/index.ts'

export interface SheetCases {
  /** `isOpen`: mail for it is expected; a finished case's papers are about to be destroyed, or are. */
  numbered(number: CaseNumber): Promise<{ id: string; isOpen: boolean } | null>
  /** Records what the sheet's arrival is for the case, if its course waits for it. */
  arrived(
    trx: Transaction,
    sheet: { caseId: string; kind: CasedSheetKind; on: CalendarDate },
    personId: string,
  ): Promise<void>
}
