// What crosses about the post: sheets for the scanner, the check of an envelope, letters on their way, codes that are scanned.
import { z } from 'zod'
import { dateSchema } from '../dates.ts'
import { letterKindSchema } from '../letters.ts'
import { linesSchema } from '../typed-text.ts'
import {
  addressCheckSchema,
  deliveryProofSchema,
  postServiceSchema,
  postStandingSchema,
  returnReasonSchema,
} from '../post.ts'

export const deskSheetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('separator') }),
  z.object({ kind: z.literal('cover'), caseId: z.uuid() }),
])
export type DeskSheet = z.infer<typeof deskSheetSchema>

export const envelopeCheckSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('match') }),
  /** `piece`: which of the typed codes is another envelope's or none, from 1. */
  z.object({ kind: z.literal('mismatch'), piece: z.number().int().positive() }),
])

/** Why a scanned code leads to no case. */
export const nowhere = ['no-code', 'damaged', 'foreign-desk', 'separator', 'unknown'] as const
export const nowhereSchema = z.enum(nowhere)
export type Nowhere = z.infer<typeof nowhereSchema>

/** A letter in the post: its last dispatch, and what became of it. */
export const letterInPostSchema = z.object({
  standing: postStandingSchema,
  /** How often it went out. */
  dispatches: z.number().int(),
  dispatchedOn: dateSchema,
  service: postServiceSchema,
  trackingNumber: z.string().nullable(),
  deliveredOn: dateSchema.nullable(),
  /** Null when a person recorded it. */
  deliveryProof: deliveryProofSchema.nullable(),
  returnedOn: dateSchema.nullable(),
  returnReason: returnReasonSchema.nullable(),
  addressCheckedOn: dateSchema.nullable(),
})
export type LetterInPost = z.infer<typeof letterInPostSchema>

const letterId = { id: z.uuid() }
const posted = z.object({})

/** What happens to letters in the post, one call each. `id`: of the notice. */
export const postCalls = {
  'post.dispatch': {
    request: z.object({
      ...letterId,
      on: dateSchema,
      service: postServiceSchema,
      /** As typed or scanned; null for what is not traced. */
      trackingNumber: z.string().max(20).nullable(),
    }),
    answer: posted,
  },
  /** A letter that is addressed to somebody else than the requester waits for a second person. */
  'post.askOtherAddress': {
    request: z.object({ ...letterId, reason: linesSchema({ min: 2, max: 500 }) }),
    answer: posted,
  },
  'post.recordDelivery': { request: z.object({ ...letterId, on: dateSchema }), answer: posted },
  'post.recordReturn': {
    request: z.object({ ...letterId, on: dateSchema, reason: returnReasonSchema }),
    answer: posted,
  },
  /** The address on a returned letter was looked at again and found right: the letter may go out anew. */
  'post.recordAddressCheck': { request: z.object({ ...letterId, how: addressCheckSchema }), answer: posted },
  /** `open`: out, overdue and come back, oldest first. `ended`: the last that arrived, or are supposed to have. */
  'post.sent': {
    request: z.object({ which: z.enum(['open', 'ended']) }),
    answer: z.object({
      rows: z.array(
        z.object({
          noticeId: z.uuid(),
          caseId: z.uuid(),
          caseNumber: z.string(),
          kind: letterKindSchema,
          recipientName: z.string().nullable(),
          post: letterInPostSchema,
        }),
      ),
    }),
  },
  /** What went out on a day, in the order in which it was recorded. `id`: of the dispatch. */
  'post.book': {
    request: z.object({ on: dateSchema }),
    answer: z.object({
      rows: z.array(
        z.object({
          ...letterId,
          caseNumber: z.string(),
          kind: letterKindSchema,
          recipientName: z.string().nullable(),
          service: postServiceSchema,
          trackingNumber: z.string().nullable(),
        }),
      ),
    }),
  },
  'post.printBook': { request: z.object({ on: dateSchema, printer: z.string().min(1) }), answer: posted },
  'post.saveBook': {
    request: z.object({ on: dateSchema, as: z.enum(['pdf', 'csv']) }),
    answer: z.object({ kind: z.enum(['saved', 'cancelled']) }),
  },
  /** Which case a scanned code belongs to: a sheet's, a case's, an envelope's, or a number of the post. */
  'post.find': {
    request: z.object({ code: z.string().trim().min(1).max(60) }),
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('case'), caseId: z.uuid() }),
      z.object({ kind: z.literal('nowhere'), because: nowhereSchema }),
    ]),
  },
} as const
