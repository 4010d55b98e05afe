// The words of screening that every part uses: fields nobody may keep, their states, kinds of document, verdicts.
import { z } from 'zod'

/** Fields that must not be kept. Source: policy §12 (本籍), 番号法, 住基法, 健康保険法 告知要求制限. */
export const fields = [
  'permanent-domicile',
  'head-of-register',
  'individual-number',
  'resident-code',
  'insurer-number',
  'insured-number',
  'insurance-qr',
  'pension-number',
  'organ-donation',
] as const
export const fieldSchema = z.enum(fields)
export type Field = z.infer<typeof fieldSchema>

/** What can be seen of a field on the page. Partly covered counts as `visible`. */
export const fieldStates = ['visible', 'see-through', 'masked', 'omitted', 'blank', 'unreadable'] as const
export const fieldStateSchema = z.enum(fieldStates)
export type FieldState = z.infer<typeof fieldStateSchema>

/** Print that a person can read, or might: what no reader made out counts. */
export function mayBeRead(state: FieldState): boolean {
  return state === 'visible' || state === 'see-through' || state === 'unreadable'
}

/** Kinds of document the desk receives. */
export const documentKinds = [
  'licence',
  'passport',
  'juminhyo',
  'koseki',
  'insurance',
  'eligibility',
  'juki',
  'individual-number-card',
  'residence-card',
  'application-form',
  'other',
] as const
export const documentKindSchema = z.enum(documentKinds)
export type DocumentKind = z.infer<typeof documentKindSchema>

/** The app never says "no problem": the best verdict is that nothing was found. */
export const verdicts = ['flagged', 'check', 'nothing-found'] as const
export const verdictSchema = z.enum(verdicts)
export type Verdict = z.infer<typeof verdictSchema>

/**
 * Why print on a page cannot be relied on: it is soft, it hardly stands out from its paper, it is small in pixels, or the
 * edge of the sheet cuts it. In the order in which a letter names them.
 */
export const illegibilities = ['too-blurred', 'too-faint', 'too-small', 'cut-off'] as const
export const illegibilitySchema = z.enum(illegibilities)
export type Illegibility = z.infer<typeof illegibilitySchema>

/** Of a card that has two. */
export const sides = ['front', 'back'] as const
export const sideSchema = z.enum(sides)
export type Side = z.infer<typeof sideSchema>

/** What state a page's paper and print are in, whatever it says. */
export const pageConditionSchema = z.object({
  illegible: z.array(illegibilitySchema),
  /** Nothing is printed, written or stamped on it, though it may be dirty, punched, or show the print of its other side. */
  isBlank: z.boolean(),
  /** Null where it shows both, or is no card with two sides. */
  side: sideSchema.nullable(),
})
export type PageCondition = z.infer<typeof pageConditionSchema>

/** By what a field was found: its printed label, its value alone, or its place on a known document. */
export const evidences = ['label', 'value', 'zone'] as const
export const evidenceSchema = z.enum(evidences)
export type Evidence = z.infer<typeof evidenceSchema>

/** `[x, y, width, height]` in whole pixels of the page as it came in (before turning). */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof boxSchema>

/** Degrees clockwise that make the page upright. */
export const turnSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
export type Turn = z.infer<typeof turnSchema>

/** One field found on one page. */
export const findingSchema = z.object({
  field: fieldSchema,
  state: fieldStateSchema,
  box: boxSchema,
  label: boxSchema.nullable(),
  by: z.array(evidenceSchema).min(1),
})
export type Finding = z.infer<typeof findingSchema>

/** What screening says of one page. */
export const pageScreeningSchema = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  turn: turnSchema,
  document: documentKindSchema,
  verdict: verdictSchema,
  ms: z.number().nonnegative(),
  findings: z.array(findingSchema),
})
export type PageScreening = z.infer<typeof pageScreeningSchema>
