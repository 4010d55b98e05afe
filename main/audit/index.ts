// The audit chain: who did what to which record, each entry holding the hash of the one before; it only grows.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { AuditEvent } from '../../shared/audit.ts'
import type { Instant } from '../../shared/dates.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { AuditEntry, ChainVerification } from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'
import { canonicalJson } from './canonical.ts'
import {
  addRow,
  countRows,
  lastRow,
  latestInstant,
  rowsAfter,
  rowsBefore,
  rowsOfEvent,
  type AuditRow,
} from './store.ts'

export { canonicalJson, type Json } from './canonical.ts'

export interface AuditFacts {
  /** Id of the person; null for what the desk did by itself or somebody not yet known. */
  actor: string | null
  /** Id of the record it was done to. */
  subject: string | null
  /** Ids, numbers and closed words. Never personal data, never a file name. */
  detail?: Record<string, string | number>
}

export interface Audit {
  /** Inside a transaction, hand that transaction over: the entry then stands or falls with the work. */
  append(event: AuditEvent, facts: AuditFacts, trx?: Transaction): Promise<{ hash: string }>
  list(request: CallRequest<'audit.list'>): Promise<CallAnswer<'audit.list'>>
  /** Every entry of one event, oldest first. */
  entriesOf(event: AuditEvent): Promise<AuditEntry[]>
  /** Walks the whole chain; what it finds also sets `isBroken`. */
  verify(): Promise<ChainVerification>
  /** Hash of the newest entry: printed on certificates, it makes a rewritten chain detectable. */
  head(): Promise<string>
  /** The latest instant that any entry tells: a PC whose clock stands before it was set back. Null when nothing is recorded. */
  latest(): Instant | null
  /** True after a verification that found a broken link: the desk may then only be read. */
  isBroken(): boolean
}

const genesisHash = '0'.repeat(64)
const stepRows = 500
const detailSchema = z.record(z.string(), z.union([z.string(), z.number()]))

/** Verifies the chain before anything else is done with it. */
export async function createAudit({ db, now }: { db: Database; now: () => Instant }): Promise<Audit> {
  let broken = false
  let latest: Instant | null = null

  async function appendWithin(trx: Transaction, event: AuditEvent, facts: AuditFacts): Promise<{ hash: string }> {
    const last = await lastRow(trx)
    const entry = {
      number: (last?.number ?? 0) + 1,
      at: now(),
      event,
      actorId: facts.actor,
      subject: facts.subject,
      detail: canonicalJson(facts.detail ?? {}),
      previousHash: last?.hash ?? genesisHash,
    }
    const hash = hashOf(entry)
    if (latest === null || entry.at > latest) latest = entry.at
    await addRow(trx, { ...entry, hash })
    return { hash }
  }

  async function verify(): Promise<ChainVerification> {
    const outcome = await walk(db)
    broken = outcome.kind === 'broken'
    latest = await latestInstant(db)
    return outcome
  }

  await verify()
  return {
    append: (event, facts, trx) =>
      trx === undefined ? db.transaction((own) => appendWithin(own, event, facts)) : appendWithin(trx, event, facts),
    async list({ before, limit }) {
      const rows = await rowsBefore(db, before, limit)
      return { entries: rows.map(entryOf), total: await countRows(db) }
    },
    entriesOf: async (event) => (await rowsOfEvent(db, event)).map(entryOf),
    verify,
    head: async () => (await lastRow(db))?.hash ?? genesisHash,
    latest: () => latest,
    isBroken: () => broken,
  }
}

/** `brokenAt` is the number of the first entry that is missing, altered or not linked to the one before. */
async function walk(db: Database): Promise<ChainVerification> {
  const length = await countRows(db)
  let number = 0
  let headHash = genesisHash
  for (;;) {
    const rows = await rowsAfter(db, number, stepRows)
    for (const row of rows) {
      const expected = number + 1
      const isLinked = row.number === expected && row.previousHash === headHash && row.hash === hashOf(row)
      if (!isLinked) return { kind: 'broken', length, brokenAt: expected }
      number = row.number
      headHash = row.hash
    }
    if (rows.length < stepRows) return { kind: 'whole', length, headHash }
  }
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { number, at, event, actorId, subject, detail, previousHash } = row
  return createHash('sha256')
    .update(canonicalJson({ number, at, event, actorId, subject, detail, previousHash }))
    .digest('hex')
}

function entryOf(row: AuditRow): AuditEntry {
  return {
    index: row.number,
    at: row.at,
    event: row.event,
    actorId: row.actorId,
    subject: row.subject,
    detail: readDetail(row.detail),
    hash: row.hash,
  }
}

/** A tampered entry must still be shown: that is where the chain is broken. */
function readDetail(text: string): AuditEntry['detail'] {
  try {
    return detailSchema.parse(JSON.parse(text))
  } catch {
    return { damaged: 1 }
  }
}
