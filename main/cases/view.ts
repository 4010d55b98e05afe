// How a case looks from outside: its summary, its whole record, its place on the board. Personal parts are opened here.
import { z } from 'zod'
import { nextDeadline, deadlinesOf } from '../../shared/rules/deadlines.ts'
import { possibleEvents } from '../../shared/rules/case-states.ts'
import { proposedEvents } from '../../shared/rules/next-steps.ts'
import type { Deadline, Requester } from '../../shared/cases.ts'
import type { CaseRecord, CaseSummary, HistoryEntry, Person } from '../../shared/ipc/parts.ts'
import { unlessLost, type KeySlot, type SealedColumn, type Vault } from '../vault/index.ts'
import type { Approvals } from './approvals.ts'
import { besideOf } from './beside.ts'
import type { CaseParts } from './parts.ts'
import { clockedCase, situationOf } from './record.ts'
import { caseRow, eventRows, type CaseRow, type EventRow } from './store.ts'

export interface CaseViews {
  get(id: string, who: Person): Promise<CaseRecord>
  summary(row: CaseRow): Promise<CaseSummary>
  requesterOf(row: CaseRow): Promise<Requester | null>
}

export function createViews(parts: CaseParts, approvals: Pick<Approvals, 'ofCase'>): CaseViews {
  const { db, vault, deskSettings, nameOf, scansOf, noticesOf, today } = parts

  async function deadlinesNow(row: CaseRow, events: readonly EventRow[]): Promise<Deadline[]> {
    const matter = { ...clockedCase(row, events), ...(await besideOf(parts, row.id)) }
    return deadlinesOf(matter, await deskSettings(), today())
  }

  async function numbered(id: string | null): Promise<CaseRecord['duplicateOf']> {
    return id === null ? null : { id, number: (await caseRow(db, id)).number }
  }

  async function historyOf(row: CaseRow, events: readonly EventRow[]): Promise<HistoryEntry[]> {
    return Promise.all(
      events.map(async (event) => ({
        at: event.recorded_at,
        on: event.happened_on,
        event: event.event,
        by: await nameOf(event.recorded_by),
        detail: {
          ...(event.refusal_reason === null ? {} : { refusalReason: event.refusal_reason }),
          ...(event.notice_id === null ? {} : { noticeId: event.notice_id }),
          ...(event.posted === null ? {} : { posted: event.posted }),
          ...(event.note_sealed === null || row.key_slot === null
            ? {}
            : { note: await vault.openColumn(row.key_slot, 'case_events.note', event.id, event.note_sealed) }),
        },
      })),
    )
  }

  return {
    async get(id, who) {
      const row = await caseRow(db, id)
      const events = await eventRows(db, id)
      const deadlines = await deadlinesNow(row, events)
      const situation = await situationOf(db, parts, row, events, today())
      const requester = await openRequester(vault, row)
      return {
        ...summaryOf(row, requester, deadlines),
        version: row.version,
        requester,
        refusalReason: row.refusal_reason,
        deadlines,
        duplicateOf: await numbered(row.duplicate_of),
        possibleEvents: possibleEvents(situation, who),
        proposed: proposedEvents(situation, who, deadlines, today()),
        approvals: await approvals.ofCase(row, who),
        scans: await scansOf(id),
        notices: await noticesOf(id),
        history: await historyOf(row, events),
        wipeId: row.wipe_id,
      }
    },

    async summary(row) {
      const deadlines = await deadlinesNow(row, await eventRows(db, row.id))
      return summaryOf(row, await unlessLost(openRequester(vault, row)), deadlines)
    },

    requesterOf: (row) => openRequester(vault, row),
  }
}

/** Its next date is null where it has no deadlines that run. */
export function summaryOf(row: CaseRow, requester: Requester | null, deadlines: readonly Deadline[]): CaseSummary {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    lane: row.lane,
    state: row.state,
    openedOn: row.opened_on,
    inquiryOn: row.inquiry_on,
    arrivedOn: row.arrived_on,
    requesterName: requester?.name ?? null,
    next: nextDeadline(deadlines),
  }
}

const requesterColumn = 'cases.requester'

export async function sealRequester(
  vault: Vault,
  slot: KeySlot,
  caseId: string,
  requester: Requester,
): Promise<Buffer> {
  return vault.sealColumn(slot, requesterColumn, caseId, JSON.stringify(requester))
}

/** Null once the case is being wiped. */
export async function openRequester(vault: Vault, row: CaseRow): Promise<Requester | null> {
  const sealed = sealedRequester(row)
  return sealed === null
    ? null
    : requesterIn(await vault.openColumn(sealed.slot, sealed.column, sealed.rowId, sealed.sealed))
}

/** By case; one whose wipe runs, or whose key is lost, is not among them. */
export async function openRequesters(vault: Vault, rows: readonly CaseRow[]): Promise<Map<string, Requester>> {
  const sealed = rows.flatMap((row) => sealedRequester(row) ?? [])
  const texts = await vault.openColumns(sealed)
  return new Map(
    sealed.flatMap(({ rowId }, index): [string, Requester][] => {
      const text = texts[index] ?? null
      return text === null ? [] : [[rowId, requesterIn(text)]]
    }),
  )
}

function sealedRequester({ id, state, key_slot: slot, requester_sealed: sealed }: CaseRow): SealedColumn | null {
  return slot === null || sealed === null || state === 'wiping'
    ? null
    : { slot, column: requesterColumn, rowId: id, sealed }
}

/** What was typed was cleaned before it was sealed, and is as it was sealed: only its shape is looked at. */
const sealedRequesterSchema = z.object({
  name: z.string(),
  kana: z.string(),
  postalCode: z.string(),
  address: z.string(),
  contact: z.string(),
})

function requesterIn(text: string): Requester {
  return sealedRequesterSchema.parse(JSON.parse(text))
}
