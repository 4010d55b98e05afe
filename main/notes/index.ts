// What the desk writes down for itself beside a case: internal notes, which no letter can reach, and links to other cases.
import { randomUUID } from 'node:crypto'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { Audit } from '../audit/index.ts'
import type { Database } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import { keyUnlessWiped, type CaseKeyOf, type Vault } from '../vault/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import { addLink, addNote, linksOfCase, notesOfCase, removeLink, removeNotes } from './store.ts'

export interface NoteParts {
  db: Database
  vault: Vault
  audit: Audit
  caseKeyOf: CaseKeyOf
  /** Fault: not-found. */
  numberOf(caseId: string): Promise<string>
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}

export interface Notes extends WipeHolder {
  ofCase(request: CallRequest<'notes.ofCase'>): Promise<CallAnswer<'notes.ofCase'>>
  /** Faults: not-found, wrong-stage. */
  write(request: CallRequest<'notes.write'>, who: Person): Promise<CallAnswer<'notes.ofCase'>>
  /** Faults: not-found, bad-request {field: 'otherId'} (a case with itself). */
  link(request: CallRequest<'notes.link'>, who: Person): Promise<CallAnswer<'notes.ofCase'>>
  unlink(request: CallRequest<'notes.unlink'>, who: Person): Promise<CallAnswer<'notes.ofCase'>>
}

export function createNotes({ db, vault, audit, caseKeyOf, numberOf, nameOf, now, today, emit }: NoteParts): Notes {
  const column = 'case_notes.text'

  async function ofCase(caseId: string): Promise<CallAnswer<'notes.ofCase'>> {
    const slot = await keyUnlessWiped(caseKeyOf, caseId)
    const notes = []
    for (const row of slot === null ? [] : await notesOfCase(db, caseId)) {
      if (slot === null || row.text_sealed === null) continue
      const text = await vault.openColumn(slot, column, row.id, row.text_sealed)
      notes.push({ id: row.id, at: row.written_at, by: await nameOf(row.written_by), text })
    }
    const links = []
    for (const row of await linksOfCase(db, caseId)) {
      const otherId = row.case_id === caseId ? row.other_id : row.case_id
      links.push({
        caseId: otherId,
        number: await numberOf(otherId),
        on: row.linked_on,
        by: await nameOf(row.linked_by),
      })
    }
    return { notes, links }
  }

  /** Which way round two cases are linked makes no difference. */
  function pairOf(caseId: string, otherId: string): [string, string] {
    if (caseId === otherId) throw new Fault('bad-request', { field: 'otherId' })
    return caseId < otherId ? [caseId, otherId] : [otherId, caseId]
  }

  function changed(...caseIds: string[]): void {
    for (const id of caseIds) emit('cases.changed', { id })
  }

  return {
    ofCase: ({ caseId }) => ofCase(caseId),

    async write({ caseId, text }, who) {
      const { slot } = await caseKeyOf(caseId)
      const id = randomUUID()
      const sealed = await vault.sealColumn(slot, column, id, text)
      await db.transaction(async (trx) => {
        await addNote(trx, { id, case_id: caseId, written_at: now(), written_by: who.id, text_sealed: sealed })
        await audit.append('note-written', { actor: who.id, subject: caseId, detail: { note: id } }, trx)
      })
      changed(caseId)
      return ofCase(caseId)
    },

    async link({ caseId, otherId }, who) {
      const [one, other] = pairOf(caseId, otherId)
      await Promise.all([numberOf(one), numberOf(other)])
      await db.transaction(async (trx) => {
        await addLink(trx, { case_id: one, other_id: other, linked_on: today(), linked_by: who.id })
        await audit.append('cases-linked', { actor: who.id, subject: caseId, detail: { other: otherId } }, trx)
      })
      changed(one, other)
      return ofCase(caseId)
    },

    async unlink({ caseId, otherId }, who) {
      const [one, other] = pairOf(caseId, otherId)
      await db.transaction(async (trx) => {
        await removeLink(trx, one, other)
        await audit.append('cases-unlinked', { actor: who.id, subject: caseId, detail: { other: otherId } }, trx)
      })
      changed(one, other)
      return ofCase(caseId)
    },

    blockers: async () => [],
    async holdings(caseId) {
      const rows = await notesOfCase(db, caseId)
      return rows.map(({ id }) => ({ kind: 'personal-columns', id, slot: null, objectId: null }))
    },
    /** Links stay: they hold two ids, and lead to the ledger row that is left. */
    removeRows: (caseId) => db.transaction((trx) => removeNotes(trx, caseId)),
    canaries: async () => [],
  }
}
