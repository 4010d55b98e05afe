// The clocks of a case: its events in, its dates out, each with the reasons it is that date. Always replayed, never patched.
import { trackOf, type CaseEvent, type Clock, type Deadline, type RequestKind, type Why } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import { addBusinessDays, addDays, addMonths, businessDaysBetween, daysBetween } from './calendar.ts'
import { isOnHold, replay, type ClockedCase, type Marked, type Replay, type Wait } from './case-replay.ts'
import {
  correctionWaitUntil,
  deliveryWaitUntil,
  formWaitUntil,
  gdprAnswerUntil,
  gdprExtendedMonths,
  gdprMonths,
  moneyOrderMonths,
  suitDays,
  type ClockSettings,
} from './clock-lengths.ts'
import { extended, holidayOn, length, rule, skippedDays, starts } from './why.ts'

export type { ClockedCase } from './case-replay.ts'
export type { ClockSettings } from './clock-lengths.ts'

/** Claims that art. 39 APPI speaks of (arts. 33, 34, 35); 利用目的の通知 (art. 32), 苦情 and 相談 are none. */
const suable: ReadonlySet<RequestKind> = new Set<RequestKind>([
  'disclosure',
  'third-party-record-disclosure',
  'correction',
  'addition',
  'deletion',
  'suspension',
  'erasure',
  'third-party-suspension',
])

/** Every clock that this case has, in the order of `clocks`. `today` only tells how long a stopped clock has stood. */
export function deadlinesOf(matter: ClockedCase, settings: ClockSettings, today: CalendarDate): Deadline[] {
  const course = replay(matter.events)
  const { arrival } = course
  return [
    formDispatch(course, settings),
    formReturn(course, settings),
    ...(arrival === null ? [] : answering(matter, course, arrival, settings, today)),
    correctionWait(course, settings),
    deliveryWait(course, settings),
    moneyOrder(matter, course),
    destruction(matter, course, settings),
    holdReview(course, settings),
  ].filter((deadline) => deadline !== null)
}

/** A deadline that the desk has to act on by a date and that still runs. Guides and other risks are only shown. */
export function isRunning(deadline: Deadline): deadline is Deadline & { due: CalendarDate } {
  return isPressing(deadline) && deadline.status === 'running' && deadline.due !== null
}

/** A money order that is about to lapse must be cashed or sent back: of the risks the only one that waits for the desk. */
export function isPressing({ kind, clock }: Pick<Deadline, 'kind' | 'clock'>): boolean {
  return kind === 'duty' || kind === 'wait' || clock === 'money-order'
}

/** The nearest deadline that still runs, or null. */
export function nextDeadline(deadlines: readonly Deadline[]): (Deadline & { due: CalendarDate }) | null {
  return deadlines
    .filter(isRunning)
    .reduce<(Deadline & { due: CalendarDate }) | null>(
      (nearest, deadline) => (nearest === null || deadline.due < nearest.due ? deadline : nearest),
      null,
    )
}

function answering(
  matter: ClockedCase,
  course: Replay,
  arrival: Marked,
  settings: ClockSettings,
  today: CalendarDate,
): Deadline[] {
  const deadlines = [answerTarget(course, arrival, settings, today), withoutDelay(matter, course, arrival, settings)]
  if (suable.has(matter.kind)) deadlines.push(suitPossible(course, arrival))
  if (matter.lane === 'eu') deadlines.push(gdprAnswer(course, arrival), gdprExtension(course, arrival))
  return deadlines
}

/** 必要に応じ窓口から所定の申請書を送付 (policy §12): the house says within how many business days. */
function formDispatch({ formOwed }: Replay, settings: ClockSettings): Deadline | null {
  if (formOwed === null) return null
  const count = settings.houseLengths.formDispatchBusinessDays
  const { date, skipped } = addBusinessDays(formOwed.since.on, count, settings)
  const why = [rule('policy-12'), starts(formOwed.since), length(count, 'business-days'), ...skippedDays(skipped)]
  return until('form-dispatch', 'duty', date, formOwed.doneOn, why)
}

function formReturn({ formWait }: Replay, settings: ClockSettings): Deadline | null {
  if (formWait === null) return null
  const { formReturnDays, formReminderDays } = settings.houseLengths
  const why = waitReasons(formWait, 'form-sent', formReturnDays, formReminderDays)
  return until('form-return', 'wait', formWaitUntil(formWait, settings), formWait.endedOn, why)
}

