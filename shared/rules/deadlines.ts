// The clocks of a case: its events in, its dates out, each with the reasons it is that date. Always replayed, never patched.
import type { CaseEvent, Deadline, Lane, RequestKind, Why } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import { unreachable } from '../faults.ts'
import type { DeskSettings } from '../settings.ts'
import {
  addBusinessDays,
  addDays,
  addMonths,
  businessDaysBetween,
  daysBetween,
  holidayName,
  isWorkingDay,
  rollForward,
} from './calendar.ts'

/** What the clocks of a case depend on. `events` in the order in which they happened. */
export interface ClockedCase {
  kind: RequestKind
  lane: Lane
  /** The request's arrival: day 0 of every clock that starts with it. */
  arrivedOn: CalendarDate
  events: readonly { event: CaseEvent; on: CalendarDate }[]
}

export type ClockSettings = Pick<DeskSettings, 'houseLengths' | 'closingDays'>

/** Art. 39 APPI: two weeks after the request's arrival a suit may follow. */
const suitDays = 14
/** Art. 12(3) GDPR: one month of receipt. */
const gdprMonths = 1

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

interface Pause {
  from: CalendarDate
  /** null while the correction is still out. */
  to: CalendarDate | null
}

/** What the events amount to. */
interface Course {
  pauses: Pause[]
  correction: { sentOn: CalendarDate; endedOn: CalendarDate | null } | null
  /** The answer, refusal or withdrawal that stops the clocks of answering. */
  settled: { event: CaseEvent; on: CalendarDate } | null
  finished: { event: CaseEvent; on: CalendarDate } | null
  wipedOn: CalendarDate | null
}

/** Every clock that this case has, in the order of `clocks`. `today` only tells how long a stopped clock has stood. */
export function deadlinesOf(matter: ClockedCase, settings: ClockSettings, today: CalendarDate): Deadline[] {
  const course = replay(matter.events)
  const deadlines = [answerTarget(matter, course, settings, today), withoutDelay(matter, course, settings)]
  if (suable.has(matter.kind)) deadlines.push(suitPossible(matter, course))
  if (matter.lane === 'eu') deadlines.push(gdprAnswer(matter, course))
  if (course.correction !== null) deadlines.push(correctionWait(course.correction, settings))
  if (course.finished !== null) deadlines.push(destruction(course.finished, course.wipedOn, settings))
  return deadlines
}

/** The day by which a correction that is posted on `sentOn` should be back; the letter prints it. */
export function correctionWaitUntil(sentOn: CalendarDate, settings: ClockSettings): CalendarDate {
  return addDays(sentOn, settings.houseLengths.correctionWaitDays)
}

/** A duty or wait that still runs: what the desk has to act on by a date. Guides and risks are only shown. */
export function isRunning(deadline: Deadline): deadline is Deadline & { due: CalendarDate } {
  return (
    (deadline.kind === 'duty' || deadline.kind === 'wait') && deadline.status === 'running' && deadline.due !== null
  )
}

/** The nearest duty or wait that still runs, or null. */
export function nextDeadline(deadlines: readonly Deadline[]): (Deadline & { due: CalendarDate }) | null {
  return deadlines
    .filter(isRunning)
    .reduce<(Deadline & { due: CalendarDate }) | null>(
      (nearest, deadline) => (nearest === null || deadline.due < nearest.due ? deadline : nearest),
      null,
    )
}

function replay(events: ClockedCase['events']): Course {
  const course: Course = { pauses: [], correction: null, settled: null, finished: null, wipedOn: null }
  for (const { event, on } of events) {
    switch (event) {
      case 'correction-sent':
        // A second letter while the first is out restarts the wait; the clock has been standing since the first.
        course.correction = { sentOn: on, endedOn: null }
        if (course.pauses.at(-1)?.to !== null) course.pauses.push({ from: on, to: null })
        break
      case 'correction-arrived':
        endPause(course, on)
        break
      case 'answer-sent':
      case 'refusal-sent':
        endPause(course, on)
        course.settled = { event, on }
        break
      case 'answer-returned':
        // The requester has no answer: the clock goes on as if none had been posted.
        course.settled = null
        break
      case 'answer-delivered':
        course.finished = { event, on }
        break
      case 'withdrawn':
        endPause(course, on)
        course.settled = { event, on }
        course.finished = { event, on }
        break
      case 'wipe-finished':
        course.wipedOn = on
        break
      case 'opened':
      case 'identity-verified':
      case 'wipe-started':
        break
      default:
        unreachable(event)
    }
  }
  return course
}

function endPause(course: Course, on: CalendarDate): void {
  const pause = course.pauses.at(-1)
  if (pause !== undefined && pause.to === null) pause.to = on
  if (course.correction !== null && course.correction.endedOn === null) course.correction.endedOn = on
}

/**
 * House target in business days, stopped while a correction is out. Days count from the day after, for the pause as for
 * the arrival: the day the letter goes out still counts, the day the correction comes in does not.
 */
