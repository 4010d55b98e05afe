// The cases as lists: the open ones stand in memory with their names and dates, each read again when its version rises; the wiped ones are read page by page.
import type { Deadline, Requester } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { CaseSummary } from '../../shared/ipc/parts.ts'
import { boardGroups, boardPlace, type BoardGroup, type BoardPlace } from '../../shared/rules/board.ts'
import { deadlinesOf, nextDeadline } from '../../shared/rules/deadlines.ts'
import { matchesWords, searchable, searchWords } from '../../shared/rules/search.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import { changeCount } from '../db/index.ts'
import { inTurn } from '../jobs/index.ts'
import { besideOfEach, isSame, type Beside } from './beside.ts'
import { countWiped, eventDatesOf, openVersions, rowsOf, wipedRows, type WipedFilter } from './listing-store.ts'
import type { CaseParts } from './parts.ts'
import { clockedCase } from './record.ts'
import type { CaseRow, EventDateRow } from './store.ts'
import { openRequesters, summaryOf } from './view.ts'

/** A case that is not wiped, as lists need it. */
export interface ListedCase {
  row: CaseRow
  events: readonly EventDateRow[]
  beside: Beside
  /** null while its wipe runs, or when its key is damaged. */
  requester: Requester | null
  deadlines: readonly Deadline[]
  place: BoardPlace | null
  summary: CaseSummary
  /** What a search looks into, as `searchable` writes it; null until the first search, or until `ready`. */
  fields: readonly string[] | null
}

export interface Listing {
  /** Every case that is not wiped, newest first. Fault: not-signed-in. */
  open(): Promise<readonly ListedCase[]>
  find(request: CallRequest<'cases.find'>): Promise<CallAnswer<'cases.find'>>
  board(): Promise<CallAnswer<'cases.board'>>
  /** Makes ready for a search what `open` leaves for it, with turns for other work in between. Fault: not-signed-in. */
  makeSearchable(): Promise<void>
  /** Drops what was opened: all, when the desk is locked, or one case's. */
  forget(caseId?: string): void
}

type Board = CallAnswer<'cases.board'>

/** More rows of a group than this are for the list of cases. */
const boardRows = 40
/** Between so many other work has its turn. */
const searchableAtOnce = 100
/** A registered number is looked for from this many digits on. */
const trackingDigits = 4

export function createListing(parts: CaseParts): Listing {
  const { db, vault, deskSettings, trackingNumbers, today } = parts
  const listed = new Map<string, ListedCase>()
  /** What the dates in memory were reckoned for. */
  let reckonedFor = ''
  /** The list as it was last read: it stands until something is written or the day ends. */
  let current: { open: ListedCase[]; board: Board | null; changes: number; on: CalendarDate } | null = null
  const turn = inTurn()

  async function refresh(): Promise<NonNullable<typeof current>> {
    if (!vault.isUnlocked()) throw new Fault('not-signed-in')
    const changes = await changeCount(db)
    const on = today()
    if (current !== null && current.changes === changes && current.on === on) return current
    const settings = await deskSettings()
    const versions = await openVersions(db)
    const stale = versions.filter(({ id, version }) => listed.get(id)?.row.version !== version).map(({ id }) => id)
    const besideOf = await besideOfEach(parts)
    await readAgain(stale, besideOf, settings, on)
    const reckoning = `${on} ${JSON.stringify([settings.houseLengths, settings.closingDays, settings.closedPeriods])}`
    for (const one of listed.values()) {
      const beside = besideOf(one.row.id)
      if (reckoning !== reckonedFor || !isSame(beside, one.beside)) {
        listed.set(one.row.id, reckoned({ ...one, beside }, settings, on))
      }
    }
    reckonedFor = reckoning
    const open = versions.flatMap(({ id }) => listed.get(id) ?? [])
    if (listed.size > open.length) {
      const ids = new Set(versions.map(({ id }) => id))
      for (const id of listed.keys()) if (!ids.has(id)) listed.delete(id)
    }
    // Locked meanwhile: what was opened for this list must not stay.
    if (!vault.isUnlocked()) {
      listed.clear()
      current = null
      throw new Fault('not-signed-in')
    }
    current = { open, board: null, changes, on }
    return current
  }

  async function readAgain(
    ids: readonly string[],
    besideOf: (caseId: string) => Beside,
    settings: DeskSettings,
    on: CalendarDate,
  ): Promise<void> {
    if (ids.length === 0) return
    const rows = await rowsOf(db, ids)
    const events = await eventDatesOf(db, ids)
    const requesters = await openRequesters(vault, rows)
    for (const row of rows) {
      const requester = requesters.get(row.id) ?? null
      const one = listedAs(row, events.get(row.id) ?? [], requester, besideOf(row.id))
      listed.set(row.id, reckoned(one, settings, on))
    }
  }

  const open = async (): Promise<ListedCase[]> => (await turn(refresh)).open

  return {
    open,

    async find({ search, filter, offset, limit }) {
      const words = searchWords(search)
      const tracked = words.some(isTrackingPart) ? await trackingNumbers() : new Map<string, string[]>()
      const found = (await open()).filter(
        (one) =>
          passes(one, filter) &&
          (words.length === 0 || matchesWords(words, [...fieldsOf(one), ...(tracked.get(one.row.id) ?? [])])),
      )
      const rows = found.slice(offset, offset + limit).map(({ summary }) => summary)
      // Of a wiped case only its number can be looked for.
      const isWipedAsked = filter.wiped && filter.states.length === 0 && !filter.overdue
      if (!isWipedAsked || !words.every(isDigits)) return { total: found.length, openTotal: found.length, rows }
      const { kinds, lanes, from, to } = filter
      const wiped: WipedFilter = { kinds, lanes, from, to, digits: words }
      const total = found.length + (await countWiped(db, wiped))
      const left = limit - rows.length
      const more = left === 0 ? [] : await wipedRows(db, wiped, Math.max(0, offset - found.length), left)
      return { total, openTotal: found.length, rows: [...rows, ...more.map((row) => summaryOf(row, null, []))] }
    },

    async board() {
      const list = await turn(refresh)
      list.board ??= boardOf(list.open)
      return list.board
    },

    async makeSearchable() {
      for (const [index, one] of (await open()).entries()) {
        fieldsOf(one)
        if (index % searchableAtOnce === 0) await new Promise(setImmediate)
      }
    },

    forget(caseId) {
      current = null
      if (caseId === undefined) listed.clear()
      else listed.delete(caseId)
    },
  }
}

