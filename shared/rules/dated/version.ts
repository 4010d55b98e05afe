// One version of a dated rule: what holds from a day on, who last checked it and where; and which version holds on a day.
import { z } from 'zod'
import { dateSchema, instantSchema, type CalendarDate } from '../../dates.ts'
import { addMonths } from '../calendar.ts'
import { lineSchema } from '../../typed-text.ts'

/** What stands beside every rule, whatever it says. */
export const provenanceSchema = z.object({
  validFrom: dateSchema,
  /** The day on which somebody last compared it with its source. */
  checkedOn: dateSchema,
  source: lineSchema({ min: 1, max: 300 }),
  /** False (未確認): the company's counsel has yet to confirm it before a letter quotes it. */
  confirmed: z.boolean(),
})

/** How a version came to be. A shipped one comes with the app; the desk's own is never edited, only followed by another. */
export const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shipped') }),
  z.object({
    kind: z.literal('desk'),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    /** Taken back before it came into force; kept for the record, holds on no day. */
    withdrawnAt: instantSchema.nullable(),
  }),
])

/** How a shipped version stands in its table: its id never changes, so that a check of it stays its own. */
export function shippedAs<Table extends string>(table: Table, entry: string, validFrom: CalendarDate) {
  return { id: `${table}/${entry}/${validFrom}`, table, origin: { kind: 'shipped' as const } }
}

export interface Dated {
  validFrom: CalendarDate
  checkedOn: CalendarDate
  origin: z.infer<typeof originSchema>
}

/**
 * The version in force on a day, or null before the first. Of two from the same day the one further down the list holds:
 * the desk's after the shipped one, the later recorded after the earlier.
 */
export function versionOn<Version extends Dated>(versions: readonly Version[], on: CalendarDate): Version | null {
  return versions
    .filter((version) => version.validFrom <= on && !isWithdrawn(version))
    .reduce<Version | null>(
      (latest, version) => (latest === null || version.validFrom >= latest.validFrom ? version : latest),
      null,
    )
}

export function isWithdrawn({ origin }: Pick<Dated, 'origin'>): boolean {
  return origin.kind === 'desk' && origin.withdrawnAt !== null
}

/** Laws are checked once a year: the day from which a version has waited too long. */
export function reviewDueOn({ checkedOn }: Pick<Dated, 'checkedOn'>): CalendarDate {
  return addMonths(checkedOn, 12)
}

export function isReviewDue(version: Pick<Dated, 'checkedOn'>, today: CalendarDate): boolean {
  return reviewDueOn(version) <= today
}
