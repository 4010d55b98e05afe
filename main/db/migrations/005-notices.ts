// The table of the letters that the desk made. The letter itself is a sealed file; the row goes when its case is wiped.
import type { Migration } from './migration.ts'

export const notices: Migration = {
  number: 5,
  name: 'notices',
  async up(trx) {
    // The row stands before the file does ('making'): what a crash leaves half made is known by it and cleared away.
    await trx.raw(`
      CREATE TABLE notices (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('domicile-correction')),
        stage TEXT NOT NULL CHECK (stage IN ('making', 'made')),
        made_at TEXT NOT NULL,
        made_on TEXT NOT NULL,
        made_by TEXT NOT NULL,
        page_count INTEGER NOT NULL CHECK (page_count > 0),
        key_slot INTEGER NOT NULL,
        object_id TEXT NOT NULL UNIQUE,
        sha256_sealed BLOB NOT NULL,
        printed_at TEXT,
        dispatched_on TEXT,
        tracking_number_sealed BLOB,
        CHECK (tracking_number_sealed IS NULL OR dispatched_on IS NOT NULL)
      ) STRICT`)
    await trx.raw('CREATE INDEX notices_by_case ON notices (case_id)')
  },
}
