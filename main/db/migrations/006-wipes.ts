// Tables of the wipes: the plan of each, how far it came, its certificate. They outlive the case and hold nothing personal.
import type { Migration } from './migration.ts'

export const wipes: Migration = {
  number: 6,
  name: 'wipes',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE wipes (
        id TEXT PRIMARY KEY NOT NULL,
        case_id TEXT NOT NULL UNIQUE,
        case_number TEXT NOT NULL,
        stage TEXT NOT NULL CHECK (stage IN ('planned', 'keys-destroyed', 'files-removed', 'rows-removed',
          'database-truncated', 'verified', 'certified')),
        result TEXT NOT NULL CHECK (result IN ('running', 'WIPED', 'FAILED')),
        failure TEXT,
        operator_id TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        plan TEXT CHECK (plan IS NULL OR json_valid(plan)),
        outside TEXT NOT NULL CHECK (json_valid(outside)),
        verification TEXT CHECK (verification IS NULL OR json_valid(verification)),
        certificate TEXT CHECK (certificate IS NULL OR json_valid(certificate))
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE wipe_steps (
        wipe_id TEXT NOT NULL REFERENCES wipes (id),
        step TEXT NOT NULL CHECK (step IN ('planned', 'keys-destroyed', 'files-removed', 'rows-removed',
          'database-truncated', 'verified', 'certified')),
        began_at TEXT NOT NULL,
        ended_at TEXT,
        PRIMARY KEY (wipe_id, step)
      ) STRICT`)
  },
}
