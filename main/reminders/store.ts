// Queries on what was told already. Yesterday's reminders are of no more use.
import { z } from 'zod'
import type { Clock } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Database } from '../db/index.ts'

export interface Told {
  caseId: string
  clock: Clock
}

const toldRowSchema = z.object({ case_id: z.string(), clock: z.string() })

/** As `keyOf` writes them. */
export async function toldOn(db: Database, on: CalendarDate): Promise<Set<string>> {
  const rows = z.array(toldRowSchema).parse(await db('reminders_given').where({ given_on: on }))
  return new Set(rows.map(({ case_id: caseId, clock }) => `${caseId} ${clock}`))
}

export const keyOf = ({ caseId, clock }: Told): string => `${caseId} ${clock}`

/** As many rows as one statement inserts. */
const rowsAtOnce = 200

export async function noteTold(db: Database, on: CalendarDate, told: readonly Told[]): Promise<void> {
  await db.transaction(async (trx) => {
    await trx('reminders_given').where('given_on', '<', on).delete()
    for (let at = 0; at < told.length; at += rowsAtOnce) {
      const rows = told.slice(at, at + rowsAtOnce)
      await trx('reminders_given')
        .insert(rows.map(({ caseId, clock }) => ({ given_on: on, case_id: caseId, clock })))
        .onConflict()
        .ignore()
    }
  })
}

const seenRowSchema = z.array(z.object({ seen_on: z.string() }))

export async function digestSeenOn(db: Database, personId: string): Promise<CalendarDate | null> {
  return seenRowSchema.parse(await db('digests_seen').where({ person_id: personId }))[0]?.seen_on ?? null
}

export async function noteDigestSeen(db: Database, personId: string, on: CalendarDate): Promise<void> {
  await db('digests_seen').insert({ person_id: personId, seen_on: on }).onConflict('person_id').merge(['seen_on'])
}