function answerTarget(matter: ClockedCase, course: Course, settings: ClockSettings, today: CalendarDate): Deadline {
  const count = settings.houseLengths.answerTargetBusinessDays
  const why: Why[] = [
    rule('house'),
    starts('opened', matter.arrivedOn),
    { input: 'length', values: { count, unit: 'business-days' } },
  ]
  const ended = course.pauses.filter((pause): pause is { from: CalendarDate; to: CalendarDate } => pause.to !== null)
  const { date, skipped } = addBusinessDays(
    matter.arrivedOn,
    count,
    settings,
    (day) => !ended.some(({ from, to }) => day > from && day <= to),
  )
  const open = course.pauses.find(({ to }) => to === null)
  // A pause that began when the date had passed already does not make the case any less late.
  const isStopped = open !== undefined && open.from < date
  if (!isStopped) why.push(...skippedDays(skipped))
  for (const { from, to } of ended) {
    if (from < date) why.push({ input: 'paused', values: { from, to, days: businessDaysBetween(from, to, settings) } })
  }
  if (isStopped) {
    why.push({ input: 'still-paused', values: { from: open.from, days: Math.max(0, daysBetween(open.from, today)) } })
    return { clock: 'answer-target', kind: 'duty', due: null, status: 'stopped', doneOn: null, why }
  }
  return { clock: 'answer-target', kind: 'duty', due: date, ...progress(course.settled?.on ?? null), why }
}

/** 遅滞なく of APPI 32 to 35 names no days: a line that is shown, not enforced, and that no correction moves. */
function withoutDelay(matter: ClockedCase, course: Course, settings: ClockSettings): Deadline {
  const count = settings.houseLengths.withoutDelayDays
  const isRequest = matter.kind !== 'complaint' && matter.kind !== 'consultation'
  return {
    clock: 'without-delay',
    kind: 'guide',
    due: addDays(matter.arrivedOn, count),
    ...progress(course.settled?.on ?? null),
    why: [
      rule(isRequest ? 'appi-33' : 'house'),
      starts('opened', matter.arrivedOn),
      { input: 'length', values: { count, unit: 'days' } },
    ],
  }
}

/** Art. 39 APPI: `due` is the last day before a suit is possible; after a refusal it is possible at once. */
function suitPossible(matter: ClockedCase, course: Course): Deadline {
  const due = addDays(matter.arrivedOn, suitDays)
  const why = [
    rule('appi-39'),
    starts('opened', matter.arrivedOn),
    { input: 'length', values: { count: suitDays, unit: 'days' } } satisfies Why,
  ]
  const { settled } = course
  if (settled?.event === 'refusal-sent') {
    why.push(starts('refusal-sent', settled.on))
    return {
      clock: 'suit-possible',
      kind: 'risk',
      due: settled.on < due ? settled.on : due,
      ...progress(settled.on),
      why,
    }
  }
  return { clock: 'suit-possible', kind: 'risk', due, ...progress(settled?.on ?? null), why }
}

/**
 * Art. 12(3) GDPR, one month of receipt; reckoned after Regulation 1182/71 art. 3: from the day after, to the same date
 * or the month's last, and over Saturdays, Sundays and public holidays to the next working day.
 */
function gdprAnswer(matter: ClockedCase, course: Course): Deadline {
  const end = addMonths(matter.arrivedOn, gdprMonths)
  const due = rollForward(end)
  const why = [
    rule('gdpr-12-3'),
    starts('opened', matter.arrivedOn),
    { input: 'length', values: { count: gdprMonths, unit: 'months' } } satisfies Why,
  ]
  if (due !== end) {
    for (let day = end; day < due; day = addDays(day, 1)) why.push(...holidayOn(day))
    why.push({ input: 'rolled-forward', values: { from: end, to: due } })
  }
  return { clock: 'gdpr-answer', kind: 'duty', due, ...progress(course.settled?.on ?? null), why }
}

function correctionWait({ sentOn, endedOn }: NonNullable<Course['correction']>, settings: ClockSettings): Deadline {
  const count = settings.houseLengths.correctionWaitDays
  return {
    clock: 'correction-wait',
    kind: 'wait',
    due: correctionWaitUntil(sentOn, settings),
    ...progress(endedOn),
    why: [rule('house'), starts('correction-sent', sentOn), { input: 'length', values: { count, unit: 'days' } }],
  }
}

/** 「回答が終わり次第、遅滞なく適切な方法で破棄」 (policy §12), with the house's number of business days. */
function destruction(
  finished: NonNullable<Course['finished']>,
  wipedOn: CalendarDate | null,
  settings: ClockSettings,
): Deadline {
  const count = settings.houseLengths.destructionBusinessDays
  const { date, skipped } = addBusinessDays(finished.on, count, settings)
  return {
    clock: 'destruction',
    kind: 'duty',
    due: date,
    ...progress(wipedOn),
    why: [
      rule('policy-12'),
      starts(finished.event, finished.on),
      { input: 'length', values: { count, unit: 'business-days' } },
      ...skippedDays(skipped),
    ],
  }
}

function progress(doneOn: CalendarDate | null): Pick<Deadline, 'status' | 'doneOn'> {
  return { status: doneOn === null ? 'running' : 'done', doneOn }
}

function rule(id: 'house' | 'appi-33' | 'appi-39' | 'gdpr-12-3' | 'policy-12'): Why {
  return { input: 'rule', values: { id } }
}

function starts(event: CaseEvent, date: CalendarDate): Why {
  return { input: 'starts', values: { event, date } }
}

/** How many days were no business days, and the national holidays among them by name. */
function skippedDays(skipped: readonly CalendarDate[]): Why[] {
  if (skipped.length === 0) return []
  const closed = skipped.filter(isWorkingDay).length
  return [{ input: 'skipped', values: { count: skipped.length, closingDays: closed } }, ...skipped.flatMap(holidayOn)]
}

function holidayOn(date: CalendarDate): Why[] {
  const name = holidayName(date)
  return name === null ? [] : [{ input: 'holiday', values: { date, name } }]
}
