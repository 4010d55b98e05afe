// The registered numbers of posted letters, opened once after sign-in so that a case is found by them.
import type { Database } from '../db/index.ts'
import type { Vault } from '../vault/index.ts'
import { trackedRows } from './store.ts'

export interface Tracking {
  /** Of cases that are not wiped: a wipe takes the letters along. Fault: not-signed-in. */
  byCase(): Promise<Map<string, string[]>>
  /** Drops what was opened: when the desk is locked. */
  forget(): void
}

export function createTracking({ db, vault }: { db: Database; vault: Vault }): Tracking {
  /** A number never changes once its letter was posted. */
  const opened = new Map<string, string>()

  return {
    async byCase() {
      const found = new Map<string, string[]>()
      for (const row of await trackedRows(db)) {
        const number =
          opened.get(row.id) ??
          (await vault.openColumn(row.key_slot, 'notices.tracking_number', row.id, row.tracking_number_sealed))
        // The desk may have been locked while the number was being opened.
        if (vault.isUnlocked()) opened.set(row.id, number)
        found.set(row.case_id, [...(found.get(row.case_id) ?? []), number.replaceAll('-', '')])
      }
      return found
    },
    forget: () => opened.clear(),
  }
}
