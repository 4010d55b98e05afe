// Tables of what belongs to a case: agents and their papers, payments, identity checks, notes, links to other cases.
import type { Migration } from './migration.ts'

export const belongings: Migration = {
  number: 15,
  name: 'belongings',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE agents (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('parent', 'guardian', 'appointed')),
        particulars_sealed BLOB,
        standing TEXT NOT NULL CHECK (standing IN ('unchecked', 'verified', 'not-verified', 'withdrawn')),
        judged_on TEXT,
        judged_by TEXT,
        CHECK ((standing = 'unchecked') = (judged_on IS NULL)),
        CHECK ((judged_on IS NULL) = (judged_by IS NULL))
      ) STRICT`)
    await trx.raw('CREATE INDEX agents_by_case ON agents (case_id)')
    await trx.raw(`
      CREATE TABLE authority_documents (
        id TEXT PRIMARY KEY NOT NULL,
        agent_id TEXT NOT NULL REFERENCES agents (id),
        kind TEXT NOT NULL CHECK (kind IN ('power-of-attorney', 'seal-certificate', 'family-register',
          'guardianship-certificate', 'agent-id', 'other')),
        issued_on TEXT
      ) STRICT`)
    await trx.raw('CREATE INDEX authority_documents_by_agent ON authority_documents (agent_id)')
    // What became of a money order is told by its piece of paper.
    await trx.raw(`
      CREATE TABLE payments (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        piece_id TEXT NOT NULL UNIQUE,
        method TEXT NOT NULL CHECK (method IN ('money-order', 'cash')),
        amount_yen INTEGER NOT NULL CHECK (amount_yen > 0),
        serial_sealed BLOB,
        issued_on TEXT,
        received_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        CHECK ((method = 'money-order') = (issued_on IS NOT NULL)),
        CHECK (method = 'money-order' OR serial_sealed IS NULL)
      ) STRICT`)
    await trx.raw('CREATE INDEX payments_by_case ON payments (case_id)')
    await trx.raw(`
      CREATE TABLE identity_checks (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        position INTEGER NOT NULL CHECK (position > 0),
        id_kind TEXT NOT NULL,
        rule_id TEXT,
        method TEXT NOT NULL CHECK (method IN ('copy-by-post', 'copy-by-email', 'original-seen')),
        result TEXT NOT NULL CHECK (result IN ('verified', 'to-mend')),
        needs TEXT NOT NULL CHECK (json_valid(needs)),
        accepted TEXT NOT NULL CHECK (json_valid(accepted)),
        checked_on TEXT NOT NULL,
        checked_at TEXT NOT NULL,
        checked_by TEXT NOT NULL,
        details_sealed BLOB,
        UNIQUE (case_id, position),
        CHECK ((result = 'verified') = (needs = '[]'))
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE case_notes (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL,
        written_at TEXT NOT NULL,
        written_by TEXT NOT NULL,
        text_sealed BLOB
      ) STRICT`)
    await trx.raw('CREATE INDEX case_notes_by_case ON case_notes (case_id)')
    // One row a pair, the lesser id first.
    await trx.raw(`
      CREATE TABLE case_links (
        case_id TEXT NOT NULL,
        other_id TEXT NOT NULL,
        linked_on TEXT NOT NULL,
        linked_by TEXT NOT NULL,
        PRIMARY KEY (case_id, other_id),
        CHECK (case_id < other_id)
      ) STRICT`)
    await trx.raw('CREATE INDEX case_links_by_other ON case_links (other_id)')
  },
}
