// Rows of what the desk's codes said on a scan's pages, and of what the scan was filed by.
import { z } from 'zod'
import { orphanReasons, type OrphanReason, type SheetReading } from '../../shared/rules/sheet-filing.ts'
import type { Database, Transaction } from '../db/index.ts'

const readingRowSchema = z.object({
  page: z.number().int(),
  codes: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string())),
  is_damaged: z.number().transform((value) => value === 1),
})

const filingRowSchema = z.object({
  by_code: z.number().transform((value) => value === 1),
  orphan: z.enum(orphanReasons).nullable(),
})

export interface FilingNote {
  byCode: boolean
  orphan: OrphanReason | null
}

const unread: SheetReading = { codes: [], isDamaged: false }

/** One per page, in order; a page that was not read yet says nothing. */
export async function readingsOf(
  db: Database | Transaction,
  scanId: string,
  pageCount: number,
): Promise<SheetReading[]> {
  const rows = z.array(readingRowSchema).parse(await db('sheet_readings').where({ scan_id: scanId }))
  return Array.from({ length: pageCount }, (_, index) => {
    const row = rows.find(({ page }) => page === index + 1)
    return row === undefined ? unread : { codes: row.codes, isDamaged: row.is_damaged }
  })
}

export async function writeReading(
  trx: Transaction,
  scanId: string,
  page: number,
  { codes, isDamaged }: SheetReading,
): Promise<void> {
  await trx('sheet_readings')
    .insert({ scan_id: scanId, page, codes: JSON.stringify(codes), is_damaged: isDamaged ? 1 : 0 })
    .onConflict(['scan_id', 'page'])
    .merge()
}

/** Null until somebody or the code said where the scan belongs. */
export async function filingNote(db: Database | Transaction, scanId: string): Promise<FilingNote | null> {
  const row: unknown = await db('scan_filings').where({ scan_id: scanId }).first()
  if (row === undefined) return null
  const { by_code: byCode, orphan } = filingRowSchema.parse(row)
  return { byCode, orphan }
}

export async function noteFiling(trx: Transaction, scanId: string, { byCode, orphan }: FilingNote): Promise<void> {
  await trx('scan_filings')
    .insert({ scan_id: scanId, by_code: byCode ? 1 : 0, orphan })
    .onConflict('scan_id')
    .merge()
}

/** Screened, in no case, and not looked at for a code: a crash came between. */
export async function unexaminedScans(db: Database): Promise<string[]> {
  const rows: unknown = await db('scans')
    .where({ stage: 'screened', step: 'none' })
    .whereNull('case_id')
    .whereNotIn('id', db('scan_filings').select('scan_id'))
    .orderBy('arrival')
    .select('id')
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id)
}
