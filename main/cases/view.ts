// How a case looks from outside: its summary, its whole record, its place on the board. Personal parts are opened here.
import { nextDeadline, deadlinesOf } from '../../shared/rules/deadlines.ts'
import { boardGroups, boardPlace } from '../../shared/rules/board.ts'
import { possibleEvents } from '../../shared/rules/case-states.ts'
import { proposedEvents } from '../../shared/rules/next-steps.ts'
import { requesterSchema, type Deadline, type Requester } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { CallAnswer } from '../../shared/ipc/contract.ts'
import type { CaseRecord, CaseSummary, HistoryEntry, Person } from '../../shared/ipc/parts.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Vault } from '../vault/index.ts'
import type { Approvals } from './approvals.ts'
import type { CaseParts } from './parts.ts'
import { clockedCase, situationOf } from './record.ts'
import {
  caseRow,
  caseRows,
  eventRows,
  openEventDates,
  type CaseRow,
  type EventDateRow,
  type EventRow,
} from './store.ts'

export interface CaseViews {
  get(id: string, who: Person): Promise<CaseRecord>
  list(): Promise<CaseSummary[]>
  board(): Promise<CallAnswer<'cases.board'>>
  summary(row: CaseRow): Promise<CaseSummary>
  requesterOf(row: CaseRow): Promise<Requester | null>
  /** Drops the names that were opened for lists: all, or one case's. */
  forgetNames(caseId?: string): void
}

export function createViews(parts: CaseParts, approvals: Pick<Approvals, 'ofCase'>): CaseViews {
  const { db, vault, deskSettings, nameOf, scansOf, noticesOf, today } = parts
  /** Opened once after sign-in, for lists; dropped when the desk is locked. */
  const names = new Map<string, string>()

  async function nameOfRequester(row: CaseRow): Promise<string | null> {
    const known = names.get(row.id)
    if (known !== undefined) return known
    const requester = await openRequester(vault, row)
    if (requester === null) return null
    // The desk may have been locked while the name was being opened.
    if (vault.isUnlocked()) names.set(row.id, requester.name)
    return requester.name
  }

  async function summaryOf(row: CaseRow, deadlines: readonly Deadline[]): Promise<CaseSummary> {
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      lane: row.lane,
      state: row.state,
      openedOn: row.opened_on,
      inquiryOn: row.inquiry_on,
      arrivedOn: row.arrived_on,
      requesterName: await nameOfRequester(row),
      next: nextDeadline(deadlines),
    }
  }

  /** Every case with its clocks, newest first. */
  async function all(settings: DeskSettings): Promise<{ row: CaseRow; summary: CaseSummary; deadlines: Deadline[] }[]> {
    const events = new Map<string, EventDateRow[]>()
    for (const event of await openEventDates(db)) {
      const ofCase = events.get(event.case_id)
      if (ofCase === undefined) events.set(event.case_id, [event])
      else ofCase.push(event)
    }
    const found = []
    for (const row of await caseRows(db)) {
      const deadlines =
        row.state === 'wiped' ? [] : deadlinesOf(clockedCase(row, events.get(row.id) ?? []), settings, today())
      found.push({ row, deadlines, summary: await summaryOf(row, deadlines) })
    }
    return found
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
      const deadlines = deadlinesOf(clockedCase(row, events), await deskSettings(), today())
      const situation = await situationOf(db, parts, row, events, today())
      return {
        ...(await summaryOf(row, deadlines)),
        version: row.version,
        requester: await openRequester(vault, row),
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

    async list() {
      return (await all(await deskSettings())).map(({ summary }) => summary)
    },

    async summary(row) {
      const deadlines = deadlinesOf(clockedCase(row, await eventRows(db, row.id)), await deskSettings(), today())
      return summaryOf(row, deadlines)
    },

    async board() {
      const settings = await deskSettings()
      const placed = (await all(settings)).flatMap(({ row, summary, deadlines }) => {
        const place = boardPlace(row.state, deadlines, today(), settings)
        return place === null ? [] : [{ ...place, case: summary }]
      })
      const order = (due: CalendarDate | null | undefined): string => due ?? '9999-12-31'
      placed.sort((one, other) => {
        const [a, b] = [order(one.deadline?.due), order(other.deadline?.due)]
        return a < b || (a === b && one.case.number < other.case.number) ? -1 : 1
      })
      return { groups: boardGroups.map((group) => ({ group, rows: placed.filter((row) => row.group === group) })) }
    },

    requesterOf: (row) => openRequester(vault, row),

    forgetNames(caseId) {
      if (caseId === undefined) names.clear()
      else names.delete(caseId)
    },
  }
}

async function openRequester(vault: Vault, row: CaseRow): Promise<Requester | null> {
  if (row.key_slot === null || row.requester_sealed === null || row.state === 'wiping') return null
  return requesterSchema.parse(
    JSON.parse(await vault.openColumn(row.key_slot, 'cases.requester', row.id, row.requester_sealed)),
  )
}
