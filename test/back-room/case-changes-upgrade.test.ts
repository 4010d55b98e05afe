// The upgrades that bring what changed with each version, and what was told already: from the versions before, with rows in them.
import { expect, it } from 'vitest'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

const caseRow = {
  id: 'c1',
  number: '2026-000001-7',
  year: 2026,
  serial: 1,
  kind: 'disclosure',
  lane: 'post',
  state: 'received',
  version: 3,
  inquiry_on: null,
  arrived_on: '2026-11-20',
  opened_on: '2026-11-20',
  opened_by: 'p1',
  refusal_reason: null,
  key_slot: 1,
  requester_sealed: Buffer.of(1),
  wipe_id: null,
}

it('16 → 17: what changed with each version of a case', async () => {
  await old.upgradeTo(16)
  await old.db('cases').insert(caseRow)
  await old.upgradeTo(17)
  expect(await old.db('cases').pluck('version')).toEqual([3])
  const change = { case_id: 'c1', version: 4, change: '{}', changed_at: 'x', changed_by: 'p1' }
  await old.db('case_changes').insert(change)
  await expect(old.db('case_changes').insert(change), 'a version twice').rejects.toThrow('constraint')
  await expect(old.db('case_changes').insert({ ...change, version: 1 }), 'the opening').rejects.toThrow('constraint')
  await expect(old.db('case_changes').insert({ ...change, case_id: 'c2' }), 'no such case').rejects.toThrow(
    'constraint',
  )
  await expect(old.db('case_changes').insert({ ...change, version: 5, change: 'x' })).rejects.toThrow('constraint')
})

it('17 → 18: what was told already', async () => {
  await old.upgradeTo(17)
  const person = { id: 'p1', login_name: 'kanri', display_name_sealed: Buffer.of(1), key_slot: 0, created_at: 'x' }
  await old.db('staff').insert(person)
  await old.upgradeTo(18)
  expect(await old.db('staff').pluck('id')).toEqual(['p1'])
  const told = { given_on: '2026-11-24', case_id: 'c1', clock: 'answer-target' }
  await old.db('reminders_given').insert(told)
  await expect(old.db('reminders_given').insert(told), 'told twice').rejects.toThrow('constraint')
  await old.db('digests_seen').insert({ person_id: 'p1', seen_on: '2026-11-24' })
  const stranger = old.db('digests_seen').insert({ person_id: 'p2', seen_on: '2026-11-24' })
  await expect(stranger, 'nobody’s').rejects.toThrow('constraint')
  const plan = JSON.stringify(
    await old.db.raw("EXPLAIN QUERY PLAN SELECT id FROM pieces WHERE kind = 'money-order' AND state = 'held'"),
  )
  expect(plan).toContain('pieces_money_orders_held')
})
