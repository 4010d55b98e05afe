// What the guards of a case's course must know of its own events, as of a day.
import type { Posting } from '../cases.ts'
import type { CalendarDate } from '../dates.ts'
import { isOnHold, replay, type ClockedCase } from './case-replay.ts'
import {
  correctionWaitUntil,
  deliveryWaitUntil,
  formWaitUntil,
  gdprAnswerUntil,
  type ClockSettings,
} from './clock-lengths.ts'

export interface CourseFacts {
  /** More than an inquiry has come. */
  requestArrived: boolean
  /** The reminder of the wait that runs now is out. */
  reminded: boolean
  /** What is waited for should have come by now. */
  waitIsOver: boolean
  answerPosted: Posting | null
  /** The answer was taken as delivered, which a late return can disprove. */
  deliverySupposed: boolean
  extended: boolean
  extensionInTime: boolean
  onHold: boolean
}

export function courseFacts(matter: ClockedCase, settings: ClockSettings, on: CalendarDate): CourseFacts {
  const course = replay(matter.events)
  const { formWait, correction, delivery, arrival } = course
  const wait = [formWait, correction].find((one) => one !== null && one.endedOn === null) ?? null
  const isFormLate = formWait?.endedOn === null && formWaitUntil(formWait, settings) < on
  const isCorrectionLate = correction?.endedOn === null && correctionWaitUntil(correction, settings) < on
  const isDeliveryDue = delivery?.endedOn === null && deliveryWaitUntil(delivery.sentOn, settings) <= on
  return {
    requestArrived: arrival !== null,
    reminded: wait !== null && wait.remindedOn !== null,
    waitIsOver: isFormLate || isCorrectionLate || isDeliveryDue,
    answerPosted: delivery?.posted ?? null,
    deliverySupposed: course.finished?.event === 'answer-taken-as-delivered',
    extended: course.extendedOn !== null,
    // Art. 12(3) GDPR: the requester is told of an extension within one month of receipt.
    extensionInTime: matter.lane !== 'eu' || (arrival !== null && on <= gdprAnswerUntil(arrival.on)),
    onHold: isOnHold(course),
  }
}
