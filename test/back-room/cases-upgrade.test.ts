// Upgrades that bring the tables of cases and letters: from the version before, with its rows kept, and with closed sets closed.
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
  version: 1,
  arrived_on: '2026-11-20',
  opened_on: '2026-11-24',
  opened_by: 'p1',
  key_slot: 3,
  requester_sealed: Buffer.of(1),
}
const eventRow = {
  id: 'e1',
  case_id: 'c1',
  position: 1,
  event: 'opened',
  happened_on: '2026-11-20',
  recorded_at: '2026-11-24T01:00:00.000Z',
  recorded_by: 'p1',
}
const noticeRow = {
  id: 'n1',
  case_id: 'c1',
  kind: 'domicile-correction',
  stage: 'made',
  made_at: '2026-11-24T01:00:00.000Z',
  made_on: '2026-11-24',
  made_by: 'p1',
  page_count: 1,
  key_slot: 4,
  object_id: 'o1',
  sha256_sealed: Buffer.of(1),
}

it('3 → 4: cases and their events', async () => {
  await old.upgradeTo(3)
  await old.db('staff').insert({
    id: 'p1',
    login_name: 'hanako',
    display_name_sealed: Buffer.of(1),
    key_slot: 1,
    created_at: 'x',
  })
  await old.upgradeTo(4)
  expect(await old.db('staff').select('id')).toEqual([{ id: 'p1' }])

  await old.db('cases').insert(caseRow)
  const second = { ...caseRow, id: 'c2', number: '2026-000002-5', serial: 2 }
  await expect(old.db('cases').insert({ ...second, serial: 1 }), 'a serial twice').rejects.toThrow('constraint')
  await expect(old.db('cases').insert({ ...second, state: 'lost' }), 'an unknown state').rejects.toThrow('constraint')
  await expect(old.db('cases').insert({ ...second, key_slot: null }), 'a requester without a key').rejects.toThrow(
    'constraint',
  )
  await expect(old.db('cases').insert({ ...second, state: 'wiped' }), 'a wiped case with a requester').rejects.toThrow(
    'constraint',
  )
  await old.db('cases').insert(second)

  await old.db('case_events').insert(eventRow)
  const later = { ...eventRow, id: 'e2', position: 2, event: 'refusal-sent' }
  await expect(old.db('case_events').insert(later), 'a refusal without a reason').rejects.toThrow('constraint')
  await expect(old.db('case_events').insert({ ...eventRow, id: 'e2' }), 'a position twice').rejects.toThrow(
    'constraint',
  )
  await old.db('case_events').insert({ ...later, refusal_reason: 'documents-incomplete', note_sealed: Buffer.of(1) })
  await old.db('case_events').where({ id: 'e2' }).update({ note_sealed: null })
  await expect(
    old
      .db('case_events')
      .where({ id: 'e2' })
      .update({ note_sealed: Buffer.of(2) }),
    'a new note',
  ).rejects.toThrow('never change')
  await expect(
    old.db('case_events').where({ id: 'e1' }).update({ happened_on: '2026-01-01' }),
    'another date',
  ).rejects.toThrow('never change')
})

it('4 → 5: letters', async () => {
  await old.upgradeTo(4)
  await old.db('cases').insert(caseRow)
  await old.upgradeTo(5)
  expect(await old.db('cases').select('number')).toEqual([{ number: '2026-000001-7' }])

  await old.db('notices').insert(noticeRow)
  const second = { ...noticeRow, id: 'n2', object_id: 'o2' }
  await expect(old.db('notices').insert({ ...second, object_id: 'o1' }), 'a file of two letters').rejects.toThrow(
    'constraint',
  )
  await expect(old.db('notices').insert({ ...second, kind: 'greeting' }), 'an unknown kind').rejects.toThrow(
    'constraint',
  )
  await expect(
    old.db('notices').insert({ ...second, tracking_number_sealed: Buffer.of(1) }),
    'a number, not posted',
  ).rejects.toThrow('constraint')
  await old.db('notices').insert({ ...second, dispatched_on: '2026-11-24', tracking_number_sealed: Buffer.of(1) })
})

it('11 → 12: the whole course, with cases and events kept', async () => {
  await old.upgradeTo(11)
  await old.db('cases').insert(caseRow)
  await old.db('cases').insert({ ...caseRow, id: 'c2', number: '2026-000002-5', serial: 2, kind: 'complaint' })
  await old.db('case_events').insert({ ...eventRow, note_sealed: Buffer.of(7) })
  await old.upgradeTo(12)
  expect(await old.db('cases').orderBy('id').select('id', 'state', 'version', 'arrived_on', 'duplicate_of')).toEqual([
    { id: 'c1', state: 'received', version: 1, arrived_on: '2026-11-20', duplicate_of: null },
    { id: 'c2', state: 'consulting', version: 2, arrived_on: '2026-11-20', duplicate_of: null },
  ])
  expect(await old.db('case_events').select('id', 'event', 'note_sealed', 'posted')).toEqual([
    { id: 'e1', event: 'opened', note_sealed: Buffer.of(7), posted: null },
  ])

  await expect(old.db('case_events').where({ id: 'e1' }).delete(), 'a lost event').rejects.toThrow('only grow')
  await expect(
    old.db('case_events').where({ id: 'e1' }).update({ posted: 'ordinary' }),
    'another posting',
  ).rejects.toThrow('never change')
  await expect(old.db('case_events').insert({ ...eventRow, id: 'e2', case_id: 'c9' }), 'of no case').rejects.toThrow(
    'constraint',
  )
  const third = { ...caseRow, id: 'c3', number: '2026-000003-3', serial: 3 }
  await expect(old.db('cases').insert({ ...third, arrived_on: null }), 'nothing that arrived').rejects.toThrow(
    'constraint',
  )
  await old.db('cases').insert({ ...third, state: 'inquired', arrived_on: null, inquiry_on: '2026-11-20' })
  await old.db('case_events').insert({ ...eventRow, id: 'e3', case_id: 'c3', event: 'inquiry-arrived' })

  const asked = {
    id: 'a1',
    case_id: 'c1',
    matter: 'answer-sent',
    state: 'waiting',
    asked_at: '2026-11-24T01:00:00.000Z',
    asked_by: 'p1',
    reason_sealed: Buffer.of(1),
  }
  await old.db('approvals').insert(asked)
  await expect(old.db('approvals').insert({ ...asked, id: 'a2' }), 'the same twice').rejects.toThrow('constraint')
  const given = { ...asked, id: 'a2', matter: 'extension-sent', state: 'given', decided_at: 'x' }
  await expect(old.db('approvals').insert({ ...given, decided_by: 'p1' }), 'given by who asked').rejects.toThrow(
    'constraint',
  )
  await expect(old.db('approvals').insert({ ...given, decided_at: null }), 'given by nobody').rejects.toThrow(
    'constraint',
  )
  await old.db('approvals').insert({ ...given, decided_by: 'p2' })
})
