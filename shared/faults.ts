// Every expected failure a person can act on: its code crosses the border, its sentence is chosen by the screen.
import { z } from 'zod'

/**
 * Codes of faults. The renderer has one calm sentence per code and language; a fault never carries personal data.
 * `detail` may hold plain numbers or closed words (a number of seconds, a field's name), never free text.
 */
export const faultCodes = [
  'not-signed-in',
  'not-allowed',
  'second-person-needed',
  'bad-request',
  'not-found',
  'changed-meanwhile',
  'wrong-password',
  'too-many-attempts',
  'weak-password',
  'login-name-taken',
  'last-administrator',
  'wrong-recovery-code',
  'already-set-up',
  'read-only',
  'vault-damaged',
  'database-newer',
  'database-locked',
  'disk-full',
  'file-unreadable',
  'cannot-save',
  'still-screening',
  'undecided',
  'wrong-stage',
  'event-not-allowed',
  'impossible-date',
  'address-changed',
  'missing-glyph',
  'letter-text',
  'no-printer',
  'print-failed',
  'cancelled',
  'bug',
] as const
export const faultCodeSchema = z.enum(faultCodes)
export type FaultCode = z.infer<typeof faultCodeSchema>

export const faultDetailSchema = z.record(z.string(), z.union([z.string(), z.number()]))
export type FaultDetail = z.infer<typeof faultDetailSchema>

/** An expected failure. Thrown inside main; crosses to the renderer as `{ok:false, code, detail}`. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly detail: FaultDetail

  constructor(code: FaultCode, detail: FaultDetail = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'Fault'
    this.code = code
    this.detail = detail
  }
}

/** For `default` of a switch over a closed set: does not compile when a member is missing. */
export function unreachable(value: never): never {
  throw new Error(`A closed set met a member it does not name: ${JSON.stringify(value)}`)
}
