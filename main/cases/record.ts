// Recording an event of a case: the one way its state changes, whoever records it.
import { randomUUID } from 'node:crypto'
import type { CaseEvent, RefusalReason } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { checkEventDate, nextState, type EventRefusal } from '../../shared/rules/case-states.ts'
import type { Transaction } from '../db/index.ts'
import type { CaseParts } from './parts.ts'
import { addEvent, changeCase, eventRows, type CaseRow } from './store.ts'

export interface Happening {
  event: CaseEvent
  on: CalendarDate
  refusalReason: RefusalReason | null
  note: string | null
  noticeId: string | null
  wipeId: string | null
}

/** An event with nothing beside it but its date. */
export function plainly(event: CaseEvent, on: CalendarDate): Happening {
  return { event, on, refusalReason: null, note: null, noticeId: null, wipeId: null }
}

/** `by: 'app'`: the app does it itself, on behalf of the person whose id is given. */
export type By = { kind: 'person'; person: Person } | { kind: 'app'; personId: string }

/**
 * Writes the event, the new state and the audit entry as one change.
 * Faults: event-not-allowed, second-person-needed, not-allowed, bad-request, impossible-date, changed-meanwhile.
 */
export async function recordWithin(
  trx: Transaction,
  { vault, audit, now, today }: Pick<CaseParts, 'vault' | 'audit' | 'now' | 'today'>,
  row: CaseRow,
  happening: Happening,
  by: By,
): Promise<void> {
  const { event, on, refusalReason } = happening
  const recorder = by.kind === 'app' ? 'app' : { roles: by.person.roles, openedCase: by.person.id === row.opened_by }
  const outcome = nextState(row.state, event, recorder, refusalReason)
  if (outcome.kind === 'refused') throw refusalFault(outcome.because, row, event)
  const events = await eventRows(trx, row.id)
  // Each event follows the one before it: that one led to the state from which this one leads on.
  // What the app does itself happens now, also on a PC whose clock was set back: a wipe must not stop for that.
  if (by.kind === 'person') refuseImpossible('on', on, events.at(-1)?.happened_on ?? row.arrived_on, today())
  const id = randomUUID()
  const personId = by.kind === 'app' ? by.personId : by.person.id
  await addEvent(trx, {
    id,
    case_id: row.id,
    position: (events.at(-1)?.position ?? 0) + 1,
    event,
    happened_on: on,
    recorded_at: now(),
    recorded_by: personId,
    refusal_reason: refusalReason,
    notice_id: happening.noticeId,
    note_sealed:
      happening.note === null || row.key_slot === null
        ? null
        : await vault.sealColumn(row.key_slot, 'case_events.note', id, happening.note),
  })
  await changeCase(trx, row, {
    state: outcome.state,
    ...(refusalReason === null ? {} : { refusal_reason: refusalReason }),
    ...(happening.wipeId === null ? {} : { wipe_id: happening.wipeId }),
  })
  await audit.append(
    'case-event',
    { actor: personId, subject: row.id, detail: { event, on, ...(refusalReason === null ? {} : { refusalReason }) } },
    trx,
  )
}

/** Fault: impossible-date, with the field and what is wrong about it. */
export function refuseImpossible(field: string, on: CalendarDate, follows: CalendarDate, today: CalendarDate): void {
  const checked = checkEventDate(on, follows, today)
  if (checked.kind === 'possible') return
  throw new Fault('impossible-date', { field, because: checked.because, notBefore: follows, notAfter: today })
}

function refusalFault(because: EventRefusal, row: CaseRow, event: CaseEvent): Fault {
  switch (because) {
    case 'second-person-needed':
      return new Fault('second-person-needed')
    case 'not-this-role':
    case 'recorded-by-the-app':
      return new Fault('not-allowed')
    case 'reason-missing':
    case 'reason-not-asked-for':
    case 'reason-needs-verification':
      return new Fault('bad-request', { field: 'refusalReason', because })
    case 'not-in-this-state':
      return new Fault('event-not-allowed', { state: row.state, event })
    default:
      return unreachable(because)
  }
}
