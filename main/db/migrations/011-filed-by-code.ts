// Tables of what the desk's own codes said on the pages of a scan, and of what became of the scan for it.
import type { Migration } from './migration.ts'

export const filedByCode: Migration = {
  number: 11,
  name: 'filed-by-code',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE sheet_readings (
        scan_id TEXT NOT NULL,
        page INTEGER NOT NULL CHECK (page > 0),
        codes TEXT NOT NULL CHECK (json_valid(codes)),
        is_damaged INTEGER NOT NULL CHECK (is_damaged IN (0, 1)),
        PRIMARY KEY (scan_id, page)
      ) STRICT`)
    // A scan without a row here was not looked at yet: a crash between screening and filing costs nothing.
    await trx.raw(`
      CREATE TABLE scan_filings (
        scan_id TEXT PRIMARY KEY NOT NULL,
        by_code INTEGER NOT NULL CHECK (by_code IN (0, 1)),
        orphan TEXT CHECK (orphan IN ('damaged-code', 'foreign-desk', 'several-codes', 'unknown-case', 'closed-case',
          'taken-back')),
        CHECK (by_code = 0 OR orphan IS NULL)
      ) STRICT`)
    // Scans of before carry no codes that anybody read: they stay where they are.
    await trx.raw('INSERT INTO scan_filings (scan_id, by_code) SELECT id, 0 FROM scans')
  },
}
