// How a piece of paper may end: which ends its kind allows, on which days, before which two people.
import type { CalendarDate } from '../dates.ts'
import type { PieceKind, PieceState, SettledState } from '../pieces.ts'

/** A money order is money: it goes back or is cashed, and is never destroyed. Everything else goes back or is destroyed. */
export function settledStatesOf(kind: PieceKind): readonly SettledState[] {
  return kind === 'money-order'
    ? ['returned', 'handed-over', 'not-received']
    : ['returned', 'destroyed', 'not-received']
}

export type Settlement =
  | { kind: 'possible' }
  | {
      kind: 'refused'
      because: 'settled-before' | 'not-for-this-kind' | 'same-person' | 'in-the-future' | 'before-it-came'
    }

/** Policy §12 「遅滞なく適切な方法で破棄」: two people see the paper go, not before it came and not after today. */
export function checkSettlement(
  piece: { kind: PieceKind; state: PieceState; arrivedOn: CalendarDate },
  settled: { state: SettledState; on: CalendarDate; initials: readonly [string, string] },
  today: CalendarDate,
): Settlement {
  if (piece.state !== 'held') return { kind: 'refused', because: 'settled-before' }
  if (!settledStatesOf(piece.kind).includes(settled.state)) return { kind: 'refused', because: 'not-for-this-kind' }
  if (isSamePerson(settled.initials)) return { kind: 'refused', because: 'same-person' }
  if (settled.on > today) return { kind: 'refused', because: 'in-the-future' }
  if (settled.on < piece.arrivedOn) return { kind: 'refused', because: 'before-it-came' }
  return { kind: 'possible' }
}

/** `H.K`, `hk` and full-width `ＨＫ` are one person's initials. */
export function isSamePerson([first, second]: readonly [string, string]): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/[\s.・･]/gu, '')
      .toLowerCase()
  return plain(first) === plain(second)
}