const isDigits = (word: string): boolean => /^\d+$/.test(word)
const isTrackingPart = (word: string): boolean => isDigits(word) && word.length >= trackingDigits

function passes({ row, place }: ListedCase, filter: CallRequest<'cases.find'>['filter']): boolean {
  const began = row.arrived_on ?? row.inquiry_on ?? row.opened_on
  return (
    (filter.states.length === 0 || filter.states.includes(row.state)) &&
    (filter.kinds.length === 0 || filter.kinds.includes(row.kind)) &&
    (filter.lanes.length === 0 || filter.lanes.includes(row.lane)) &&
    (filter.from === null || began >= filter.from) &&
    (filter.to === null || began <= filter.to) &&
    (!filter.overdue || place?.group === 'overdue')
  )
}

function boardOf(open: readonly ListedCase[]): Board {
  const groups = new Map(boardGroups.map((group): [BoardGroup, (BoardPlace & { case: CaseSummary })[]] => [group, []]))
  for (const { place, summary } of open) {
    if (place !== null) groups.get(place.group)?.push({ ...place, case: summary })
  }
  const order = (due: CalendarDate | null | undefined): string => due ?? '9999-12-31'
  return {
    groups: [...groups].map(([group, rows]) => {
      rows.sort((one, other) => {
        const [a, b] = [order(one.deadline?.due), order(other.deadline?.due)]
        return a < b || (a === b && one.case.number < other.case.number) ? -1 : 1
      })
      return { group, total: rows.length, rows: rows.slice(0, boardRows) }
    }),
  }
}

/** The case with its dates as of a day. */
function reckoned(one: ListedCase, settings: DeskSettings, on: CalendarDate): ListedCase {
  const deadlines = deadlinesOf({ ...clockedCase(one.row, one.events), ...one.beside }, settings, on)
  const place = boardPlace(one.row.state, deadlines, on, settings)
  return { ...one, deadlines, place, summary: { ...one.summary, next: nextDeadline(deadlines) } }
}

function listedAs(
  row: CaseRow,
  events: readonly EventDateRow[],
  requester: Requester | null,
  beside: Beside,
): ListedCase {
  const summary = summaryOf(row, requester, [])
  return { row, events, beside, requester, deadlines: [], place: null, summary, fields: null }
}

/** Made at the first search: a list that is only looked at does not wait for it. */
function fieldsOf(one: ListedCase): readonly string[] {
  const { name = '', kana = '', address = '' } = one.requester ?? {}
  one.fields ??= [one.row.number, name, kana, address].map(searchable).filter((field) => field !== '')
  return one.fields
}
