// What is known and decided of a page within its scan: blank, which side of a card, left out by a person, and its place in the order.
import type { Migration } from './migration.ts'

export const pageOrder: Migration = {
  number: 22,
  name: 'page-order',
  async up(trx) {
    await trx.raw('ALTER TABLE scan_pages ADD COLUMN blank INTEGER NOT NULL DEFAULT 0 CHECK (blank IN (0, 1))')
    await trx.raw("ALTER TABLE scan_pages ADD COLUMN side TEXT CHECK (side IN ('front', 'back'))")
    await trx.raw('ALTER TABLE scan_pages ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1))')
    await trx.raw('ALTER TABLE scan_pages ADD COLUMN place INTEGER NOT NULL DEFAULT 1 CHECK (place > 0)')
    // Pages of before stand in the order in which they came.
    await trx.raw('UPDATE scan_pages SET place = page')
  },
}
