// The words of printing: how a letter is put on paper, what a printer can do, why a letter is printed once more.
import { z } from 'zod'
import { faultCodeSchema } from './faults.ts'
import { linesSchema } from './typed-text.ts'

export const mostCopies = 20

export const howToPrintSchema = z.object({
  copies: z.number().int().min(1).max(mostCopies),
  sides: z.enum(['one', 'two']),
  /** One of the printer's trays; null: the one the printer takes by itself. */
  tray: z.string().max(100).nullable(),
})
export type HowToPrint = z.infer<typeof howToPrintSchema>

export const oneCopy: HowToPrint = { copies: 1, sides: 'one', tray: null }

export const printerSchema = z.object({
  name: z.string(),
  label: z.string(),
  isDefault: z.boolean(),
  /** `stopped`: what is handed over waits until somebody starts the queue again. */
  state: z.enum(['ready', 'stopped']),
  printsBothSides: z.boolean(),
  /** Empty where the system does not tell. */
  trays: z.array(z.string()),
})
export type Printer = z.infer<typeof printerSchema>

/** Why a letter that was printed is printed again. */
export const reprintReasons = [
  'misprint', // 印字の不良・紙詰まり
  'damaged', // 汚れ・破れ・封入の誤り
  'lost', // 紛失
  'posted-again', // 返戻などによる再発送
  'copy', // 控え
  'other',
] as const
export const reprintReasonSchema = z.enum(reprintReasons)
export type ReprintReason = z.infer<typeof reprintReasonSchema>

/** The note may name people: it is sealed with the letter. `other` says nothing without one. */
export const reprintSchema = z
  .object({ reason: reprintReasonSchema, note: linesSchema({ max: 300 }) })
  .refine(({ reason, note }) => reason !== 'other' || note.trim() !== '', { path: ['note'] })
export type Reprint = z.infer<typeof reprintSchema>

/** Most letters of one run. */
export const mostLettersOfRun = 500

export const printRunSchema = z.object({
  printed: z.number().int().nonnegative(),
  /** Letters that could not be printed; the others went on. */
  failed: z.array(z.object({ id: z.uuid(), caseNumber: z.string(), code: faultCodeSchema })),
  /** Chosen, but not tried any more. */
  left: z.number().int().nonnegative(),
  endedBy: z.enum(['last-letter', 'stop', 'no-printer', 'lock']),
})
export type PrintRun = z.infer<typeof printRunSchema>
