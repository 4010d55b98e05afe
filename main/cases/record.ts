// Recording an event of a case: the one way its state changes, whoever records it.
import { randomUUID } from 'node:crypto'
import type { CaseEvent, Posting, RefusalReason } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { courseFacts } from '../../shared/rules/case-facts.ts'
import type { ClockedCase } from '../../shared/rules/case-replay.ts'
import {
  approvalFor,
  checkEventDate,
  nextState,
  type EventRefusal,
  type Given,
  type Situation,
} from '../../shared/rules/case-states.ts'
import type { Database, Transaction } from '../db/index.ts'
import { givenApprovals, isHoldAsked, lapseApprovals, useApproval } from './approval-store.ts'
import type { CaseParts } from './parts.ts'
import { addEvent, caseRow, changeCase, eventRows, type CaseRow, type EventDateRow, type EventRow } from './store.ts'

export interface Happening {
  event: CaseEvent
  on: CalendarDate
  refusalReason: RefusalReason | null
  note: string | null
  noticeId: string | null
  wipeId: string | null
  posted: Posting | null
  /** The letter went to another address than the verified one. */
  toOtherAddress: boolean
  /** Of `closed-as-duplicate`: the case that goes on. */
  otherCaseId: string | null
}

/** An event with nothing beside it but its date. */
export function plainly(event: CaseEvent, on: CalendarDate): Happening {
  return {
    event,
    on,
    refusalReason: null,
    note: null,
    noticeId: null,
    wipeId: null,
    posted: null,
    toOtherAddress: false,
    otherCaseId: null,
  }
}

/** `by: 'app'`: the app does it itself, on behalf of the person whose id is given. */
export type By = { kind: 'person'; person: Person } | { kind: 'app'; personId: string }

export type RecordParts = Pick<CaseParts, 'vault' | 'audit' | 'now' | 'today' | 'deskSettings' | 'obstaclesOf'>

/** The case as the rules see it on a day. Within a transaction everything is read in it: there is one connection. */
export async function situationOf(
  source: Database | Transaction,
  { deskSettings, obstaclesOf }: Pick<RecordParts, 'deskSettings' | 'obstaclesOf'>,
  row: CaseRow,
  events: readonly EventDateRow[],
  on: CalendarDate,
): Promise<Situation> {
  const own = courseFacts(clockedCase(row, events), await deskSettings(source), on)
  const approvals = new Map(
    (await givenApprovals(source, row.id)).map(({ matter, refusal_reason: reason }) => [matter, reason]),
  )
  const obstacles = new Set(await obstaclesOf(row.id, source))
  if (await isHoldAsked(source, row.id)) obstacles.add('hold-asked')
  return { kind: row.kind, state: row.state, facts: { ...own, approvals, obstacles } }
}

export function clockedCase(row: CaseRow, events: readonly EventDateRow[]): ClockedCase {
  return {
    kind: row.kind,
    lane: row.lane,
    events: events.map(({ event, happened_on: on, posted }) => ({ event, on, posted })),
  }
}

/**
 * Writes the event, the new state, the approval it used up and the audit entry as one change.
 * Faults: event-not-allowed {state, event, because}, not-allowed, bad-request, impossible-date, changed-meanwhile.
 */
