// The upgrade that brings the prints of letters: from the version before, with closed sets closed.
import { expect, it } from 'vitest'
import { printing } from '../../main/db/migrations/019-printing.ts'
import { reprintReasons } from '../../shared/printing.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

const print = {
  id: 'p1',
  notice_id: 'n1',
  case_id: 'c1',
  stage: 'printed',
  printed_at: '2026-11-24T01:00:00.000Z',
  printed_by: 'h1',
  copies: 1,
}

it('takes prints with their reasons, and one at a time that nobody knows the end of', async () => {
  await old.upgradeTo(printing.number - 1)
  await expect(old.db('notice_prints').insert(print)).rejects.toThrow('no such table')
  await old.upgradeTo(printing.number)
  await old.db('notice_prints').insert(print)
  for (const reason of reprintReasons) {
    await old.db('notice_prints').insert({ ...print, id: reason, reason, note_sealed: Buffer.of(1) })
  }
  const wrong = [
    { id: 'w1', reason: 'for-fun' },
    { id: 'w2', copies: 0 },
    { id: 'w3', stage: 'lost' },
    { id: 'w4', note_sealed: Buffer.of(1) },
  ]
  for (const over of wrong)
    await expect(old.db('notice_prints').insert({ ...print, ...over })).rejects.toThrow('constraint')
  await old.db('notice_prints').insert({ ...print, id: 'h1', stage: 'handing' })
  await old.db('notice_prints').insert({ ...print, id: 'h2', stage: 'handing', notice_id: 'n2' })
  await expect(old.db('notice_prints').insert({ ...print, id: 'h3', stage: 'handing' })).rejects.toThrow('UNIQUE')
})
