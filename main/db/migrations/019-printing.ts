// Every print of a letter, with the reason of a further one.
import type { Migration } from './migration.ts'

export const printing: Migration = {
  number: 19,
  name: 'printing',
  async up(trx) {
    // The row stands before the letter is handed over ('handing'): what a crash leaves so may or may not lie in the tray.
    await trx.raw(`
      CREATE TABLE notice_prints (
        id TEXT PRIMARY KEY NOT NULL,
        notice_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        stage TEXT NOT NULL CHECK (stage IN ('handing', 'printed')),
        printed_at TEXT NOT NULL,
        printed_by TEXT NOT NULL,
        copies INTEGER NOT NULL CHECK (copies > 0),
        reason TEXT CHECK (reason IN ('misprint', 'damaged', 'lost', 'posted-again', 'copy', 'other')),
        note_sealed BLOB,
        CHECK (note_sealed IS NULL OR reason IS NOT NULL)
      ) STRICT`)
    await trx.raw('CREATE INDEX notice_prints_by_notice ON notice_prints (notice_id)')
    await trx.raw('CREATE INDEX notice_prints_by_case ON notice_prints (case_id)')
    await trx.raw(`CREATE UNIQUE INDEX notice_prints_handing ON notice_prints (notice_id) WHERE stage = 'handing'`)
  },
}
