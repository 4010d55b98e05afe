// What the end of a letter's way is for its case: an answer that arrived, a form, a correction or an answer that came back.
import type { CaseEvent } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import type { DeliveryProof } from '../post.ts'
import type { CasedSheetKind } from './sheet-code.ts'

export type LetterEnd = 'delivered' | 'returned'

const answered = { delivered: 'answer-delivered', returned: 'answer-returned' } as const

const endings: Readonly<Partial<Record<CaseEvent, Readonly<Partial<Record<LetterEnd, CaseEvent>>>>>> = {
  'form-sent': { returned: 'form-returned' },
  'correction-sent': { returned: 'correction-returned' },
  'answer-sent': answered,
  'partial-answer-sent': answered,
  'nonexistence-sent': answered,
  'refusal-sent': answered,
  'reply-sent': answered,
}

/** A letter came to its end. `proof`: nobody saw it, this tells. */
export interface EndedLetter {
  noticeId: string
  end: LetterEnd
  on: CalendarDate
  proof: DeliveryProof | null
}

export interface LetterOfCase {
  event: CaseEvent
  noticeId: string | null
}

/**
 * The event that a letter's end is for its case; null when the case does not wait for this letter: it recorded nothing,
 * or another letter of its kind followed. `events` in the order in which they were recorded.
 */
export function eventOfEnd(events: readonly LetterOfCase[], noticeId: string, end: LetterEnd): CaseEvent | null {
  const sent = events.findLast((one) => one.noticeId === noticeId)
  const event = sent === undefined ? undefined : endings[sent.event]?.[end]
  return event !== undefined && letterEndedBy(events, event)?.noticeId === noticeId ? event : null
}

/** The letter whose end such an event tells, when it was made here; null for every other event. */
export function letterEndedBy(
  events: readonly LetterOfCase[],
  told: CaseEvent,
): { noticeId: string; end: LetterEnd } | null {
  for (const { event, noticeId } of [...events].reverse()) {
    const ends = endings[event]
    const end = ends?.delivered === told ? 'delivered' : ends?.returned === told ? 'returned' : null
    if (end !== null) return noticeId === null ? null : { noticeId, end }
  }
  return null
}

/** What the letters record that each sheet is enclosed in. */
const senders: Readonly<Partial<Record<CasedSheetKind, CaseEvent>>> = {
  'application-form': 'form-sent',
  'correction-form': 'correction-sent',
  'authority-form': 'correction-sent',
}

/** The letter that must have arrived, because the sheet that lay in it came back; null when it was not made here. */
export function letterProvenBy(events: readonly LetterOfCase[], sheet: CasedSheetKind): string | null {
  return events.findLast(({ event }) => event === senders[sheet])?.noticeId ?? null
}