/**
 * House target in business days, stopped while a correction is out. Days count from the day after, for the pause as for
 * the arrival: the day the letter goes out still counts, the day the correction comes in does not. An extension adds days
 * to the count, so it does not matter whether it went out before, in or after a pause.
 */
function answerTarget(course: Replay, arrival: Marked, settings: ClockSettings, today: CalendarDate): Deadline {
  const { answerTargetBusinessDays: count, extensionBusinessDays: more } = settings.houseLengths
  const why: Why[] = [rule('house'), starts(arrival), length(count, 'business-days')]
  const isExtended = course.extendedOn !== null
  if (course.extendedOn !== null) why.push(extended(course.extendedOn, more, 'business-days'))
  const ended = course.pauses.filter((pause): pause is { from: CalendarDate; to: CalendarDate } => pause.to !== null)
  const counts =
    ended.length === 0 ? null : (day: CalendarDate): boolean => !ended.some(({ from, to }) => day > from && day <= to)
  const original = addBusinessDays(arrival.on, count, settings, counts)
  const { date, skipped } = isExtended ? addBusinessDays(arrival.on, count + more, settings, counts) : original
  const open = course.pauses.find(({ to }) => to === null)
  // A pause that began when the date had passed already does not make the case any less late.
  const isStopped = open !== undefined && open.from < date
  if (!isStopped) why.push(...skippedDays(skipped))
  for (const { from, to } of ended) {
    if (from < date) why.push({ input: 'paused', values: { from, to, days: businessDaysBetween(from, to, settings) } })
  }
  if (isStopped) {
    why.push({ input: 'still-paused', values: { from: open.from, days: Math.max(0, daysBetween(open.from, today)) } })
    return { clock: 'answer-target', kind: 'duty', due: null, originally: null, status: 'stopped', doneOn: null, why }
  }
  const originally = isExtended ? original.date : null
  return { ...until('answer-target', 'duty', date, course.settled?.on ?? null, why), originally }
}

/** 遅滞なく of APPI 32 to 35 names no days: a line that is shown, not enforced, and that nothing moves. */
function withoutDelay({ kind }: ClockedCase, course: Replay, arrival: Marked, settings: ClockSettings): Deadline {
  const count = settings.houseLengths.withoutDelayDays
  const why = [rule(trackOf(kind) === 'request' ? 'appi-33' : 'house'), starts(arrival), length(count, 'days')]
  return until('without-delay', 'guide', addDays(arrival.on, count), course.settled?.on ?? null, why)
}

/** Art. 39 APPI: `due` is the last day before a suit is possible; after a refusal it is possible at once. */
function suitPossible({ settled }: Replay, arrival: Marked): Deadline {
  const due = addDays(arrival.on, suitDays)
  const why = [rule('appi-39'), starts(arrival), length(suitDays, 'days')]
  if (settled?.event === 'refusal-sent' || settled?.event === 'partial-answer-sent') {
    why.push(starts(settled))
    return until('suit-possible', 'risk', settled.on < due ? settled.on : due, settled.on, why)
  }
  return until('suit-possible', 'risk', due, settled?.on ?? null, why)
}

/** Art. 12(3) GDPR: one month of receipt, or three in all when an extension went out in the first. No correction stops it. */
function gdprAnswer(course: Replay, arrival: Marked): Deadline {
  const isExtended = course.extendedOn !== null
  const original = gdprAnswerUntil(arrival.on)
  const due = isExtended ? gdprAnswerUntil(arrival.on, gdprExtendedMonths) : original
  const end = addMonths(arrival.on, isExtended ? gdprExtendedMonths : gdprMonths)
  const why = [rule('gdpr-12-3'), starts(arrival), length(gdprMonths, 'months')]
  if (course.extendedOn !== null) why.push(extended(course.extendedOn, gdprExtendedMonths - gdprMonths, 'months'))
  why.push(...rolled(end, due))
  return {
    ...until('gdpr-answer', 'duty', due, course.settled?.on ?? null, why),
    originally: isExtended ? original : null,
  }
}

/** The last day on which the requester can still be told of an extension. */
function gdprExtension(course: Replay, arrival: Marked): Deadline {
  const due = gdprAnswerUntil(arrival.on)
  const why = [rule('gdpr-12-3'), starts(arrival), length(gdprMonths, 'months')]
  why.push(...rolled(addMonths(arrival.on, gdprMonths), due))
  return until('gdpr-extension', 'guide', due, course.extendedOn ?? course.settled?.on ?? null, why)
}

