// Why a file cannot be read, and the limits beyond which none is.

export const maxBytes = 200 * 1024 * 1024
export const maxPixels = 100_000_000
export const maxPages = 300

export type RefusalReason =
  | 'empty'
  | 'unknown-format'
  | 'broken'
  | 'encrypted'
  | 'too-many-bytes'
  | 'too-many-pixels'
  | 'too-many-pages'

/** Thrown by everything here that is handed a file that `inspect` would refuse. */
export class RefusedFile extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, options?: { cause?: unknown }) {
    super(`This file cannot be read: ${reason}`, options)
    this.name = 'RefusedFile'
    this.reason = reason
  }
}
