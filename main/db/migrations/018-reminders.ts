// What the desk has told already: which deadlines of a day, and to whom the digest was shown. Ids, closed words, dates.
import type { Migration } from './migration.ts'

export const reminders: Migration = {
  number: 18,
  name: 'reminders',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE reminders_given (
        given_on TEXT NOT NULL,
        case_id TEXT NOT NULL,
        clock TEXT NOT NULL,
        PRIMARY KEY (given_on, case_id, clock)
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE digests_seen (
        person_id TEXT PRIMARY KEY NOT NULL REFERENCES staff (id),
        seen_on TEXT NOT NULL
      ) STRICT`)
    // Every list asks for the money orders that are still held; of all the pieces they are very few.
    await trx.raw(`CREATE INDEX pieces_money_orders_held ON pieces (id) WHERE kind = 'money-order' AND state = 'held'`)
  },
}
