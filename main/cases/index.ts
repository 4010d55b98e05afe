// The cases: opened from an arrival, moved by events, listed and put on the board, and what of them a wipe must take.
import { randomUUID } from 'node:crypto'
import {
  trackOf,
  type CaseEvent,
  type CaseState,
  type Lane,
  type Requester,
  type RequestKind,
} from '../../shared/cases.ts'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { CaseRecord, Person } from '../../shared/ipc/parts.ts'
import { partsOf } from '../../shared/rules/calendar.ts'
import { openings } from '../../shared/rules/case-course.ts'
import { caseNumberOf, nextSerial } from '../../shared/rules/case-number.ts'
import { firstRequestDay } from '../../shared/rules/case-states.ts'
import { letterEndedBy } from '../../shared/rules/letter-ends.ts'
import type { MonthCase } from '../../shared/rules/month-report.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { SheetCases } from '../scans/index.ts'
import type { KeySlot } from '../vault/index.ts'
import type { WipedCases, WipeHolder } from '../wipe/index.ts'
import { createApprovals } from './approvals.ts'
import { approvalsOf, forgetReasons } from './approval-store.ts'
import { calendarFile } from './calendar-file.ts'
import { createChanging, type Changing } from './changing.ts'
import type { CaseParts } from './parts.ts'
import { plainly, recordWithin, refuseImpossible, situationOf, type Happening } from './record.ts'
import { addCase, addEvent, caseRow, eventRows, forgetRequester, lastSerial, type CaseRow } from './store.ts'
import { createSheetArrival } from './sheet-arrival.ts'
import { createCaseLetters, letterOfCase, type CaseLetters } from './letters.ts'
import { createKeptViews, type KeptViews } from './views-kept.ts'
import { casesWithin, openVersions, type MonthEventRow } from './listing-store.ts'
import { movedBy } from './moved-by.ts'
import { createListing, type Listing } from './listing.ts'
import { ledgerPages, type LedgerRow } from './ledger-rows.ts'
import { dueNow, type DueDeadline } from './due.ts'
import { similarCases } from './similar.ts'
import { createViews, sealRequester } from './view.ts'

export type { LedgerRow } from './ledger-rows.ts'
export type { CaseParts, ObstacleSource } from './parts.ts'

/** What a letter of a case is filled from. No note is among it. */
export interface Addressee {
  number: string
  kind: RequestKind
  lane: Lane
  state: CaseState
  /** The request's arrival; the inquiry's while nothing else has come. */
  arrivedOn: CalendarDate
  slot: KeySlot
  requester: Requester
}