export async function recordWithin(
  trx: Transaction,
  parts: RecordParts,
  row: CaseRow,
  happening: Happening,
  by: By,
): Promise<void> {
  const { vault, audit, now, today } = parts
  const { event, on, refusalReason } = happening
  const events = await eventRows(trx, row.id)
  const situation = await situationOf(trx, parts, row, events, on)
  const given = await givenWith(trx, row, happening)
  const outcome = nextState(situation, event, by.kind === 'app' ? 'app' : by.person, given)
  if (outcome.kind === 'refused') throw refusalFault(outcome.because, row, event)
  // Each event follows the one before it: that one led to the state from which this one leads on.
  // What the app does itself happens now, also on a PC whose clock was set back: a wipe must not stop for that.
  if (by.kind === 'person') refuseImpossible('on', on, lastDay(events, row), today())
  const id = randomUUID()
  const personId = by.kind === 'app' ? by.personId : by.person.id
  const matter = approvalFor(event, situation)
  const approvalId = matter === null ? null : await useApproval(trx, { caseId: row.id, matter })
  const { noticeId } = happening
  if (happening.toOtherAddress) await useApproval(trx, { caseId: row.id, matter: 'other-address', noticeId })
  await addEvent(trx, {
    id,
    case_id: row.id,
    position: (events.at(-1)?.position ?? 0) + 1,
    event,
    happened_on: on,
    recorded_at: now(),
    recorded_by: personId,
    refusal_reason: refusalReason,
    notice_id: noticeId,
    posted: happening.posted,
    approval_id: approvalId,
    note_sealed:
      happening.note === null || row.key_slot === null
        ? null
        : await vault.sealColumn(row.key_slot, 'case_events.note', id, happening.note),
  })
  // What was allowed was allowed for the case as it stood. A hold is about the papers, wherever the case goes.
  if (outcome.state !== row.state) await lapseApprovals(trx, row.id)
  const columns = {
    state: outcome.state,
    ...(refusalReason === null ? {} : { refusal_reason: refusalReason }),
    ...(event === 'request-arrived' ? { arrived_on: on } : {}),
    ...(event === 'closed-as-duplicate' ? { duplicate_of: happening.otherCaseId } : {}),
    ...(event === 'reopened' ? { refusal_reason: null, duplicate_of: null } : {}),
    ...(happening.wipeId === null ? {} : { wipe_id: happening.wipeId }),
  }
  await changeCase(trx, row, columns, { change: { what: 'event', event, on }, at: now(), by: personId })
  await audit.append(
    'case-event',
    { actor: personId, subject: row.id, detail: auditDetail(happening, approvalId) },
    trx,
  )
}

function auditDetail(happening: Happening, approvalId: string | null): Record<string, string> {
  const { event, on, refusalReason, posted, otherCaseId } = happening
  return {
    event,
    on,
    ...(refusalReason === null ? {} : { refusalReason }),
    ...(posted === null ? {} : { posted }),
    ...(approvalId === null ? {} : { approval: approvalId }),
    ...(otherCaseId === null ? {} : { otherCase: otherCaseId }),
    ...(happening.toOtherAddress ? { toOtherAddress: 'yes' } : {}),
  }
}

async function givenWith(trx: Transaction, row: CaseRow, happening: Happening): Promise<Given> {
  const { refusalReason, toOtherAddress, otherCaseId } = happening
  return { refusalReason, toOtherAddress, otherCaseIsThere: await isThere(trx, row.id, otherCaseId) }
}

/** A case can go on for another one as long as it is not that one, not wiped, and no duplicate itself. */
async function isThere(trx: Transaction, caseId: string, otherCaseId: string | null): Promise<boolean> {
  if (otherCaseId === null || otherCaseId === caseId) return false
  const { state, duplicate_of: duplicateOf } = await caseRow(trx, otherCaseId)
  return state !== 'wiped' && state !== 'wiping' && duplicateOf === null
}

function lastDay(events: readonly EventRow[], row: CaseRow): CalendarDate {
  return events.at(-1)?.happened_on ?? row.arrived_on ?? row.opened_on
}

/** Fault: impossible-date, with the field and what is wrong about it. */
export function refuseImpossible(field: string, on: CalendarDate, follows: CalendarDate, today: CalendarDate): void {
  const checked = checkEventDate(on, follows, today)
  if (checked.kind === 'possible') return
  throw new Fault('impossible-date', { field, because: checked.because, notBefore: follows, notAfter: today })
}

function refusalFault(because: EventRefusal, row: CaseRow, event: CaseEvent): Fault {
  switch (because) {
    case 'not-this-role':
    case 'recorded-by-the-app':
      return new Fault('not-allowed')
    case 'reason-missing':
    case 'reason-not-asked-for':
    case 'reason-needs-verification':
      return new Fault('bad-request', { field: 'refusalReason', because })
    case 'other-case-missing':
      return new Fault('bad-request', { field: 'otherCaseId', because })
    case 'approval-missing':
    case 'approved-for-another-reason':
      return new Fault('second-person-needed', { event, because })
    case 'not-in-this-state':
    case 'no-request-yet':
    case 'request-arrived-already':
    case 'reminded-already':
    case 'still-waiting':
    case 'delivery-must-be-seen':
    case 'nothing-can-return':
    case 'extended-already':
    case 'extension-too-late':
    case 'on-hold-already':
    case 'not-on-hold':
    case 'on-hold':
    case 'hold-asked':
    case 'paper-held':
    case 'scan-undecided':
    case 'identity-unchecked':
    case 'authority-unverified':
    case 'fee-unsettled':
      return new Fault('event-not-allowed', { state: row.state, event, because })
    default:
      return unreachable(because)
  }
}
