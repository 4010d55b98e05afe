// Indexes for the lists of a desk that has run for ten years: what is asked for again and again must not read whole tables.
import type { Migration } from './migration.ts'

export const longLists: Migration = {
  number: 20,
  name: 'long-lists',
  async up(trx) {
    // Every change of a case asks which open ones changed: answered from this index alone, in the order of the list.
    await trx.raw('DROP INDEX cases_open')
    await trx.raw(`
      CREATE INDEX cases_open ON cases (year DESC, serial DESC, id, version) WHERE state <> 'wiped'`)
    await trx.raw('CREATE INDEX wipes_newest ON wipes (started_at DESC, id)')
    await trx.raw(`CREATE INDEX wipes_unfinished ON wipes (started_at DESC, id) WHERE result <> 'WIPED'`)
    await trx.raw('CREATE INDEX payments_newest ON payments (received_on DESC, id)')
    await trx.raw('CREATE INDEX scans_by_stage ON scans (stage)')
    await trx.raw(`CREATE INDEX scans_in_step ON scans (arrival) WHERE step <> 'none'`)
    await trx.raw(`
      CREATE INDEX pieces_held_unfiled ON pieces (scan_id) WHERE state = 'held' AND case_id IS NULL`)
    await trx.raw(`CREATE INDEX approvals_waiting ON approvals (asked_at) WHERE state = 'waiting'`)
  },
}
