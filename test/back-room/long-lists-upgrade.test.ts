// The upgrade that brings indexes for lists that only grow: from the version before, with its rows kept.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connect } from '../../main/db/connection.ts'
import { migrate } from '../../main/db/migrate.ts'
import { longLists } from '../../main/db/migrations/020-long-lists.ts'
import { migrations } from '../../main/db/migrations/index.ts'

it('keeps the wipes of before, and lists them newest first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-'))
  const db = await connect(join(folder, 'desk.sqlite'))
  const upgradeTo = (version: number) =>
    migrate(
      db,
      migrations.filter(({ number }) => number <= version),
    )
  try {
    await upgradeTo(longLists.number - 1)
    const wipe = { case_number: '2026-000001-1', stage: 'certified', result: 'WIPED', operator_id: 'p', outside: '[]' }
    await db('wipes').insert({ ...wipe, id: 'older', case_id: 'a', started_at: '2026-11-01T00:00:00.000Z' })
    await db('wipes').insert({ ...wipe, id: 'newer', case_id: 'b', started_at: '2026-11-02T00:00:00.000Z' })
    await upgradeTo(longLists.number)
    expect(await db('wipes').orderBy('started_at', 'desc').pluck('id')).toEqual(['newer', 'older'])
    const plan = JSON.stringify(
      await db.raw('EXPLAIN QUERY PLAN SELECT id FROM wipes ORDER BY started_at DESC, id LIMIT 100'),
    )
    expect(plan).toContain('wipes_newest')
    expect(plan).not.toContain('TEMP B-TREE')
  } finally {
    await db.destroy()
    await rm(folder, { recursive: true })
  }
})
