// The rows of the ledger, page by page: every case that ever was, with its milestones; who asked only where a case is still open.
import { outcomes, type Outcome } from '../../shared/reports.ts'
import type { CaseState, Lane, RefusalReason, Requester, RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Database } from '../db/index.ts'
import { countCases, ledgerRows, milestonesOf, type LedgerCaseRow, type MilestoneRow } from './listing-store.ts'
import type { Listing } from './listing.ts'

export interface LedgerRow {
  number: string
  kind: RequestKind
  lane: Lane
  state: CaseState
  inquiryOn: CalendarDate | null
  arrivedOn: CalendarDate | null
  openedOn: CalendarDate
  verifiedOn: CalendarDate | null
  /** The last letter that answered, or the end without one. */
  outcome: { event: Outcome; on: CalendarDate } | null
  refusalReason: RefusalReason | null
  finishedOn: CalendarDate | null
  wipedOn: CalendarDate | null
  /** null without names, and of wiped cases. */
  requester: Requester | null
}

const rowsAtOnce = 2000
const endings: ReadonlyMap<string, Outcome> = new Map(outcomes.map((outcome) => [outcome, outcome]))
const ends = ['withdrawn', 'closed-unanswered', 'closed-as-duplicate', 'answer-delivered', 'answer-taken-as-delivered']
const milestones = [
  'identity-verified',
  'answer-sent',
  'partial-answer-sent',
  'nonexistence-sent',
  'refusal-sent',
  'reply-sent',
  ...ends,
  'wipe-finished',
]

/** In the order of the case numbers. `total`: how many rows there are in all. */
export async function* ledgerPages(
  db: Database,
  listing: Pick<Listing, 'open'>,
  withNames: boolean,
): AsyncGenerator<{ page: LedgerRow[]; total: number }> {
  const total = await countCases(db)
  const requesters = new Map<string, Requester | null>()
  if (withNames) for (const { row, requester } of await listing.open()) requesters.set(row.id, requester)
  let after = { year: 0, serial: 0 }
  for (;;) {
    const rows = await ledgerRows(db, after, rowsAtOnce)
    const last = rows.at(-1)
    if (last === undefined) return
    after = { year: last.year, serial: last.serial }
    const events = await milestonesOf(
      db,
      rows.map(({ id }) => id),
      milestones,
    )
    yield { page: rows.map((row) => rowOf(row, events.get(row.id) ?? [], requesters.get(row.id) ?? null)), total }
  }
}

function rowOf(row: LedgerCaseRow, events: readonly MilestoneRow[], requester: Requester | null): LedgerRow {
  const lastOf = (wanted: (event: string) => boolean) => events.findLast(({ event }) => wanted(event)) ?? null
  const ended = lastOf((event) => endings.has(event))
  const outcome = ended === null ? undefined : endings.get(ended.event)
  return {
    number: row.number,
    kind: row.kind,
    lane: row.lane,
    state: row.state,
    inquiryOn: row.inquiry_on,
    arrivedOn: row.arrived_on,
    openedOn: row.opened_on,
    verifiedOn: lastOf((event) => event === 'identity-verified')?.happened_on ?? null,
    outcome: ended === null || outcome === undefined ? null : { event: outcome, on: ended.happened_on },
    refusalReason: row.refusal_reason,
    finishedOn: lastOf((event) => ends.includes(event))?.happened_on ?? null,
    wipedOn: lastOf((event) => event === 'wipe-finished')?.happened_on ?? null,
    requester,
  }
}
