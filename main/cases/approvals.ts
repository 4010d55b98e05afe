// Two people for one step: somebody asks with a reason, a reviewer who neither asked nor opened the case gives or declines.
import { randomUUID } from 'node:crypto'
import { trackOf } from '../../shared/cases.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Approval, Person } from '../../shared/ipc/parts.ts'
import { reasonsBeforeVerification } from '../../shared/rules/case-states.ts'
import { matterFits, mayDecide } from '../../shared/rules/approvals.ts'
import type { Database } from '../db/index.ts'
import {
  addApproval,
  approvalRow,
  approvalsOf,
  changeApproval,
  waitingApprovals,
  type ApprovalRow,
} from './approval-store.ts'
import { unlessLost } from '../vault/index.ts'
import type { CaseParts } from './parts.ts'
import { caseRow, type CaseRow } from './store.ts'

export interface Approvals {
  /** Faults: not-found, wrong-stage, changed-meanwhile (asked already), bad-request {field: 'refusalReason'}, event-not-allowed. */
  ask(request: CallRequest<'approvals.ask'> & { noticeId?: string }, who: Person): Promise<string>
  /** Faults: not-found, second-person-needed, changed-meanwhile (decided or lapsed). */
  decide(request: CallRequest<'approvals.decide'>, who: Person): Promise<string>
  /** By the person who asked. Faults: not-found, not-allowed, changed-meanwhile. */
  takeBack(request: CallRequest<'approvals.takeBack'>, who: Person): Promise<string>
  waiting(who: Person): Promise<{ approval: Approval; row: CaseRow }[]>
  ofCase(row: CaseRow, who: Person): Promise<Approval[]>
}

type ApprovalParts = Pick<CaseParts, 'vault' | 'audit' | 'nameOf' | 'now'> & { db: Database }

export function createApprovals({ db, vault, audit, nameOf, now }: ApprovalParts): Approvals {
  async function approvalOf(approval: ApprovalRow, row: CaseRow, who: Person): Promise<Approval> {
    const open = async (column: string, sealed: Uint8Array | null): Promise<string | null> =>
      sealed === null || row.key_slot === null
        ? null
        : unlessLost(vault.openColumn(row.key_slot, column, approval.id, sealed))
    return {
      id: approval.id,
      caseId: row.id,
      matter: approval.matter,
      state: approval.state,
      refusalReason: approval.refusal_reason,
      noticeId: approval.notice_id,
      askedAt: approval.asked_at,
      askedBy: await nameOf(approval.asked_by),
      reason: await open('approvals.reason', approval.reason_sealed),
      decidedAt: approval.decided_at,
      decidedBy: approval.decided_by === null ? null : await nameOf(approval.decided_by),
      answer: await open('approvals.answer', approval.answer_sealed),
      mayDecide: approval.state === 'waiting' && mayDecide(decisionOf(approval, row), who),
      mayTakeBack: (approval.state === 'waiting' || approval.state === 'given') && approval.asked_by === who.id,
    }
  }

  return {
    async ask({ caseId, matter, refusalReason, reason, noticeId = null }, who) {
      const id = randomUUID()
      await db.transaction(async (trx) => {
        const row = await caseRow(trx, caseId)
        if (row.key_slot === null) throw new Fault('wrong-stage')
        if (!matterFits(matter, { track: trackOf(row.kind), kind: row.kind, state: row.state })) {
          throw new Fault('event-not-allowed', { state: row.state, event: matter, because: 'not-in-this-state' })
        }
        const needsReason = matter === 'refusal-sent' || matter === 'partial-answer-sent'
        if (needsReason !== (refusalReason !== null)) {
          throw new Fault('bad-request', { field: 'refusalReason', because: 'reason-missing' })
        }
        if (refusalReason !== null && row.state !== 'verified' && !reasonsBeforeVerification.has(refusalReason)) {
          throw new Fault('bad-request', { field: 'refusalReason', because: 'reason-needs-verification' })
        }
        const isOpen = (await approvalsOf(trx, caseId)).some(
          (one) => one.matter === matter && (one.state === 'waiting' || one.state === 'given'),
        )
        if (isOpen) throw new Fault('changed-meanwhile')
        await addApproval(trx, {
          id,
          case_id: caseId,
          matter,
          state: 'waiting',
          refusal_reason: refusalReason,
          notice_id: noticeId,
          asked_at: now(),
          asked_by: who.id,
          reason_sealed: await vault.sealColumn(row.key_slot, 'approvals.reason', id, reason),
          decided_at: null,
          decided_by: null,
          answer_sealed: null,
        })
        await audit.append('approval-asked', { actor: who.id, subject: caseId, detail: { approval: id, matter } }, trx)
      })
      return caseId
    },

    async decide({ id, give, answer }, who) {
      return db.transaction(async (trx) => {
        const approval = await approvalRow(trx, id)
        const row = await caseRow(trx, approval.case_id)
        if (!mayDecide(decisionOf(approval, row), who)) throw new Fault('second-person-needed')
        if (approval.state !== 'waiting' || row.key_slot === null) throw new Fault('changed-meanwhile')
        await changeApproval(trx, approval, {
          state: give ? 'given' : 'declined',
          decided_at: now(),
          decided_by: who.id,
          answer_sealed: answer === null ? null : await vault.sealColumn(row.key_slot, 'approvals.answer', id, answer),
        })
        const detail = { approval: id, matter: approval.matter }
        await audit.append(
          give ? 'approval-given' : 'approval-declined',
          { actor: who.id, subject: row.id, detail },
          trx,
        )
        return row.id
      })
    },

    async takeBack({ id }, who) {
      return db.transaction(async (trx) => {
        const approval = await approvalRow(trx, id)
        if (approval.asked_by !== who.id) throw new Fault('not-allowed')
        if (approval.state !== 'waiting' && approval.state !== 'given') throw new Fault('changed-meanwhile')
        await changeApproval(trx, approval, { state: 'taken-back' })
        const detail = { approval: id, matter: approval.matter }
        await audit.append('approval-taken-back', { actor: who.id, subject: approval.case_id, detail }, trx)
        return approval.case_id
      })
    },

    async waiting(who) {
      const found = []
      for (const approval of await waitingApprovals(db)) {
        const row = await caseRow(db, approval.case_id)
        found.push({ row, approval: await approvalOf(approval, row, who) })
      }
      return found
    },

    async ofCase(row, who) {
      const rows = await approvalsOf(db, row.id)
      return Promise.all(rows.map((approval) => approvalOf(approval, row, who)))
    },
  }
}

function decisionOf(approval: ApprovalRow, row: CaseRow): Parameters<typeof mayDecide>[0] {
  return { askedBy: approval.asked_by, openedBy: row.opened_by }
}

/** The answer of `approvals.waiting`, with the case beside each. */
export type WaitingApprovals = CallAnswer<'approvals.waiting'>
