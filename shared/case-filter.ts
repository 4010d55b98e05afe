// What narrows the list of cases down, and the views that a person keeps of it: closed words and dates only, never what was searched for.
import { z } from 'zod'
import { caseStateSchema, laneSchema, requestKindSchema } from './cases.ts'
import { dateSchema } from './dates.ts'
import { lineSchema } from './typed-text.ts'

export const caseFilterSchema = z.object({
  /** Empty: whatever the state. The same for kinds and lanes. */
  states: z.array(caseStateSchema),
  kinds: z.array(requestKindSchema),
  lanes: z.array(laneSchema),
  /** By the request's arrival, or the inquiry's while there is no request. */
  from: dateSchema.nullable(),
  to: dateSchema.nullable(),
  overdue: z.boolean(),
  /** The rows that are left of wiped cases as well. */
  wiped: z.boolean(),
})
export type CaseFilter = z.infer<typeof caseFilterSchema>

export const everyOpenCase: CaseFilter = {
  states: [],
  kinds: [],
  lanes: [],
  from: null,
  to: null,
  overdue: false,
  wiped: false,
}

export const caseViewSchema = z.object({
  id: z.uuid(),
  name: lineSchema({ min: 1, max: 30 }),
  filter: caseFilterSchema,
})
export type CaseView = z.infer<typeof caseViewSchema>
