// Queries on the scans, their pages and findings. Rows are parsed as they come out; nothing personal is readable in them.
import { z } from 'zod'
import { dateSchema, instantSchema } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { decisionSchema, idSchema, routeSchema, scanRoleSchema, scanStageSchema } from '../../shared/ipc/parts.ts'
import {
  boxSchema,
  documentKindSchema,
  evidenceSchema,
  fieldSchema,
  fieldStateSchema,
  illegibilitySchema,
  sideSchema,
  turnSchema,
  verdictSchema,
} from '../../shared/screening.ts'
import type { Database, Transaction } from '../db/index.ts'
import { keySlotSchema } from '../vault/index.ts'

const sealedSchema = z.instanceof(Uint8Array)
const json = z.string().transform((text): unknown => JSON.parse(text))
const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1)

const scanRowSchema = z.object({
  id: idSchema,
  arrival: z.number().int(),
  received_at: instantSchema,
  received_on: dateSchema,
  route: routeSchema,
  format: z.enum(['jpeg', 'png', 'tiff', 'pdf']),
  page_count: z.number().int(),
  stage: scanStageSchema,
  step: z.enum(['none', 'preparing', 'dropping', 'finishing', 'returning', 'filing']),
  step_by: z.string().nullable(),
  source: z.enum(['kept', 'to-remove', 'removed']),
  role: scanRoleSchema,
  case_id: idSchema.nullable(),
  case_number: z.string().nullable(),
  fingerprint: z.string().nullable(),
  row_slot: keySlotSchema.nullable(),
  original_slot: keySlotSchema.nullable(),
  original_object: z.string().nullable(),
  masked_slot: keySlotSchema.nullable(),
  file_name_sealed: sealedSchema.nullable(),
  canary_sealed: sealedSchema.nullable(),
})
export type ScanRow = z.infer<typeof scanRowSchema>

const pageRowSchema = z.object({
  scan_id: idSchema,
  page: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  turn: turnSchema,
  turned_by: z.enum(['screening', 'person']),
  document: documentKindSchema.nullable(),
  verdict: verdictSchema.nullable(),
  illegible: json.pipe(z.array(illegibilitySchema)),
  blank: flag,
  side: sideSchema.nullable(),
  /** A person left it out: it is not kept. */
  left_out: flag,
  /** From 1; `page` stays the page's number in the file. */
  place: z.number().int(),
  round: z.number().int(),
  confirmed: flag,
  masked_object: z.string().nullable(),
})
export type PageRow = z.infer<typeof pageRowSchema>

const findingRowSchema = z.object({
  id: idSchema,
  scan_id: idSchema,
  page: z.number().int(),
  position: z.number().int(),
  field: fieldSchema,
  state: fieldStateSchema,
  box: json.pipe(boxSchema),
  label: json.pipe(boxSchema).nullable(),
  evidence: json.pipe(z.array(evidenceSchema)),
  source: z.enum(['screening', 'person']),
  decision: decisionSchema.nullable(),
  reason_sealed: sealedSchema.nullable(),
})
export type FindingRow = z.infer<typeof findingRowSchema>

/** One scan with everything that is known of it. */
export interface ScanRecord {
  scan: ScanRow
  pages: PageRow[]
  findings: FindingRow[]
}

/** What of a scan is to be kept: nothing of the pages that a person left out. */
export function keptOf({ scan, pages, findings }: ScanRecord): ScanRecord {
  const kept = pages.filter((page) => !page.left_out)
  return { scan, pages: kept, findings: findings.filter(({ page }) => kept.some((row) => row.page === page)) }
}

type ColumnValue = string | number | Uint8Array | null
export type ScanChange = Partial<Record<Exclude<keyof ScanRow, 'id'>, ColumnValue>>
export type PageChange = Partial<Record<Exclude<keyof PageRow, 'scan_id' | 'page'>, ColumnValue>>

/** `A-000123`. */
export function arrivalNumber(arrival: number): string {
  return `A-${String(arrival).padStart(6, '0')}`
}

/** The next arrival number; called inside the transaction that inserts the scan. */
export async function nextArrival(trx: Database): Promise<number> {
  await trx('arrival_numbers').where({ id: 1 }).increment('last', 1)
  return z.object({ last: z.number().int() }).parse(await trx('arrival_numbers').where({ id: 1 }).first('last')).last
}

export async function insertScan(trx: Database, scan: Record<keyof ScanRow, ColumnValue>): Promise<void> {
  await trx('scans').insert(scan)
}

/** A row of its own like that of another scan, but for what is named. */
export async function copyScan(trx: Database, of: string, change: Record<string, ColumnValue>): Promise<void> {
  const row = z.record(z.string(), z.unknown()).parse(await trx('scans').where({ id: of }).first())
  await trx('scans').insert({ ...row, ...change })
}

export async function insertPages(trx: Database, pages: Record<keyof PageRow, ColumnValue>[]): Promise<void> {
  // One row a statement: SQLite bounds the variables of a statement, and a scan may have 300 pages.
  for (const page of pages) await trx('scan_pages').insert(page)
}

export async function scanRowIfThere(db: Database, id: string): Promise<ScanRow | null> {
  const row: unknown = await db('scans').where({ id }).first()
  return row === undefined ? null : scanRowSchema.parse(row)
}

/** Fault: not-found. */
export async function scanRow(db: Database, id: string): Promise<ScanRow> {
  const row = await scanRowIfThere(db, id)
  if (!row) throw new Fault('not-found')
  return row
}

/** Fault: not-found. */
export async function scanRecord(db: Database, id: string): Promise<ScanRecord> {
  return { scan: await scanRow(db, id), pages: await pageRows(db, id), findings: await findingRows(db, id) }
}

