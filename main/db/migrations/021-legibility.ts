// Why the print of a page cannot be relied on, as closed words; none where it can, or where the page was read before this step.
import type { Migration } from './migration.ts'

export const legibility: Migration = {
  number: 21,
  name: 'legibility',
  async up(trx) {
    await trx.raw(`
      ALTER TABLE scan_pages ADD COLUMN illegible TEXT NOT NULL DEFAULT '[]'
        CHECK (json_valid(illegible) AND json_type(illegible) = 'array')`)
  },
}
