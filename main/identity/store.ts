// Queries on identity checks. What a document said stays sealed; its kind, the result and what must be mended do not.
import { z } from 'zod'
import { acceptableItemSchema, identityMethodSchema } from '../../shared/belongings.ts'
import { dateSchema, instantSchema } from '../../shared/dates.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import { correctionItemSchema } from '../../shared/letters.ts'
import { idKindSchema } from '../../shared/rules/dated/id-documents.ts'
import type { Database, Transaction } from '../db/index.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))

const checkRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  position: z.number().int(),
  id_kind: idKindSchema,
  rule_id: z.string().nullable(),
  method: identityMethodSchema,
  result: z.enum(['verified', 'to-mend']),
  needs: json.pipe(z.array(correctionItemSchema)),
  accepted: json.pipe(z.array(acceptableItemSchema)),
  checked_on: dateSchema,
  checked_at: instantSchema,
  checked_by: z.string(),
  details_sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
})
export type CheckRow = z.infer<typeof checkRowSchema>

type Source = Database | Transaction

/** In the order in which they were made. */
export async function checksOfCase(db: Source, caseId: string): Promise<CheckRow[]> {
  return z.array(checkRowSchema).parse(await db('identity_checks').where({ case_id: caseId }).orderBy('position'))
}

export async function addCheck(trx: Transaction, row: CheckRow): Promise<void> {
  await trx('identity_checks').insert({
    ...row,
    needs: JSON.stringify(row.needs),
    accepted: JSON.stringify(row.accepted),
  })
}

/** Repeatable; with which kind of document, how and when identity was checked stays. */
export async function forgetDetails(trx: Transaction, caseId: string): Promise<void> {
  await trx('identity_checks').where({ case_id: caseId }).update({ details_sealed: null })
}
