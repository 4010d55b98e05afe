// What scans ask of the cases when one of the desk's own sheets came back.
import type { CalendarDate } from '../../shared/dates.ts'
import type { CaseNumber } from '../../shared/rules/case-number.ts'
import type { CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import type { Transaction } from '../db/index.ts'

export interface SheetCases {
  /** `isOpen`: mail for it is expected; a finished case's papers are about to be destroyed, or are. */
  numbered(number: CaseNumber): Promise<{ id: string; isOpen: boolean } | null>
  /** Records what the sheet's arrival is for the case, if its course waits for it, and that the letter it lay in arrived. */
  arrived(
    trx: Transaction,
    sheet: { caseId: string; kind: CasedSheetKind; on: CalendarDate },
    personId: string,
  ): Promise<void>
  /** A person filed the desk's own form: what it is for the case's course, a person records. */
  formFiled(trx: Transaction, form: { caseId: string; on: CalendarDate }, personId: string): Promise<void>
}
