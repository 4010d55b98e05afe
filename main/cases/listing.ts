// The cases as lists: the open ones stand in memory with their names and dates, each read again when its version rises; the wiped ones are read page by page.
import type { Deadline, Requester } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { CaseSummary } from '../../shared/ipc/parts.ts'
import { boardGroups, boardPlace, type BoardPlace } from '../../shared/rules/board.ts'
import { deadlinesOf, nextDeadline } from '../../shared/rules/deadlines.ts'
import { matchesWords, searchable, searchWords } from '../../shared/rules/search.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import { changeCount } from '../db/index.ts'
import { inTurn } from '../jobs/index.ts'
import { unlessLost } from '../vault/index.ts'
import { countWiped, eventDatesOf, openVersions, rowsOf, wipedRows, type WipedFilter } from './listing-store.ts'
import type { CaseParts } from './parts.ts'
import { clockedCase } from './record.ts'
import type { CaseRow, EventDateRow } from './store.ts'
import { openRequester, summaryOf } from './view.ts'

/** A case that is not wiped, as lists need it. */
export interface ListedCase {
  row: CaseRow
  events: readonly EventDateRow[]
  /** Of the held money order that runs out first. */
  moneyOrderIssuedOn: CalendarDate | null
  /** null while its wipe runs, or when its key is damaged. */
  requester: Requester | null
  deadlines: readonly Deadline[]
  place: BoardPlace | null
  summary: CaseSummary
  /** What a search looks into, as `searchable` writes it. */
  fields: readonly string[]
}

export interface Listing {
  /** Every case that is not wiped, newest first. Fault: not-signed-in. */
  open(): Promise<readonly ListedCase[]>
  find(request: CallRequest<'cases.find'>): Promise<CallAnswer<'cases.find'>>
  board(): Promise<CallAnswer<'cases.board'>>
  /** Drops what was opened: all, when the desk is locked, or one case's. */
  forget(caseId?: string): void
}

/** More rows of a group than this are for the list of cases. */
const boardRows = 40
/** Names that are opened at the same time: each waits for a read of its key's slot. */
const openedAtOnce = 32
/** A registered number is looked for from this many digits on. */
const trackingDigits = 4

export function createListing(parts: CaseParts): Listing {
  const { db, vault, deskSettings, trackingNumbers, moneyOrdersIssuedOn, today } = parts
  const listed = new Map<string, ListedCase>()
  /** What the dates in memory were reckoned for. */
  let reckonedFor = ''
  /** The list as it was last read: it stands until something is written or the day ends. */
  let current: { open: ListedCase[]; changes: number; on: CalendarDate } | null = null
  const turn = inTurn()

  async function refresh(): Promise<ListedCase[]> {
    if (!vault.isUnlocked()) throw new Fault('not-signed-in')
    const changes = await changeCount(db)
    if (current !== null && current.changes === changes && current.on === today()) return current.open
    const settings = await deskSettings()
    const versions = await openVersions(db)
    const stale = versions.filter(({ id, version }) => listed.get(id)?.row.version !== version).map(({ id }) => id)
    await readAgain(stale, settings)
    // A payment raises no version of its case.
    const orders = await moneyOrdersIssuedOn()
    for (const one of listed.values()) {
      const moneyOrderIssuedOn = orders.get(one.row.id) ?? null
      if (moneyOrderIssuedOn !== one.moneyOrderIssuedOn) {
        listed.set(one.row.id, reckoned({ ...one, moneyOrderIssuedOn }, settings))
      }
    }
    const reckoning = `${today()} ${JSON.stringify([settings.houseLengths, settings.closingDays, settings.closedPeriods])}`
    if (reckoning !== reckonedFor) {
      for (const one of listed.values()) listed.set(one.row.id, reckoned(one, settings))
      reckonedFor = reckoning
    }
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
    current = { open, changes, on: today() }
    return open
  }

  async function readAgain(ids: readonly string[], settings: DeskSettings): Promise<void> {
    if (ids.length === 0) return
    const rows = await rowsOf(db, ids)
    const events = await eventDatesOf(db, ids)
    for (let at = 0; at < rows.length; at += openedAtOnce) {
      const chunk = rows.slice(at, at + openedAtOnce)
      const requesters = await Promise.all(chunk.map((row) => unlessLost(openRequester(vault, row))))
      for (const [index, row] of chunk.entries()) {
        const requester = requesters[index] ?? null
        listed.set(row.id, reckoned(listedAs(row, events.get(row.id) ?? [], requester), settings))
      }
    }
  }

  function reckoned(one: ListedCase, settings: DeskSettings): ListedCase {
    const matter = { ...clockedCase(one.row, one.events), moneyOrderIssuedOn: one.moneyOrderIssuedOn }
    const deadlines = deadlinesOf(matter, settings, today())
    const place = boardPlace(one.row.state, deadlines, today(), settings)
    return { ...one, deadlines, place, summary: { ...one.summary, next: nextDeadline(deadlines) } }
  }

  const open = (): Promise<ListedCase[]> => turn(refresh)

  return {
    open,

    async find({ search, filter, offset, limit }) {
      const words = searchWords(search)
      const tracked = words.some(isTrackingPart) ? await trackingNumbers() : new Map<string, string[]>()
      const found = (await open()).filter(
        (one) => passes(one, filter) && matchesWords(words, [...one.fields, ...(tracked.get(one.row.id) ?? [])]),
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
      const placed = (await open()).flatMap(({ place, summary }) =>
        place === null ? [] : [{ ...place, case: summary }],
      )
      const order = (due: CalendarDate | null | undefined): string => due ?? '9999-12-31'
      placed.sort((one, other) => {
        const [a, b] = [order(one.deadline?.due), order(other.deadline?.due)]
        return a < b || (a === b && one.case.number < other.case.number) ? -1 : 1
      })
      return {
        groups: boardGroups.map((group) => {
          const rows = placed.filter((row) => row.group === group)
          return { group, total: rows.length, rows: rows.slice(0, boardRows) }
        }),
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

function listedAs(row: CaseRow, events: readonly EventDateRow[], requester: Requester | null): ListedCase {
  const fields = [searchable(row.number)]
  if (requester !== null) {
    const { name, kana, address } = requester
    fields.push(...[name, kana, address].map(searchable).filter((field) => field !== ''))
  }
  return {
    row,
    events,
    moneyOrderIssuedOn: null,
    requester,
    deadlines: [],
    place: null,
    summary: summaryOf(row, requester, []),
    fields,
  }
}
