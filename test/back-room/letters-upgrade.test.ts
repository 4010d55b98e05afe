// The upgrade that brings the whole set of letters: from the version before, with its rows kept, and with closed sets closed.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../main/db/index.ts'
import { letterKinds, letters, letterTexts } from '../../shared/letters.ts'
import { oldDatabase, type OldDatabase } from './old-database.ts'

let old: OldDatabase
let db: Database

beforeEach(async () => {
  old = await oldDatabase()
  db = old.db
})
afterEach(() => old.remove())

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
  await db('notices').insert({ ...noticeRow, dispatched_on: '2026-11-24', tracking_number_sealed: Buffer.of(1) })
  await old.upgradeTo(10)
  expect(await db('notices').select()).toMatchObject([
    { ...noticeRow, dispatched_on: '2026-11-24', text_version: 0, refusal_reason: null, inputs_sealed: null },
  ])

  const second = { ...noticeRow, id: 'n2', object_id: 'o2', text_version: 0 }
  await expect(db('notices').insert({ ...second, kind: 'greeting' }), 'an unknown kind').rejects.toThrow('constraint')
  await expect(db('notices').insert({ ...second, kind: 'refusal' }), 'a refusal without a reason').rejects.toThrow(
    'constraint',
  )
  await expect(db('notices').insert({ ...second, refusal_reason: 'violates-law' }), 'a reason').rejects.toThrow(
    'constraint',
  )
  for (const [index, kind] of letterKinds.entries()) {
    const reason = letters[kind].needs.includes('refusalReason') ? 'violates-law' : null
    await db('notices').insert({ ...second, id: `k${index}`, object_id: `k${index}`, kind, refusal_reason: reason })
  }

  const text = { text: 'refusal', language: 'ja', version: 1, body: null, changed_at: 'x', changed_by: 'p1' }
  await db('letter_texts').insert(text)
  await expect(db('letter_texts').insert(text), 'a version twice').rejects.toThrow('constraint')
  for (const [index, name] of letterTexts.entries()) {
    await db('letter_texts').insert({ ...text, text: name, version: 2 + index })
  }
})
