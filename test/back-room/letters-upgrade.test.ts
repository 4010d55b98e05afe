// The upgrade that brings the whole set of letters: from the version before, with its rows kept, and with closed sets closed.
import { expect, it } from 'vitest'
import { letterKinds, letters, letterTexts } from '../../shared/letters.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

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

it('9 → 10: the whole set of letters, and their texts', async () => {
  await old.upgradeTo(9)
  await old.db('notices').insert({ ...noticeRow, dispatched_on: '2026-11-24', tracking_number_sealed: Buffer.of(1) })
  await old.upgradeTo(10)
  expect(await old.db('notices').select()).toMatchObject([
    { ...noticeRow, dispatched_on: '2026-11-24', text_version: 0, refusal_reason: null, inputs_sealed: null },
  ])

  const second = { ...noticeRow, id: 'n2', object_id: 'o2', text_version: 0 }
  await expect(old.db('notices').insert({ ...second, kind: 'greeting' }), 'an unknown kind').rejects.toThrow(
    'constraint',
  )
  await expect(old.db('notices').insert({ ...second, kind: 'refusal' }), 'a refusal without a reason').rejects.toThrow(
    'constraint',
  )
  await expect(old.db('notices').insert({ ...second, refusal_reason: 'violates-law' }), 'a reason').rejects.toThrow(
    'constraint',
  )
  for (const [index, kind] of letterKinds.entries()) {
    const reason = letters[kind].needs.includes('refusalReason') ? 'violates-law' : null
    await old.db('notices').insert({ ...second, id: `k${index}`, object_id: `k${index}`, kind, refusal_reason: reason })
  }

  const text = { text: 'refusal', language: 'ja', version: 1, body: null, changed_at: 'x', changed_by: 'p1' }
  await old.db('letter_texts').insert(text)
  await expect(old.db('letter_texts').insert(text), 'a version twice').rejects.toThrow('constraint')
  for (const [index, name] of letterTexts.entries()) {
    await old.db('letter_texts').insert({ ...text, text: name, version: 2 + index })
  }
})
