// Tables of the scans, their pages and the fields found on them. No text of a document is ever stored here.
import type { Migration } from './migration.ts'

export const scans: Migration = {
  number: 3,
  name: 'scans',
  async up(trx) {
    // Arrival numbers rise and are never given twice, also after rows were wiped.
    await trx.raw(`
      CREATE TABLE arrival_numbers (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        last INTEGER NOT NULL CHECK (last >= 0)
      ) STRICT`)
    await trx.raw('INSERT INTO arrival_numbers (id, last) VALUES (1, 0)')
    // Written before a document is sealed, gone in the same change that makes its row: what a crash leaves here is cleared away.
    await trx.raw(`
      CREATE TABLE scan_places (
        scan_id TEXT PRIMARY KEY NOT NULL,
        object_id TEXT NOT NULL UNIQUE,
        row_slot INTEGER NOT NULL,
        original_slot INTEGER NOT NULL
      ) STRICT`)
    // `step` is what a crash interrupted: written before the work begins, 'none' again in the same change that ends it.
    // Three keys: `row_slot` seals this row's columns and the reasons, `original_slot` the document as it came in,
    // `masked_slot` the masked pages. Each is null before it exists and after it was destroyed.
    await trx.raw(`
      CREATE TABLE scans (
        id TEXT PRIMARY KEY NOT NULL,
        arrival INTEGER NOT NULL UNIQUE CHECK (arrival > 0),
        received_at TEXT NOT NULL,
        received_on TEXT NOT NULL,
        route TEXT NOT NULL CHECK (route IN ('picker', 'drop', 'watched-folder')),
        format TEXT NOT NULL CHECK (format IN ('jpeg', 'png', 'tiff', 'pdf')),
        page_count INTEGER NOT NULL CHECK (page_count > 0),
        stage TEXT NOT NULL CHECK (stage IN ('received', 'screened', 'prepared', 'finished', 'returned', 'wiped')),
        step TEXT NOT NULL CHECK (step IN ('none', 'preparing', 'dropping', 'finishing', 'returning', 'filing')),
        step_by TEXT,
        source TEXT NOT NULL CHECK (source IN ('kept', 'to-remove', 'removed')),
        role TEXT NOT NULL CHECK (role IN ('id-copy', 'form', 'letter', 'authority', 'other')),
        case_id TEXT,
        case_number TEXT,
        fingerprint TEXT,
        row_slot INTEGER,
        original_slot INTEGER,
        original_object TEXT,
        masked_slot INTEGER,
        file_name_sealed BLOB,
        canary_sealed BLOB,
        paper_state TEXT NOT NULL CHECK (paper_state IN ('held', 'returned', 'destroyed')),
        paper_on TEXT,
        paper_initials TEXT NOT NULL CHECK (json_valid(paper_initials)),
        CHECK ((paper_state = 'held') = (paper_on IS NULL)),
        CHECK ((original_slot IS NULL) = (original_object IS NULL)),
        CHECK (stage NOT IN ('finished', 'returned', 'wiped') OR original_slot IS NULL)
      ) STRICT`)
    await trx.raw('CREATE INDEX scans_by_case ON scans (case_id)')
    await trx.raw('CREATE INDEX scans_by_fingerprint ON scans (fingerprint)')
    // `round` rises when a page must be screened anew: what an older round still finds is not written.
    await trx.raw(`
      CREATE TABLE scan_pages (
        scan_id TEXT NOT NULL REFERENCES scans (id) ON DELETE CASCADE,
        page INTEGER NOT NULL CHECK (page > 0),
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
        turned_by TEXT NOT NULL CHECK (turned_by IN ('screening', 'person')),
        document TEXT CHECK (document IN ('licence', 'passport', 'juminhyo', 'koseki', 'insurance', 'eligibility', 'juki',
          'individual-number-card', 'residence-card', 'application-form', 'other')),
        verdict TEXT CHECK (verdict IN ('flagged', 'check', 'nothing-found')),
        round INTEGER NOT NULL CHECK (round > 0),
        confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
        masked_object TEXT,
        PRIMARY KEY (scan_id, page)
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE findings (
        id TEXT PRIMARY KEY NOT NULL,
        scan_id TEXT NOT NULL,
        page INTEGER NOT NULL,
        position INTEGER NOT NULL,
        field TEXT NOT NULL CHECK (field IN ('permanent-domicile', 'head-of-register', 'individual-number', 'resident-code',
          'insurer-number', 'insured-number', 'insurance-qr', 'pension-number', 'organ-donation')),
        state TEXT NOT NULL CHECK (state IN ('visible', 'see-through', 'masked', 'omitted', 'blank', 'unreadable')),
        box TEXT NOT NULL CHECK (json_valid(box)),
        label TEXT CHECK (label IS NULL OR json_valid(label)),
        evidence TEXT NOT NULL CHECK (json_valid(evidence)),
        source TEXT NOT NULL CHECK (source IN ('screening', 'person')),
        decision TEXT CHECK (decision IN ('mask-and-keep', 'mask-and-ask', 'return-to-sender', 'false-alarm')),
        reason_sealed BLOB,
        FOREIGN KEY (scan_id, page) REFERENCES scan_pages (scan_id, page) ON DELETE CASCADE,
        CHECK (reason_sealed IS NULL OR decision IS NOT NULL)
      ) STRICT`)
    await trx.raw('CREATE INDEX findings_by_page ON findings (scan_id, page)')
  },
}
