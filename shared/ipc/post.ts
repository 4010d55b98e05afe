// What crosses about the post: sheets for the scanner, the check of an envelope, places of a postal code.
import { z } from 'zod'

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
