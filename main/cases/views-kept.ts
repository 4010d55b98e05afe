// The views of the list that each person keeps: a name and a filter of closed words.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { caseFilterSchema, type CaseView } from '../../shared/case-filter.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { Database } from '../db/index.ts'

export interface KeptViews {
  list(who: Person): Promise<CallAnswer<'cases.views'>>
  /** A view of the same name is replaced. */
  save(request: CallRequest<'cases.saveView'>, who: Person): Promise<CallAnswer<'cases.views'>>
  /** Fault: not-found, also for somebody else's. */
  remove(request: CallRequest<'cases.removeView'>, who: Person): Promise<CallAnswer<'cases.views'>>
}

const rowSchema = z.object({ id: z.string(), name: z.string(), filter: z.string() })

export function createKeptViews(db: Database): KeptViews {
  async function list(who: Person): Promise<CallAnswer<'cases.views'>> {
    const rows = z.array(rowSchema).parse(await db('case_views').where({ person_id: who.id }).orderBy('name'))
    return {
      views: rows.flatMap((row): CaseView[] => {
        // A filter that names what this version does not know is not offered.
        const filter = caseFilterSchema.safeParse(JSON.parse(row.filter))
        return filter.success ? [{ id: row.id, name: row.name, filter: filter.data }] : []
      }),
    }
  }

  return {
    list,
    async save({ name, filter }, who) {
      await db('case_views')
        .insert({ id: randomUUID(), person_id: who.id, name, filter: JSON.stringify(filter) })
        .onConflict(['person_id', 'name'])
        .merge(['filter'])
      return list(who)
    },
    async remove({ id }, who) {
      if ((await db('case_views').where({ id, person_id: who.id }).delete()) !== 1) throw new Fault('not-found')
      return list(who)
    },
  }
}
