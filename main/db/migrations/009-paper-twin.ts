// Tables of envelopes and the pieces of paper in them. The paper of a scan, until now part of the scan's row, becomes a piece.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Transaction } from '../connection.ts'
import type { Migration } from './migration.ts'

export const paperTwin: Migration = {
  number: 9,
  name: 'paper-twin',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE envelopes (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('inquiry', 'request', 'correction', 'returned-letter', 'other')),
        arrived_on TEXT NOT NULL,
        tracking_number_sealed BLOB,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL
      ) STRICT`)
    await trx.raw('CREATE INDEX envelopes_by_case ON envelopes (case_id)')
    await trx.raw(`
      CREATE TABLE pieces (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        case_id TEXT,
        envelope_id TEXT REFERENCES envelopes (id),
        scan_id TEXT UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('id-copy', 'form', 'authority', 'money-order', 'letter', 'other')),
        arrived_on TEXT NOT NULL,
        place TEXT NOT NULL CHECK (place IN ('tray', 'cabinet', 'safe', 'accounting', 'elsewhere')),
        place_note_sealed BLOB,
        state TEXT NOT NULL CHECK (state IN ('held', 'returned', 'destroyed', 'handed-over', 'not-received')),
        settled_on TEXT,
        initials TEXT NOT NULL CHECK (json_valid(initials)),
        CHECK ((state = 'held') = (settled_on IS NULL)),
        CHECK (case_id IS NOT NULL OR scan_id IS NOT NULL),
        CHECK (case_id IS NOT NULL OR (envelope_id IS NULL AND place_note_sealed IS NULL))
      ) STRICT`)
    await trx.raw('CREATE INDEX pieces_by_case ON pieces (case_id)')
    for (const paper of await papersOf(trx)) {
      await trx('pieces').insert({ id: randomUUID(), version: 1, place: 'tray', ...paper })
    }
    await withoutPaper(trx)
  },
}

async function papersOf(trx: Transaction): Promise<Record<string, string | null>[]> {
  const rows: unknown = await trx('scans').select({
    scan_id: 'id',
    case_id: 'case_id',
    kind: 'role',
    arrived_on: 'received_on',
    state: 'paper_state',
    settled_on: 'paper_on',
    initials: 'paper_initials',
  })
  return z.array(z.record(z.string(), z.string().nullable())).parse(rows)
}

/**
 * A column that a CHECK of the table names cannot be dropped: the table is made anew. The tables that point to it go first,
 * because dropping a table deletes its rows, and their rows with them.
 */
async function withoutPaper(trx: Transaction): Promise<void> {
  for (const index of ['scans_by_case', 'scans_by_fingerprint', 'findings_by_page']) {
    await trx.raw(`DROP INDEX ${index}`)
  }
  for (const table of ['scans', 'scan_pages', 'findings']) {
    await trx.raw(`ALTER TABLE ${table} RENAME TO ${table}_before`)
  }
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
      CHECK ((original_slot IS NULL) = (original_object IS NULL)),
      CHECK (stage NOT IN ('finished', 'returned', 'wiped') OR original_slot IS NULL)
    ) STRICT`)
  await trx.raw(`
    INSERT INTO scans
    SELECT id, arrival, received_at, received_on, route, format, page_count, stage, step, step_by, source, role, case_id,
      case_number, fingerprint, row_slot, original_slot, original_object, masked_slot, file_name_sealed, canary_sealed
    FROM scans_before`)
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
  await trx.raw('INSERT INTO scan_pages SELECT * FROM scan_pages_before')
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
  await trx.raw('INSERT INTO findings SELECT * FROM findings_before')
  for (const table of ['findings', 'scan_pages', 'scans']) await trx.raw(`DROP TABLE ${table}_before`)
  await trx.raw('CREATE INDEX scans_by_case ON scans (case_id)')
  await trx.raw('CREATE INDEX scans_by_fingerprint ON scans (fingerprint)')
  await trx.raw('CREATE INDEX findings_by_page ON findings (scan_id, page)')
}
