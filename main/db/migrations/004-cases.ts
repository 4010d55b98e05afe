// Tables of the cases and of what happened to them. What remains of a wiped case here is its ledger row, without personal data.
import type { Migration } from './migration.ts'

export const cases: Migration = {
  number: 4,
  name: 'cases',
  async up(trx) {
    // `key_slot` seals `requester_sealed` and the notes; both are gone once the case was wiped.
    await trx.raw(`
      CREATE TABLE cases (
        id TEXT PRIMARY KEY NOT NULL,
        number TEXT NOT NULL UNIQUE,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL CHECK (serial > 0),
        kind TEXT NOT NULL CHECK (kind IN ('purpose-notification', 'disclosure', 'third-party-record-disclosure',
          'correction', 'addition', 'deletion', 'suspension', 'erasure', 'third-party-suspension', 'complaint',
          'consultation')),
        lane TEXT NOT NULL CHECK (lane IN ('post', 'meta-quest', 'eu')),
        state TEXT NOT NULL CHECK (state IN ('received', 'awaiting-correction', 'verified', 'answered', 'finished',
          'wiping', 'wiped')),
        version INTEGER NOT NULL CHECK (version > 0),
        inquiry_on TEXT,
        arrived_on TEXT NOT NULL,
        opened_on TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        refusal_reason TEXT CHECK (refusal_reason IN ('identity-not-verified', 'authority-not-verified',
          'documents-incomplete', 'not-retained-data', 'harm-to-rights', 'hinders-business', 'violates-law')),
        key_slot INTEGER,
        requester_sealed BLOB,
        wipe_id TEXT,
        UNIQUE (year, serial),
        CHECK ((key_slot IS NULL) = (requester_sealed IS NULL)),
        CHECK (key_slot IS NOT NULL OR state IN ('wiping', 'wiped')),
        CHECK (state <> 'wiped' OR key_slot IS NULL)
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE case_events (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases (id),
        position INTEGER NOT NULL CHECK (position > 0),
        event TEXT NOT NULL CHECK (event IN ('opened', 'correction-sent', 'correction-arrived', 'identity-verified',
          'answer-sent', 'refusal-sent', 'answer-delivered', 'answer-returned', 'withdrawn', 'wipe-started',
          'wipe-finished')),
        happened_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        refusal_reason TEXT CHECK (refusal_reason IN ('identity-not-verified', 'authority-not-verified',
          'documents-incomplete', 'not-retained-data', 'harm-to-rights', 'hinders-business', 'violates-law')),
        notice_id TEXT,
        note_sealed BLOB,
        UNIQUE (case_id, position),
        CHECK ((event = 'refusal-sent') = (refusal_reason IS NOT NULL))
      ) STRICT`)
    // Every date of a case is replayed from its events: they only grow, and only a wipe may take a note away.
    await trx.raw(`
      CREATE TRIGGER case_events_refuse_delete BEFORE DELETE ON case_events
      BEGIN SELECT RAISE(ABORT, 'events of a case only grow'); END`)
    await trx.raw(`
      CREATE TRIGGER case_events_refuse_update BEFORE UPDATE ON case_events
      WHEN NEW.note_sealed IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id
        OR NEW.position IS NOT OLD.position OR NEW.event IS NOT OLD.event OR NEW.happened_on IS NOT OLD.happened_on
        OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by
        OR NEW.refusal_reason IS NOT OLD.refusal_reason OR NEW.notice_id IS NOT OLD.notice_id
      BEGIN SELECT RAISE(ABORT, 'events of a case never change'); END`)
  },
}
