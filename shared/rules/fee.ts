// The fee of 開示: what is due, what a money order is worth on a day, and whether what came is right.
import type { FeeStanding, PaymentMethod } from '../belongings.ts'
import type { RequestKind } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import type { PieceState } from '../pieces.ts'
import { addMonths } from './calendar.ts'

/** Policy §12: 「個人情報の開示についての手数料は1回のお求めにつき 1,000円」; no other request costs anything. */
export const disclosureFeeYen = 1000

/** The amounts in which 定額小為替 are issued (ゆうちょ銀行). */
export const moneyOrderYen = [50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 750, 1000] as const

/** 定額小為替 are paid out within six months of their issue. */
const moneyOrderMonths = 6

export interface Payment {
  method: PaymentMethod
  amountYen: number
  issuedOn: CalendarDate | null
  /** Of the money order's paper: what was sent back is not received. */
  state: PieceState
}

export function feeOf(kind: RequestKind): number {
  return kind === 'disclosure' ? disclosureFeeYen : 0
}

/** The last day on which a money order is paid out; null for cash. */
export function payableUntil({ method, issuedOn }: Pick<Payment, 'method' | 'issuedOn'>): CalendarDate | null {
  return method === 'money-order' && issuedOn !== null ? addMonths(issuedOn, moneyOrderMonths) : null
}

/** A held money order past its day; one that was cashed in time is money. */
export function isExpired(payment: Payment, on: CalendarDate): boolean {
  const until = payableUntil(payment)
  return payment.state === 'held' && until !== null && until < on
}

export interface FeeAssessment {
  standing: FeeStanding
  dueYen: number
  receivedYen: number
}

export function assessFee(kind: RequestKind, payments: readonly Payment[], on: CalendarDate): FeeAssessment {
  const dueYen = feeOf(kind)
  const receivedYen = payments
    .filter((payment) => (payment.state === 'held' || payment.state === 'handed-over') && !isExpired(payment, on))
    .reduce((sum, { amountYen }) => sum + amountYen, 0)
  return { standing: standingOf(dueYen, receivedYen), dueYen, receivedYen }
}

function standingOf(dueYen: number, receivedYen: number): FeeStanding {
  if (dueYen === 0) return receivedYen === 0 ? 'not-needed' : 'not-due'
  if (receivedYen === 0) return 'missing'
  if (receivedYen === dueYen) return 'exact'
  return receivedYen < dueYen ? 'short' : 'over'
}
