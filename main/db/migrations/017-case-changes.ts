// What changed in a case with each version: shown to whoever opened a form on an earlier one. Closed words and dates only.
import type { Migration } from './migration.ts'

export const caseChanges: Migration = {
  number: 17,
  name: 'case-changes',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE case_changes (
        case_id TEXT NOT NULL REFERENCES cases (id),
        version INTEGER NOT NULL CHECK (version > 1),
        change TEXT NOT NULL CHECK (json_valid(change)),
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL,
        PRIMARY KEY (case_id, version)
      ) STRICT`)
  },
}
