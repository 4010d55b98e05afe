// What a letter's delivery was concluded from, when nobody recorded it: its form came back.
import type { Migration } from './migration.ts'

export const deliveryProof: Migration = {
  number: 23,
  name: 'delivery-proof',
  async up(trx) {
    await trx.raw(`
      ALTER TABLE post_events ADD COLUMN delivery_proof TEXT
        CHECK (delivery_proof IS NULL OR (delivery_proof = 'form-came-back' AND event = 'delivered'))`)
  },
}
