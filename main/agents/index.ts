// Agents of a requester: who they are, which papers show their authority, and whether it was found good.
import { randomUUID } from 'node:crypto'
import type { Obstacle, Requester } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { agentParticularsSchema, type Agent, type AgentParticulars } from '../../shared/ipc/belongings.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { authorityGapsOf } from '../../shared/rules/authority.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import { keyUnlessWiped, type CaseKeyOf, type KeySlot, type Vault } from '../vault/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import {
  addAgent,
  addDocument,
  agentRow,
  agentsOfCase,
  changeAgent,
  documentsOfAgent,
  forgetAgents,
  removeDocument,
  type AgentRow,
} from './store.ts'

export interface AgentParts {
  db: Database
  vault: Vault
  audit: Audit
  caseKeyOf: CaseKeyOf
  nameOf(personId: string): Promise<string>
  today(): CalendarDate
  emit: Emit
}

export interface Agents extends WipeHolder {
  ofCase(request: CallRequest<'agents.ofCase'>): Promise<CallAnswer<'agents.ofCase'>>
  /** Faults of every change: not-found, wrong-stage, changed-meanwhile. */
  add(request: CallRequest<'agents.add'>, who: Person): Promise<CallAnswer<'agents.ofCase'>>
  change(request: CallRequest<'agents.change'>, who: Person): Promise<CallAnswer<'agents.ofCase'>>
  /** Fault: impossible-date (issued in the future). */
  addDocument(request: CallRequest<'agents.addDocument'>, who: Person): Promise<CallAnswer<'agents.ofCase'>>
  removeDocument(request: CallRequest<'agents.removeDocument'>, who: Person): Promise<CallAnswer<'agents.ofCase'>>
  /** Fault: bad-request {field: 'documents', because} while a paper is missing. */
  judge(request: CallRequest<'agents.judge'>, who: Person): Promise<CallAnswer<'agents.ofCase'>>
  /** Whom the answer goes to instead of the requester: an agent whose authority was found good, or null. */
  recipientOf(caseId: string): Promise<Requester | null>
  obstaclesOf(caseId: string, source: Database | Transaction): Promise<readonly Obstacle[]>
}

