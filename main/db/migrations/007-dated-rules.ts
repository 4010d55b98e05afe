// Tables of the desk's own versions of dated rules, and of the days on which rules were compared with their source.
import type { Migration } from './migration.ts'

export const datedRules: Migration = {
  number: 7,
  name: 'dated-rules',
  async up(trx) {
    // What the app ships is not here: only what the desk wrote down itself.
    await trx.raw(`
      CREATE TABLE rule_versions (
        position INTEGER PRIMARY KEY NOT NULL,
        id TEXT NOT NULL UNIQUE,
        rule_table TEXT NOT NULL CHECK (rule_table IN ('articles', 'id-documents', 'refusals')),
        entry TEXT NOT NULL,
        valid_from TEXT NOT NULL,
        checked_on TEXT NOT NULL,
        source TEXT NOT NULL,
        confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
        content TEXT NOT NULL CHECK (json_valid(content)),
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        withdrawn_at TEXT
      ) STRICT`)
    // A check confirms any version, a shipped one too; the newest of a version counts.
    await trx.raw(`
      CREATE TABLE rule_checks (
        position INTEGER PRIMARY KEY NOT NULL,
        version_id TEXT NOT NULL,
        checked_on TEXT NOT NULL,
        source TEXT NOT NULL,
        confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
        recorded_at TEXT NOT NULL,
        recorded_by TEXT NOT NULL
      ) STRICT`)
    // Letters were written after these rules: the past is never edited, a version may only be taken back.
    await trx.raw(`
      CREATE TRIGGER rule_versions_refuse_delete BEFORE DELETE ON rule_versions
      BEGIN SELECT RAISE(ABORT, 'versions of a rule only grow'); END`)
    await trx.raw(`
      CREATE TRIGGER rule_versions_refuse_update BEFORE UPDATE ON rule_versions
      WHEN OLD.withdrawn_at IS NOT NULL OR NEW.position IS NOT OLD.position OR NEW.id IS NOT OLD.id
        OR NEW.rule_table IS NOT OLD.rule_table OR NEW.entry IS NOT OLD.entry OR NEW.valid_from IS NOT OLD.valid_from
        OR NEW.checked_on IS NOT OLD.checked_on OR NEW.source IS NOT OLD.source OR NEW.confirmed IS NOT OLD.confirmed
        OR NEW.content IS NOT OLD.content OR NEW.recorded_at IS NOT OLD.recorded_at
        OR NEW.recorded_by IS NOT OLD.recorded_by
      BEGIN SELECT RAISE(ABORT, 'versions of a rule never change'); END`)
    await trx.raw(`
      CREATE TRIGGER rule_checks_refuse_delete BEFORE DELETE ON rule_checks
      BEGIN SELECT RAISE(ABORT, 'checks of a rule only grow'); END`)
    await trx.raw(`
      CREATE TRIGGER rule_checks_refuse_update BEFORE UPDATE ON rule_checks
      BEGIN SELECT RAISE(ABORT, 'checks of a rule never change'); END`)
  },
}
