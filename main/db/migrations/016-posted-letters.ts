// What happens to a posted letter, as events that only grow; whom a letter is addressed to; and for which letter an approval was asked.
import type { Migration } from './migration.ts'

const kinds = `'form-dispatch', 'receipt', 'correction-request', 'domicile-correction', 'authority-missing',
  'fee-missing', 'fee-wrong', 'fee-returned', 'form-reminder', 'correction-reminder', 'house-extension',
  'gdpr-extension', 'purpose-answer', 'disclosure-answer', 'third-party-record-answer', 'correction-answer',
  'suspension-answer', 'third-party-suspension-answer', 'partial-answer', 'inquiry-answer', 'non-existence', 'refusal',
  'completion', 'wipe-notice'`

export const postedLetters: Migration = {
  number: 16,
  name: 'posted-letters',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE post_events (
        id TEXT PRIMARY KEY NOT NULL,
        notice_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        key_slot INTEGER NOT NULL,
        position INTEGER NOT NULL CHECK (position > 0),
        event TEXT NOT NULL CHECK (event IN ('dispatched', 'delivered', 'returned', 'address-checked')),
        happened_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        service TEXT CHECK (service IN ('ordinary', 'recorded', 'simple-registered', 'registered', 'letterpack-light',
          'letterpack-plus', 'email')),
        tracking_number_sealed BLOB,
        return_reason TEXT CHECK (return_reason IN ('unknown-at-address', 'moved', 'address-incomplete', 'not-collected',
          'refused', 'other')),
        address_check TEXT CHECK (address_check IN ('asked-requester', 'compared-with-papers', 'post-office')),
        UNIQUE (notice_id, position),
        CHECK ((event = 'dispatched') = (service IS NOT NULL)),
        CHECK ((event = 'returned') = (return_reason IS NOT NULL)),
        CHECK ((event = 'address-checked') = (address_check IS NOT NULL)),
        CHECK (tracking_number_sealed IS NULL OR event = 'dispatched')
      ) STRICT`)
    await trx.raw('CREATE INDEX post_events_by_case ON post_events (case_id)')
    // The number was sealed for its letter's id: as the id of the event, it still opens.
    await trx.raw(`
      INSERT INTO post_events (id, notice_id, case_id, key_slot, position, event, happened_on, recorded_at, recorded_by, service,
        tracking_number_sealed)
      SELECT id, id, case_id, key_slot, 1, 'dispatched', dispatched_on, made_at, made_by,
        CASE WHEN tracking_number_sealed IS NULL THEN 'ordinary' ELSE 'registered' END, tracking_number_sealed
      FROM notices WHERE dispatched_on IS NOT NULL`)
    await trx.raw('ALTER TABLE notices RENAME TO notices_before')
    await trx.raw('DROP INDEX notices_by_case')
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
        recipient TEXT NOT NULL CHECK (recipient IN ('requester', 'agent', 'other')),
        recipient_sealed BLOB,
        key_slot INTEGER NOT NULL,
        object_id TEXT NOT NULL UNIQUE,
        sha256_sealed BLOB NOT NULL,
        inputs_sealed BLOB,
        printed_at TEXT,
        CHECK ((kind IN ('refusal', 'partial-answer')) = (refusal_reason IS NOT NULL)),
        CHECK (recipient = 'requester' OR recipient_sealed IS NOT NULL)
      ) STRICT`)
    await trx.raw(`
      INSERT INTO notices (id, case_id, kind, stage, made_at, made_on, made_by, page_count, text_version, refusal_reason,
        recipient, key_slot, object_id, sha256_sealed, inputs_sealed, printed_at)
      SELECT id, case_id, kind, stage, made_at, made_on, made_by, page_count, text_version, refusal_reason,
        'requester', key_slot, object_id, sha256_sealed, inputs_sealed, printed_at
      FROM notices_before`)
    await trx.raw('DROP TABLE notices_before')
    await trx.raw('CREATE INDEX notices_by_case ON notices (case_id)')
    await trx.raw('ALTER TABLE approvals ADD COLUMN notice_id TEXT')
  },
}
