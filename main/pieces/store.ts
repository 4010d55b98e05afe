// Queries on envelopes and pieces of paper. Rows are parsed as they come out; numbers and notes stay sealed.
import { z } from 'zod'
import { dateSchema, instantSchema } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import { envelopeKindSchema, pieceKindSchema, piecePlaceSchema, pieceStateSchema } from '../../shared/pieces.ts'
import type { Database, Transaction } from '../db/index.ts'

const sealedSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const envelopeRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  kind: envelopeKindSchema,
  arrived_on: dateSchema,
  tracking_number_sealed: sealedSchema.nullable(),
  recorded_at: instantSchema,
  recorded_by: z.string(),
})
export type EnvelopeRow = z.infer<typeof envelopeRowSchema>

const pieceRowSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  case_id: idSchema.nullable(),
  envelope_id: idSchema.nullable(),
  scan_id: idSchema.nullable(),
  kind: pieceKindSchema,
  arrived_on: dateSchema,
  place: piecePlaceSchema,
  place_note_sealed: sealedSchema.nullable(),
  state: pieceStateSchema,
  settled_on: dateSchema.nullable(),
  initials: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string())),
})
export type PieceRow = z.infer<typeof pieceRowSchema>

type Source = Database | Transaction

export async function envelopesOfCase(db: Source, caseId: string): Promise<EnvelopeRow[]> {
  const rows: unknown = await db('envelopes').where({ case_id: caseId }).orderBy(['arrived_on', 'recorded_at', 'id'])
  return z.array(envelopeRowSchema).parse(rows)
}

export async function addEnvelope(trx: Transaction, row: EnvelopeRow): Promise<void> {
  await trx('envelopes').insert(row)
}

export async function piecesOfCase(db: Source, caseId: string): Promise<PieceRow[]> {
  return z
    .array(pieceRowSchema)
    .parse(await db('pieces').where({ case_id: caseId }).orderBy(['arrived_on', 'kind', 'id']))
}

/** Fault: not-found. */
export async function pieceRow(db: Source, id: string): Promise<PieceRow> {
  return onlyPiece(await db('pieces').where({ id }))
}

/** Fault: not-found. */
export async function pieceOfScan(db: Source, scanId: string): Promise<PieceRow> {
  return onlyPiece(await db('pieces').where({ scan_id: scanId }))
}

function onlyPiece(rows: unknown): PieceRow {
  const row = z.array(pieceRowSchema).parse(rows)[0]
  if (row === undefined) throw new Fault('not-found')
  return row
}

/** Scans without a case whose paper is still held. */
export async function scansOfHeldPaper(db: Source): Promise<string[]> {
  const rows: unknown = await db('pieces').whereRaw("state = 'held'").whereNull('case_id').whereNotNull('scan_id')
  return z
    .array(pieceRowSchema)
    .parse(rows)
    .flatMap(({ scan_id: id }) => (id === null ? [] : [id]))
}

/** Ids of the money orders that still lie at the desk. */
export async function heldMoneyOrders(db: Source): Promise<string[]> {
  return z.array(idSchema).parse(await db('pieces').whereRaw("kind = 'money-order' AND state = 'held'").pluck('id'))
}

export async function addPiece(trx: Transaction, row: PieceRow): Promise<void> {
  await trx('pieces').insert({ ...row, initials: JSON.stringify(row.initials) })
}

/** Raises the version by one. Fault: changed-meanwhile, when the row is no longer the one that was read. */
export async function changePiece(
  trx: Transaction,
  row: Pick<PieceRow, 'id' | 'version'>,
  change: Partial<Omit<PieceRow, 'id' | 'version'>>,
): Promise<void> {
  const { initials, ...plain } = change
  const changed = await trx('pieces')
    .where({ id: row.id, version: row.version })
    .update({
      ...plain,
      ...(initials === undefined ? {} : { initials: JSON.stringify(initials) }),
      version: row.version + 1,
    })
  if (changed !== 1) throw new Fault('changed-meanwhile')
}

export async function removePiece(trx: Transaction, id: string): Promise<void> {
  await trx('pieces').where({ id }).delete()
}

/** Takes numbers and notes away; kinds, dates and the record of every paper's end stay. Repeatable. */
export async function forgetSealed(trx: Transaction, caseId: string): Promise<void> {
  await trx('envelopes').where({ case_id: caseId }).update({ tracking_number_sealed: null })
  await trx('pieces').where({ case_id: caseId }).update({ place_note_sealed: null })
}
