// What the codes on a scan's pages say about where it belongs, and where separator sheets cut a batch.
import type { CaseNumber } from './case-number.ts'
import { parseSheetCode, type CasedSheetKind, type DeskCode, type SheetCode } from './sheet-code.ts'

/** What was read on one page. */
export interface SheetReading {
  /** Texts of the desk-sheet codes, each once. */
  codes: string[]
  /** A code stands there that ought to be one of a desk's sheets and cannot be read. */
  isDamaged: boolean
}

/** Why a scan waits for a person although it carries a code. */
export const orphanReasons = [
  'damaged-code',
  'foreign-desk', // another desk's sheet
  'several-codes', // of two cases, or of two desks
  'unknown-case', // a well-formed number that this desk never gave
  'closed-case', // its papers are being destroyed, or were
  'taken-back', // a person undid what the code had done
] as const
export type OrphanReason = (typeof orphanReasons)[number]

export type SheetFiling =
  | { kind: 'no-code' }
  | { kind: 'to-case'; number: CaseNumber; sheet: CasedSheetKind }
  | { kind: 'orphan'; reason: 'damaged-code' | 'foreign-desk' | 'several-codes' }

/** Of several sheets in one scan the first of these says what arrived: a cover is only put before what it covers. */
const telling: readonly CasedSheetKind[] = ['application-form', 'correction-form', 'authority-form', 'letter', 'cover']

export function filingOf(readings: readonly SheetReading[], desk: DeskCode): SheetFiling {
  const found = readings.flatMap(({ codes }) => codes.map(parseSheetCode))
  const cased = found.flatMap((one) => (one.kind === 'valid' && one.code.kind !== 'separator' ? [one.code] : []))
  const cases = new Set(cased.map((code) => `${code.desk} ${code.number}`))
  if (cases.size > 1) return { kind: 'orphan', reason: 'several-codes' }
  const [first] = cased
  if (first !== undefined) {
    if (first.desk !== desk) return { kind: 'orphan', reason: 'foreign-desk' }
    const sheet = telling.find((kind) => cased.some((code) => code.kind === kind)) ?? first.kind
    return { kind: 'to-case', number: first.number, sheet }
  }
  const isDamaged = readings.some((reading) => reading.isDamaged) || found.some((one) => one.kind === 'damaged')
  return isDamaged ? { kind: 'orphan', reason: 'damaged-code' } : { kind: 'no-code' }
}

/**
 * Page numbers (from 1) of each piece of post in a batch, separators left out. One part, when nothing is to be cut; no
 * part, when there are only separators.
 */
export function partsOf(readings: readonly SheetReading[], desk: DeskCode): number[][] {
  const parts: number[][] = [[]]
  for (const [index, reading] of readings.entries()) {
    if (isSeparator(reading, desk)) parts.push([])
    else parts.at(-1)?.push(index + 1)
  }
  return parts.filter((part) => part.length > 0)
}

function isSeparator({ codes }: SheetReading, desk: DeskCode): boolean {
  return codes.some((text) => {
    const parsed = parseSheetCode(text)
    return parsed.kind === 'valid' && isOwnSeparator(parsed.code, desk)
  })
}

function isOwnSeparator(code: SheetCode, desk: DeskCode): boolean {
  return code.kind === 'separator' && code.desk === desk
}
