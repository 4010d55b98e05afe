// Tables of the people of the desk, their failed sign-ins, and the append-only audit chain.
import type { Migration } from './migration.ts'

export const staffAndAudit: Migration = {
  number: 1,
  name: 'staff-and-audit',
  async up(trx) {
    await trx.raw(`
      CREATE TABLE staff (
        id TEXT PRIMARY KEY NOT NULL,
        login_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        display_name_sealed BLOB NOT NULL,
        key_slot INTEGER NOT NULL UNIQUE,
        disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
        created_at TEXT NOT NULL
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE staff_roles (
        staff_id TEXT NOT NULL REFERENCES staff (id),
        role TEXT NOT NULL CHECK (role IN ('clerk', 'reviewer', 'auditor', 'administrator')),
        PRIMARY KEY (staff_id, role)
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE sign_in_failures (
        login_name TEXT PRIMARY KEY NOT NULL COLLATE NOCASE,
        failures INTEGER NOT NULL CHECK (failures > 0),
        last_at TEXT NOT NULL
      ) STRICT`)
    await trx.raw(`
      CREATE TABLE audit_entries (
        number INTEGER PRIMARY KEY NOT NULL CHECK (number > 0),
        at TEXT NOT NULL,
        event TEXT NOT NULL,
        actor_id TEXT,
        subject TEXT,
        detail TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
      ) STRICT`)
    for (const change of ['UPDATE', 'DELETE']) {
      await trx.raw(`
        CREATE TRIGGER audit_entries_refuse_${change.toLowerCase()} BEFORE ${change} ON audit_entries
        BEGIN SELECT RAISE(ABORT, 'the audit chain only grows'); END`)
    }
  },
}
