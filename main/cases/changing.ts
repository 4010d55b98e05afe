// What a person changes of a case besides its events: who asks, what for and by which lane; and what each version changed.
import { trackOf, requesterFields, type Requester } from '../../shared/cases.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { deadlinesOf } from '../../shared/rules/deadlines.ts'
import type { KeySlot } from '../vault/index.ts'
import { lapseApprovals } from './approval-store.ts'
import { besideOf } from './beside.ts'
import type { CaseParts } from './parts.ts'
import { clockedCase, plainly, recordWithin } from './record.ts'
import { caseRow, changeCase, changesAfter, eventRows, type CaseRow } from './store.ts'
import { openRequester, sealRequester } from './view.ts'

export interface Changing {
  /** Faults: not-found, wrong-stage, changed-meanwhile. */
  requester(request: CallRequest<'cases.changeRequester'>, who: Person): Promise<void>
  /** Faults: not-found, wrong-stage, changed-meanwhile, event-not-allowed (between requests and consultations, or answered). */
  matter(request: CallRequest<'cases.changeMatter'>, who: Person): Promise<void>
  /** The dates that the case would have; nothing is changed. */
  tryMatter(request: CallRequest<'cases.tryMatter'>): Promise<CallAnswer<'cases.tryMatter'>>
  since(request: CallRequest<'cases.changesSince'>): Promise<CallAnswer<'cases.changesSince'>>
}

type KeyedRow = CaseRow & { key_slot: KeySlot }

export function createChanging(parts: CaseParts, keyedCase: (caseId: string) => Promise<KeyedRow>): Changing {
  const { db, vault, audit, deskSettings, nameOf, now, today } = parts

  return {
    async requester({ id, version, requester }, who) {
      const before = await keyedCase(id)
      const sealed = await sealRequester(vault, before.key_slot, id, requester)
      const fields = changedFields(await openRequester(vault, before), requester)
      const isSomebodyElse = fields.includes('name') || fields.includes('address')
      const told = { change: { what: 'requester', fields }, at: now(), by: who.id } as const
      await db.transaction(async (trx) => {
        await changeCase(trx, { id, version }, { requester_sealed: sealed }, told)
        await audit.append('requester-changed', { actor: who.id, subject: id }, trx)
        const row = await caseRow(trx, id)
        // Who was verified was verified by that name and at that address.
        if (isSomebodyElse && row.state === 'verified') {
          const by = { kind: 'app', personId: who.id } as const
          await recordWithin(trx, parts, row, plainly('requester-changed', today()), by)
        } else if (isSomebodyElse) await lapseApprovals(trx, id)
      })
    },

    async matter({ id, version, kind, lane }, who) {
      await keyedCase(id)
      const told = { change: { what: 'matter', kind, lane }, at: now(), by: who.id } as const
      await db.transaction(async (trx) => {
        const row = await caseRow(trx, id)
        // Another course is another case; and an answer was given to what was asked for.
        if (trackOf(kind) !== trackOf(row.kind)) {
          throw new Fault('event-not-allowed', { state: row.state, event: 'matter-changed', because: 'another-course' })
        }
        if (row.state === 'answered' || row.state === 'finished') {
          throw new Fault('event-not-allowed', {
            state: row.state,
            event: 'matter-changed',
            because: 'answered-already',
          })
        }
        await changeCase(trx, { id, version }, { kind, lane }, told)
        await lapseApprovals(trx, id)
        await audit.append('matter-changed', { actor: who.id, subject: id, detail: { kind, lane } }, trx)
      })
    },

    async tryMatter({ id, kind, lane }) {
      const row = { ...(await keyedCase(id)), kind, lane }
      const matter = { ...clockedCase(row, await eventRows(db, id)), ...(await besideOf(parts, id)) }
      return { deadlines: deadlinesOf(matter, await deskSettings(), today()) }
    },

    async since({ id, version }) {
      const rows = await changesAfter(db, id, version)
      return {
        changes: await Promise.all(
          rows.map(async (row) => ({
            version: row.version,
            at: row.changed_at,
            by: await nameOf(row.changed_by),
            change: row.change,
          })),
        ),
      }
    },
  }
}

function changedFields(before: Requester | null, after: Requester): (typeof requesterFields)[number][] {
  return requesterFields.filter((field) => before?.[field] !== after[field])
}
