// Where a posted letter stands: replayed from what happened to it, as of a day; and what may happen to it next.
import type { AddressCheck, PostEvent, PostService, PostStanding, ReturnReason } from '../post.ts'
import type { CalendarDate } from '../dates.ts'
import { unreachable } from '../faults.ts'
import { addDays } from './calendar.ts'
import { numberDigits } from '../post.ts'

export type PostHappening =
  | { event: 'dispatched'; on: CalendarDate; service: PostService }
  | { event: 'delivered'; on: CalendarDate }
  | { event: 'returned'; on: CalendarDate; reason: ReturnReason }
  | { event: 'address-checked'; on: CalendarDate; how: AddressCheck }

/** The last dispatch of a letter and what became of it. A letter that came back may go out again. */
export interface Posted {
  dispatches: number
  dispatchedOn: CalendarDate
  service: PostService
  deliveredOn: CalendarDate | null
  returned: { on: CalendarDate; reason: ReturnReason } | null
  addressChecked: { on: CalendarDate; how: AddressCheck } | null
}

/** Null: it was never posted. `happenings` in the order in which they were recorded. */
export function replayPost(happenings: readonly PostHappening[]): Posted | null {
  return happenings.reduce<Posted | null>((posted, happening) => {
    if (happening.event === 'dispatched') {
      const { on: dispatchedOn, service } = happening
      const dispatches = (posted?.dispatches ?? 0) + 1
      return { dispatches, dispatchedOn, service, deliveredOn: null, returned: null, addressChecked: null }
    }
    return posted === null ? null : after(posted, happening)
  }, null)
}

function after(posted: Posted, happening: Exclude<PostHappening, { event: 'dispatched' }>): Posted {
  switch (happening.event) {
    case 'delivered':
      return { ...posted, deliveredOn: happening.on }
    case 'returned':
      return { ...posted, returned: { on: happening.on, reason: happening.reason } }
    case 'address-checked':
      return { ...posted, addressChecked: { on: happening.on, how: happening.how } }
    default:
      return unreachable(happening)
  }
}

/** `waitDays`: after which a letter would have come back, or its delivery have been seen. */
export function standingOf(posted: Posted | null, waitDays: number, today: CalendarDate): PostStanding {
  if (posted === null) return 'unposted'
  if (posted.returned !== null) return 'returned'
  if (posted.deliveredOn !== null) return 'delivered'
  if (addDays(posted.dispatchedOn, waitDays) > today) return 'out'
  return numberDigits[posted.service] === null ? 'supposed' : 'overdue'
}

export const postRefusals = [
  'not-posted',
  'posted-already',
  'delivered-already',
  'returned-already',
  'not-returned',
  'address-unchecked',
] as const
export type PostRefusal = (typeof postRefusals)[number]

/** Why this cannot happen to the letter now; null: it can. */
export function postRefused(posted: Posted | null, event: PostEvent): PostRefusal | null {
  if (posted === null) return event === 'dispatched' ? null : 'not-posted'
  const { returned, deliveredOn, addressChecked } = posted
  switch (event) {
    case 'dispatched':
      if (returned === null) return 'posted-already'
      // What came back from an address does not go there again before somebody looked whether it is right.
      return addressChecked === null ? 'address-unchecked' : null
    case 'delivered':
    case 'returned':
      if (returned !== null) return 'returned-already'
      return deliveredOn === null ? null : 'delivered-already'
    case 'address-checked':
      return returned === null ? 'not-returned' : null
    default:
      return unreachable(event)
  }
}