export async function scansOfCase(db: Database | Transaction, caseId: string): Promise<ScanRow[]> {
  return z.array(scanRowSchema).parse(await db('scans').where({ case_id: caseId }).orderBy('arrival'))
}

/** Everything that still waits for work, for a case, or for its paper; newest first. */
export async function scansInWork(db: Database, heldPaper: readonly string[]): Promise<ScanRow[]> {
  const rows: unknown = await db('scans')
    .whereIn('stage', ['received', 'screened', 'prepared'])
    .orWhere(
      (unfiled) =>
        void unfiled
          .whereNull('case_id')
          .andWhere((open) => void open.where({ stage: 'finished' }).orWhereIn('id', heldPaper)),
    )
    .orderBy('arrival', 'desc')
  return z.array(scanRowSchema).parse(rows)
}

/** What a crash or a restart left to go on with. */
export async function scansInterrupted(db: Database): Promise<ScanRow[]> {
  const rows: unknown = await db('scans').whereRaw("step <> 'none'").orWhere({ stage: 'received' }).orderBy('arrival')
  return z.array(scanRowSchema).parse(rows)
}

/** The scan with these bytes that is still kept, oldest first; null when there is none. */
export async function scanWithFingerprint(db: Database, fingerprint: string): Promise<ScanRow | null> {
  const row: unknown = await db('scans').where({ fingerprint }).orderBy('arrival').first()
  return row === undefined ? null : scanRowSchema.parse(row)
}

export async function changeScan(db: Database, id: string, change: ScanChange): Promise<void> {
  await db('scans').where({ id }).update(change)
}

export async function pageRows(db: Database, scanId: string): Promise<PageRow[]> {
  return z.array(pageRowSchema).parse(await db('scan_pages').where({ scan_id: scanId }).orderBy(['place', 'page']))
}

/** Fault: not-found. */
export async function pageRow(db: Database, scanId: string, page: number): Promise<PageRow> {
  const row: unknown = await db('scan_pages').where({ scan_id: scanId, page }).first()
  if (row === undefined) throw new Fault('not-found')
  return pageRowSchema.parse(row)
}

export async function changePage(db: Database, scanId: string, page: number, change: PageChange): Promise<void> {
  await db('scan_pages').where({ scan_id: scanId, page }).update(change)
}

export async function findingRows(db: Database, scanId: string, page?: number): Promise<FindingRow[]> {
  const where = page === undefined ? { scan_id: scanId } : { scan_id: scanId, page }
  return z.array(findingRowSchema).parse(await db('findings').where(where).orderBy(['page', 'position']))
}

/** Fault: not-found. */
export async function findingRow(db: Database, id: string): Promise<FindingRow> {
  const row: unknown = await db('findings').where({ id }).first()
  if (row === undefined) throw new Fault('not-found')
  return findingRowSchema.parse(row)
}

export type NewFinding = Pick<
  FindingRow,
  'id' | 'scan_id' | 'page' | 'field' | 'state' | 'box' | 'label' | 'evidence' | 'source'
>

/** Adds findings behind those the page has. */
export async function insertFindings(trx: Database, findings: NewFinding[]): Promise<void> {
  for (const finding of findings) {
    const where = { scan_id: finding.scan_id, page: finding.page }
    const before: unknown = await trx('findings').where(where).max({ last: 'position' }).first()
    const { last } = z.object({ last: z.number().int().nullable() }).parse(before)
    await trx('findings').insert({
      ...finding,
      position: (last ?? 0) + 1,
      box: JSON.stringify(finding.box),
      label: finding.label && JSON.stringify(finding.label),
      evidence: JSON.stringify(finding.evidence),
    })
  }
}

export async function changeDecision(
  trx: Database,
  id: string,
  change: { decision: FindingRow['decision']; reason_sealed: Uint8Array | null },
): Promise<void> {
  await trx('findings').where({ id }).update(change)
}

export async function deleteFinding(trx: Database, id: string): Promise<void> {
  await trx('findings').where({ id }).delete()
}

/** Findings that screening made; what a person drew stays. */
export async function deleteScreenedFindings(trx: Database, scanId: string, page: number): Promise<void> {
  await trx('findings').where({ scan_id: scanId, page, source: 'screening' }).delete()
}

export async function forgetReasons(trx: Database, scanId: string): Promise<void> {
  await trx('findings').where({ scan_id: scanId }).update({ reason_sealed: null })
}

export async function deleteFindings(trx: Database, scanId: string): Promise<void> {
  await trx('findings').where({ scan_id: scanId }).delete()
}

/** Pages and findings of a wiped scan; its row stays as a ledger entry. */
export async function deletePages(trx: Database, scanId: string): Promise<void> {
  await deleteFindings(trx, scanId)
  await trx('sheet_readings').where({ scan_id: scanId }).delete()
  await trx('scan_pages').where({ scan_id: scanId }).delete()
}

const placeSchema = z.object({
  scan_id: idSchema,
  object_id: z.string(),
  row_slot: keySlotSchema,
  original_slot: keySlotSchema,
})
export type PlaceRow = z.infer<typeof placeSchema>

/** Places reserved for documents that are being sealed. */
export async function placeRows(db: Database): Promise<PlaceRow[]> {
  return z.array(placeSchema).parse(await db('scan_places').select())
}

export async function insertPlace(db: Database, place: PlaceRow): Promise<void> {
  await db('scan_places').insert(place)
}

export async function hasPlace(db: Database, scanId: string): Promise<boolean> {
  return (await db('scan_places').where({ scan_id: scanId }).first()) !== undefined
}

export async function deletePlace(db: Database, scanId: string): Promise<void> {
  await db('scan_places').where({ scan_id: scanId }).delete()
}
