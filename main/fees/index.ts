// The fee of 開示: what came, as which money orders, how long they are good, and whether it is what is due.
import { randomUUID } from 'node:crypto'
import type { Obstacle, RequestKind } from '../../shared/cases.ts'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { Payment } from '../../shared/ipc/belongings.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { assessFee, moneyOrderYen, payableUntil, type FeeAssessment } from '../../shared/rules/fee.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import type { Pieces } from '../pieces/index.ts'
import { keyUnlessWiped, unlessLost, type CaseKeyOf, type KeySlot, type Vault } from '../vault/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import {
  addPayment,
  countPayments,
  forgetSerials,
  pageOfPayments,
  paymentsOfCase,
  paymentsOfPieces,
  type PaymentRow,
} from './store.ts'

export interface FeeParts {
  db: Database
  vault: Vault
  audit: Audit
  caseKeyOf: CaseKeyOf
  kindOf(caseId: string, source: Database | Transaction): Promise<RequestKind>
  numberOf(caseId: string): Promise<string>
  pieces: Pick<Pieces, 'addWithin' | 'stateOf' | 'heldMoneyOrders'>
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}

export interface Fees extends WipeHolder {
  ofCase(request: CallRequest<'fees.ofCase'>): Promise<CallAnswer<'fees.ofCase'>>
  /** Faults: not-found, wrong-stage, impossible-date, bad-request {field: 'amountYen' | 'issuedOn'}. */
  record(request: CallRequest<'fees.record'>, who: Person): Promise<CallAnswer<'fees.ofCase'>>
  ledger(request: CallRequest<'fees.ledger'>): Promise<CallAnswer<'fees.ledger'>>
  assess(caseId: string, source: Database | Transaction): Promise<FeeAssessment>
  obstaclesOf(caseId: string, source: Database | Transaction): Promise<readonly Obstacle[]>
  /** Issue date of the held money order that runs out first; null when none is held. Its clock stands on the case. */
  moneyOrderIssuedOn(caseId: string): Promise<CalendarDate | null>
  /** The same of every case that holds one: for the board and the lists. */
  moneyOrdersIssuedOn(): Promise<ReadonlyMap<string, CalendarDate>>
}

