// The sequence of a wipe: each step noted before and after, each repeatable, so that a killed wipe goes on where it stopped.
import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/dates.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import { wipeStages, type Certificate, type WipeStage } from '../../shared/ipc/parts.ts'
import { canonicalJson, type Audit } from '../audit/index.ts'
import { truncateJournal, type Database } from '../db/index.ts'
import type { Report } from '../jobs/index.ts'
import type { Storage, Vault } from '../vault/index.ts'
import { sealCertificate } from './certificate.ts'
import type { WipedCases, WipeHolder } from './holder.ts'
import { patternsOf } from './patterns.ts'
import { gatherPlan } from './plan.ts'
import { searchFolder } from './raw-search.ts'
import {
  changeWipe,
  noteStepBegun,
  noteStepEnded,
  wipeRow,
  type Plan,
  type Verification,
  type WipeRow,
} from './store.ts'

export interface StepParts {
  db: Database
  vault: Vault
  audit: Audit
  holders: readonly WipeHolder[]
  cases: WipedCases
  storage: Storage
  dataFolder: string
  appVersion: string
  now(): Instant
  changed(wipeId: string): void
}

/**
 * Carries the wipe on from where it stands to its end, or to where it needs somebody to sign in (returns; call again then).
 * A step that fails ends the wipe as FAILED with a certificate that says why; bugs are thrown on after that.
 */
export async function carryOn(parts: StepParts, wipeId: string, report: Report, signal: AbortSignal): Promise<void> {
  const memory: Memory = { keys: [], keysSearched: 0 }
  try {
    for (;;) {
      const row = await present(parts.db, wipeId)
      const step = nextStep(row)
      if (row.result !== 'running' || step === null) return
      if (needsKey(step) && !parts.vault.isUnlocked()) return
      signal.throwIfAborted()
      report(step, wipeStages.indexOf(step) / wipeStages.length)
      await noteStepBegun(parts.db, wipeId, step, parts.now())
      const outcome = await take(parts, row, step, memory, report, signal)
      if (outcome === 'traces-found') return await fail(parts, wipeId, 'verified: traces-found')
      await noteDone(parts, row, step)
      parts.changed(wipeId)
    }
  } catch (error) {
    // Stopped, or locked in the middle: nothing failed, it goes on later.
    if (signal.aborted || (error instanceof Fault && error.code === 'not-signed-in')) throw error
    const row = await present(parts.db, wipeId)
    await fail(parts, wipeId, `${nextStep(row) ?? row.stage}: ${wordOf(error)}`)
    throw error
  } finally {
    for (const bytes of memory.keys) bytes.fill(0)
  }
}

/** Known only between destroying and searching, and only in memory: a note on the disk would be a copy of what was destroyed. */
interface Memory {
  keys: Buffer[]
  keysSearched: number
}

/** 'planned' is a step of its own until the plan is stored. */
function nextStep(row: WipeRow): WipeStage | null {
  if (row.plan === null) return 'planned'
  return wipeStages[wipeStages.indexOf(row.stage) + 1] ?? null
}

function needsKey(step: WipeStage): boolean {
  return step === 'planned' || step === 'certified'
}

async function take(
  parts: StepParts,
  row: WipeRow,
  step: WipeStage,
  memory: Memory,
  report: Report,
  signal: AbortSignal,
): Promise<'done' | 'traces-found'> {
  switch (step) {
    case 'planned':
      await parts.cases.recordWipeStarted(row.caseId, row.id, { id: row.operatorId })
      // Only now: nothing can join the case any more.
      await changeWipe(parts.db, row.id, { plan: await gatherPlan(parts.vault, parts.holders, row.caseId) })
      return 'done'
    case 'keys-destroyed':
      // All of them first: without its case's key, a document's key can no longer be known.
      for (const slot of planOf(row).slots) await rememberTraces(parts.vault, slot, memory)
      for (const slot of planOf(row).slots) await parts.vault.destroyKey(slot)
      return 'done'
    case 'files-removed':
      for (const { objectId } of planOf(row).files) await parts.vault.shredObject(objectId)
      return 'done'
    case 'rows-removed':
      for (const holder of parts.holders) await holder.removeRows(row.caseId)
      return 'done'
    case 'database-truncated':
      await truncateJournal(parts.db)
      return 'done'
    case 'verified': {
      const verification = await search(parts, planOf(row), memory, report, signal)
      await changeWipe(parts.db, row.id, { verification })
      return verification.hits.length === 0 ? 'done' : 'traces-found'
    }
    case 'certified':
      if (row.certificate?.result !== 'WIPED') await certify(parts, row, 'WIPED', null)
      await parts.cases.recordWipeFinished(row.caseId, row.id)
      return 'done'
    default:
      return unreachable(step)
  }
}

