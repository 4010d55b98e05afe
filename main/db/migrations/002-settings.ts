// Table of the desk's settings: one row, the same for everybody.
import type { Migration } from './migration.ts'

export const settings: Migration = {
  number: 2,
  name: 'settings',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE desk_settings (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        content TEXT NOT NULL CHECK (json_valid(content))
      ) STRICT`)
  },
}
