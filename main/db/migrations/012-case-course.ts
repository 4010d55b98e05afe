// The whole course of a case: inquiries, extensions, holds, reopened and duplicate cases; and what a second person allowed.
import type { Migration } from './migration.ts'

export const caseCourse: Migration = {
  number: 12,
  name: 'case-course',
  async up(trx) {
    await trx.raw('ALTER TABLE cases RENAME TO cases_before')
    await trx.raw('ALTER TABLE case_events RENAME TO case_events_before')
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
        state TEXT NOT NULL CHECK (state IN ('inquired', 'awaiting-form', 'received', 'awaiting-correction', 'verified',
          'consulting', 'answered', 'finished', 'wiping', 'wiped')),
        version INTEGER NOT NULL CHECK (version > 0),
        inquiry_on TEXT,
        arrived_on TEXT,
        opened_on TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        refusal_reason TEXT CHECK (refusal_reason IN ('identity-not-verified', 'authority-not-verified',
          'documents-incomplete', 'not-retained-data', 'harm-to-rights', 'hinders-business', 'violates-law')),
        duplicate_of TEXT,
        key_slot INTEGER,
        requester_sealed BLOB,
        wipe_id TEXT,
        UNIQUE (year, serial),
        CHECK (inquiry_on IS NOT NULL OR arrived_on IS NOT NULL),
        CHECK (duplicate_of IS NULL OR duplicate_of <> id),
        CHECK ((key_slot IS NULL) = (requester_sealed IS NULL)),
        CHECK (key_slot IS NOT NULL OR state IN ('wiping', 'wiped')),
        CHECK (state <> 'wiped' OR key_slot IS NULL)
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE case_events (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases (id),
        position INTEGER NOT NULL CHECK (position > 0),
        event TEXT NOT NULL CHECK (event IN ('inquiry-arrived', 'opened', 'form-sent', 'form-reminder-sent',
          'form-returned', 'request-arrived', 'closed-unanswered', 'correction-sent', 'correction-reminder-sent',
          'correction-arrived', 'correction-returned', 'identity-verified', 'requester-changed', 'extension-sent',
          'answer-sent', 'partial-answer-sent', 'nonexistence-sent', 'refusal-sent', 'reply-sent', 'answer-delivered',
          'answer-taken-as-delivered', 'answer-returned', 'withdrawn', 'closed-as-duplicate', 'reopened', 'hold-set',
          'hold-reviewed', 'hold-lifted', 'wipe-started', 'wipe-finished')),
        happened_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        refusal_reason TEXT CHECK (refusal_reason IN ('identity-not-verified', 'authority-not-verified',
          'documents-incomplete', 'not-retained-data', 'harm-to-rights', 'hinders-business', 'violates-law')),
        notice_id TEXT,
        posted TEXT CHECK (posted IN ('registered', 'ordinary', 'email')),
        approval_id TEXT,
        note_sealed BLOB,
        UNIQUE (case_id, position),
        CHECK ((event IN ('refusal-sent', 'partial-answer-sent')) = (refusal_reason IS NOT NULL))
      ) STRICT`)
    const kept = `id, number, year, serial, kind, lane, state, version, inquiry_on, arrived_on, opened_on, opened_by,
      refusal_reason, key_slot, requester_sealed, wipe_id`
    await trx.raw(`INSERT INTO cases (${kept}) SELECT ${kept} FROM cases_before`)
    // A complaint or a consultation that is open takes its own course from now on.
    await trx.raw(`
      UPDATE cases SET state = 'consulting', version = version + 1
      WHERE kind IN ('complaint', 'consultation') AND state IN ('received', 'awaiting-correction', 'verified')`)
    const keptOfEvents = `id, case_id, position, event, happened_on, recorded_at, recorded_by, refusal_reason, notice_id,
      note_sealed`
    await trx.raw(`INSERT INTO case_events (${keptOfEvents}) SELECT ${keptOfEvents} FROM case_events_before`)
    // The events' table first: it refers to the other.
    await trx.raw('DROP TABLE case_events_before')
    await trx.raw('DROP TABLE cases_before')
    await trx.raw(`
      CREATE TRIGGER case_events_refuse_delete BEFORE DELETE ON case_events
      BEGIN SELECT RAISE(ABORT, 'events of a case only grow'); END`)
    await trx.raw(`
      CREATE TRIGGER case_events_refuse_update BEFORE UPDATE ON case_events
      WHEN NEW.note_sealed IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id
        OR NEW.position IS NOT OLD.position OR NEW.event IS NOT OLD.event OR NEW.happened_on IS NOT OLD.happened_on
        OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by
        OR NEW.refusal_reason IS NOT OLD.refusal_reason OR NEW.notice_id IS NOT OLD.notice_id
        OR NEW.posted IS NOT OLD.posted OR NEW.approval_id IS NOT OLD.approval_id
      BEGIN SELECT RAISE(ABORT, 'events of a case never change'); END`)
    // The board reads the open cases alone, however many were wiped.
    await trx.raw(`CREATE INDEX cases_open ON cases (state) WHERE state <> 'wiped'`)
    // Who may decide is not who asked, and neither opened the case: the last the rules see to.
    await trx.raw(`
      CREATE TABLE approvals (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases (id),
        matter TEXT NOT NULL CHECK (matter IN ('answer-sent', 'partial-answer-sent', 'nonexistence-sent', 'refusal-sent',
          'extension-sent', 'hold-set', 'hold-lifted', 'early-wipe', 'other-address')),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'given', 'declined', 'used', 'lapsed', 'taken-back')),
        refusal_reason TEXT CHECK (refusal_reason IN ('identity-not-verified', 'authority-not-verified',
          'documents-incomplete', 'not-retained-data', 'harm-to-rights', 'hinders-business', 'violates-law')),
        asked_at TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        reason_sealed BLOB,
        decided_at TEXT,
        decided_by TEXT,
        answer_sealed BLOB,
        CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
        CHECK (decided_by IS NULL OR decided_by <> asked_by),
        CHECK (state NOT IN ('given', 'declined', 'used') OR decided_by IS NOT NULL),
        CHECK ((matter IN ('refusal-sent', 'partial-answer-sent')) = (refusal_reason IS NOT NULL))
      ) STRICT`)
    await trx.raw('CREATE INDEX approvals_by_case ON approvals (case_id)')
    // One request for one matter at a time.
    await trx.raw(
      `CREATE UNIQUE INDEX approvals_open ON approvals (case_id, matter) WHERE state IN ('waiting', 'given')`,
    )
  },
}