export function createFees(parts: FeeParts): Fees {
  const { db, vault, audit, caseKeyOf, kindOf, pieces, nameOf, now, today, emit } = parts
  const column = 'payments.serial'

  async function paymentOf(row: PaymentRow, slot: KeySlot | null): Promise<Payment> {
    const { serial_sealed: sealed } = row
    const { state, on } = await pieces.stateOf(row.piece_id)
    return {
      id: row.id,
      pieceId: row.piece_id,
      method: row.method,
      amountYen: row.amount_yen,
      serial:
        sealed === null || slot === null ? null : await unlessLost(vault.openColumn(slot, column, row.id, sealed)),
      issuedOn: row.issued_on,
      payableUntil: payableUntil({ method: row.method, issuedOn: row.issued_on }),
      receivedOn: row.received_on,
      state,
      settledOn: on,
      recordedBy: await nameOf(row.recorded_by),
    }
  }

  async function assess(caseId: string, source: Database | Transaction): Promise<FeeAssessment> {
    const payments = []
    for (const row of await paymentsOfCase(source, caseId)) {
      const { state } = await pieces.stateOf(row.piece_id, source)
      payments.push({ method: row.method, amountYen: row.amount_yen, issuedOn: row.issued_on, state })
    }
    return assessFee(await kindOf(caseId, source), payments, today())
  }

  async function ofCase(caseId: string): Promise<CallAnswer<'fees.ofCase'>> {
    const slot = await keyUnlessWiped(caseKeyOf, caseId)
    const rows = await paymentsOfCase(db, caseId)
    return {
      assessment: await assess(caseId, db),
      payments: await Promise.all(rows.map((row) => paymentOf(row, slot))),
    }
  }

  return {
    ofCase: ({ caseId }) => ofCase(caseId),

    async record({ caseId, method, amountYen, serial, issuedOn, receivedOn, envelopeId }, who) {
      refuseUnlike({ method, amountYen, issuedOn, receivedOn }, today())
      const { slot } = await caseKeyOf(caseId)
      const id = randomUUID()
      const isSealed = method === 'money-order' && serial !== null
      const sealed = isSealed ? await vault.sealColumn(slot, column, id, serial) : null
      await db.transaction(async (trx) => {
        const kind = method === 'money-order' ? 'money-order' : 'other'
        const pieceId = await pieces.addWithin(trx, { caseId, kind, arrivedOn: receivedOn, envelopeId })
        await addPayment(trx, {
          id,
          case_id: caseId,
          piece_id: pieceId,
          method,
          amount_yen: amountYen,
          serial_sealed: sealed,
          issued_on: method === 'money-order' ? issuedOn : null,
          received_on: receivedOn,
          recorded_at: now(),
          recorded_by: who.id,
        })
        const detail = { case: caseId, method, yen: amountYen, on: receivedOn }
        await audit.append('payment-recorded', { actor: who.id, subject: id, detail }, trx)
      })
      emit('cases.changed', { id: caseId })
      return ofCase(caseId)
    },

    async ledger(page) {
      const rows = []
      for (const row of await pageOfPayments(db, page)) {
        const slot = await keyUnlessWiped(caseKeyOf, row.case_id)
        rows.push({
          ...(await paymentOf(row, slot)),
          caseId: row.case_id,
          caseNumber: await parts.numberOf(row.case_id),
        })
      }
      return { total: await countPayments(db), rows }
    },

    assess,

    async obstaclesOf(caseId, source) {
      const { standing } = await assess(caseId, source)
      return standing === 'missing' || standing === 'short' ? ['fee-unsettled'] : []
    },

    async moneyOrderIssuedOn(caseId) {
      const held: CalendarDate[] = []
      for (const { piece_id: pieceId, issued_on: issuedOn } of await paymentsOfCase(db, caseId)) {
        if (issuedOn !== null && (await pieces.stateOf(pieceId)).state === 'held') held.push(issuedOn)
      }
      return held.toSorted()[0] ?? null
    },

    async moneyOrdersIssuedOn() {
      const first = new Map<string, CalendarDate>()
      for (const { case_id: caseId, issued_on: issuedOn } of await paymentsOfPieces(
        db,
        await pieces.heldMoneyOrders(),
      )) {
        const known = first.get(caseId)
        if (issuedOn !== null && (known === undefined || issuedOn < known)) first.set(caseId, issuedOn)
      }
      return first
    },

    blockers: async () => [],
    async holdings(caseId) {
      const sealed = (await paymentsOfCase(db, caseId)).filter((row) => row.serial_sealed !== null)
      return sealed.map(({ id }) => ({ kind: 'personal-columns', id, slot: null, objectId: null }))
    },
    removeRows: (caseId) => db.transaction((trx) => forgetSerials(trx, caseId)),
    canaries: async () => [],
  }
}

function refuseUnlike(
  {
    method,
    amountYen,
    issuedOn,
    receivedOn,
  }: Pick<PaymentRow, 'method'> & {
    amountYen: number
    issuedOn: CalendarDate | null
    receivedOn: CalendarDate
  },
  today: CalendarDate,
): void {
  if (receivedOn > today) {
    throw new Fault('impossible-date', {
      field: 'receivedOn',
      because: 'in-the-future',
      notBefore: '2017-12-01',
      notAfter: today,
    })
  }
  if (method !== 'money-order') return
  if (!moneyOrderYen.some((yen) => yen === amountYen)) throw new Fault('bad-request', { field: 'amountYen' })
  if (issuedOn === null) throw new Fault('bad-request', { field: 'issuedOn' })
  if (issuedOn > receivedOn) throw new Fault('impossible-date', { field: 'issuedOn', because: 'after-it-came' })
}
