// Queries on what a second person was asked to allow. Reasons stay sealed under the case's key.
import { z } from 'zod'
import {
  approvalMatterSchema,
  approvalStateSchema,
  refusalReasonSchema,
  type ApprovalMatter,
} from '../../shared/cases.ts'
import { instantSchema } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { idSchema } from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'

const sealedSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const approvalRowSchema = z.object({
  id: idSchema,
  case_id: idSchema,
  matter: approvalMatterSchema,
  state: approvalStateSchema,
  refusal_reason: refusalReasonSchema.nullable(),
  /** The one letter that an approval of `other-address` is for. */
  notice_id: idSchema.nullable(),
  asked_at: instantSchema,
  asked_by: z.string(),
  reason_sealed: sealedSchema.nullable(),
  decided_at: instantSchema.nullable(),
  decided_by: z.string().nullable(),
  answer_sealed: sealedSchema.nullable(),
})
export type ApprovalRow = z.infer<typeof approvalRowSchema>

type Source = Database | Transaction

/** Faults: not-found. */
export async function approvalRow(db: Source, id: string): Promise<ApprovalRow> {
  const row = z.array(approvalRowSchema).parse(await db('approvals').where({ id }))[0]
  if (row === undefined) throw new Fault('not-found')
  return row
}

/** Newest first. */
export async function approvalsOf(db: Source, caseId: string): Promise<ApprovalRow[]> {
  return z.array(approvalRowSchema).parse(await db('approvals').where({ case_id: caseId }).orderBy('asked_at', 'desc'))
}

/** Oldest first. */
export async function waitingApprovals(db: Source): Promise<ApprovalRow[]> {
  return z.array(approvalRowSchema).parse(await db('approvals').whereRaw("state = 'waiting'").orderBy('asked_at'))
}

/** Given and not used yet. */
export async function givenApprovals(db: Source, caseId: string): Promise<ApprovalRow[]> {
  return z.array(approvalRowSchema).parse(await db('approvals').where({ case_id: caseId, state: 'given' }))
}

/** Whether a hold is asked for, or allowed and not set yet: until it is decided nothing may be destroyed. */
export async function isHoldAsked(db: Source, caseId: string): Promise<boolean> {
  const rows: unknown[] = await holdsAsked(db).where({ case_id: caseId })
  return rows.length > 0
}

/** The cases of which the same is true. */
export async function casesWithHoldAsked(db: Source): Promise<ReadonlySet<string>> {
  return new Set(
    z
      .array(z.object({ case_id: idSchema }))
      .parse(await holdsAsked(db))
      .map((row) => row.case_id),
  )
}

/** The states stand in the text: SQLite takes a partial index for no bound value. */
function holdsAsked(db: Source) {
  return db('approvals').whereRaw("state IN ('waiting', 'given')").where({ matter: 'hold-set' }).select('case_id')
}

export async function addApproval(trx: Transaction, row: ApprovalRow): Promise<void> {
  await trx('approvals').insert(row)
}

/** Fault: changed-meanwhile, when somebody else was faster. */
export async function changeApproval(
  trx: Transaction,
  { id, state }: Pick<ApprovalRow, 'id' | 'state'>,
  change: Partial<Pick<ApprovalRow, 'state' | 'decided_at' | 'decided_by' | 'answer_sealed'>>,
): Promise<void> {
  const changed = await trx('approvals').where({ id, state }).update(change)
  if (changed !== 1) throw new Fault('changed-meanwhile')
}

/** Uses up what was given; the id stands beside the event. Fault: second-person-needed. */
export async function useApproval(
  trx: Transaction,
  { caseId, matter, noticeId = null }: { caseId: string; matter: ApprovalMatter; noticeId?: string | null },
): Promise<string> {
  const given = (await givenApprovals(trx, caseId)).find((row) => row.matter === matter && row.notice_id === noticeId)
  if (given === undefined) throw new Fault('second-person-needed')
  await changeApproval(trx, given, { state: 'used' })
  return given.id
}

/** The case goes another way: what was asked or allowed for it no longer fits. Holds are about its papers and stay. */
export async function lapseApprovals(trx: Transaction, caseId: string): Promise<void> {
  await trx('approvals')
    .where({ case_id: caseId })
    .whereIn('state', ['waiting', 'given'])
    .whereNotIn('matter', ['hold-set', 'hold-lifted'])
    .update({ state: 'lapsed' })
}

/** The letter that it was asked for is gone. */
export async function lapseApprovalsOfLetter(trx: Transaction, noticeId: string): Promise<void> {
  await trx('approvals')
    .where({ notice_id: noticeId })
    .whereIn('state', ['waiting', 'given'])
    .update({ state: 'lapsed' })
}

/** A wipe takes the words away; who asked, who decided and when stays. Repeatable. */
export async function forgetReasons(trx: Transaction, caseId: string): Promise<void> {
  await trx('approvals').where({ case_id: caseId }).update({ reason_sealed: null, answer_sealed: null })
}
