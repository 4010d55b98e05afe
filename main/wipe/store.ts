// Rows of the wipes and of their steps.
import { z } from 'zod'
import {
  certificateSchema,
  outsideItemSchema,
  verificationSchema,
  wipeObjectSchema,
  wipeStageSchema,
  type Certificate,
  type Page,
  type WipeStage,
} from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'
import { keySlotSchema } from '../vault/index.ts'

const hexSchema = z.string().regex(/^[0-9a-f]*$/)

/**
 * What a wipe destroys. Heads and canaries stand in hexadecimal: the search looks for their bytes, and must not find its own notes.
 * Key bytes are never in here.
 */
export const planSchema = z.object({
  objects: z.array(wipeObjectSchema),
  slots: z.array(keySlotSchema),
  files: z.array(z.object({ objectId: z.string(), head: hexSchema.nullable() })),
  canaries: z.array(hexSchema),
})
export type Plan = z.infer<typeof planSchema>
export type Verification = z.infer<typeof verificationSchema>
export type OutsideItem = z.infer<typeof outsideItemSchema>

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(schema)

const listedColumns = z.object({
  id: z.string(),
  case_id: z.string(),
  case_number: z.string(),
  stage: wipeStageSchema,
  result: z.enum(['running', 'WIPED', 'FAILED']),
  operator_id: z.string(),
  started_at: z.string(),
  ended_at: z.string().nullable(),
})

const rowSchema = listedColumns
  .extend({
    failure: z.string().nullable(),
    plan: json(planSchema).nullable(),
    outside: json(z.array(outsideItemSchema)),
    verification: json(verificationSchema).nullable(),
    certificate: json(certificateSchema).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    stage: row.stage,
    result: row.result,
    failure: row.failure,
    operatorId: row.operator_id,
    startedAt: row.started_at,
    plan: row.plan,
    outside: row.outside,
    verification: row.verification,
    certificate: row.certificate,
  }))
export type WipeRow = z.output<typeof rowSchema>

export async function addWipe(
  trx: Transaction,
  row: Pick<WipeRow, 'id' | 'caseId' | 'caseNumber' | 'operatorId' | 'startedAt' | 'outside'>,
): Promise<void> {
  await trx('wipes').insert({
    id: row.id,
    case_id: row.caseId,
    case_number: row.caseNumber,
    stage: 'planned',
    result: 'running',
    operator_id: row.operatorId,
    started_at: row.startedAt,
    outside: JSON.stringify(row.outside),
  })
}

export async function wipeRow(db: Database, id: string): Promise<WipeRow | null> {
  return z.array(rowSchema).parse(await db('wipes').where({ id }))[0] ?? null
}

export async function wipeOfCase(db: Database, caseId: string): Promise<WipeRow | null> {
  return z.array(rowSchema).parse(await db('wipes').where({ case_id: caseId }))[0] ?? null
}

/** What still runs, and what failed and has no certificate of it yet; newest first. */
export async function unfinishedWipes(db: Database): Promise<WipeRow[]> {
  const rows: unknown = await db('wipes').whereRaw("result <> 'WIPED'").orderBy('started_at', 'desc').orderBy('id')
  return z
    .array(rowSchema)
    .parse(rows)
    .filter(({ result, certificate }) => result === 'running' || certificate === null)
}

const listedRowSchema = listedColumns.transform((row) => ({
  id: row.id,
  caseId: row.case_id,
  caseNumber: row.case_number,
  stage: row.stage,
  result: row.result,
  operatorId: row.operator_id,
  startedAt: row.started_at,
  // One that was begun again still has the end of its first try.
  endedAt: row.result === 'running' ? null : row.ended_at,
}))

/** Newest first, without plan and certificate: of these a large desk has a hundred thousand. */
export async function pageOfWipes(db: Database, { offset, limit }: Page): Promise<z.output<typeof listedRowSchema>[]> {
  const rows: unknown = await db('wipes')
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .select(Object.keys(listedColumns.shape))
  return z.array(listedRowSchema).parse(rows)
}

export async function countWipes(db: Database): Promise<number> {
  const row: unknown = await db('wipes').count({ count: '*' }).first()
  return z.object({ count: z.number().int() }).parse(row).count
}

export interface WipeChange {
  stage?: WipeStage
  result?: WipeRow['result']
  failure?: string | null
  operatorId?: string
  endedAt?: string
  plan?: Plan
  outside?: OutsideItem[]
  verification?: Verification | null
  certificate?: Certificate | null
}

export async function changeWipe(db: Database | Transaction, id: string, change: WipeChange): Promise<void> {
  const { operatorId, endedAt, plan, outside, verification, certificate, ...plain } = change
  await db('wipes')
    .where({ id })
    .update({
      ...plain,
      ...(operatorId === undefined ? {} : { operator_id: operatorId }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
      ...(plan === undefined ? {} : { plan: JSON.stringify(plan) }),
      ...(outside === undefined ? {} : { outside: JSON.stringify(outside) }),
      ...(verification === undefined ? {} : { verification: verification && JSON.stringify(verification) }),
      ...(certificate === undefined ? {} : { certificate: certificate && JSON.stringify(certificate) }),
    })
}

/** A step that is done again keeps the time of its first begin. */
export async function noteStepBegun(db: Database, wipeId: string, step: WipeStage, at: string): Promise<void> {
  await db('wipe_steps').insert({ wipe_id: wipeId, step, began_at: at }).onConflict(['wipe_id', 'step']).ignore()
}

export async function noteStepEnded(trx: Transaction, wipeId: string, step: WipeStage, at: string): Promise<void> {
  await trx('wipe_steps').where({ wipe_id: wipeId, step }).update({ ended_at: at })
}
