// Brings a database to the newest version, one transaction per step; a newer database is refused.
import { Fault } from '../../shared/faults.ts'
import { readPragma, type Database } from './connection.ts'
import type { Migration } from './migrations/index.ts'

/** 'PDsk': tells a desk's database from any other SQLite file. */
const applicationId = 0x50_44_73_6b

/** Applies every step above the database's version, in order. Faults: database-newer, vault-damaged (another program's file). */
export async function migrate(db: Database, steps: readonly Migration[]): Promise<void> {
  const version = Number(await readPragma(db, 'user_version'))
  const newest = steps.at(-1)?.number ?? 0
  if (version > newest) throw new Fault('database-newer', { found: version, known: newest })
  const owner = await readPragma(db, 'application_id')
  if (version > 0 && owner !== applicationId) throw new Fault('vault-damaged', { part: 'database' })
  for (const step of steps.filter(({ number }) => number > version)) {
    await db.transaction(async (trx) => {
      await step.up(trx)
      // Pragmas take no bound values; both are numbers of ours.
      await trx.raw(`PRAGMA application_id = ${applicationId}`)
      await trx.raw(`PRAGMA user_version = ${step.number}`)
    })
  }
}