export interface Cases extends WipeHolder, WipedCases {
  /** For scans whose code names a case. */
  sheets: SheetCases
  open(request: CallRequest<'cases.open'>, who: Person): Promise<CaseRecord>
  get(request: CallRequest<'cases.get'>, who: Person): Promise<CaseRecord>
  /** The cases that are not wiped, newest first. */
  list(): Promise<CallAnswer<'cases.list'>>
  find: Listing['find']
  views: KeptViews
  /** Every case in the order of its number, page by page; who asked only on demand, and only of cases that are not wiped. */
  ledger(withNames: boolean): AsyncGenerator<{ page: LedgerRow[]; total: number }>
  /** What a month is counted from: cases that were there in it, with their events up to its last day. */
  monthCases(from: CalendarDate, until: CalendarDate): Promise<MonthCase[]>
  /** Opens names and registered numbers of the open cases, so that the first list and search do not wait for them: after sign-in. */
  warm(): Promise<void>
  changeRequester(request: CallRequest<'cases.changeRequester'>, who: Person): Promise<CaseRecord>
  record(request: CallRequest<'cases.record'>, who: Person): Promise<CaseRecord>
  board(): Promise<CallAnswer<'cases.board'>>
  /** Running deadlines of today and before; no name is opened for them. */
  dueNow(): Promise<DueDeadline[]>
  /** Whether every case is wiped. */
  isEmpty(): Promise<boolean>
  movedBy(request: CallRequest<'cases.movedBy'>): Promise<CallAnswer<'cases.movedBy'>>
  saveCalendar(request: CallRequest<'cases.saveCalendar'>, who: Person): Promise<CallAnswer<'cases.saveCalendar'>>
  /** Faults as of `Changing.matter`. */
  changeMatter(request: CallRequest<'cases.changeMatter'>, who: Person): Promise<CaseRecord>
  tryMatter: Changing['tryMatter']
  changesSince: Changing['since']
  askApproval(request: CallRequest<'approvals.ask'>, who: Person): Promise<CaseRecord>
  /** For one letter, to somebody else than the requester. Faults as of `askApproval`. */
  askOtherAddress(asked: { caseId: string; noticeId: string; reason: string }, who: Person): Promise<void>
  decideApproval(request: CallRequest<'approvals.decide'>, who: Person): Promise<CaseRecord>
  takeApprovalBack(request: CallRequest<'approvals.takeBack'>, who: Person): Promise<CaseRecord>
  waitingApprovals(who: Person): Promise<CallAnswer<'approvals.waiting'>>
  /** The key that scans and letters of the case are wrapped by. Faults: not-found, wrong-stage (wiped or being wiped). */
  caseKeyOf(caseId: string): Promise<{ slot: KeySlot; number: string }>
  /** Whom a letter goes to, and about what. Faults: not-found, wrong-stage (wiped or being wiped). */
  addresseeOf(caseId: string): Promise<Addressee>
  /** What the post reports, as part of its own change. */
  letters: CaseLetters
  /** Part of another domain's change, as when a hold is set. Faults as of `record`. */
  recordPart(
    trx: Transaction,
    caseId: string,
    happening: Partial<Happening> & Pick<Happening, 'event' | 'on'>,
    who: Person,
  ): Promise<void>
  similar(request: CallRequest<'cases.similar'>): Promise<CallAnswer<'cases.similar'>>
  /** Fault: not-found. */
  laneOf(caseId: string): Promise<Lane>
  /** Fault: not-found. */
  kindOf(caseId: string, source: Database | Transaction): Promise<RequestKind>
  /** When something last came in, or changed, that an earlier check of identity does not speak for; null: nothing has. */
  doubtedAt(caseId: string, source: Database | Transaction): Promise<Instant | null>
  /** Drops every name from memory: when the desk is locked. */
  forget(): void
}

/** After these, what was compared before says nothing about what lies there now. */
const doubtingEvents: ReadonlySet<CaseEvent> = new Set<CaseEvent>([
  'correction-arrived',
  'correction-returned',
  'answer-returned',
  'requester-changed',
  'reopened',
])

type UnnumberedCase = Omit<CaseRow, 'year' | 'serial' | 'number'>

