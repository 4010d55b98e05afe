// The upgrade that brings what codes said of scans: scans of before stay where they are, and closed sets are closed.
import { beforeEach, expect, it } from 'vitest'
import { migrations } from '../../main/db/migrations/index.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const number = migrations.find(({ name }) => name === 'filed-by-code')?.number ?? 0

const old = oldDatabaseOfEachTest()
beforeEach(async () => {
  await old.upgradeTo(number - 1)
  await old.db('scans').insert({
    id: 's1',
    arrival: 1,
    received_at: '2026-11-24T01:00:00.000Z',
    received_on: '2026-11-24',
    route: 'drop',
    format: 'pdf',
    page_count: 1,
    stage: 'screened',
    step: 'none',
    source: 'kept',
    role: 'id-copy',
    row_slot: 1,
    original_slot: 2,
    original_object: 'o1',
  })
  await old.upgradeTo(number)
})

it('keeps a scan of before out of what codes do', async () => {
  expect(await old.db('scan_filings').select()).toEqual([{ scan_id: 's1', by_code: 0, orphan: null }])
})

it.each([
  ['scan_filings', { orphan: 'lost' }],
  ['scan_filings', { by_code: 2 }],
  ['scan_filings', { by_code: 1, orphan: 'closed-case' }],
  ['sheet_readings', { codes: 'wide' }],
  ['sheet_readings', { page: 0 }],
  ['sheet_readings', { is_damaged: 2 }],
])('%s refuses %o', async (table, wrong) => {
  const row =
    table === 'scan_filings' ? { scan_id: 's2', by_code: 0 } : { scan_id: 's2', page: 1, codes: '[]', is_damaged: 0 }
  await expect(old.db(table).insert({ ...row, ...wrong })).rejects.toThrow('SQLITE_')
  await old.db(table).insert(row)
})
