// The desk's database: opened, checked, migrated. Only this folder knows knex and SQLite.
import { z } from 'zod'
import { Fault } from '../../shared/faults.ts'
import { connect, type Database } from './connection.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

export type { Database, Transaction } from './connection.ts'

/**
 * Opens the database file, makes it when missing, and brings it to the newest version. One connection: a transaction
 * excludes everything else, so work inside a transaction must use that transaction or it waits for itself.
 * Faults: database-locked (another program holds it), database-newer, vault-damaged, disk-full.
 */
export async function openDatabase(file: string): Promise<Database> {
  const db = await connect(file)
  try {
    await migrate(db, migrations)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

const changesSchema = z.array(z.object({ changes: z.number().int() })).length(1)

/** Rises with every row that this program writes, also in what was rolled back: the same twice means that nothing was written in between. */
export async function changeCount(db: Database): Promise<number> {
  const [counted] = changesSchema.parse(await db.raw('SELECT total_changes() AS changes'))
  return counted?.changes ?? 0
}

const checkpointSchema = z.array(z.object({ busy: z.number() })).length(1)

/**
 * Moves every change into the database file and cuts the journal to nothing. Tidiness after a wipe, not its method:
 * what the journal held is sealed under destroyed keys.
 */
export async function truncateJournal(db: Database): Promise<void> {
  const [outcome] = checkpointSchema.parse(await db.raw('PRAGMA wal_checkpoint(TRUNCATE)'))
  if (outcome?.busy !== 0) throw new Fault('database-locked')
}
