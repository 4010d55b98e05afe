// The upgrade that notes what a delivery was concluded from: what was recorded before stays as it is, and only a delivery has a proof.
import { expect, it } from 'vitest'
import { deliveryProof } from '../../main/db/migrations/023-delivery-proof.ts'
import { deliveryProofs } from '../../shared/post.ts'
import { oldDatabaseOfEachTest } from './old-database.ts'

const old = oldDatabaseOfEachTest()

const common = {
  notice_id: 'n1',
  case_id: 'c1',
  key_slot: 1,
  happened_on: '2026-11-24',
  recorded_at: '2026-11-24T01:00:00.000Z',
  recorded_by: 'h1',
}
const dispatched = { ...common, id: 'e1', position: 1, event: 'dispatched', service: 'ordinary' }
const delivered = { ...common, id: 'e2', position: 2, event: 'delivered' }

it('keeps the deliveries that were recorded, and takes a proof of closed words', async () => {
  await old.upgradeTo(deliveryProof.number - 1)
  await old.db('post_events').insert([dispatched])
  await old.db('post_events').insert([delivered])
  await old.upgradeTo(deliveryProof.number)
  expect(await old.db('post_events').where({ id: 'e2' })).toMatchObject([{ ...delivered, delivery_proof: null }])
  for (const [index, proof] of deliveryProofs.entries()) {
    await old.db('post_events').insert({ ...delivered, id: proof, position: 3 + index, delivery_proof: proof })
  }
  const wrong = [
    { ...delivered, delivery_proof: 'a-feeling' },
    { ...dispatched, delivery_proof: 'form-came-back' },
  ]
  for (const row of wrong) {
    await expect(old.db('post_events').insert({ ...row, id: 'w', position: 9 })).rejects.toThrow('constraint')
  }
})
