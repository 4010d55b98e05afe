// Rows of the audit chain.
import { z } from 'zod'
import type { Database, Transaction } from '../db/index.ts'

const rowSchema = z
  .object({
    number: z.number().int(),
    at: z.string(),
    event: z.string(),
    actor_id: z.string().nullable(),
    subject: z.string().nullable(),
    detail: z.string(),
    previous_hash: z.string(),
    hash: z.string(),
  })
  .transform((row) => ({
    number: row.number,
    at: row.at,
    event: row.event,
    actorId: row.actor_id,
    subject: row.subject,
    /** Canonical JSON, as it went into the hash. */
    detail: row.detail,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
export type AuditRow = z.output<typeof rowSchema>

const countSchema = z.object({ count: z.number().int() })

export async function lastRow(db: Database | Transaction): Promise<AuditRow | null> {
  const rows = await db('audit_entries').orderBy('number', 'desc').limit(1)
  return z.array(rowSchema).parse(rows)[0] ?? null
}

export async function rowNumbered(db: Database, number: number): Promise<AuditRow | null> {
  return z.array(rowSchema).parse(await db('audit_entries').where({ number }))[0] ?? null
}

export async function addRow(trx: Transaction, row: AuditRow): Promise<void> {
  await trx('audit_entries').insert({
    number: row.number,
    at: row.at,
    event: row.event,
    actor_id: row.actorId,
    subject: row.subject,
    detail: row.detail,
    previous_hash: row.previousHash,
    hash: row.hash,
  })
}

/** Newest first. */
export async function rowsBefore(db: Database, before: number | null, limit: number): Promise<AuditRow[]> {
  const query = db('audit_entries').orderBy('number', 'desc').limit(limit)
  return z.array(rowSchema).parse(await (before === null ? query : query.where('number', '<', before)))
}

/** Oldest first. */
export async function rowsAfter(db: Database, after: number, limit: number): Promise<AuditRow[]> {
  return z.array(rowSchema).parse(await db('audit_entries').where('number', '>', after).orderBy('number').limit(limit))
}

export async function countRows(db: Database): Promise<number> {
  return countSchema.parse(await db('audit_entries').count({ count: '*' }).first()).count
}

/** Oldest first. */
export async function rowsOfEvent(db: Database, event: string): Promise<AuditRow[]> {
  return z.array(rowSchema).parse(await db('audit_entries').where({ event }).orderBy('number'))
}

/** The latest instant of any entry, which is not the newest entry's when the PC's clock was set back in between. */
export async function latestInstant(db: Database): Promise<string | null> {
  const row: unknown = await db('audit_entries').max({ latest: 'at' }).first()
  return z.object({ latest: z.string().nullable() }).parse(row).latest
}

const markSchema = z.object({ number: z.number().int(), hash: z.string(), seal: z.string() })
/** Up to where the chain was last verified, and the desk's seal over that. */
export type Mark = z.infer<typeof markSchema>

export async function readMark(db: Database): Promise<Mark | null> {
  return z.array(markSchema).parse(await db('chain_marks').select(Object.keys(markSchema.shape)))[0] ?? null
}

export async function noteMark(db: Database, mark: Mark): Promise<void> {
  await db('chain_marks')
    .insert({ id: 1, ...mark })
    .onConflict('id')
    .merge()
}

export async function forgetMark(db: Database): Promise<void> {
  await db('chain_marks').delete()
}
