// The upgrade that brings indexes and kept views: from the version before, with its rows kept, and used where it matters.
import { expect, it } from 'vitest'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

it('12 → 13: lists of a large desk', async () => {
  await old.upgradeTo(12)
  await old.db('desk_settings').insert({ id: 1, content: '{}' })
  await old.upgradeTo(13)
  expect(await old.db('desk_settings').select('content')).toEqual([{ content: '{}' }])
  const view = { id: 'v1', person_id: 'p1', name: '期限超過', filter: '{}' }
  await old.db('case_views').insert(view)
  await expect(old.db('case_views').insert({ ...view, id: 'v2' }), 'a name twice').rejects.toThrow('constraint')
  await expect(old.db('case_views').insert({ ...view, id: 'v2', name: '' }), 'no name').rejects.toThrow('constraint')
  await old.db('case_views').insert({ ...view, id: 'v2', person_id: 'p2' })
  const plan = JSON.stringify(
    await old.db.raw(
      "EXPLAIN QUERY PLAN SELECT * FROM cases WHERE state = 'wiped' ORDER BY year DESC, serial DESC LIMIT 100",
    ),
  )
  expect(plan).toContain('cases_by_state')
  expect(plan).not.toContain('TEMP B-TREE')
})
