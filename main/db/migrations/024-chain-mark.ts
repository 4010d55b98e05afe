// Up to where the audit chain was verified, sealed by the desk: a long chain is not walked whole before the desk opens.
import type { Migration } from './migration.ts'

export const chainMark: Migration = {
  number: 24,
  name: 'chain-mark',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE chain_marks (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        number INTEGER NOT NULL CHECK (number > 0),
        hash TEXT NOT NULL,
        seal TEXT NOT NULL
      ) STRICT`)
  },
}
