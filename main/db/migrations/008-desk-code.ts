// The table of the desk's own code, which its sheets carry so that another desk's are told apart.
import type { Migration } from './migration.ts'

export const deskCode: Migration = {
  number: 8,
  name: 'desk-code',
  async up(trx) {
    // Given once, at the first sheet: a desk that changed it would no longer know its own forms.
    await trx.raw(`
      CREATE TABLE desk_codes (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        code TEXT NOT NULL CHECK (length(code) = 5)
      ) STRICT`)
  },
}
