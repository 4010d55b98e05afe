// The records of what belongs to a case, and the calls about them: envelopes and their pieces.
import { z } from 'zod'
import { dateSchema } from '../dates.ts'
import {
  envelopeKindSchema,
  pieceKindSchema,
  piecePlaceSchema,
  pieceStateSchema,
  settledStateSchema,
} from '../pieces.ts'
import { idSchema } from './parts.ts'

const ofCase = z.object({ caseId: idSchema })
const initials = z.string().trim().min(1).max(10)
const placeNote = z.string().trim().max(200)

/** One piece of paper: where it lies, and what became of it. */
export const pieceSchema = z.object({
  id: idSchema,
  /** Rises with every change; a change names the version it saw. */
  version: z.number().int(),
  kind: pieceKindSchema,
  arrivedOn: dateSchema,
  envelopeId: idSchema.nullable(),
  /** Its copy in the app, if it was scanned. */
  scanId: idSchema.nullable(),
  place: piecePlaceSchema,
  /** Sealed; empty when there is none. */
  placeNote: z.string(),
  state: pieceStateSchema,
  on: dateSchema.nullable(),
  initials: z.array(z.string()),
})
export type Piece = z.infer<typeof pieceSchema>

/** 到達: an envelope that reached the desk. */
export const envelopeSchema = z.object({
  id: idSchema,
  kind: envelopeKindSchema,
  arrivedOn: dateSchema,
  /** 書留 number, sealed; null when it came by ordinary mail. */
  trackingNumber: z.string().nullable(),
  recordedBy: z.string(),
})
export type Envelope = z.infer<typeof envelopeSchema>

export const mailOfCaseSchema = z.object({
  /** Oldest first. */
  envelopes: z.array(envelopeSchema),
  pieces: z.array(pieceSchema),
})
export type MailOfCase = z.infer<typeof mailOfCaseSchema>

const newPiece = z.object({ kind: pieceKindSchema, place: piecePlaceSchema, placeNote })

export const belongingCalls = {
  // Envelopes and the paper in them
  'pieces.ofCase': { request: ofCase, answer: mailOfCaseSchema },
  'pieces.recordEnvelope': {
    request: z.object({
      caseId: idSchema,
      kind: envelopeKindSchema,
      arrivedOn: dateSchema,
      trackingNumber: z.string().max(20).nullable(),
      pieces: z.array(newPiece).max(50),
    }),
    answer: mailOfCaseSchema,
  },
  'pieces.add': {
    request: newPiece.extend({ caseId: idSchema, envelopeId: idSchema }),
    answer: mailOfCaseSchema,
  },
  /** Where it lies, and in which of its case's envelopes it came. */
  'pieces.change': {
    request: z.object({
      id: idSchema,
      version: z.number().int(),
      envelopeId: idSchema.nullable(),
      place: piecePlaceSchema,
      placeNote,
    }),
    answer: pieceSchema,
  },
  /** Once only: returned, destroyed, cashed, or never there; before two different people. */
  'pieces.settle': {
    request: z.object({
      id: idSchema,
      state: settledStateSchema,
      on: dateSchema,
      initials: z.tuple([initials, initials]),
    }),
    answer: pieceSchema,
  },
} as const