export function createAgents({ db, vault, audit, caseKeyOf, nameOf, today, emit }: AgentParts): Agents {
  const column = 'agents.particulars'

  async function particularsOf(row: AgentRow, slot: KeySlot): Promise<AgentParticulars | null> {
    if (row.particulars_sealed === null) return null
    return agentParticularsSchema.parse(
      JSON.parse(await vault.openColumn(slot, column, row.id, row.particulars_sealed)),
    )
  }

  async function ofCase(caseId: string): Promise<CallAnswer<'agents.ofCase'>> {
    const slot = await keyUnlessWiped(caseKeyOf, caseId)
    const agents: Agent[] = []
    for (const row of await agentsOfCase(db, caseId)) {
      const documents = await documentsOfAgent(db, row.id)
      const plain = documents.map(({ id, kind, issued_on: issuedOn }) => ({ id, kind, issuedOn }))
      agents.push({
        id: row.id,
        version: row.version,
        kind: row.kind,
        particulars: slot === null ? null : await particularsOf(row, slot),
        standing: row.standing,
        judgedOn: row.judged_on,
        judgedBy: row.judged_by === null ? null : await nameOf(row.judged_by),
        documents: plain,
        gaps: authorityGapsOf(row.kind, plain, today()),
      })
    }
    return { agents }
  }

  /** Whatever changes about an agent puts the judgement in doubt. */
  const unjudged = { standing: 'unchecked', judged_on: null, judged_by: null } as const

  async function change(
    id: string,
    work: (trx: Transaction, row: AgentRow, slot: KeySlot) => Promise<void>,
  ): Promise<CallAnswer<'agents.ofCase'>> {
    const { case_id: caseId } = await agentRow(db, id)
    const { slot } = await caseKeyOf(caseId)
    await db.transaction(async (trx) => work(trx, await agentRow(trx, id), slot))
    emit('cases.changed', { id: caseId })
    return ofCase(caseId)
  }

  return {
    ofCase: ({ caseId }) => ofCase(caseId),

    async add({ caseId, kind, particulars }, who) {
      const { slot } = await caseKeyOf(caseId)
      const id = randomUUID()
      const sealed = await vault.sealColumn(slot, column, id, JSON.stringify(particulars))
      await db.transaction(async (trx) => {
        await addAgent(trx, { id, version: 1, case_id: caseId, kind, particulars_sealed: sealed, ...unjudged })
        await audit.append('agent-added', { actor: who.id, subject: id, detail: { case: caseId, kind } }, trx)
      })
      emit('cases.changed', { id: caseId })
      return ofCase(caseId)
    },

    change: ({ id, version, kind, particulars }, who) =>
      change(id, async (trx, _row, slot) => {
        const sealed = await vault.sealColumn(slot, column, id, JSON.stringify(particulars))
        await changeAgent(trx, { id, version }, { kind, particulars_sealed: sealed, ...unjudged })
        await audit.append('agent-changed', { actor: who.id, subject: id, detail: { kind } }, trx)
      }),

    addDocument: ({ id, kind, issuedOn }, who) =>
      change(id, async (trx, row) => {
        if (issuedOn !== null && issuedOn > today()) {
          throw new Fault('impossible-date', { field: 'issuedOn', because: 'in-the-future' })
        }
        await addDocument(trx, { id: randomUUID(), agent_id: id, kind, issued_on: issuedOn })
        await changeAgent(trx, row, unjudged)
        const detail = { document: kind, ...(issuedOn === null ? {} : { issuedOn }) }
        await audit.append('agent-changed', { actor: who.id, subject: id, detail }, trx)
      }),

    removeDocument: ({ id, documentId }, who) =>
      change(id, async (trx, row) => {
        await removeDocument(trx, id, documentId)
        await changeAgent(trx, row, unjudged)
        await audit.append('agent-changed', { actor: who.id, subject: id, detail: { removed: documentId } }, trx)
      }),

    judge: ({ id, version, standing }, who) =>
      change(id, async (trx, row) => {
        const documents = await documentsOfAgent(trx, id)
        const papers = documents.map(({ kind, issued_on: issuedOn }) => ({ kind, issuedOn }))
        const [gap] = authorityGapsOf(row.kind, papers, today())
        if (standing === 'verified' && gap !== undefined) {
          throw new Fault('bad-request', { field: 'documents', because: gap })
        }
        await changeAgent(trx, { id, version }, { standing, judged_on: today(), judged_by: who.id })
        await audit.append('agent-judged', { actor: who.id, subject: id, detail: { standing } }, trx)
      }),

    async recipientOf(caseId) {
      const agent = (await agentsOfCase(db, caseId)).find(({ standing }) => standing === 'verified')
      if (agent === undefined) return null
      const particulars = await particularsOf(agent, (await caseKeyOf(caseId)).slot)
      if (particulars === null) return null
      const { relation: _relation, ...recipient } = particulars
      return recipient
    },

    async obstaclesOf(caseId, source) {
      const open = (await agentsOfCase(source, caseId)).filter(({ standing }) => standing !== 'withdrawn')
      return open.some(({ standing }) => standing !== 'verified') ? ['authority-unverified'] : []
    },

    blockers: async () => [],
    async holdings(caseId) {
      const sealed = (await agentsOfCase(db, caseId)).filter((row) => row.particulars_sealed !== null)
      return sealed.map(({ id }) => ({ kind: 'personal-columns', id, slot: null, objectId: null }))
    },
    removeRows: (caseId) => db.transaction((trx) => forgetAgents(trx, caseId)),
    canaries: async () => [],
  }
}
