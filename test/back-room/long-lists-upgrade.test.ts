// The upgrade that brings indexes for lists that only grow: from the version before, with its rows kept.
import { expect, it } from 'vitest'
import { longLists } from '../../main/db/migrations/020-long-lists.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

it('keeps the wipes of before, and lists them newest first', async () => {
  await old.upgradeTo(longLists.number - 1)
  const wipe = { case_number: '2026-000001-1', stage: 'certified', result: 'WIPED', operator_id: 'p', outside: '[]' }
  await old.db('wipes').insert({ ...wipe, id: 'older', case_id: 'a', started_at: '2026-11-01T00:00:00.000Z' })
  await old.db('wipes').insert({ ...wipe, id: 'newer', case_id: 'b', started_at: '2026-11-02T00:00:00.000Z' })
  await old.upgradeTo(longLists.number)
  expect(await old.db('wipes').orderBy('started_at', 'desc').pluck('id')).toEqual(['newer', 'older'])
  const plan = JSON.stringify(
    await old.db.raw('EXPLAIN QUERY PLAN SELECT id FROM wipes ORDER BY started_at DESC, id LIMIT 100'),
  )
  expect(plan).toContain('wipes_newest')
  expect(plan).not.toContain('TEMP B-TREE')
})
