// How far each wait and statutory line reaches: the arithmetic that clocks, guards and letters share.
import type { z } from 'zod'
import type { CalendarDate } from '../dates.ts'
import type { clockSettingsSchema } from '../settings.ts'
import { addDays, addMonths, rollForward } from './calendar.ts'
import type { Wait } from './case-replay.ts'

export type ClockSettings = z.infer<typeof clockSettingsSchema>

/** Art. 39 APPI: two weeks after the request's arrival a suit may follow. */
export const suitDays = 14
/** Art. 12(3) GDPR: one month of receipt; two further months when it was extended. */
export const gdprMonths = 1
export const gdprExtendedMonths = 3
/** A 定額小為替 is paid out for six months from its issue. */
export const moneyOrderMonths = 6

export function formWaitUntil({ sentOn, remindedOn }: Omit<Wait, 'endedOn'>, settings: ClockSettings): CalendarDate {
  const { formReturnDays, formReminderDays } = settings.houseLengths
  return remindedOn === null ? addDays(sentOn, formReturnDays) : addDays(remindedOn, formReminderDays)
}

/** The day by which a correction should be back; the letter that asks for it prints that day. */
export function correctionWaitUntil(
  { sentOn, remindedOn }: Omit<Wait, 'endedOn'>,
  settings: ClockSettings,
): CalendarDate {
  const { correctionWaitDays, correctionReminderDays } = settings.houseLengths
  return remindedOn === null ? addDays(sentOn, correctionWaitDays) : addDays(remindedOn, correctionReminderDays)
}

/** The day on which a letter that did not come back is taken as delivered. */
export function deliveryWaitUntil(sentOn: CalendarDate, settings: ClockSettings): CalendarDate {
  return addDays(sentOn, settings.houseLengths.deliveryWaitDays)
}

/**
 * Reckoned after Regulation 1182/71 art. 3: from the day after, to the same date or the month's last, and over Saturdays,
 * Sundays and public holidays to the next working day. No length of the house and no closing day moves it.
 */
export function gdprAnswerUntil(arrivedOn: CalendarDate, months = gdprMonths): CalendarDate {
  return rollForward(addMonths(arrivedOn, months))
}
