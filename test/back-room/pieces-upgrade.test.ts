// The upgrade that makes the paper of a scan a piece: every scan's paper is kept as it was, and the scans lose nothing else.
import { expect, it } from 'vitest'
import { migrations } from '../../main/db/migrations/index.ts'
import { paperTwin } from '../../main/db/migrations/009-paper-twin.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

const caseId = '33333333-3333-4333-8333-333333333333'
const scanRow = {
  id: '11111111-1111-4111-8111-111111111111',
  arrival: 1,
  received_at: '2026-11-24T01:00:00.000Z',
  received_on: '2026-11-24',
  route: 'drop',
  format: 'pdf',
  page_count: 1,
  stage: 'screened',
  step: 'none',
  source: 'kept',
  role: 'authority',
  row_slot: 1,
  original_slot: 2,
  original_object: 'o1',
  file_name_sealed: Buffer.of(7),
  paper_state: 'held',
  paper_initials: '[]',
}
const page = {
  scan_id: scanRow.id,
  page: 1,
  width: 9,
  height: 9,
  turn: 0,
  turned_by: 'screening',
  round: 1,
  confirmed: 1,
}
const finding = {
  id: 'f1',
  scan_id: scanRow.id,
  page: 1,
  position: 1,
  field: 'permanent-domicile',
  state: 'visible',
  box: '[0,0,1,1]',
  evidence: '["label"]',
  source: 'screening',
}

it('makes a piece of every paper and keeps scans, pages and findings', async () => {
  await old.upgradeTo(paperTwin.number - 1)
  const second = '22222222-2222-4222-8222-222222222222'
  await old.db('scans').insert(scanRow)
  await old.db('scans').insert({
    ...scanRow,
    id: second,
    arrival: 2,
    case_id: caseId,
    case_number: '2026-000001-7',
    paper_state: 'destroyed',
    paper_on: '2026-11-24',
    paper_initials: '["花","次"]',
  })
  await old.db('scan_pages').insert(page)
  await old.db('findings').insert(finding)
  await old.upgradeTo(paperTwin.number)

  expect(await old.db('pieces').orderBy('state')).toMatchObject([
    {
      scan_id: second,
      case_id: caseId,
      kind: 'authority',
      arrived_on: '2026-11-24',
      state: 'destroyed',
      settled_on: '2026-11-24',
      initials: '["花","次"]',
    },
    { scan_id: scanRow.id, case_id: null, state: 'held', settled_on: null, initials: '[]', version: 1 },
  ])
  const { paper_state: _state, paper_initials: _initials, ...kept } = scanRow
  expect(await old.db('scans').where({ id: scanRow.id }).first()).toMatchObject(kept)
  expect(await old.db('scan_pages').select()).toMatchObject([page])
  expect(await old.db('findings').select()).toMatchObject([finding])
  await old.db('scans').where({ id: scanRow.id }).delete()
  expect(await old.db('findings').select(), 'what points to a scan still goes with it').toEqual([])
})

const envelopeRow = {
  id: 'e1',
  case_id: caseId,
  kind: 'request',
  arrived_on: '2026-11-24',
  recorded_at: 'x',
  recorded_by: 'p1',
}
const pieceRow = {
  id: 'p1',
  version: 1,
  case_id: caseId,
  envelope_id: 'e1',
  kind: 'form',
  arrived_on: '2026-11-24',
  place: 'tray',
  state: 'held',
  initials: '[]',
}

it.each([
  ['envelopes', { kind: 'parcel' }],
  ['pieces', { kind: 'photo' }],
  ['pieces', { place: 'car' }],
  ['pieces', { state: 'lost' }],
  ['pieces', { state: 'destroyed' }],
  ['pieces', { settled_on: '2026-11-24' }],
  ['pieces', { envelope_id: 'none' }],
  ['pieces', { case_id: null }],
])('%s refuses %o', async (table, wrong) => {
  await old.upgradeTo(migrations.length)
  const rows = { envelopes: envelopeRow, pieces: pieceRow }
  if (table !== 'envelopes') await old.db('envelopes').insert(envelopeRow)
  const row = Object.entries(rows).find(([name]) => name === table)?.[1]
  await expect(old.db(table).insert({ ...row, ...wrong })).rejects.toThrow('SQLITE_')
  await old.db(table).insert({ ...row })
})
