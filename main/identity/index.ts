// The check of identity: the copy of the ID against the form and the rules of the day; what it found, and what must be mended.
import { randomUUID } from 'node:crypto'
import type { Obstacle } from '../../shared/cases.ts'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import { identityDetailsSchema, type IdentityCheck } from '../../shared/ipc/belongings.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { CorrectionItem } from '../../shared/letters.ts'
import { idDocumentOn, type DatedVersion } from '../../shared/rules/dated/index.ts'
import type { PresentedId } from '../../shared/rules/dated/id-documents.ts'
import { assessIdentity } from '../../shared/rules/identity-check.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import { keyUnlessWiped, type CaseKeyOf, type KeySlot, type Vault } from '../vault/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import { addCheck, checksOfCase, forgetDetails, type CheckRow } from './store.ts'

export interface IdentityParts {
  db: Database
  vault: Vault
  audit: Audit
  caseKeyOf: CaseKeyOf
  ruleVersions(): Promise<DatedVersion[]>
  /** When something last happened that a check made before it does not speak for; null: nothing has. */
  doubtedAt(caseId: string, source: Database | Transaction): Promise<Instant | null>
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}

export interface Identity extends WipeHolder {
  ofCase(request: CallRequest<'identity.ofCase'>): Promise<CallAnswer<'identity.ofCase'>>
  /** Faults: not-found, wrong-stage, bad-request {field: 'reason'} (a difference is accepted without saying why). */
  record(request: CallRequest<'identity.record'>, who: Person): Promise<CallAnswer<'identity.ofCase'>>
  /** What the newest check says must be mended; empty when it verified, or when nobody checked. */
  needsOf(caseId: string): Promise<CorrectionItem[]>
  obstaclesOf(caseId: string, source: Database | Transaction): Promise<readonly Obstacle[]>
}

export function createIdentity(parts: IdentityParts): Identity {
  const { db, vault, audit, caseKeyOf, ruleVersions, doubtedAt, nameOf, now, today, emit } = parts
  const column = 'identity_checks.details'

  async function checkOf(row: CheckRow, slot: KeySlot | null): Promise<IdentityCheck> {
    const { details_sealed: sealed } = row
    return {
      id: row.id,
      idKind: row.id_kind,
      method: row.method,
      result: row.result,
      needs: row.needs,
      accepted: row.accepted,
      checkedOn: row.checked_on,
      checkedBy: await nameOf(row.checked_by),
      details:
        sealed === null || slot === null
          ? null
          : identityDetailsSchema.parse(JSON.parse(await vault.openColumn(slot, column, row.id, sealed))),
    }
  }

  /** Of what was sent in since the last doubt. */
  async function standingCheck(caseId: string, source: Database | Transaction): Promise<CheckRow | null> {
    const last = (await checksOfCase(source, caseId)).at(-1)
    if (last === undefined) return null
    const doubt = await doubtedAt(caseId, source)
    return doubt === null || last.checked_at >= doubt ? last : null
  }

  async function ofCase(caseId: string): Promise<CallAnswer<'identity.ofCase'>> {
    const slot = await keyUnlessWiped(caseKeyOf, caseId)
    const standing = await standingCheck(caseId, db)
    const checks = await Promise.all((await checksOfCase(db, caseId)).map((row) => checkOf(row, slot)))
    return { checks: checks.toReversed(), standsId: standing?.id ?? null }
  }

  return {
    ofCase: ({ caseId }) => ofCase(caseId),

    async record({ caseId, idKind, method, presented, isLegible, showsForbiddenField, accepted, details }, who) {
      if (accepted.length > 0 && details.reason === '') throw new Fault('bad-request', { field: 'reason' })
      refuseImpossible(presented, today())
      const { slot } = await caseKeyOf(caseId)
      const rule = idDocumentOn(await ruleVersions(), idKind, today())
      const seen = { presented, isLegible, showsForbiddenField, accepted, onId: details.onId, onForm: details.onForm }
      const { needs } = assessIdentity(rule?.content ?? null, seen, today())
      const id = randomUUID()
      const sealed = await vault.sealColumn(slot, column, id, JSON.stringify(details))
      const result = needs.length === 0 ? 'verified' : 'to-mend'
      await db.transaction(async (trx) => {
        const before = await checksOfCase(trx, caseId)
        await addCheck(trx, {
          id,
          case_id: caseId,
          position: before.length + 1,
          id_kind: idKind,
          rule_id: rule?.id ?? null,
          method,
          result,
          needs,
          accepted: [...accepted],
          checked_on: today(),
          checked_at: now(),
          checked_by: who.id,
          details_sealed: sealed,
        })
        const detail = { check: id, idKind, method, result, needs: needs.join(' '), accepted: accepted.join(' ') }
        await audit.append('identity-checked', { actor: who.id, subject: caseId, detail }, trx)
      })
      emit('cases.changed', { id: caseId })
      return ofCase(caseId)
    },

    needsOf: async (caseId) => (await standingCheck(caseId, db))?.needs ?? [],

    async obstaclesOf(caseId, source) {
      return (await standingCheck(caseId, source))?.result === 'verified' ? [] : ['identity-unchecked']
    },

    blockers: async () => [],
    async holdings(caseId) {
      const sealed = (await checksOfCase(db, caseId)).filter((row) => row.details_sealed !== null)
      return sealed.map(({ id }) => ({ kind: 'personal-columns', id, slot: null, objectId: null }))
    },
    removeRows: (caseId) => db.transaction((trx) => forgetDetails(trx, caseId)),
    canaries: async () => [],
  }
}

/** A document that says it will be issued, or ran out before it was, was misread or is none. */
function refuseImpossible({ issuedOn, expiresOn }: PresentedId, today: CalendarDate): void {
  if (issuedOn === null) return
  if (issuedOn > today) throw new Fault('impossible-date', { field: 'issuedOn', because: 'in-the-future' })
  if (expiresOn !== null && expiresOn < issuedOn) {
    throw new Fault('impossible-date', { field: 'expiresOn', because: 'before-what-it-follows' })
  }
}
