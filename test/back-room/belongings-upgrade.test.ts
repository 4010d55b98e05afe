// The upgrade that brings the tables of what belongs to a case: what was there is kept, and closed sets are closed.
import { expect, it } from 'vitest'
import { migrations } from '../../main/db/migrations/index.ts'
import { belongings } from '../../main/db/migrations/015-belongings.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

it('keeps the pieces of before', async () => {
  await old.upgradeTo(belongings.number - 1)
  const piece = { id: 'p', version: 1, case_id: 'c', kind: 'form', arrived_on: 'x', place: 'tray', state: 'held' }
  await old.db('pieces').insert({ ...piece, initials: '[]' })
  await old.upgradeTo(belongings.number)
  expect(await old.db('pieces').select('id')).toEqual([{ id: 'p' }])
  expect(await old.db('payments').select()).toEqual([])
})

const rows = {
  agents: { id: 'a', version: 1, case_id: 'c', kind: 'parent', standing: 'unchecked' },
  payments: {
    id: 'm',
    case_id: 'c',
    piece_id: 'p',
    method: 'money-order',
    amount_yen: 1000,
    issued_on: '2026-11-01',
    received_on: '2026-11-20',
    recorded_at: 'x',
    recorded_by: 'w',
  },
  identity_checks: {
    id: 'i',
    case_id: 'c',
    position: 1,
    id_kind: 'licence',
    method: 'copy-by-post',
    result: 'verified',
    needs: '[]',
    accepted: '[]',
    checked_on: '2026-11-24',
    checked_at: 'x',
    checked_by: 'w',
  },
  case_links: { case_id: 'a', other_id: 'b', linked_on: '2026-11-24', linked_by: 'w' },
}

it.each([
  ['agents', { kind: 'friend' }],
  ['agents', { standing: 'verified' }],
  ['agents', { judged_on: '2026-11-24' }],
  ['payments', { method: 'shells' }],
  ['payments', { amount_yen: 0 }],
  ['payments', { issued_on: null }],
  ['payments', { method: 'cash' }],
  ['identity_checks', { result: 'to-mend' }],
  ['identity_checks', { needs: '["id-expired"]' }],
  ['identity_checks', { method: 'by-ear' }],
  ['case_links', { other_id: 'A' }],
] as const)('%s refuses %o', async (table, wrong) => {
  await old.upgradeTo(migrations.length)
  await expect(old.db(table).insert({ ...rows[table], ...wrong })).rejects.toThrow('SQLITE_')
  await old.db(table).insert({ ...rows[table] })
})
