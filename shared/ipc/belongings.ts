// The records of what belongs to a case, and the calls about them: paper, agents, the fee, identity, notes, other cases.
import { z } from 'zod'
import {
  acceptableItemSchema,
  agentKindSchema,
  agentStandingSchema,
  authorityDocumentKindSchema,
  authorityGapSchema,
  feeStandingSchema,
  identityMethodSchema,
  paymentMethodSchema,
} from '../belongings.ts'
import { caseStateSchema, requesterSchema, requestKindSchema } from '../cases.ts'
import { dateSchema, instantSchema } from '../dates.ts'
import { correctionItemSchema } from '../letters.ts'
import {
  envelopeKindSchema,
  pieceKindSchema,
  piecePlaceSchema,
  pieceStateSchema,
  settledStateSchema,
} from '../pieces.ts'
import { idKindSchema, presentedIdSchema } from '../rules/dated/id-documents.ts'
import { likenesses } from '../rules/similar-cases.ts'
import { idSchema, pageShape } from './parts.ts'
import { lineSchema, linesSchema } from '../typed-text.ts'

const ofCase = z.object({ caseId: idSchema })
const initials = lineSchema({ min: 1, max: 10 })
const placeNote = lineSchema({ max: 200 })

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

/** Who acts for the requester. Sealed under the case's key wherever it is stored. */
export const agentParticularsSchema = requesterSchema.extend({
  /** 母, 弁護士 …: as the papers say. */
  relation: lineSchema({ max: 100 }),
})
export type AgentParticulars = z.infer<typeof agentParticularsSchema>

export const agentSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  kind: agentKindSchema,
  /** Null once the case was wiped. */
  particulars: agentParticularsSchema.nullable(),
  standing: agentStandingSchema,
  judgedOn: dateSchema.nullable(),
  judgedBy: z.string().nullable(),
  documents: z.array(z.object({ id: idSchema, kind: authorityDocumentKindSchema, issuedOn: dateSchema.nullable() })),
  /** Papers that are missing today. */
  gaps: z.array(authorityGapSchema),
})
export type Agent = z.infer<typeof agentSchema>
const agentsOfCaseSchema = z.object({ agents: z.array(agentSchema) })
const agentFields = { kind: agentKindSchema, particulars: agentParticularsSchema }

export const paymentSchema = z.object({
  id: idSchema,
  /** Its paper: that is where it is returned or cashed. */
  pieceId: idSchema,
  method: paymentMethodSchema,
  amountYen: z.number().int().positive(),
  serial: z.string().nullable(),
  issuedOn: dateSchema.nullable(),
  payableUntil: dateSchema.nullable(),
  receivedOn: dateSchema,
  state: pieceStateSchema,
  settledOn: dateSchema.nullable(),
  recordedBy: z.string(),
})
export type Payment = z.infer<typeof paymentSchema>
const feeOfCaseSchema = z.object({
  assessment: z.object({
    standing: feeStandingSchema,
    dueYen: z.number().int(),
    receivedYen: z.number().int(),
  }),
  payments: z.array(paymentSchema),
})
export type FeeOfCase = z.infer<typeof feeOfCaseSchema>

const writtenSchema = z.object({ name: lineSchema({ min: 1, max: 200 }), address: linesSchema({ max: 2000 }) })
/** What a check of identity read and why it decided so. Sealed under the case's key. */
export const identityDetailsSchema = z.object({
  onId: writtenSchema,
  onForm: writtenSchema,
  reason: linesSchema({ max: 500 }),
})
export type IdentityDetails = z.infer<typeof identityDetailsSchema>

export const identityCheckSchema = z.object({
  id: idSchema,
  idKind: idKindSchema,
  method: identityMethodSchema,
  result: z.enum(['verified', 'to-mend']),
  needs: z.array(correctionItemSchema),
  accepted: z.array(acceptableItemSchema),
  checkedOn: dateSchema,
  checkedBy: z.string(),
  details: identityDetailsSchema.nullable(),
})
export type IdentityCheck = z.infer<typeof identityCheckSchema>
const identityOfCaseSchema = z.object({
  /** Newest first. */
  checks: z.array(identityCheckSchema),
  /** The check that still speaks for what was sent in; null: look again. */
  standsId: idSchema.nullable(),
})

