// What lists, ledger and reports of a large desk need: indexes, and the views that each person keeps.
import type { Migration } from './migration.ts'

export const lists: Migration = {
  number: 13,
  name: 'lists',
  async up(trx) {
    await trx.raw('CREATE INDEX cases_by_state ON cases (state, year, serial)')
    // Of this one event alone: an index over all of them would be taken for reading a page of cases, and is far slower there.
    await trx.raw(`
      CREATE INDEX case_events_wiped ON case_events (happened_on, case_id) WHERE event = 'wipe-finished'`)
    await trx.raw('CREATE INDEX audit_entries_by_event ON audit_entries (event)')
    // Closed words and dates only: what was searched for is never kept.
    await trx.raw(`
      CREATE TABLE case_views (
        id TEXT PRIMARY KEY NOT NULL,
        person_id TEXT NOT NULL,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
        filter TEXT NOT NULL CHECK (json_valid(filter)),
        UNIQUE (person_id, name)
      ) STRICT`)
  },
}
