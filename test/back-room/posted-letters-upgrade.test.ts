// The upgrade that gives posted letters their events: what was posted stays posted, its number stays with it, closed sets are closed.
import { expect, it } from 'vitest'
import { postedLetters } from '../../main/db/migrations/016-posted-letters.ts'
import { letterKinds, letters } from '../../shared/letters.ts'
import { addressChecks, postServices, recipientKinds, returnReasons } from '../../shared/post.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

const notice = {
  id: 'n1',
  case_id: 'c1',
  kind: 'domicile-correction',
  stage: 'made',
  made_at: '2026-11-24T01:00:00.000Z',
  made_on: '2026-11-24',
  made_by: 'p1',
  page_count: 1,
  text_version: 0,
  key_slot: 4,
  object_id: 'o1',
  sha256_sealed: Buffer.of(1),
}

it('keeps letters, what was posted of them, and their numbers', async () => {
  await old.upgradeTo(postedLetters.number - 1)
  await old.db('notices').insert({ ...notice, dispatched_on: '2026-11-25', tracking_number_sealed: Buffer.of(7) })
  await old.db('notices').insert({ ...notice, id: 'n2', object_id: 'o2', dispatched_on: '2026-11-26' })
  await old.db('notices').insert({ ...notice, id: 'n3', object_id: 'o3' })
  await old.upgradeTo(postedLetters.number)

  const kept = await old.db('notices').orderBy('id')
  expect(kept).toMatchObject(['n1', 'n2', 'n3'].map((id) => ({ id, recipient: 'requester', recipient_sealed: null })))
  const posted = { case_id: 'c1', key_slot: 4, position: 1, event: 'dispatched', recorded_by: 'p1' }
  expect(await old.db('post_events').orderBy('id')).toMatchObject([
    {
      ...posted,
      id: 'n1',
      notice_id: 'n1',
      happened_on: '2026-11-25',
      service: 'registered',
      tracking_number_sealed: Buffer.of(7),
    },
    {
      ...posted,
      id: 'n2',
      notice_id: 'n2',
      happened_on: '2026-11-26',
      service: 'ordinary',
      tracking_number_sealed: null,
    },
  ])

  for (const [index, kind] of letterKinds.entries()) {
    const reason = letters[kind].needs.includes('refusalReason') ? 'violates-law' : null
    const id = `k${index}`
    await old
      .db('notices')
      .insert({ ...notice, id, object_id: id, kind, refusal_reason: reason, recipient: 'requester' })
  }
  const recipient = { ...notice, object_id: 'r', id: 'r', recipient_sealed: Buffer.of(1) }
  await expect(old.db('notices').insert({ ...recipient, recipient: 'nobody' }), 'nobody').rejects.toThrow('constraint')
  for (const kind of recipientKinds)
    await old.db('notices').insert({ ...recipient, id: kind, object_id: kind, recipient: kind })

  const event = { notice_id: 'n3', case_id: 'c1', key_slot: 4, happened_on: 'x', recorded_at: 'x', recorded_by: 'p1' }
  let position = 0
  const add = (more: object) => {
    position += 1
    return old.db('post_events').insert({ ...event, id: `e${position}`, position, ...more })
  }
  await expect(add({ event: 'lost' }), 'an unknown event').rejects.toThrow('constraint')
  await expect(add({ event: 'dispatched' }), 'a dispatch without a service').rejects.toThrow('constraint')
  await expect(add({ event: 'returned' }), 'a return without a reason').rejects.toThrow('constraint')
  await expect(add({ event: 'delivered', tracking_number_sealed: Buffer.of(1) }), 'a number').rejects.toThrow(
    'constraint',
  )
  for (const service of postServices) await add({ event: 'dispatched', service })
  for (const reason of returnReasons) await add({ event: 'returned', return_reason: reason })
  for (const check of addressChecks) await add({ event: 'address-checked', address_check: check })
  await add({ event: 'delivered' })
})
