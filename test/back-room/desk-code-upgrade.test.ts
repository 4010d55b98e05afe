// The upgrade that brings the desk's own code: from the version before, with its rows kept, and given once only.
import { beforeEach, expect, it } from 'vitest'
import { createAudit } from '../../main/audit/index.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { createSettings } from '../../main/settings/index.ts'
import { defaultPreferences } from '../../shared/settings.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const number = migrations.find(({ name }) => name === 'desk-code')?.number ?? 0

const old = oldDatabaseOfEachTest()
beforeEach(async () => {
  await old.upgradeTo(number - 1)
  await old.db('desk_settings').insert({ id: 1, content: '{}' })
  await old.upgradeTo(number)
})

it('keeps the settings of before', async () => {
  expect(await old.db('desk_settings').select()).toHaveLength(1)
})

it('refuses a second code and one that is not five digits long', async () => {
  await expect(old.db('desk_codes').insert({ id: 2, code: '12345' })).rejects.toThrow('SQLITE_')
  await expect(old.db('desk_codes').insert({ id: 1, code: '1234' })).rejects.toThrow('SQLITE_')
})

it('is chosen at the first use and stays', async () => {
  await old.upgradeTo(migrations.length)
  const preferences = { get: () => defaultPreferences, set: () => undefined }
  const audit = await createAudit({
    db: old.db,
    now: () => '2026-11-24T01:00:00.000Z',
    seal: async () => null,
    onBroken: () => undefined,
  })
  const settings = createSettings({ db: old.db, audit, preferences })
  const [one, other] = await Promise.all([settings.deskCode(), settings.deskCode()])
  expect(one).toMatch(/^\d{5}$/)
  expect(other).toBe(one)
  expect(await settings.deskCode()).toBe(one)
})
