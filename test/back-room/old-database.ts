// A database on its way from an older version to a newer one: what every test of an upgrade begins with.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { connect, readPragma, type Database } from '../../main/db/connection.ts'
import { migrate } from '../../main/db/migrate.ts'
import { migrations } from '../../main/db/migrations/index.ts'

export interface OldDatabase {
  db: Database
  /** Every step up to this one. Throws when the version afterwards is another. */
  upgradeTo(version: number): Promise<void>
  remove(): Promise<void>
}

/** Empty, before the first step. */
export async function oldDatabase(): Promise<OldDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-'))
  const db = await connect(join(folder, 'desk.sqlite'))
  return {
    db,
    async upgradeTo(version) {
      await migrate(
        db,
        migrations.filter(({ number }) => number <= version),
      )
      const found = await readPragma(db, 'user_version')
      if (found !== version) throw new Error(`The database is at version ${found} instead of ${version}.`)
    },
    async remove() {
      await db.destroy()
      await rm(folder, { recursive: true })
    },
  }
}

/** Each test's own, made before it and removed after it; only a test or a hook may ask. */
export function oldDatabaseOfEachTest(): Pick<OldDatabase, 'db' | 'upgradeTo'> {
  let old: OldDatabase
  beforeEach(async () => {
    old = await oldDatabase()
  })
  afterEach(() => old.remove())
  return {
    get db() {
      return old.db
    },
    upgradeTo: (version) => old.upgradeTo(version),
  }
}
