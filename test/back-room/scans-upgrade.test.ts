// The upgrade that brings the tables of scans: from the version before, with its rows kept, and with closed sets closed.
import { beforeEach, expect, test } from 'vitest'
import { migrations } from '../../main/db/migrations/index.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()
beforeEach(async () => {
  await old.upgradeTo(2)
})

const scanRow = {
  id: 's1',
  arrival: 1,
  received_at: '2026-11-24T01:00:00.000Z',
  received_on: '2026-11-24',
  route: 'drop',
  format: 'pdf',
  page_count: 1,
  stage: 'received',
  step: 'none',
  source: 'kept',
  role: 'id-copy',
  row_slot: 1,
  original_slot: 2,
  original_object: 'o1',
}
const pageRow = {
  scan_id: 's1',
  page: 1,
  width: 10,
  height: 10,
  turn: 0,
  turned_by: 'screening',
  round: 1,
  confirmed: 0,
}
const findingRow = {
  id: 'f1',
  scan_id: 's1',
  page: 1,
  position: 1,
  field: 'permanent-domicile',
  state: 'visible',
  box: '[0,0,1,1]',
  evidence: '["label"]',
  source: 'screening',
}

test('keeps the rows of before and begins to count arrivals at nothing', async () => {
  await old.db('desk_settings').insert({ id: 1, content: '{}' })
  await old.upgradeTo(3)
  expect(await old.db('desk_settings').select()).toHaveLength(1)
  expect(await old.db('arrival_numbers').select()).toEqual([{ id: 1, last: 0 }])
})

test.each([
  ['scans', { stage: 'lost' }],
  ['scans', { step: 'sleeping' }],
  ['scans', { route: 'fax' }],
  ['scans', { format: 'heic' }],
  ['scans', { source: 'somewhere' }],
  ['scans', { role: 'poem' }],
  ['scans', { page_count: 0 }],
  ['scans', { original_object: null }],
  ['scans', { stage: 'finished' }],
  ['scans', { arrival: 'first' }],
  ['scan_pages', { turn: 45 }],
  ['scan_pages', { verdict: 'fine' }],
  ['scan_pages', { document: 'poem' }],
  ['scan_pages', { scan_id: 'another' }],
  ['findings', { field: 'blood-type' }],
  ['findings', { state: 'perhaps' }],
  ['findings', { decision: 'wait' }],
  ['findings', { box: 'wide' }],
  ['findings', { page: 2 }],
  ['findings', { reason_sealed: Buffer.of(1) }],
])('%s refuses %o', async (table, wrong) => {
  await old.upgradeTo(migrations.length)
  const rows = { scans: scanRow, scan_pages: pageRow, findings: findingRow }
  for (const [name, row] of Object.entries(rows)) {
    if (name !== table) {
      await old.db(name).insert(row)
      continue
    }
    await expect(old.db(name).insert({ ...row, ...wrong })).rejects.toThrow('SQLITE_')
    await old.db(name).insert(row)
  }
})
