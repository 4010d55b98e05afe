// The audit chain: who did what to which record, each entry holding the hash of the one before; it only grows.
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
  forgetMark,
  lastRow,
  latestInstant,
  noteMark,
  readMark,
  rowsBefore,
  rowsOfEvent,
  type AuditRow,
  type Mark,
} from './store.ts'
import { genesis, hashOf, holds, walk, type ChainPoint } from './walk.ts'

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
  /** Resolves when the chain was walked whole since the start: at once when it is short, else in the background; false when it was closed before. */
  walked: Promise<boolean>
  /**
   * Once somebody has signed in: whether the chain still holds what was verified before, by the desk's own seal; then notes how far
   * it is verified now. A chain that was written anew from its beginning, or cut off below that point, is found here.
   */
  confirm(): Promise<void>
  /** Ends the walk in the background. */
  close(): Promise<void>
}

export interface AuditParts {
  db: Database
  now: () => Instant
  /** A seal that only this desk can make; null while it is locked. */
  seal(text: string): Promise<string | null>
  /** Told when a break is found later than at the start. */
  onBroken(): void
  /** Only tests ask for another length. */
  walkedAtOnce?: number
}

/** So many entries are walked in well under a second: a shorter chain is walked whole before anything else is done. */
const shortChain = 20_000
/** Of a longer chain, between two steps of the walk in the background. */
const restMs = 20
const detailSchema = z.record(z.string(), z.union([z.string(), z.number()]))

/**
 * Verifies the chain before anything else is done with it: whole, or of a long one what came after the point that was verified last.
 * Who can write to the folder can move that point, or remove it: until the desk key proves it at sign-in nobody works on the chain, and
 * the whole is walked all the same.
 */
export async function createAudit(parts: AuditParts): Promise<Audit> {
  const { db, now, seal } = parts
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
      previousHash: last?.hash ?? genesis.hash,
    }
    const hash = hashOf(entry)
    if (latest === null || entry.at > latest) latest = entry.at
    await addRow(trx, { ...entry, hash })
    return { hash }
  }

  function stands(isBroken: boolean): void {
    if (isBroken && !broken) parts.onBroken()
    broken = isBroken
  }

  /** A link that was found broken is found again at the next start, before the desk opens. */
  async function settle(outcome: ChainVerification): Promise<void> {
    if (outcome.kind === 'broken') await forgetMark(db)
    stands(outcome.kind === 'broken')
  }

  /** By the seal alone: whether this desk has noted the point. Null while it is locked. */
  async function isOurs({ number, hash, seal: sealed }: Mark): Promise<boolean | null> {
    const right = await seal(textOf({ number, hash }))
    return right === null ? null : right === sealed
  }

  /** The place from which the chain is no longer the one that was verified, though each link fits; null when it is. */
  async function placeOfRewriting(): Promise<number | null> {
    const mark = await readMark(db)
    if (mark === null || (await isOurs(mark)) !== true || (await holds(db, mark))) return null
    return Math.min(mark.number, (await countRows(db)) + 1)
  }

  async function verify(): Promise<ChainVerification> {
    const brokenAt = await placeOfRewriting()
    const outcome = await walk(db, genesis)
    latest = await latestInstant(db)
    if (outcome.kind === 'whole' && brokenAt !== null) {
      stands(true)
      return { kind: 'broken', length: outcome.length, brokenAt }
    }
    await settle(outcome)
    return outcome
  }

  /** In the background, with rests; ends early when the desk is closed. */
  async function walkAll(): Promise<boolean> {
    try {
      const outcome = await walk(db, genesis, async () => {
        await new Promise((resolve) => setTimeout(resolve, restMs))
        if (closed) throw new Closed()
      })
      // What was found at sign-in stands.
      if (!broken) await settle(outcome)
      return true
    } catch (error) {
      if (error instanceof Closed) return false
      throw error
    }
  }

  let closed = false
  const mark = await readMark(db)
  const isLong = (await countRows(db)) > (parts.walkedAtOnce ?? shortChain)
  const trusted: ChainPoint = isLong && mark !== null && (await holds(db, mark)) ? mark : genesis
  const atStart = await walk(db, trusted)
  latest = await latestInstant(db)
  broken = atStart.kind === 'broken'
  if (broken) await forgetMark(db)
  const walked = broken || trusted === genesis ? Promise.resolve(true) : walkAll()

  return {
    append: (event, facts, trx) =>
      trx === undefined ? db.transaction((own) => appendWithin(own, event, facts)) : appendWithin(trx, event, facts),
    async list({ before, limit }) {
      const rows = await rowsBefore(db, before, limit)
      return { entries: rows.map(entryOf), total: await countRows(db) }
    },
    entriesOf: async (event) => (await rowsOfEvent(db, event)).map(entryOf),
    verify,
    head: async () => (await lastRow(db))?.hash ?? genesis.hash,
    latest: () => latest,
    isBroken: () => broken,
    walked,
    async confirm() {
      if (broken || atStart.kind === 'broken') return
      const found = await readMark(db)
      // A point that somebody else has set is none: nothing may be taken as verified because of it.
      if (found !== null && (await isOurs(found)) === false && trusted !== genesis)
        await settle(await walk(db, genesis))
      else if ((await placeOfRewriting()) !== null) stands(true)
      const point = { number: atStart.length, hash: atStart.headHash }
      const sealed = broken || point.number === 0 ? null : await seal(textOf(point))
      if (sealed !== null) await noteMark(db, { ...point, seal: sealed })
    },
    async close() {
      closed = true
      await walked
    },
  }
}

class Closed extends Error {}

function textOf({ number, hash }: ChainPoint): string {
  return canonicalJson({ number, hash })
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
