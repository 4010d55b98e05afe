// The registered numbers of posted letters, opened once after sign-in: the number of a dispatch never changes.
import { Fault } from '../../shared/faults.ts'
import { changeCount, type Database } from '../db/index.ts'
import { unlessLost, type Vault } from '../vault/index.ts'
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

/** Numbers that are opened at the same time: each waits for reads of its keys' slots. */
const openedAtOnce = 32

export function createTracking({ db, vault }: { db: Database; vault: Vault }): Tracking {
  const opened = new Map<string, string | null>()
  /** As they were last put together: they stand until something is written. */
  let current: { numbers: Map<string, string[]>; changes: number } | null = null

  async function numberOf({ id, key_slot: slot, tracking_number_sealed: sealed }: TrackedRow): Promise<string | null> {
    const known = opened.get(id)
    if (known !== undefined) return known
    const number = await unlessLost(vault.openColumn(slot, trackingColumn, id, sealed))
    // The desk may have been locked while the number was being opened.
    if (!vault.isUnlocked()) throw new Fault('not-signed-in')
    opened.set(id, number)
    return number
  }

  return {
    numberOf,

    async byCase() {
      const changes = await changeCount(db)
      if (current !== null && current.changes === changes) return current.numbers
      const rows = await trackedRows(db)
      const there = new Set(rows.map(({ id }) => id))
      for (const id of opened.keys()) if (!there.has(id)) opened.delete(id)
      const numbers = new Map<string, string[]>()
      for (let at = 0; at < rows.length; at += openedAtOnce) {
        const chunk = rows.slice(at, at + openedAtOnce)
        for (const [index, number] of (await Promise.all(chunk.map(numberOf))).entries()) {
          const caseId = chunk[index]?.case_id
          if (caseId === undefined || number === null) continue
          numbers.set(caseId, [...(numbers.get(caseId) ?? []), number.replaceAll('-', '')])
        }
      }
      if (vault.isUnlocked()) current = { numbers, changes }
      return numbers
    },

    forget() {
      opened.clear()
      current = null
    },
  }
}