export function createCases(parts: CaseParts): Cases {
  const { db, vault, audit, now, today, emit } = parts
  const approvals = createApprovals(parts)
  const views = createViews(parts, approvals)
  const listing = createListing(parts)
  /** Who has looked at which case since the desk was unlocked: a look is audited once, not at every refresh. */
  const looks = new Set<string>()

  function changed(id: string): void {
    emit('cases.changed', { id })
  }

  /** Faults: not-found, wrong-stage. */
  async function keyedCase(caseId: string): Promise<CaseRow & { key_slot: KeySlot }> {
    const row = await caseRow(db, caseId)
    if (row.state === 'wiping' || row.state === 'wiped' || row.key_slot === null) throw new Fault('wrong-stage')
    return { ...row, key_slot: row.key_slot }
  }

  const changing = createChanging(parts, keyedCase)

  async function addOpened(
    trx: Transaction,
    row: UnnumberedCase,
    { event, on }: { event: CaseEvent; on: CalendarDate },
    who: Person,
  ): Promise<void> {
    const { year } = partsOf(row.opened_on)
    const serial = nextSerial(year, await lastSerial(trx, year))
    const number = caseNumberOf(year, serial)
    await addCase(trx, { ...row, year, serial, number })
    await addEvent(trx, {
      id: randomUUID(),
      case_id: row.id,
      position: 1,
      event,
      happened_on: on,
      recorded_at: now(),
      recorded_by: who.id,
      refusal_reason: null,
      notice_id: null,
      posted: null,
      approval_id: null,
      note_sealed: null,
    })
    const opened = { caseId: row.id, inquiryOn: row.inquiry_on, arrivedOn: row.arrived_on, by: who.id }
    await parts.caseOpened(trx, opened)
    await audit.append(
      'case-opened',
      { actor: who.id, subject: row.id, detail: { number, kind: row.kind, lane: row.lane, event, on } },
      trx,
    )
  }

  return {
    sheets: createSheetArrival(parts),

    async open({ kind, lane, inquiryOn, arrivedOn, requester }, who) {
      if (inquiryOn !== null) refuseImpossible('inquiryOn', inquiryOn, firstRequestDay, today())
      if (arrivedOn !== null) refuseImpossible('arrivedOn', arrivedOn, inquiryOn ?? firstRequestDay, today())
      const event = arrivedOn === null ? 'inquiry-arrived' : 'opened'
      const state = openings[trackOf(kind)][event]
      const first = arrivedOn ?? inquiryOn
      if (state === undefined || first === null) throw new Fault('bad-request', { field: 'arrivedOn' })
      const id = randomUUID()
      const slot = await vault.createKey('case', id, 'desk')
      try {
        const requesterSealed = await sealRequester(vault, slot, id, requester)
        const row: UnnumberedCase = {
          id,
          kind,
          lane,
          state,
          version: 1,
          inquiry_on: inquiryOn,
          arrived_on: arrivedOn,
          opened_on: today(),
          opened_by: who.id,
          refusal_reason: null,
          duplicate_of: null,
          key_slot: slot,
          requester_sealed: requesterSealed,
          wipe_id: null,
        }
        await db.transaction((trx) => addOpened(trx, row, { event, on: first }, who))
      } catch (error) {
        await vault.destroyKey(slot)
        throw error
      }
      changed(id)
      return views.get(id, who)
    },

    async get({ id }, who) {
      const record = await views.get(id, who)
      const look = `${who.id} ${id}`
      if (!looks.has(look)) {
        await audit.append('case-viewed', { actor: who.id, subject: id })
        looks.add(look)
      }
      return record
    },

    list: async () => ({ cases: (await listing.open()).map(({ summary }) => summary) }),
    find: listing.find,
    views: createKeptViews(db),
    ledger: (withNames) => ledgerPages(db, listing, withNames),

    async monthCases(from, until) {
      const { cases, events } = await casesWithin(db, from, until)
      return cases.map(({ id, kind, lane }) => ({ kind, lane, events: (events.get(id) ?? []).map(monthEventOf) }))
    },

    async warm() {
      await listing.open()
      await parts.trackingNumbers()
      await listing.makeSearchable()
    },
    board: listing.board,
    dueNow: () => dueNow(parts),
    isEmpty: async () => (await openVersions(db)).length === 0,

    async changeRequester(request, who) {
      await changing.requester(request, who)
      listing.forget(request.id)
      changed(request.id)
      return views.get(request.id, who)
    },

    async record({ id, version, note, ...told }, who) {
      await db.transaction(async (trx) => {
        const row = await caseRow(trx, id)
        if (row.version !== version) throw new Fault('changed-meanwhile')
        const happening = { ...plainly(told.event, told.on), ...told, note: note === '' ? null : note }
        const ended = letterEndedBy((await eventRows(trx, id)).map(letterOfCase), told.event)
        await recordWithin(trx, parts, row, happening, { kind: 'person', person: who })
        if (ended !== null) await parts.letterEnded(trx, { ...ended, on: told.on, proof: null }, who.id)
      })
      changed(id)
      return views.get(id, who)
    },

    async caseKeyOf(caseId) {
      const { key_slot: slot, number } = await keyedCase(caseId)
      return { slot, number }
    },

    movedBy: async (tried) => ({ moves: movedBy(await listing.open(), tried, today()) }),

    async saveCalendar({ words }, who) {
      const open = (await listing.open()).map(({ summary }) => summary)
      const file = calendarFile(open, words, now())
      if (!(await parts.save('期限.ics', file))) return { kind: 'cancelled' }
      await audit.append('calendar-saved', { actor: who.id, subject: null })
      return { kind: 'saved' }
    },

    async changeMatter(request, who) {
      await changing.matter(request, who)
      changed(request.id)
      return views.get(request.id, who)
    },

    tryMatter: changing.tryMatter,
    changesSince: changing.since,

    async askApproval(request, who) {
      const id = await approvals.ask(request, who)
      changed(id)
      return views.get(id, who)
    },

    async askOtherAddress({ caseId, noticeId, reason }, who) {
      await approvals.ask({ caseId, matter: 'other-address', refusalReason: null, noticeId, reason }, who)
      changed(caseId)
    },

    async decideApproval(request, who) {
      const id = await approvals.decide(request, who)
      changed(id)
      return views.get(id, who)
    },

    async takeApprovalBack(request, who) {
      const id = await approvals.takeBack(request, who)
      changed(id)
      return views.get(id, who)
    },

    async waitingApprovals(who) {
      const waiting = await approvals.waiting(who)
      return {
        approvals: await Promise.all(
          waiting.map(async ({ approval, row }) => ({ approval, case: await views.summary(row) })),
        ),
      }
    },

    async addresseeOf(caseId) {
      const row = await keyedCase(caseId)
      const requester = await views.requesterOf(row)
      if (requester === null) throw new Fault('vault-damaged', { part: 'requester' })
      const { number, kind, lane, state, key_slot: slot } = row
      const arrivedOn = row.arrived_on ?? row.inquiry_on ?? row.opened_on
      return { number, kind, lane, state, arrivedOn, slot, requester }
    },

    letters: createCaseLetters(parts),

    async recordPart(trx, caseId, told, who) {
      const happening = { ...plainly(told.event, told.on), ...told }
      await recordWithin(trx, parts, await caseRow(trx, caseId), happening, { kind: 'person', person: who })
    },

    numberOf: async (caseId) => (await caseRow(db, caseId)).number,

    async recordWipeStarted(caseId, wipeId, who) {
      await db.transaction(async (trx) => {
        const row = await caseRow(trx, caseId)
        if (row.wipe_id === wipeId && (row.state === 'wiping' || row.state === 'wiped')) return
        const happening = { ...plainly('wipe-started', today()), wipeId }
        await recordWithin(trx, parts, row, happening, { kind: 'app', personId: who.id })
      })
      listing.forget(caseId)
      changed(caseId)
    },

    async approverOf(caseId) {
      const used = (await approvalsOf(db, caseId)).find((one) => one.matter === 'early-wipe' && one.state === 'used')
      return used?.decided_by ?? null
    },

    async recordWipeFinished(caseId, wipeId) {
      await db.transaction(async (trx) => {
        const row = await caseRow(trx, caseId)
        if (row.wipe_id === wipeId && row.state === 'wiped') return
        const started = (await eventRows(trx, caseId)).findLast(({ event }) => event === 'wipe-started')
        if (started === undefined || row.wipe_id !== wipeId) throw new Fault('wrong-stage')
        const by = { kind: 'app', personId: started.recorded_by } as const
        await recordWithin(trx, parts, row, plainly('wipe-finished', today()), by)
      })
      changed(caseId)
    },

    async blockers(caseId) {
      const row = await caseRow(db, caseId)
      if (row.state === 'wiped') return ['already-wiped']
      const { facts } = await situationOf(db, parts, row, await eventRows(db, caseId), today())
      const isEarly = row.state !== 'finished' && row.state !== 'wiping'
      return [
        ...(facts.onHold ? (['on-hold'] as const) : []),
        ...(facts.obstacles.has('hold-asked') ? (['hold-asked'] as const) : []),
        ...(isEarly && !facts.approvals.has('early-wipe') ? (['not-finished'] as const) : []),
      ]
    },

    async holdings(caseId) {
      const { key_slot: slot } = await caseRow(db, caseId)
      if (slot === null) return []
      return [
        { kind: 'case-key', id: caseId, slot, objectId: null },
        { kind: 'personal-columns', id: caseId, slot: null, objectId: null },
      ]
    },

    async removeRows(caseId) {
      await db.transaction(async (trx) => {
        await forgetRequester(trx, caseId)
        await forgetReasons(trx, caseId)
      })
      listing.forget(caseId)
    },

    canaries: async () => [],

    similar: (request) => similarCases(listing, request),

    laneOf: async (caseId) => (await caseRow(db, caseId)).lane,

    kindOf: async (caseId, source) => (await caseRow(source, caseId)).kind,

    async doubtedAt(caseId, source) {
      const events = await eventRows(source, caseId)
      return events.findLast(({ event }) => doubtingEvents.has(event))?.recorded_at ?? null
    },

    forget() {
      listing.forget()
      looks.clear()
    },
  }
}

function monthEventOf(row: MonthEventRow): MonthCase['events'][number] {
  return { event: row.event, on: row.happened_on, posted: row.posted, refusalReason: row.refusal_reason }
}
