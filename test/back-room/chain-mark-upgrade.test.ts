// The upgrade that notes how far the audit chain was verified: from the version before, with the chain kept.
import { expect, it } from 'vitest'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

it('23 → 24: one point of the chain at most', async () => {
  await old.upgradeTo(23)
  const entry = { number: 1, at: '2026-11-24T01:00:00.000Z', event: 'signed-in', detail: '{}' }
  await old.db('audit_entries').insert({ ...entry, previous_hash: '0', hash: 'a' })
  await old.upgradeTo(24)
  expect(await old.db('audit_entries').select('number', 'hash')).toEqual([{ number: 1, hash: 'a' }])
  const mark = { id: 1, number: 1, hash: 'a', seal: 's' }
  await old.db('chain_marks').insert(mark)
  await expect(old.db('chain_marks').insert({ ...mark, id: 2 }), 'a second point').rejects.toThrow('constraint')
  await expect(old.db('chain_marks').update({ number: 0 }), 'before the first entry').rejects.toThrow('constraint')
})
