// Calendar dates and instants as they cross every border of the app: text, checked, never a Date object.
import { z } from 'zod'

/** A calendar date in Japan, `YYYY-MM-DD`. Dates that do not exist (2026-02-30) are refused. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => {
    const parsed = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
  })
export type CalendarDate = z.infer<typeof dateSchema>

/** An instant, ISO 8601 in UTC with milliseconds: only for records of when something was done, never for deadlines. */
export const instantSchema = z.iso.datetime()
export type Instant = z.infer<typeof instantSchema>
