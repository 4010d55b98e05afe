// What the clocks of a case depend on besides its own events, and what raises no version of it: a held money order, a hold that is asked for.
import type { CalendarDate } from '../../shared/dates.ts'
import { casesWithHoldAsked, isHoldAsked } from './approval-store.ts'
import type { CaseParts } from './parts.ts'

export interface Beside {
  /** Of the held money order that runs out first. */
  moneyOrderIssuedOn: CalendarDate | null
  isHoldAsked: boolean
}

export async function besideOf(
  { db, moneyOrderIssuedOn }: Pick<CaseParts, 'db' | 'moneyOrderIssuedOn'>,
  caseId: string,
): Promise<Beside> {
  return { moneyOrderIssuedOn: await moneyOrderIssuedOn(caseId), isHoldAsked: await isHoldAsked(db, caseId) }
}

/** The same of every case, read at once. */
export async function besideOfEach({
  db,
  moneyOrdersIssuedOn,
}: Pick<CaseParts, 'db' | 'moneyOrdersIssuedOn'>): Promise<(caseId: string) => Beside> {
  const orders = await moneyOrdersIssuedOn()
  const holds = await casesWithHoldAsked(db)
  return (caseId) => ({ moneyOrderIssuedOn: orders.get(caseId) ?? null, isHoldAsked: holds.has(caseId) })
}

export function isSame(one: Beside, other: Beside): boolean {
  return one.moneyOrderIssuedOn === other.moneyOrderIssuedOn && one.isHoldAsked === other.isHoldAsked
}
