// The upgrade that brings the desk's own code: from the version before, with its rows kept, and given once only.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAudit } from '../../main/audit/index.ts'
import { connect, readPragma, type Database } from '../../main/db/connection.ts'
import { migrate } from '../../main/db/migrate.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { createSettings } from '../../main/settings/index.ts'
import { defaultPreferences } from '../../shared/settings.ts'

const number = migrations.find(({ name }) => name === 'desk-code')?.number ?? 0
let folder: string
let db: Database

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upgrade-'))
  db = await connect(join(folder, 'desk.sqlite'))
  await migrate(
    db,
    migrations.filter((step) => step.number < number),
  )
  await db('desk_settings').insert({ id: 1, content: '{}' })
  await migrate(
    db,
    migrations.filter((step) => step.number <= number),
  )
})
afterEach(async () => {
  await db.destroy()
  await rm(folder, { recursive: true })
})

it('keeps the settings of before', async () => {
  expect(await readPragma(db, 'user_version')).toBe(number)
  expect(await db('desk_settings').select()).toHaveLength(1)
})

it('refuses a second code and one that is not five digits long', async () => {
  await expect(db('desk_codes').insert({ id: 2, code: '12345' })).rejects.toThrow('SQLITE_')
  await expect(db('desk_codes').insert({ id: 1, code: '1234' })).rejects.toThrow('SQLITE_')
})

it('is chosen at the first use and stays', async () => {
  const preferences = { get: () => defaultPreferences, set: () => undefined }
  const audit = await createAudit({ db, now: () => '2026-11-24T01:00:00.000Z' })
  const settings = createSettings({ db, audit, preferences })
  const [one, other] = await Promise.all([settings.deskCode(), settings.deskCode()])
  expect(one).toMatch(/^\d{5}$/)
  expect(other).toBe(one)
  expect(await settings.deskCode()).toBe(one)
})