function correctionWait({ correction }: Replay, settings: ClockSettings): Deadline | null {
  if (correction === null) return null
  const { correctionWaitDays, correctionReminderDays } = settings.houseLengths
  const why = waitReasons(correction, 'correction-sent', correctionWaitDays, correctionReminderDays)
  return until('correction-wait', 'wait', correctionWaitUntil(correction, settings), correction.endedOn, why)
}

/** Ordinary mail is taken as delivered after these days; registered mail should be looked up by then. */
function deliveryWait({ delivery }: Replay, settings: ClockSettings): Deadline | null {
  if (delivery === null) return null
  const { event, sentOn, endedOn } = delivery
  const why = [rule('house'), starts({ event, on: sentOn }), length(settings.houseLengths.deliveryWaitDays, 'days')]
  return until('delivery-wait', 'wait', deliveryWaitUntil(sentOn, settings), endedOn, why)
}

function moneyOrder({ moneyOrderIssuedOn: issuedOn }: ClockedCase, course: Replay): Deadline | null {
  if (issuedOn === undefined || issuedOn === null) return null
  const why: Why[] = [
    rule('money-order'),
    { input: 'starts', values: { event: 'money-order-issued', date: issuedOn } },
    length(moneyOrderMonths, 'months'),
  ]
  return until('money-order', 'risk', addMonths(issuedOn, moneyOrderMonths), course.wipedOn, why)
}

/**
 * 「回答が終わり次第、遅滞なく適切な方法で破棄」 (policy §12), with the house's number of business days; stopped by a hold and by
 * the asking for one, and counted anew from the day a hold was lifted.
 */
function destruction({ isHoldAsked = false }: ClockedCase, course: Replay, settings: ClockSettings): Deadline | null {
  const { finished, hold, wipedOn } = course
  if (finished === null) return null
  const count = settings.houseLengths.destructionBusinessDays
  const liftedOn = hold?.liftedOn ?? null
  const from: Marked = liftedOn !== null && liftedOn > finished.on ? { event: 'hold-lifted', on: liftedOn } : finished
  const why: Why[] = [rule('policy-12'), starts(from), length(count, 'business-days')]
  if (hold !== null && isOnHold(course)) why.push({ input: 'held', values: { from: hold.setOn } })
  else if (isHoldAsked && wipedOn === null) why.push({ input: 'hold-asked', values: {} })
  if (why.some(({ input }) => input === 'held' || input === 'hold-asked')) {
    return { clock: 'destruction', kind: 'duty', due: null, originally: null, status: 'stopped', doneOn: null, why }
  }
  const { date, skipped } = addBusinessDays(from.on, count, settings)
  return until('destruction', 'duty', date, wipedOn, [...why, ...skippedDays(skipped)])
}

function holdReview({ hold }: Replay, settings: ClockSettings): Deadline | null {
  if (hold === null) return null
  const count = settings.houseLengths.holdReviewDays
  const from: Marked =
    hold.reviewedOn === null ? { event: 'hold-set', on: hold.setOn } : { event: 'hold-reviewed', on: hold.reviewedOn }
  const why = [rule('house'), starts(from), length(count, 'days')]
  return until('hold-review', 'duty', addDays(from.on, count), hold.liftedOn, why)
}

function waitReasons({ sentOn, remindedOn }: Wait, event: CaseEvent, first: number, second: number): Why[] {
  return remindedOn === null
    ? [rule('house'), starts({ event, on: sentOn }), length(first, 'days')]
    : [
        rule('house'),
        starts({ event, on: sentOn }),
        { input: 'reminded', values: { date: remindedOn } },
        length(second, 'days'),
      ]
}

function rolled(end: CalendarDate, due: CalendarDate): Why[] {
  if (due === end) return []
  const why: Why[] = []
  for (let day = end; day < due; day = addDays(day, 1)) why.push(...holidayOn(day))
  return [...why, { input: 'rolled-forward', values: { from: end, to: due } }]
}

function until(
  clock: Clock,
  kind: Deadline['kind'],
  due: CalendarDate,
  doneOn: CalendarDate | null,
  why: Why[],
): Deadline {
  return { clock, kind, due, originally: null, status: doneOn === null ? 'running' : 'done', doneOn, why }
}
