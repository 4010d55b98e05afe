// The desk's table of what must be masked: stored with its history, followed by the settings, and taken over from an older desk.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../../main/db/connection.ts'
import { migrate } from '../../main/db/migrate.ts'
import { migrations } from '../../main/db/migrations/index.ts'
import { createMaskingPolicies, createSettings, type MaskingPolicies } from '../../main/settings/index.ts'
import { calls } from '../../shared/ipc/contract.ts'
import { defaultPreferences } from '../../shared/settings.ts'
import { person, tempDesk, type TempDesk } from './desk-fixture.ts'

let desk: TempDesk
let policies: MaskingPolicies
const administrator = person(['administrator'])
const keepDonation = { mayKeep: [{ document: 'licence', field: 'organ-donation' } as const] }

beforeEach(async () => {
  desk = await tempDesk()
  const { db, audit, clock } = desk
  policies = createMaskingPolicies({ db, audit, nameOf: async () => '管理 一郎', now: clock.now })
})
afterEach(() => desk.remove())

test('masks everything until an administrator changes it, and keeps who changed what', async () => {
  expect(await policies.read()).toEqual({ version: 0, policy: { mayKeep: [] }, history: [] })
  await policies.change({ version: 0, policy: keepDonation }, administrator)
  await policies.change({ version: 1, policy: { mayKeep: [] } }, administrator)
  const { version, policy, history } = await policies.read()
  expect([version, policy]).toEqual([2, { mayKeep: [] }])
  expect(history.map(({ by, changes }) => [by, changes])).toEqual([
    ['管理 一郎', [{ document: 'licence', field: 'organ-donation', mustMask: true }]],
    ['管理 一郎', [{ document: 'licence', field: 'organ-donation', mustMask: false }]],
  ])
  const { entries } = await desk.audit.list({ before: null, limit: 10 })
  expect(entries.map(({ event, actorId, detail }) => [event, actorId, detail])).toEqual([
    ['masking-policy-changed', administrator.id, { mayKeep: 0, mustMask: 1 }],
    ['masking-policy-changed', administrator.id, { mayKeep: 1, mustMask: 0 }],
  ])
})

test('changes nothing when another change came first, or when nothing differs', async () => {
  await policies.change({ version: 0, policy: keepDonation }, administrator)
  const late = policies.change({ version: 0, policy: { mayKeep: [] } }, administrator)
  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await policies.change({ version: 1, policy: keepDonation }, administrator)
  expect((await policies.read()).version).toBe(1)
})

test('a 本籍 that may be kept is refused at the border', () => {
  const request = { version: 0, policy: { mayKeep: [{ document: 'passport', field: 'permanent-domicile' }] } }
  expect(calls['settings.changeMaskingPolicy'].request.safeParse(request).success).toBe(false)
})

test('the settings tell the table in force, and saving the settings leaves it alone', async () => {
  const { db, audit } = desk
  const settings = createSettings({ db, audit, preferences: { get: () => defaultPreferences, set: () => {} } })
  await policies.change({ version: 0, policy: keepDonation }, administrator)
  const seen = await settings.desk()
  expect(seen.maskingPolicy).toEqual(keepDonation)
  await settings.changeDesk({ ...seen, maskingPolicy: { mayKeep: [] } }, administrator)
  expect((await settings.desk()).maskingPolicy).toEqual(keepDonation)
})

test('a table that was in force is never edited', async () => {
  await policies.change({ version: 0, policy: keepDonation }, administrator)
  await expect(desk.db('masking_policies').delete()).rejects.toThrow('only grow')
  await expect(desk.db('masking_policies').update({ content: '{}' })).rejects.toThrow('never change')
})

test.each([
  [{ maskHeadOfRegister: false }, ['juminhyo', 'koseki', 'application-form', 'other']],
  [{ maskHeadOfRegister: true }, []],
  [{}, []],
])('an older desk with %j keeps 筆頭者 on the documents it said', async (content, documents) => {
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-'))
  const db = await connect(join(folder, 'desk.sqlite'))
  try {
    await migrate(
      db,
      migrations.filter(({ number }) => number < 14),
    )
    await db('desk_settings').insert({ id: 1, content: JSON.stringify(content) })
    await migrate(db, migrations)
    const older = createMaskingPolicies({ db, audit: desk.audit, nameOf: async () => '', now: desk.clock.now })
    const { policy } = await older.read()
    expect(policy.mayKeep.map(({ document }) => document)).toEqual(documents)
  } finally {
    await db.destroy()
    await rm(folder, { recursive: true })
  }
})
