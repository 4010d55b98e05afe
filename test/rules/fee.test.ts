// The fee of 開示: what is due, what a money order is worth on a day, what short and over mean.
import { expect, it } from 'vitest'
import { requestKinds } from '../../shared/cases.ts'
import { assessFee, feeOf, isExpired, payableUntil, type Payment } from '../../shared/rules/fee.ts'

const today = '2026-11-24'
const order = (over: Partial<Payment> = {}): Payment => ({
  method: 'money-order',
  amountYen: 1000,
  issuedOn: '2026-11-01',
  state: 'held',
  ...over,
})

it('is due for 開示 alone', () => {
  expect(requestKinds.filter((kind) => feeOf(kind) > 0)).toEqual(['disclosure'])
})

it.each([
  ['disclosure', [], 'missing', 0],
  ['disclosure', [order()], 'exact', 1000],
  ['disclosure', [order({ amountYen: 750 })], 'short', 750],
  ['disclosure', [order({ amountYen: 750 }), order({ amountYen: 250 })], 'exact', 1000],
  ['disclosure', [order(), order({ amountYen: 50 })], 'over', 1050],
  ['disclosure', [order({ state: 'returned' })], 'missing', 0],
  ['disclosure', [order({ state: 'not-received' })], 'missing', 0],
  ['disclosure', [order({ issuedOn: '2026-05-24' })], 'exact', 1000],
  ['disclosure', [order({ issuedOn: '2026-05-23' })], 'missing', 0],
  ['disclosure', [order({ issuedOn: '2026-05-23', state: 'handed-over' })], 'exact', 1000],
  ['disclosure', [order({ method: 'cash', issuedOn: null })], 'exact', 1000],
  ['correction', [], 'not-needed', 0],
  ['correction', [order()], 'not-due', 1000],
  ['correction', [order({ state: 'returned' })], 'not-needed', 0],
] as const)('%s with %j is %s', (kind, payments, standing, receivedYen) => {
  expect(assessFee(kind, payments, today)).toEqual({ standing, dueYen: feeOf(kind), receivedYen })
})

it.each([
  ['2026-11-24', '2027-05-24'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-29', '2028-02-29'],
])('a money order of %s is paid out until %s', (issuedOn, until) => {
  expect(payableUntil(order({ issuedOn }))).toBe(until)
  expect(isExpired(order({ issuedOn }), until)).toBe(false)
})
