// The cases: opened from an arrival, moved by events, listed and put on the board, and what of them a wipe must take.
import { randomUUID } from 'node:crypto'
import type { CaseEvent, CaseState, Lane, RefusalReason, Requester, RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { CaseRecord, Person } from '../../shared/ipc/parts.ts'
import { partsOf } from '../../shared/rules/calendar.ts'
import { caseNumberOf, nextSerial } from '../../shared/rules/case-number.ts'
import type { Transaction } from '../db/index.ts'
import type { SheetCases } from '../scans/index.ts'
import type { KeySlot } from '../vault/index.ts'
import type { WipedCases, WipeHolder } from '../wipe/index.ts'
import type { CaseParts } from './parts.ts'
import { plainly, recordWithin, refuseImpossible } from './record.ts'
import {
  addCase,
  addEvent,
  caseRow,
  changeCase,
  eventRows,
  forgetRequester,
  lastSerial,
  type CaseRow,
} from './store.ts'
import { createSheetArrival } from './sheet-arrival.ts'
import { createViews } from './view.ts'

export type { CaseParts } from './parts.ts'

/** What a letter of a case is filled from. No note is among it. */
export interface Addressee {
  number: string
  kind: RequestKind
  lane: Lane
  state: CaseState
  arrivedOn: CalendarDate
  slot: KeySlot
  requester: Requester
}

export interface Cases extends WipeHolder, WipedCases {
  /** For scans whose code names a case. */
  sheets: SheetCases
  open(request: CallRequest<'cases.open'>, who: Person): Promise<CaseRecord>
  get(request: CallRequest<'cases.get'>, who: Person): Promise<CaseRecord>
  list(): Promise<CallAnswer<'cases.list'>>
  changeRequester(request: CallRequest<'cases.changeRequester'>, who: Person): Promise<CaseRecord>
  record(request: CallRequest<'cases.record'>, who: Person): Promise<CaseRecord>
  board(): Promise<CallAnswer<'cases.board'>>
  /** The key that scans and letters of the case are wrapped by. Faults: not-found, wrong-stage (wiped or being wiped). */
  caseKeyOf(caseId: string): Promise<{ slot: KeySlot; number: string }>
  /** Whom a letter goes to, and about what. Faults: not-found, wrong-stage (wiped or being wiped). */
  addresseeOf(caseId: string): Promise<Addressee>
  /** A letter was posted: part of the change that notes its dispatch. Faults as of `record`. */
  letterSent(
    trx: Transaction,
    sent: { caseId: string; noticeId: string; event: CaseEvent; on: CalendarDate; refusalReason: RefusalReason | null },
    who: Person,
  ): Promise<void>
  /** Drops every name from memory: when the desk is locked. */
  forget(): void
}

type UnnumberedCase = Omit<CaseRow, 'year' | 'serial' | 'number'>

export function createCases(parts: CaseParts): Cases {
  const { db, vault, audit, now, today, emit } = parts
  const views = createViews(parts)
  /** Who has looked at which case since the desk was unlocked: a look is audited once, not at every refresh. */
  const looks = new Set<string>()

  function changed(id: string): void {
    emit('cases.changed', { id })
  }

  async function sealRequester(slot: KeySlot, caseId: string, requester: Requester): Promise<Buffer> {
    return vault.sealColumn(slot, 'cases.requester', caseId, JSON.stringify(requester))
  }

  /** Faults: not-found, wrong-stage. */
  async function keyedCase(caseId: string): Promise<CaseRow & { key_slot: KeySlot }> {
    const row = await caseRow(db, caseId)
    if (row.state === 'wiping' || row.state === 'wiped' || row.key_slot === null) throw new Fault('wrong-stage')
    return { ...row, key_slot: row.key_slot }
  }

  async function addOpened(trx: Transaction, row: UnnumberedCase, who: Person): Promise<void> {
    const { year } = partsOf(row.opened_on)
    const serial = nextSerial(year, await lastSerial(trx, year))
    const number = caseNumberOf(year, serial)
    await addCase(trx, { ...row, year, serial, number })
    await addEvent(trx, {
      id: randomUUID(),
      case_id: row.id,
      position: 1,
      event: 'opened',
      happened_on: row.arrived_on,
      recorded_at: now(),
      recorded_by: who.id,
      refusal_reason: null,
      notice_id: null,
      note_sealed: null,
    })
    const opened = { caseId: row.id, inquiryOn: row.inquiry_on, arrivedOn: row.arrived_on, by: who.id }
    await parts.caseOpened(trx, opened)
    await audit.append(
      'case-opened',
      { actor: who.id, subject: row.id, detail: { number, kind: row.kind, lane: row.lane, arrivedOn: row.arrived_on } },
      trx,
    )
  }

  return {
    sheets: createSheetArrival(parts),

    async open({ kind, lane, inquiryOn, arrivedOn, requester }, who) {
      if (inquiryOn !== null) refuseImpossible('inquiryOn', inquiryOn, inquiryOn, today())
      refuseImpossible('arrivedOn', arrivedOn, inquiryOn ?? arrivedOn, today())
      const id = randomUUID()
      const slot = await vault.createKey('case', id, 'desk')
      try {
        const requesterSealed = await sealRequester(slot, id, requester)
        const row: UnnumberedCase = {
          id,
          kind,
          lane,
          state: 'received',
          version: 1,
          inquiry_on: inquiryOn,
          arrived_on: arrivedOn,
          opened_on: today(),
          opened_by: who.id,
          refusal_reason: null,
          key_slot: slot,
          requester_sealed: requesterSealed,
          wipe_id: null,
        }
        await db.transaction((trx) => addOpened(trx, row, who))
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

    list: async () => ({ cases: await views.list() }),
    board: () => views.board(),

    async changeRequester({ id, version, requester }, who) {
      const { key_slot: slot } = await keyedCase(id)
      const sealed = await sealRequester(slot, id, requester)
      await db.transaction(async (trx) => {
        await changeCase(trx, { id, version }, { requester_sealed: sealed })
        await audit.append('requester-changed', { actor: who.id, subject: id }, trx)
      })
      views.forgetNames(id)
      changed(id)
      return views.get(id, who)
    },

    async record({ id, version, event, on, refusalReason, note }, who) {
      await db.transaction(async (trx) => {
        const row = await caseRow(trx, id)
        if (row.version !== version) throw new Fault('changed-meanwhile')
        const happening = { ...plainly(event, on), refusalReason, note: note === '' ? null : note }
        await recordWithin(trx, parts, row, happening, { kind: 'person', person: who })
      })
      changed(id)
      return views.get(id, who)
    },

    async caseKeyOf(caseId) {
      const { key_slot: slot, number } = await keyedCase(caseId)
      return { slot, number }
    },

    async addresseeOf(caseId) {
      const row = await keyedCase(caseId)
      const requester = await views.requesterOf(row)
      if (requester === null) throw new Fault('vault-damaged', { part: 'requester' })
      const { number, kind, lane, state, arrived_on: arrivedOn, key_slot: slot } = row
      return { number, kind, lane, state, arrivedOn, slot, requester }
    },

    async letterSent(trx, { caseId, noticeId, event, on, refusalReason }, who) {
      const happening = { ...plainly(event, on), noticeId, refusalReason }
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
      views.forgetNames(caseId)
      changed(caseId)
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
      const { state } = await caseRow(db, caseId)
      if (state === 'wiped') return ['already-wiped']
      return state === 'finished' || state === 'wiping' ? [] : ['not-finished']
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
      await db.transaction((trx) => forgetRequester(trx, caseId))
      views.forgetNames(caseId)
    },

    canaries: async () => [],

    forget() {
      views.forgetNames()
      looks.clear()
    },
  }
}
