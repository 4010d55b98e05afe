// What the folder's files are handed.
import type { Obstacle } from '../../shared/cases.ts'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import type { Notice, ScanSummary } from '../../shared/ipc/parts.ts'
import type { EndedLetter } from '../../shared/rules/letter-ends.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import type { Vault } from '../vault/index.ts'

export type ObstacleSource = (caseId: string, source: Database | Transaction) => Promise<readonly Obstacle[]>

export interface CaseParts {
  db: Database
  vault: Vault
  audit: Audit
  deskSettings(source?: Database | Transaction): Promise<DeskSettings>
  /** What every other part of the desk says stands in the case's way. Within a change, read in its transaction. */
  obstaclesOf: ObstacleSource
  /** Display name of a person of the desk. */
  nameOf(personId: string): Promise<string>
  /** Registered numbers of the letters of cases that are not wiped, by case. */
  trackingNumbers(): Promise<ReadonlyMap<string, readonly string[]>>
  /** A person recorded in the case that its letter arrived or came back, or something proves it: part of that change. */
  letterEnded(trx: Transaction, ended: EndedLetter, personId: string): Promise<void>
  scansOf(caseId: string): Promise<ScanSummary[]>
  noticesOf(caseId: string): Promise<Notice[]>
  /** Part of the opening: the envelopes that the case is opened from. */
  caseOpened(
    trx: Transaction,
    opened: { caseId: string; inquiryOn: CalendarDate | null; arrivedOn: CalendarDate | null; by: string },
  ): Promise<void>
  /** Writes where the person says; false when cancelled. */
  save(name: string, bytes: Uint8Array): Promise<boolean>
  /** Of the held money order that runs out first. */
  moneyOrderIssuedOn(caseId: string): Promise<CalendarDate | null>
  /** The same of every case that holds one. */
  moneyOrdersIssuedOn(): Promise<ReadonlyMap<string, CalendarDate>>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}
