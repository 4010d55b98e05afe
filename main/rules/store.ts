// Queries on the desk's own versions of rules and on the checks of all of them. Rows only grow.
import { z } from 'zod'
import { dateSchema, instantSchema } from '../../shared/dates.ts'
import { datedTableSchema } from '../../shared/rules/dated/index.ts'
import type { Database, Transaction } from '../db/index.ts'

const flagSchema = z.union([z.literal(0), z.literal(1)])

const versionRowSchema = z.object({
  id: z.string(),
  rule_table: datedTableSchema,
  entry: z.string(),
  valid_from: dateSchema,
  checked_on: dateSchema,
  source: z.string(),
  confirmed: flagSchema,
  content: z.string(),
  recorded_at: instantSchema,
  recorded_by: z.string(),
  withdrawn_at: instantSchema.nullable(),
})
export type VersionRow = z.infer<typeof versionRowSchema>

const checkRowSchema = z.object({
  version_id: z.string(),
  checked_on: dateSchema,
  source: z.string(),
  confirmed: flagSchema,
  recorded_at: instantSchema,
  recorded_by: z.string(),
})
export type CheckRow = z.infer<typeof checkRowSchema>

type Source = Database | Transaction

/** In the order in which they were recorded. */
export async function versionRows(db: Source): Promise<VersionRow[]> {
  return z.array(versionRowSchema).parse(await db('rule_versions').orderBy('position'))
}

/** In the order in which they were recorded. */
export async function checkRows(db: Source): Promise<CheckRow[]> {
  return z.array(checkRowSchema).parse(await db('rule_checks').orderBy('position'))
}

export async function addVersion(trx: Transaction, row: VersionRow): Promise<void> {
  await trx('rule_versions').insert(row)
}

export async function addCheck(trx: Transaction, row: CheckRow): Promise<void> {
  await trx('rule_checks').insert(row)
}

export async function withdrawVersion(trx: Transaction, id: string, at: string): Promise<void> {
  await trx('rule_versions').where({ id }).update({ withdrawn_at: at })
}