/** A key whose slot is damaged, or whose parent is gone, has no bytes to know; it is destroyed all the same. */
async function rememberTraces(vault: Vault, slot: Plan['slots'][number], memory: Memory): Promise<void> {
  try {
    memory.keys.push(...(await vault.keyTraces(slot)))
    memory.keysSearched += 1
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
}

async function search(
  parts: StepParts,
  plan: Plan,
  memory: Memory,
  report: Report,
  signal: AbortSignal,
): Promise<Verification> {
  const patterns = patternsOf({
    heads: plan.files.flatMap(({ objectId, head }) =>
      head === null ? [] : [{ objectId, head: Buffer.from(head, 'hex') }],
    ),
    keys: memory.keys,
    canaries: plan.canaries.map((hex) => Buffer.from(hex, 'hex').toString()),
  })
  const start = wipeStages.indexOf('verified')
  const tell = (fraction: number): void => report('verified', (start + fraction) / wipeStages.length)
  const found = await searchFolder(parts.dataFolder, patterns, tell, signal)
  return { ...found, patterns: patterns.length, keysSearched: memory.keysSearched }
}

async function noteDone(parts: StepParts, row: WipeRow, step: WipeStage): Promise<void> {
  await parts.db.transaction(async (trx) => {
    await noteStepEnded(trx, row.id, step, parts.now())
    await changeWipe(trx, row.id, step === 'certified' ? { stage: step, result: 'WIPED' } : { stage: step })
    // The last step's entry is the certificate's.
    if (step === 'certified') return
    await parts.audit.append('wipe-step', { actor: row.operatorId, subject: row.id, detail: { step } }, trx)
  })
}

async function certify(
  parts: StepParts,
  row: WipeRow,
  result: Certificate['result'],
  failure: string | null,
): Promise<void> {
  const endedAt = parts.now()
  const { fileSystem, mountOptions, warnings } = parts.storage
  const certificate = await sealCertificate(parts.vault, {
    format: 'privacy-desk-wipe-certificate/1',
    result,
    failure,
    caseNumber: row.caseNumber,
    wipeId: row.id,
    startedAt: row.startedAt,
    endedAt,
    operator: row.operatorId,
    approver: await parts.cases.approverOf(row.caseId),
    appVersion: parts.appVersion,
    medium: { fileSystem, mountOptions, warnings },
    objects: row.plan?.objects ?? [],
    verification: row.verification ?? { filesSearched: 0, bytesSearched: 0, patterns: 0, keysSearched: 0, hits: [] },
    outside: row.outside,
    backupsExpireOn: null,
    previousEntryHash: await parts.audit.head(),
  })
  const sha256 = createHash('sha256').update(canonicalJson(certificate)).digest('hex')
  await parts.db.transaction(async (trx) => {
    await changeWipe(trx, row.id, { certificate, endedAt })
    const detail = { result, certificate: sha256 }
    await parts.audit.append('wipe-finished', { actor: row.operatorId, subject: row.id, detail }, trx)
  })
}

/** The case stays 'wiping'. Without the desk key the certificate of the failure waits for the next sign-in. */
async function fail(parts: StepParts, wipeId: string, failure: string): Promise<void> {
  await changeWipe(parts.db, wipeId, { result: 'FAILED', failure })
  await certifyFailure(parts, wipeId)
  parts.changed(wipeId)
}

/** Repeatable. */
export async function certifyFailure(parts: StepParts, wipeId: string): Promise<void> {
  const row = await present(parts.db, wipeId)
  if (row.result !== 'FAILED' || row.certificate !== null || !parts.vault.isUnlocked()) return
  await certify(parts, row, 'FAILED', row.failure)
}

async function present(db: Database, wipeId: string): Promise<WipeRow> {
  const row = await wipeRow(db, wipeId)
  if (row === null) throw new Fault('not-found')
  return row
}

function planOf(row: WipeRow): Plan {
  if (row.plan === null) throw new Error('A wipe went past its plan without one.')
  return row.plan
}

/** A closed word for the certificate: a fault's or the system's code, never a message. */
function wordOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return 'unexpected'
}
