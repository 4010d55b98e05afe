// What the wipe asks of every domain that holds something of a case, so that no domain reads another's table.
import type { z } from 'zod'
import type { Person, Wipe, WipeObject, wipeBlockerSchema } from '../../shared/ipc/parts.ts'
import type { KeySlot } from '../vault/index.ts'

/** Why a case may not be wiped yet. */
export type WipeBlocker = z.infer<typeof wipeBlockerSchema>

/** One thing that must go. `slot` is destroyed, `objectId` is shredded. */
export interface WipeHolding {
  kind: WipeObject['kind']
  /** Printed on the certificate: an id, nothing personal. */
  id: string
  slot: KeySlot | null
  objectId: string | null
}

export interface WipeHolder {
  /** Asked before a plan is made; a case whose wipe is under way has no blockers of its own. */
  blockers(caseId: string): Promise<WipeBlocker[]>
  /** Everything of the case that must go, also what a killed step left half made. */
  holdings(caseId: string): Promise<WipeHolding[]>
  /** Removes or nulls personal columns and rows. Repeatable; needs no key. */
  removeRows(caseId: string): Promise<void>
  /** Random texts sealed with the documents at intake: searched for in the raw bytes afterwards. */
  canaries(caseId: string): Promise<string[]>
}

/** What the wipe needs of the cases besides their holdings. All repeatable. */
export interface WipedCases {
  numberOf(caseId: string): Promise<string>
  /** The case's state becomes 'wiping'. */
  recordWipeStarted(caseId: string, wipeId: Wipe['id'], who: Pick<Person, 'id'>): Promise<void>
  /** Id of the second person who allowed a wipe before the case was finished; null for a wipe in its time. */
  approverOf(caseId: string): Promise<Person['id'] | null>
  /** The case's state becomes 'wiped'; not called for a failed wipe. */
  recordWipeFinished(caseId: string, wipeId: Wipe['id']): Promise<void>
}
