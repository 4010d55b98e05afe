// Queries on payments. A money order's serial number stays sealed; what became of it, its piece of paper tells.
import { z } from 'zod'
import { paymentMethodSchema } from '../../shared/belongings.ts'
import { dateSchema, instantSchema } from '../../shared/dates.ts'
import { idSchema, type Page } from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'

const paymentRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  piece_id: idSchema,
  method: paymentMethodSchema,
  amount_yen: z.number().int(),
  serial_sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  issued_on: dateSchema.nullable(),
  received_on: dateSchema,
  recorded_at: instantSchema,
  recorded_by: z.string(),
})
export type PaymentRow = z.infer<typeof paymentRowSchema>

type Source = Database | Transaction

export async function paymentsOfCase(db: Source, caseId: string): Promise<PaymentRow[]> {
  const rows: unknown = await db('payments').where({ case_id: caseId }).orderBy(['received_on', 'recorded_at', 'id'])
  return z.array(paymentRowSchema).parse(rows)
}

/** As many ids as one query names. */
const idsAtOnce = 1000

export async function paymentsOfPieces(db: Source, pieceIds: readonly string[]): Promise<PaymentRow[]> {
  const found: PaymentRow[] = []
  for (let at = 0; at < pieceIds.length; at += idsAtOnce) {
    const rows: unknown = await db('payments').whereIn('piece_id', pieceIds.slice(at, at + idsAtOnce))
    found.push(...z.array(paymentRowSchema).parse(rows))
  }
  return found
}

/** Newest first. */
export async function pageOfPayments(db: Source, { offset, limit }: Page): Promise<PaymentRow[]> {
  const newestFirst = [{ column: 'received_on', order: 'desc' }, { column: 'id' }]
  return z.array(paymentRowSchema).parse(await db('payments').orderBy(newestFirst).offset(offset).limit(limit))
}

export async function countPayments(db: Source): Promise<number> {
  const row: unknown = await db('payments').count({ count: '*' }).first()
  return z.object({ count: z.number().int() }).parse(row).count
}

export async function addPayment(trx: Transaction, row: PaymentRow): Promise<void> {
  await trx('payments').insert(row)
}

/** Takes serial numbers away; amounts and dates stay in the ledger. Repeatable. */
export async function forgetSerials(trx: Transaction, caseId: string): Promise<void> {
  await trx('payments').where({ case_id: caseId }).update({ serial_sealed: null })
}
