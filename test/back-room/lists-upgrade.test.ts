// The upgrade that brings indexes and kept views: from the version before, with its rows kept, and used where it matters.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connect, readPragma } from '../../main/db/connection.ts'
import { migrate } from '../../main/db/migrate.ts'
import { migrations } from '../../main/db/migrations/index.ts'

it('12 → 13: lists of a large desk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upgrade-'))
  const db = await connect(join(folder, 'desk.sqlite'))
  const upgradeTo = async (version: number) => {
    await migrate(
      db,
      migrations.filter(({ number }) => number <= version),
    )
    expect(await readPragma(db, 'user_version')).toBe(version)
  }
  try {
    await upgradeTo(12)
    await db('desk_settings').insert({ id: 1, content: '{}' })
    await upgradeTo(13)
    expect(await db('desk_settings').select('content')).toEqual([{ content: '{}' }])
    const view = { id: 'v1', person_id: 'p1', name: '期限超過', filter: '{}' }
    await db('case_views').insert(view)
    await expect(db('case_views').insert({ ...view, id: 'v2' }), 'a name twice').rejects.toThrow('constraint')
    await expect(db('case_views').insert({ ...view, id: 'v2', name: '' }), 'no name').rejects.toThrow('constraint')
    await db('case_views').insert({ ...view, id: 'v2', person_id: 'p2' })
    const plan = JSON.stringify(
      await db.raw(
        "EXPLAIN QUERY PLAN SELECT * FROM cases WHERE state = 'wiped' ORDER BY year DESC, serial DESC LIMIT 100",
      ),
    )
    expect(plan).toContain('cases_by_state')
    expect(plan).not.toContain('TEMP B-TREE')
  } finally {
    await db.destroy()
    await rm(folder, { recursive: true })
  }
})
