// The desk's database: every pragma really set, every step of its history from the one before, and what must be refused is refused.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect, readPragma, type Database } from '../../main/db/connection.ts'
import { openDatabase, truncateJournal } from '../../main/db/index.ts'
import { migrate } from '../../main/db/migrate.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { rawSearch } from './desk-fixture.ts'

let folder: string
let file: string
let open: Database[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'database 棚-'))
  file = join(folder, 'desk.sqlite')
})
afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy()
  await rm(folder, { recursive: true })
})

async function opened(from: Promise<Database>): Promise<Database> {
  const db = await from
  open.push(db)
  return db
}

/** A database as it was at this version. */
async function at(version: number): Promise<Database> {
  const db = await opened(connect(file))
  await migrate(
    db,
    migrations.filter(({ number }) => number <= version),
  )
  return db
}

describe('opening', () => {
  test('sets what the wipe rests on', async () => {
    const db = await opened(openDatabase(file))
    for (const [name, value] of [
      ['secure_delete', 1],
      ['foreign_keys', 1],
      ['journal_mode', 'wal'],
      ['temp_store', 2],
    ] as const) {
      expect(await readPragma(db, name)).toBe(value)
    }
  })

  test('takes the file for one program alone', async () => {
    await opened(openDatabase(file))
    await expect(openDatabase(file)).rejects.toMatchObject({ code: 'database-locked' })
  })

  test('refuses a newer database and leaves it as it is', async () => {
    const db = await opened(openDatabase(file))
    await db.raw(`PRAGMA user_version = ${migrations.length + 1}`)
    await db.destroy()
    const before = await readFile(file)
    await expect(openDatabase(file)).rejects.toMatchObject({
      code: 'database-newer',
      detail: { found: migrations.length + 1, known: migrations.length },
    })
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  test('refuses what is no database, and the database of another program', async () => {
    await writeFile(file, 'x'.repeat(5000))
    await expect(openDatabase(file)).rejects.toMatchObject({ code: 'vault-damaged', detail: { part: 'database' } })
    await rm(file)
    const db = await opened(connect(file))
    await db.raw('PRAGMA user_version = 1')
    await db.destroy()
    await expect(openDatabase(file)).rejects.toMatchObject({ code: 'vault-damaged', detail: { part: 'database' } })
  })

  test('leaves nothing of a removed row once the journal was cut', async () => {
    const db = await opened(openDatabase(file))
    const content = `"${'nothing of this may stay '.repeat(400)}"`
    await db('desk_settings').insert({ id: 1, content })
    await truncateJournal(db)
    expect(await rawSearch(folder, Buffer.from('nothing of this may stay'))).not.toEqual([])
    await db('desk_settings').delete()
    await truncateJournal(db)
    expect(await rawSearch(folder, Buffer.from('nothing of this may stay'))).toEqual([])
    expect((await stat(`${file}-wal`)).size).toBe(0)
  })

  test('an error carries no value', async () => {
    const db = await opened(openDatabase(file))
    const failed = db('desk_settings').insert({ id: 2, content: '"requester"' })
    await expect(failed).rejects.toThrow('CHECK')
    await expect(failed).rejects.not.toThrow('requester')
  })
})

describe('the history', () => {
  test('rises by one, and each file is named by its number', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1))
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
  })

  test.each(migrations.map(({ number, name }) => [number, name] as const))(
    'step %i (%s) runs on the version before and keeps its rows',
    async (number) => {
      const db = await at(number - 1)
      const tables: { name: string }[] = await db('sqlite_master').where({ type: 'table' }).select('name')
      const people = number > 1 ? [staffRow] : []
      for (const row of people) await db('staff').insert(row)
      await migrate(
        db,
        migrations.filter((step) => step.number <= number),
      )
      expect(await readPragma(db, 'user_version')).toBe(number)
      expect(await db('staff').pluck('id')).toEqual(people.map(({ id }) => id))
      const after: { name: string; sql: string }[] = await db('sqlite_master')
        .where({ type: 'table' })
        .select('name', 'sql')
      expect(after.length).toBeGreaterThanOrEqual(tables.length)
      expect(after.filter(({ sql }) => !sql.endsWith(') STRICT'))).toEqual([])
      expect(await db.raw('PRAGMA foreign_key_check')).toEqual([])
    },
  )

  test('a step that fails leaves the version before, whole', async () => {
    const db = await at(2)
    const failing = {
      number: 3,
      name: 'failing',
      async up(trx: Parameters<(typeof migrations)[number]['up']>[0]) {
        await trx.raw('CREATE TABLE half (id TEXT) STRICT')
        throw new Error('in the middle')
      },
    }
    await expect(migrate(db, [...migrations.slice(0, 2), failing])).rejects.toThrow('in the middle')
    expect(await readPragma(db, 'user_version')).toBe(2)
    expect(await db('sqlite_master').where({ name: 'half' })).toEqual([])
    await migrate(db, migrations)
    expect(await readPragma(db, 'user_version')).toBe(migrations.length)
  })
})

const staffRow = {
  id: 'p1',
  login_name: 'kanri',
  display_name_sealed: Buffer.of(1),
  key_slot: 0,
  created_at: '2026-11-24T01:00:00.000Z',
}
const auditRow = {
  number: 1,
  at: '2026-11-24T01:00:00.000Z',
  event: 'signed-in',
  detail: '{}',
  previous_hash: '0',
  hash: '1',
}
const wipeRow = {
  id: 'w1',
  case_id: 'c1',
  case_number: '2026-000123-4',
  stage: 'planned',
  result: 'running',
  operator_id: 'p1',
  started_at: '2026-11-24T01:00:00.000Z',
  outside: '[]',
}

describe('closed sets', () => {
  test.each([
    ['staff', { disabled: 2 }],
    ['staff', { key_slot: 'first' }],
    ['staff_roles', { role: 'owner' }],
    ['staff_roles', { staff_id: 'another' }],
    ['sign_in_failures', { failures: 0 }],
    ['audit_entries', { number: 0 }],
    ['desk_settings', { id: 2 }],
    ['desk_settings', { content: 'no json' }],
    ['wipes', { stage: 'burnt' }],
    ['wipes', { result: 'perhaps' }],
    ['wipes', { plan: 'no json' }],
    ['wipe_steps', { step: 'burnt' }],
    ['wipe_steps', { wipe_id: 'another' }],
  ])('%s refuses %o', async (table, wrong) => {
    const db = await at(migrations.length)
    const rows = {
      staff: staffRow,
      staff_roles: { staff_id: 'p1', role: 'clerk' },
      sign_in_failures: { login_name: 'kanri', failures: 1, last_at: '2026-11-24T01:00:00.000Z' },
      audit_entries: auditRow,
      desk_settings: { id: 1, content: '{}' },
      wipes: wipeRow,
      wipe_steps: { wipe_id: 'w1', step: 'planned', began_at: '2026-11-24T01:00:00.000Z' },
    }
    const outcomes: unknown[] = []
    for (const [name, row] of Object.entries(rows)) {
      const wanted = name === table ? [{ ...row, ...wrong }, row] : [row]
      for (const one of wanted)
        outcomes.push(
          await db(name)
            .insert(one)
            .then(
              () => 'taken',
              () => 'refused',
            ),
        )
    }
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(Object.keys(rows).length)
  })

  test('two people never share a login name, whatever the letters', async () => {
    const db = await at(migrations.length)
    await db('staff').insert(staffRow)
    await expect(db('staff').insert({ ...staffRow, id: 'p2', key_slot: 1, login_name: 'KANRI' })).rejects.toThrow(
      'UNIQUE',
    )
  })
})
