// Queries on what happened to posted letters. Events only grow until a wipe takes them; numbers stay sealed.
import { z } from 'zod'
import { dateSchema, instantSchema, type CalendarDate } from '../../shared/dates.ts'
import { unreachable } from '../../shared/faults.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import {
  addressCheckSchema,
  deliveryProofSchema,
  numberDigits,
  postServices,
  postServiceSchema,
  returnReasonSchema,
} from '../../shared/post.ts'
import type { PostHappening } from '../../shared/rules/posted-letter.ts'
import type { Database, Transaction } from '../db/index.ts'
import { keySlotSchema } from '../vault/index.ts'

const sealedSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const common = {
  id: idSchema,
  notice_id: idSchema,
  case_id: idSchema,
  /** Of the letter: its number is sealed under it. */
  key_slot: keySlotSchema,
  position: z.number().int(),
  happened_on: dateSchema,
  recorded_at: instantSchema,
  recorded_by: z.string(),
}
/** Of each event, what it does not tell. */
const nothing = {
  service: z.null(),
  tracking_number_sealed: z.null(),
  return_reason: z.null(),
  address_check: z.null(),
  delivery_proof: z.null(),
}
const postRowSchema = z.discriminatedUnion('event', [
  z.object({
    ...common,
    ...nothing,
    event: z.literal('dispatched'),
    service: postServiceSchema,
    tracking_number_sealed: sealedSchema.nullable(),
  }),
  z.object({
    ...common,
    ...nothing,
    event: z.literal('delivered'),
    delivery_proof: deliveryProofSchema.nullable(),
  }),
  z.object({ ...common, ...nothing, event: z.literal('returned'), return_reason: returnReasonSchema }),
  z.object({ ...common, ...nothing, event: z.literal('address-checked'), address_check: addressCheckSchema }),
])
export type PostRow = z.infer<typeof postRowSchema>

type Source = Database | Transaction

/** In the order in which they were recorded. */
export async function postRowsOf(db: Source, noticeId: string): Promise<PostRow[]> {
  return z.array(postRowSchema).parse(await db('post_events').where({ notice_id: noticeId }).orderBy('position'))
}

export async function postRowsOfCase(db: Source, caseId: string): Promise<PostRow[]> {
  return z
    .array(postRowSchema)
    .parse(await db('post_events').where({ case_id: caseId }).orderBy(['notice_id', 'position']))
}

/** The last event of each letter. */
function lastEvents(db: Source) {
  const last = db('post_events').groupBy('notice_id').select('notice_id').max({ position: 'position' }).as('last')
  return db('post_events as event')
    .join(last, (on) => on.on('event.notice_id', 'last.notice_id').andOn('event.position', 'last.position'))
    .select('event.notice_id')
}

async function postRowsAmong(db: Source, letters: ReturnType<typeof lastEvents>): Promise<PostRow[]> {
  const rows: unknown = await db('post_events')
    .whereIn('notice_id', letters)
    .orderBy(['recorded_at', 'notice_id', 'position'])
  return z.array(postRowSchema).parse(rows)
}

/** Everything about the letters that are on their way or came back; what is not traced counts from this day on alone. */
export function openPostRows(db: Source, untracedAfter: CalendarDate): Promise<PostRow[]> {
  const traced = postServices.filter((service) => numberDigits[service] !== null)
  const letters = lastEvents(db).where((open) => {
    void open
      .whereIn('event.event', ['returned', 'address-checked'])
      .orWhereIn('event.service', traced)
      .orWhere('event.happened_on', '>', untracedAfter)
  })
  return postRowsAmong(db, letters.whereNot('event.event', 'delivered'))
}

/** Everything about the letters that arrived or may have: the newest so many of them. */
export function endedPostRows(db: Source, limit: number): Promise<PostRow[]> {
  const letters = lastEvents(db).whereIn('event.event', ['dispatched', 'delivered'])
  return postRowsAmong(db, letters.orderBy('event.recorded_at', 'desc').limit(limit))
}

/** In the order in which they were recorded. */
export async function dispatchRowsOn(db: Source, on: string): Promise<Extract<PostRow, { event: 'dispatched' }>[]> {
  const found = db('post_events')
    .where({ event: 'dispatched', happened_on: on })
    .orderBy(['recorded_at', 'case_id', 'id'])
  const rows = z.array(postRowSchema).parse(await found)
  return rows.filter((row) => row.event === 'dispatched')
}

export async function postedIds(db: Source): Promise<Set<string>> {
  const rows: unknown = await db('post_events').distinct('notice_id')
  return new Set(
    z
      .array(z.object({ notice_id: idSchema }))
      .parse(rows)
      .map((row) => row.notice_id),
  )
}

const trackedRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  key_slot: keySlotSchema,
  tracking_number_sealed: sealedSchema,
})
export type TrackedRow = z.infer<typeof trackedRowSchema>

export async function trackedRows(db: Source): Promise<TrackedRow[]> {
  const columns = ['id', 'case_id', 'key_slot', 'tracking_number_sealed']
  return z.array(trackedRowSchema).parse(await db('post_events').whereNotNull('tracking_number_sealed').select(columns))
}

export async function addPostEvent(trx: Transaction, row: PostRow): Promise<void> {
  await trx('post_events').insert(row)
}

/** Repeatable. */
export async function removePostOfCase(db: Source, caseId: string): Promise<void> {
  await db('post_events').where({ case_id: caseId }).delete()
}

export function happeningOf(row: PostRow): PostHappening {
  const on = row.happened_on
  switch (row.event) {
    case 'dispatched':
      return { event: row.event, on, service: row.service }
    case 'returned':
      return { event: row.event, on, reason: row.return_reason }
    case 'address-checked':
      return { event: row.event, on, how: row.address_check }
    case 'delivered':
      return { event: row.event, on }
    default:
      return unreachable(row)
  }
}