const notesOfCaseSchema = z.object({
  /** Newest first. */
  notes: z.array(z.object({ id: idSchema, at: instantSchema, by: z.string(), text: z.string() })),
  links: z.array(z.object({ caseId: idSchema, number: z.string(), on: dateSchema, by: z.string() })),
})
export type NotesOfCase = z.infer<typeof notesOfCaseSchema>

export const similarCaseSchema = z.object({
  caseId: idSchema,
  number: z.string(),
  kind: requestKindSchema,
  state: caseStateSchema,
  /** Null while only an inquiry has come. */
  arrivedOn: dateSchema.nullable(),
  requesterName: z.string(),
  likeness: z.enum(likenesses),
})
export type SimilarCase = z.infer<typeof similarCaseSchema>

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

  // Agents
  'agents.ofCase': { request: ofCase, answer: agentsOfCaseSchema },
  'agents.add': { request: z.object({ caseId: idSchema, ...agentFields }), answer: agentsOfCaseSchema },
  'agents.change': {
    request: z.object({ id: idSchema, version: z.number().int(), ...agentFields }),
    answer: agentsOfCaseSchema,
  },
  'agents.addDocument': {
    request: z.object({ id: idSchema, kind: authorityDocumentKindSchema, issuedOn: dateSchema.nullable() }),
    answer: agentsOfCaseSchema,
  },
  'agents.removeDocument': {
    request: z.object({ id: idSchema, documentId: idSchema }),
    answer: agentsOfCaseSchema,
  },
  'agents.judge': {
    request: z.object({
      id: idSchema,
      version: z.number().int(),
      standing: agentStandingSchema.exclude(['unchecked']),
    }),
    answer: agentsOfCaseSchema,
  },

  // The fee of 開示
  'fees.ofCase': { request: ofCase, answer: feeOfCaseSchema },
  'fees.record': {
    request: z.object({
      caseId: idSchema,
      method: paymentMethodSchema,
      amountYen: z.number().int().min(1).max(1_000_000),
      serial: lineSchema({ min: 1, max: 40 }).nullable(),
      issuedOn: dateSchema.nullable(),
      receivedOn: dateSchema,
      envelopeId: idSchema.nullable(),
    }),
    answer: feeOfCaseSchema,
  },
  /** Every payment of the desk, newest first. */
  'fees.ledger': {
    request: z.object(pageShape),
    answer: z.object({
      total: z.number().int(),
      rows: z.array(paymentSchema.extend({ caseId: idSchema, caseNumber: z.string() })),
    }),
  },

  // Identity
  'identity.ofCase': { request: ofCase, answer: identityOfCaseSchema },
  'identity.record': {
    request: z.object({
      caseId: idSchema,
      idKind: idKindSchema,
      method: identityMethodSchema,
      presented: presentedIdSchema,
      isLegible: z.boolean(),
      showsForbiddenField: z.boolean(),
      accepted: z.array(acceptableItemSchema),
      details: identityDetailsSchema,
    }),
    answer: identityOfCaseSchema,
  },

  // For the desk alone
  'notes.ofCase': { request: ofCase, answer: notesOfCaseSchema },
  'notes.write': {
    request: z.object({ caseId: idSchema, text: linesSchema({ min: 1, max: 2000 }) }),
    answer: notesOfCaseSchema,
  },
  'notes.link': { request: z.object({ caseId: idSchema, otherId: idSchema }), answer: notesOfCaseSchema },
  'notes.unlink': { request: z.object({ caseId: idSchema, otherId: idSchema }), answer: notesOfCaseSchema },
  /** Cases whose requester looks like this one; compared in memory. `exceptId`: the case that is being looked at. */
  'cases.similar': {
    request: z.object({
      name: lineSchema({ min: 1, max: 200 }),
      address: linesSchema({ max: 2000 }),
      exceptId: idSchema.nullable(),
    }),
    answer: z.object({ cases: z.array(similarCaseSchema) }),
  },
} as const
