// The desk's dated rules: own versions from today on, the past never edited, checks, taking back, history and the chain.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRules, type Rules } from '../../main/rules/index.ts'
import type { DatedRule } from '../../shared/rules/dated/index.ts'
import { articleOn, idDocumentOn, shippedVersions } from '../../shared/rules/dated/index.ts'
import { person, tempDesk, there, type TempDesk } from './desk-fixture.ts'
import { oldDatabase } from './old-database.ts'

let desk: TempDesk
let rules: Rules
const administrator = person(['administrator'])

function rulesOf({ db, audit, clock }: TempDesk): Rules {
  return createRules({ db, audit, nameOf: async () => '管理 一郎', now: clock.now, today: clock.today })
}

/** Today is 2026-11-24. */
beforeEach(async () => {
  desk = await tempDesk()
  rules = rulesOf(desk)
})
afterEach(() => desk.remove())

const juminhyo = there(idDocumentOn(shippedVersions, 'juminhyo', '2026-11-24'))

function freshness(validFrom: string, freshMonths: number): DatedRule {
  const { table, entry, content } = juminhyo
  return {
    table,
    entry,
    validFrom,
    checkedOn: '2026-11-24',
    source: '窓口会議 2026-11',
    confirmed: true,
    content: { ...content, freshMonths },
  }
}

const monthsOn = async (on: string) => idDocumentOn(await rules.versions(), 'juminhyo', on)?.content.freshMonths

test('are those that the app ships until the desk writes its own', async () => {
  expect(await rules.versions()).toEqual(shippedVersions)
})

test('hold from their day on, over a restart, with who wrote them', async () => {
  await rules.add(freshness('2027-04-01', 6), administrator)
  await desk.close()
  desk = await tempDesk({ folder: desk.folder })
  rules = rulesOf(desk)
  expect([await monthsOn('2027-03-31'), await monthsOn('2027-04-01')]).toEqual([3, 6])
  const { versions, names } = await rules.list()
  expect(versions.at(-1)?.origin).toEqual({
    kind: 'desk',
    recordedAt: '2026-11-24T01:00:00.000Z',
    recordedBy: administrator.id,
    withdrawnAt: null,
  })
  expect(names).toEqual([{ id: administrator.id, name: '管理 一郎' }])
})

test('are corrected on the same day by a later one, and both stay on record', async () => {
  await rules.add(freshness('2026-11-24', 6), administrator)
  const { versions } = await rules.add(freshness('2026-11-24', 2), administrator)
  expect(await monthsOn('2026-11-24')).toBe(2)
  expect(versions).toHaveLength(shippedVersions.length + 2)
})

test('never begin before today', async () => {
  await expect(rules.add(freshness('2026-11-23', 6), administrator)).rejects.toMatchObject({
    code: 'impossible-date',
    detail: { field: 'validFrom', notBefore: '2026-11-24' },
  })
  expect(await rules.versions()).toEqual(shippedVersions)
})

test('are not checked in the future', async () => {
  const future = { ...freshness('2027-04-01', 6), checkedOn: '2026-11-25' }
  await expect(rules.add(future, administrator)).rejects.toMatchObject({ code: 'impossible-date' })
  await expect(
    rules.check({ id: juminhyo.id, checkedOn: '2026-11-25', source: 'x', confirmed: true }, administrator),
  ).rejects.toMatchObject({ code: 'impossible-date' })
})

test('may be taken back until they come into force, and not twice', async () => {
  const { versions } = await rules.add(freshness('2026-11-25', 6), administrator)
  const { id } = there(versions.at(-1))
  await rules.withdraw({ id }, administrator)
  expect(await monthsOn('2026-11-25')).toBe(3)
  expect((await rules.versions()).at(-1)?.id).toBe(id)
  await expect(rules.withdraw({ id }, administrator)).rejects.toMatchObject({ code: 'wrong-stage' })

  const second = there((await rules.add(freshness('2026-11-25', 6), administrator)).versions.at(-1))
  desk.clock.move(24 * 60 * 60)
  await expect(rules.withdraw({ id: second.id }, administrator)).rejects.toMatchObject({ code: 'wrong-stage' })
  expect(await monthsOn('2026-11-25')).toBe(6)
})

test('are confirmed by a check, shipped ones too; the newest check counts', async () => {
  const fee = there(articleOn(shippedVersions, 'fee', '2026-11-24'))
  expect(fee.confirmed).toBe(false)
  await rules.check({ id: fee.id, checkedOn: '2026-11-20', source: '顧問弁護士', confirmed: true }, administrator)
  const { versions } = await rules.check(
    { id: fee.id, checkedOn: '2026-11-24', source: 'e-Gov法令検索', confirmed: true },
    administrator,
  )
  expect(articleOn(versions, 'fee', '2026-11-24')).toEqual({
    ...fee,
    checkedOn: '2026-11-24',
    source: 'e-Gov法令検索',
    confirmed: true,
  })
  await expect(
    rules.check({ id: 'articles/none', checkedOn: '2026-11-24', source: 'x', confirmed: true }, administrator),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('leave every change in the chain', async () => {
  const { versions } = await rules.add(freshness('2027-04-01', 6), administrator)
  const { id } = there(versions.at(-1))
  await rules.check({ id, checkedOn: '2026-11-24', source: 'x', confirmed: false }, administrator)
  await rules.withdraw({ id }, administrator)
  const { entries } = await desk.audit.list({ before: null, limit: 10 })
  expect(entries.map(({ event, actorId, subject }) => [event, actorId, subject])).toEqual(
    ['rule-withdrawn', 'rule-checked', 'rule-added'].map((event) => [event, administrator.id, id]),
  )
})

test('6 → 7: tables that only grow', async () => {
  const { db, upgradeTo, remove } = await oldDatabase()
  try {
    await upgradeTo(6)
    await db('desk_settings').insert({ id: 1, content: '{}' })
    await upgradeTo(7)
    expect(await db('desk_settings').select('content')).toEqual([{ content: '{}' }])
    const row = {
      id: 'v1',
      rule_table: 'articles',
      entry: 'fee',
      valid_from: '2027-04-01',
      checked_on: '2026-11-24',
      source: 's',
      confirmed: 1,
      content: '{}',
      recorded_at: '2026-11-24T01:00:00.000Z',
      recorded_by: 'p1',
    }
    await db('rule_versions').insert(row)
    await expect(db('rule_versions').insert({ ...row, id: 'v2', rule_table: 'songs' })).rejects.toThrow('constraint')
    await expect(db('rule_versions').where({ id: 'v1' }).update({ content: '[]' })).rejects.toThrow('never change')
    await expect(db('rule_versions').delete()).rejects.toThrow('only grow')
    await db('rule_versions').where({ id: 'v1' }).update({ withdrawn_at: '2026-11-24T02:00:00.000Z' })
    await expect(db('rule_versions').where({ id: 'v1' }).update({ withdrawn_at: null })).rejects.toThrow('never change')
    await db('rule_checks').insert({
      version_id: 'v1',
      checked_on: '2026-11-24',
      source: 's',
      confirmed: 0,
      recorded_at: 'x',
      recorded_by: 'p1',
    })
    await expect(db('rule_checks').update({ confirmed: 1 })).rejects.toThrow('never change')
    await expect(db('rule_checks').delete()).rejects.toThrow('only grow')
  } finally {
    await remove()
  }
})
