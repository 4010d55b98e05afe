// Queries on agents and the papers that show their authority. Who an agent is stays sealed.
import { z } from 'zod'
import { agentKindSchema, agentStandingSchema, authorityDocumentKindSchema } from '../../shared/belongings.ts'
import { dateSchema } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'

const agentRowSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  case_id: idSchema,
  kind: agentKindSchema,
  particulars_sealed: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  standing: agentStandingSchema,
  judged_on: dateSchema.nullable(),
  judged_by: z.string().nullable(),
})
export type AgentRow = z.infer<typeof agentRowSchema>

const documentRowSchema = z.object({
  id: idSchema,
  agent_id: idSchema,
  kind: authorityDocumentKindSchema,
  issued_on: dateSchema.nullable(),
})
export type DocumentRow = z.infer<typeof documentRowSchema>

type Source = Database | Transaction

export async function agentsOfCase(db: Source, caseId: string): Promise<AgentRow[]> {
  return z.array(agentRowSchema).parse(await db('agents').where({ case_id: caseId }).orderBy('id'))
}

/** Fault: not-found. */
export async function agentRow(db: Source, id: string): Promise<AgentRow> {
  const row = z.array(agentRowSchema).parse(await db('agents').where({ id }))[0]
  if (row === undefined) throw new Fault('not-found')
  return row
}

export async function documentsOfAgent(db: Source, agentId: string): Promise<DocumentRow[]> {
  return z
    .array(documentRowSchema)
    .parse(await db('authority_documents').where({ agent_id: agentId }).orderBy(['kind', 'id']))
}

export async function addAgent(trx: Transaction, row: AgentRow): Promise<void> {
  await trx('agents').insert(row)
}

/** Raises the version by one. Fault: changed-meanwhile. */
export async function changeAgent(
  trx: Transaction,
  row: Pick<AgentRow, 'id' | 'version'>,
  change: Partial<Omit<AgentRow, 'id' | 'version' | 'case_id'>>,
): Promise<void> {
  const changed = await trx('agents')
    .where({ id: row.id, version: row.version })
    .update({ ...change, version: row.version + 1 })
  if (changed !== 1) throw new Fault('changed-meanwhile')
}

export async function addDocument(trx: Transaction, row: DocumentRow): Promise<void> {
  await trx('authority_documents').insert(row)
}

export async function removeDocument(trx: Transaction, agentId: string, id: string): Promise<void> {
  const removed = await trx('authority_documents').where({ agent_id: agentId, id }).delete()
  if (removed !== 1) throw new Fault('not-found')
}

/** Repeatable; that there was an agent, and of which kind, stays. */
export async function forgetAgents(trx: Transaction, caseId: string): Promise<void> {
  await trx('agents').where({ case_id: caseId }).update({ particulars_sealed: null })
}
