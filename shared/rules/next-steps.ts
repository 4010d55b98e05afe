// The one or two steps that come next in a case: what a clerk sees first; the rest stands in a menu.
import type { CaseEvent, Deadline } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import { unreachable } from '../faults.ts'
import { possibleEvents, type Recorder, type Situation } from './case-states.ts'

/** Steps in the order in which they are sensible; only those that the person may record now are proposed. */
export function proposedEvents(
  situation: Situation,
  who: Recorder,
  deadlines: readonly Deadline[],
  today: CalendarDate,
): CaseEvent[] {
  const possible = new Set(possibleEvents(situation, who).map(({ event }) => event))
  const isPast = (clock: Deadline['clock']): boolean =>
    deadlines.some((one) => one.clock === clock && one.status === 'running' && one.due !== null && one.due <= today)
  return sensible(situation, isPast)
    .filter((event) => possible.has(event))
    .slice(0, 2)
}

function sensible(situation: Situation, isPast: (clock: Deadline['clock']) => boolean): CaseEvent[] {
  // Whether the hold is still needed is asked before anything else is done.
  if (isPast('hold-review')) return ['hold-reviewed', 'hold-lifted']
  return inCourse(situation, isPast)
}

function inCourse({ state, facts }: Situation, isPast: (clock: Deadline['clock']) => boolean): CaseEvent[] {
  switch (state) {
    case 'inquired':
      return ['form-sent', 'request-arrived']
    case 'awaiting-form':
      if (!isPast('form-return')) return ['request-arrived']
      return ['request-arrived', facts.reminded ? 'closed-unanswered' : 'form-reminder-sent']
    case 'received':
      return ['identity-verified', 'correction-sent']
    case 'awaiting-correction':
      if (!isPast('correction-wait')) return ['correction-arrived']
      return ['correction-arrived', facts.reminded ? 'refusal-sent' : 'correction-reminder-sent']
    case 'verified':
      return ['answer-sent', 'nonexistence-sent']
    case 'consulting':
      return ['reply-sent']
    case 'answered':
      if (facts.answerPosted === 'registered' || !isPast('delivery-wait'))
        return ['answer-delivered', 'answer-returned']
      return ['answer-taken-as-delivered', 'answer-returned']
    case 'finished':
      if (facts.onHold) return ['hold-lifted']
      return facts.obstacles.has('hold-asked') ? ['hold-set'] : []
    case 'wiping':
    case 'wiped':
      return []
    default:
      return unreachable(state)
  }
}
