// The whole set of letters: their kinds, what was typed into each, and the versions of their texts.
import type { Migration } from './migration.ts'

const kinds = `'form-dispatch', 'receipt', 'correction-request', 'domicile-correction', 'authority-missing',
  'fee-missing', 'fee-wrong', 'fee-returned', 'form-reminder', 'correction-reminder', 'house-extension',
  'gdpr-extension', 'purpose-answer', 'disclosure-answer', 'third-party-record-answer', 'correction-answer',
  'suspension-answer', 'third-party-suspension-answer', 'partial-answer', 'inquiry-answer', 'non-existence', 'refusal', 'completion',
  'wipe-notice'`

export const letters: Migration = {
  number: 10,
  name: 'letters',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE letter_texts (
        text TEXT NOT NULL CHECK (text IN (${kinds}, 'application-form', 'return-sheet', 'data-sheet')),
        language TEXT NOT NULL CHECK (language IN ('ja', 'en')),
        version INTEGER NOT NULL CHECK (version > 0),
        body TEXT,
        changed_at TEXT NOT NULL,
        changed_by TEXT NOT NULL,
        PRIMARY KEY (text, language, version)
      ) STRICT`)
    await trx.raw('ALTER TABLE notices RENAME TO notices_before')
    await trx.raw('DROP INDEX notices_by_case')
    // `text_version` 0 is the text as it was shipped with the app.
    await trx.raw(`
      CREATE TABLE notices (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN (${kinds})),
        stage TEXT NOT NULL CHECK (stage IN ('making', 'made')),
        made_at TEXT NOT NULL,
        made_on TEXT NOT NULL,
        made_by TEXT NOT NULL,
        page_count INTEGER NOT NULL CHECK (page_count > 0),
        text_version INTEGER NOT NULL CHECK (text_version >= 0),
        refusal_reason TEXT CHECK (refusal_reason IN ('identity-not-verified', 'authority-not-verified',
          'documents-incomplete', 'not-retained-data', 'harm-to-rights', 'hinders-business', 'violates-law')),
        key_slot INTEGER NOT NULL,
        object_id TEXT NOT NULL UNIQUE,
        sha256_sealed BLOB NOT NULL,
        inputs_sealed BLOB,
        printed_at TEXT,
        dispatched_on TEXT,
        tracking_number_sealed BLOB,
        CHECK (tracking_number_sealed IS NULL OR dispatched_on IS NOT NULL),
        CHECK ((kind IN ('refusal', 'partial-answer')) = (refusal_reason IS NOT NULL))
      ) STRICT`)
    await trx.raw(`
      INSERT INTO notices (id, case_id, kind, stage, made_at, made_on, made_by, page_count, text_version, key_slot,
        object_id, sha256_sealed, printed_at, dispatched_on, tracking_number_sealed)
      SELECT id, case_id, kind, stage, made_at, made_on, made_by, page_count, 0, key_slot, object_id, sha256_sealed,
        printed_at, dispatched_on, tracking_number_sealed
      FROM notices_before`)
    await trx.raw('DROP TABLE notices_before')
    await trx.raw('CREATE INDEX notices_by_case ON notices (case_id)')
  },
}
