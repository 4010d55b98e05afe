// What the folder's files are handed.
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import type { Notice, ScanSummary } from '../../shared/ipc/parts.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Database } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import type { Vault } from '../vault/index.ts'

export interface CaseParts {
  db: Database
  vault: Vault
  audit: Audit
  deskSettings(): Promise<DeskSettings>
  /** Display name of a person of the desk. */
  nameOf(personId: string): Promise<string>
  scansOf(caseId: string): Promise<ScanSummary[]>
  noticesOf(caseId: string): Promise<Notice[]>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}
