// What one step of the database's history is.
import type { Transaction } from '../connection.ts'

export interface Migration {
  /** Rises by one; becomes the database's version (`PRAGMA user_version`). Never changed once released. */
  readonly number: number
  /** As in the file's name. */
  readonly name: string
  /** Runs inside one transaction together with the change of version. */
  up(trx: Transaction): Promise<void>
}
