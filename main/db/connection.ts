// One connection to the desk's SQLite file, with every pragma the vault's promises rest on set and checked.
import knex, { type Knex } from 'knex'
import SqliteClient, { type DriverQuery } from 'knex/lib/dialects/sqlite3/index.js'
import { z } from 'zod'
import { Fault } from '../../shared/faults.ts'

export type Database = Knex
export type Transaction = Knex.Transaction

/**
 * Set on the connection and read back: a pragma with a misspelt name or an unsupported value is silently ignored by SQLite.
 * `locking_mode=EXCLUSIVE` makes the database the lock of the whole data folder: two programs never write one `keys.slots`.
 * `temp_store` in memory: SQLite's own temporary files would lie outside the data folder.
 */
const pragmas: readonly { name: string; value: string | number; reads: string | number }[] = [
  { name: 'locking_mode', value: 'EXCLUSIVE', reads: 'exclusive' },
  { name: 'journal_mode', value: 'WAL', reads: 'wal' },
  { name: 'synchronous', value: 'FULL', reads: 2 },
  { name: 'secure_delete', value: 'ON', reads: 1 },
  { name: 'foreign_keys', value: 'ON', reads: 1 },
  { name: 'temp_store', value: 'MEMORY', reads: 2 },
  { name: 'trusted_schema', value: 'OFF', reads: 0 },
]

/** Opens the file (made when missing) and takes it for this process alone. Faults: database-locked, vault-damaged, disk-full. */
export async function connect(file: string): Promise<Database> {
  const db = knex({
    client: DeskClient,
    connection: { filename: file },
    useNullAsDefault: true,
    // Error messages must not carry bound values.
    compileSqlOnError: false,
  })
  try {
    for (const { name, value } of pragmas) await db.raw(`PRAGMA ${name} = ${value}`)
    // A write takes the exclusive lock now, not at some later moment.
    await db.transaction((trx) => trx.raw('PRAGMA user_version').then(() => trx.raw('DROP TABLE IF EXISTS lock_probe')))
    for (const { name, reads } of pragmas) {
      const found = await readPragma(db, name)
      if (found !== reads) throw new Error(`SQLite did not take the pragma ${name}.`)
    }
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

export async function readPragma(db: Database | Transaction, name: string): Promise<string | number> {
  const rows = z.array(z.record(z.string(), z.union([z.string(), z.number()]))).parse(await db.raw(`PRAGMA ${name}`))
  const value = Object.values(rows[0] ?? {})[0]
  if (value === undefined) throw new Error(`SQLite does not know the pragma ${name}.`)
  return value
}

/** Knex's client for sqlite3; a failure that a person can act on becomes a Fault. */
class DeskClient extends SqliteClient {
  override _query(connection: unknown, query: DriverQuery): Promise<DriverQuery> {
    // oxlint-disable-next-line no-underscore-dangle -- the name is knex's
    return super._query(connection, query).catch((error: unknown) => {
      throw faultOf(error)
    })
  }
}

const driverErrorSchema = z.object({ code: z.string() })

function faultOf(error: unknown): unknown {
  const driverError = driverErrorSchema.safeParse(error)
  if (!driverError.success) return error
  switch (driverError.data.code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new Fault('database-locked', {}, { cause: error })
    case 'SQLITE_FULL':
      return new Fault('disk-full', {}, { cause: error })
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new Fault('vault-damaged', { part: 'database' }, { cause: error })
    default:
      return error
  }
}
