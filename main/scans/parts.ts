// What the folder's files share: the parts they are handed, and the checks that stand before every change of a scan.
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Emit, Jobs } from '../jobs/index.ts'
import type { ScanPaper } from '../pieces/index.ts'
import type { SheetCases } from './sheet-cases.ts'
import type { Screening } from '../screening/index.ts'
import type { KeySlot, Vault } from '../vault/index.ts'
import { scanRow, type ScanRow } from './store.ts'

export interface ScanParts {
  db: Database
  vault: Vault
  audit: Audit
  jobs: Jobs
  screening: Pick<Screening, 'screenSheet' | 'loadReaders' | 'extract' | 'picture' | 'mask' | 'readIdentity'>
  deskSettings(): Promise<DeskSettings>
  /** Faults: not-found, wrong-stage (the case is being wiped). */
  caseKeyOf(caseId: string): Promise<{ slot: KeySlot; number: string }>
  paper: ScanPaper
  sheetCases: SheetCases
  deskCode(): Promise<DeskCode>
  /** Whoever is signed in: what a code does is done in that person's time. */
  personAtDesk(): string | null
  now(): Instant
  today(): CalendarDate
  emit: Emit
}

/** Pages are decided one by one while later ones are still being screened. */
export const underReview = ['received', 'screened'] as const

/**
 * The scan, when it is in one of these stages and no work is under way on it. Read inside the transaction that changes it,
 * so of two windows that decide at once the second meets what the first made. Faults: not-found, wrong-stage.
 */
export async function restingScan(trx: Transaction, id: string, stages: readonly ScanRow['stage'][]): Promise<ScanRow> {
  const scan = await scanRow(trx, id)
  if (scan.step !== 'none' || !stages.includes(scan.stage)) throw new Fault('wrong-stage')
  return scan
}

/** A key or file that the row's stage promises. Its absence is damage, not a normal outcome. */
export function held<T>(value: T | null): T {
  if (value === null) throw new Fault('vault-damaged', { part: 'scan' })
  return value
}
