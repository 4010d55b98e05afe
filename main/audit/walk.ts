// Walks the audit chain link by link, from its beginning or from a point that was verified before.
import { createHash } from 'node:crypto'
import type { ChainVerification } from '../../shared/ipc/parts.ts'
import type { Database } from '../db/index.ts'
import { canonicalJson } from './canonical.ts'
import { countRows, rowNumbered, rowsAfter, type AuditRow } from './store.ts'

/** An entry by its place and its hash. */
export interface ChainPoint {
  number: number
  hash: string
}

export const genesis: ChainPoint = { number: 0, hash: '0'.repeat(64) }
const stepRows = 500

/**
 * `brokenAt` is the number of the first entry that is missing, altered or not linked to the one before. Between two steps
 * `rest` lets other work have the database; it ends the walk by throwing.
 */
export async function walk(
  db: Database,
  from: ChainPoint,
  rest: () => Promise<void> = async () => undefined,
): Promise<ChainVerification> {
  const length = await countRows(db)
  let { number, hash: headHash } = from
  for (;;) {
    const rows = await rowsAfter(db, number, stepRows)
    for (const row of rows) {
      const expected = number + 1
      const isLinked = row.number === expected && row.previousHash === headHash && row.hash === hashOf(row)
      if (!isLinked) return { kind: 'broken', length, brokenAt: expected }
      number = row.number
      headHash = row.hash
    }
    if (rows.length < stepRows) return { kind: 'whole', length: number, headHash }
    await rest()
  }
}

/** Whether the chain has that very entry at that place. */
export async function holds(db: Database, { number, hash }: ChainPoint): Promise<boolean> {
  const row = await rowNumbered(db, number)
  return row !== null && row.hash === hash && row.hash === hashOf(row)
}

export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { number, at, event, actorId, subject, detail, previousHash } = row
  return createHash('sha256')
    .update(canonicalJson({ number, at, event, actorId, subject, detail, previousHash }))
    .digest('hex')
}
