// The registered numbers of posted letters, opened once after sign-in: the number of a dispatch never changes.
import { Fault } from '../../shared/faults.ts'
import { changeCount, type Database } from '../db/index.ts'
import type { Vault } from '../vault/index.ts'
import { trackedRows, type TrackedRow } from './posted-store.ts'
import { trackingColumn } from './posting.ts'

export interface Tracking {
  /** Null when its key is lost. */
  numberOf(row: TrackedRow): Promise<string | null>
  /** Numbers without dashes, by case: of cases that are not wiped. Fault: not-signed-in. */
  byCase(): Promise<ReadonlyMap<string, readonly string[]>>
  /** Drops what was opened: when the desk is locked. */
  forget(): void
}

export function createTracking({ db, vault }: { db: Database; vault: Vault }): Tracking {
  const opened = new Map<string, string | null>()
  /** As they were last put together: they stand until something is written. */
  let current: { numbers: Map<string, string[]>; changes: number } | null = null

  /** Opens those that are not known yet. */
  async function openEach(rows: readonly TrackedRow[]): Promise<void> {
    const unknown = rows.filter(({ id }) => !opened.has(id))
    const numbers = await vault.openColumns(
      unknown.map(({ id, key_slot: slot, tracking_number_sealed: sealed }) => ({
        slot,
        column: trackingColumn,
        rowId: id,
        sealed,
      })),
    )
    // The desk may have been locked while the numbers were being opened.
    if (!vault.isUnlocked()) throw new Fault('not-signed-in')
    for (const [index, { id }] of unknown.entries()) opened.set(id, numbers[index] ?? null)
  }

  return {
    async numberOf(row) {
      await openEach([row])
      return opened.get(row.id) ?? null
    },

    async byCase() {
      const changes = await changeCount(db)
      if (current !== null && current.changes === changes) return current.numbers
      const rows = await trackedRows(db)
      const there = new Set(rows.map(({ id }) => id))
      for (const id of opened.keys()) if (!there.has(id)) opened.delete(id)
      const numbers = new Map<string, string[]>()
      await openEach(rows)
      for (const { id, case_id: caseId } of rows) {
        const number = opened.get(id)?.replaceAll('-', '')
        if (number !== undefined) numbers.set(caseId, [...(numbers.get(caseId) ?? []), number])
      }
      current = { numbers, changes }
      return numbers
    },

    forget() {
      opened.clear()
      current = null
    },
  }
}
