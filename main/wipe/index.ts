// The wipe of a case: planned, carried out step by step, verified, certified; goes on after a crash.
import { randomUUID } from 'node:crypto'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Certificate, Person, Wipe } from '../../shared/ipc/parts.ts'
import type { Emit, Jobs } from '../jobs/index.ts'
import type { Papers } from '../paper/index.ts'
import type { Screening } from '../screening/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { certificateHtml } from './certificate-letter.ts'
import { certificateFile, checkCertificate } from './certificate.ts'
import { gatherObjects } from './plan.ts'
import { carryOn, certifyFailure, type StepParts } from './steps.ts'
import {
  addWipe,
  changeWipe,
  countWipes,
  pageOfWipes,
  unfinishedWipes,
  wipeOfCase,
  wipeRow,
  type WipeRow,
} from './store.ts'

export type { WipeBlocker, WipedCases, WipeHolder, WipeHolding } from './holder.ts'

export interface Wipes {
  plan(request: CallRequest<'wipes.plan'>): Promise<CallAnswer<'wipes.plan'>>
  /**
   * Begins, or begins again after a failure, and returns at once; `wipes.changed` tells each step. Fault: wrong-stage {by} with the
   * first blocker.
   */
  start(request: CallRequest<'wipes.start'>, who: Person): Promise<CallAnswer<'wipes.start'>>
  get(request: CallRequest<'wipes.get'>): Promise<CallAnswer<'wipes.get'>>
  list(request: CallRequest<'wipes.list'>): Promise<CallAnswer<'wipes.list'>>
  certificatePicture(request: CallRequest<'wipes.certificatePicture'>): Promise<CallAnswer<'wipes.certificatePicture'>>
  saveCertificate(
    request: CallRequest<'wipes.saveCertificate'>,
    who: Person,
  ): Promise<CallAnswer<'wipes.saveCertificate'>>
  printCertificate(
    request: CallRequest<'wipes.printCertificate'>,
    who: Person,
  ): Promise<CallAnswer<'wipes.printCertificate'>>
  checkCertificate(): Promise<CallAnswer<'wipes.checkCertificate'>>
  /** Lets unfinished wipes go on: at start, and after each sign-in, because the certificate needs the desk key. */
  resume(): Promise<void>
}

export interface WipeParts extends Omit<StepParts, 'changed'> {
  jobs: Jobs
  emit: Emit
  papers: Papers
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  dialogs: Pick<Surroundings['dialogs'], 'save' | 'chooseCertificate'>
  screening: Pick<Screening, 'paper'>
  settings(): Promise<CallAnswer<'settings.desk'>>
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
}

export function createWipes(parts: WipeParts): Wipes {
  const { db, vault, audit, holders, cases, jobs, emit } = parts
  const steps: StepParts = { ...parts, changed: (id) => emit('wipes.changed', { id }) }
  const underWay = new Set<string>()
  /** The PDF that was looked at last: every page of it is asked for by itself. */
  let lastPdf: { seal: string; pdf: Uint8Array } | null = null

  async function blockersOf(caseId: string): Promise<Awaited<ReturnType<(typeof holders)[number]['blockers']>>> {
    return (await Promise.all(holders.map((holder) => holder.blockers(caseId)))).flat()
  }

  function begin(id: string): void {
    if (underWay.has(id)) return
    underWay.add(id)
    jobs.start('wipe', id, async (report, signal) => {
      try {
        await carryOn(steps, id, report, signal)
      } finally {
        underWay.delete(id)
        emit('wipes.changed', { id })
      }
    })
  }

  async function existing(id: string): Promise<WipeRow> {
    const row = await wipeRow(db, id)
    if (row === null) throw new Fault('not-found')
    return row
  }

  async function certificateOf(id: string): Promise<Certificate> {
    const { certificate } = await existing(id)
    if (certificate === null) throw new Fault('not-found')
    return certificate
  }

  async function pdfOf(certificate: Certificate): Promise<Uint8Array> {
    if (lastPdf?.seal === certificate.seal) return lastPdf.pdf
    const { company } = await parts.settings()
    const pdf = await parts.paper.pdfOf(await certificateHtml(parts.papers, certificate, company))
    lastPdf = { seal: certificate.seal, pdf }
    return pdf
  }

  /** The same wipe, from its first step: every step is repeatable, and a failed one may have left anything behind. */
  async function beginAgain(row: WipeRow, outside: WipeRow['outside'], who: Person): Promise<void> {
    await db.transaction(async (trx) => {
      const fresh = {
        stage: 'planned',
        result: 'running',
        failure: null,
        verification: null,
        certificate: null,
      } as const
      await changeWipe(trx, row.id, { ...fresh, outside, operatorId: who.id })
      await audit.append(
        'wipe-started',
        { actor: who.id, subject: row.id, detail: { case: row.caseId, again: 1 } },
        trx,
      )
    })
  }

  async function add(caseId: string, outside: WipeRow['outside'], who: Person): Promise<string> {
    const [blocker] = await blockersOf(caseId)
    if (blocker !== undefined) throw new Fault('wrong-stage', { by: blocker })
    const id = randomUUID()
    const row = {
      id,
      caseId,
      caseNumber: await cases.numberOf(caseId),
      operatorId: who.id,
      startedAt: parts.now(),
      outside,
    }
    await db.transaction(async (trx) => {
      await addWipe(trx, row)
      await audit.append('wipe-started', { actor: who.id, subject: id, detail: { case: caseId } }, trx)
    })
    return id
  }

  return {
    async plan({ caseId }) {
      const row = await wipeOfCase(db, caseId)
      if (row?.result === 'WIPED') return { kind: 'blocked', by: ['already-wiped'] }
      if (row?.plan) return { kind: 'ready', objects: row.plan.objects }
      const by = await blockersOf(caseId)
      if (by.length > 0) return { kind: 'blocked', by: [...new Set(by)] }
      return { kind: 'ready', objects: await gatherObjects(vault, holders, caseId) }
    },
    async start({ caseId, outside }, who) {
      const row = await wipeOfCase(db, caseId)
      if (row?.result === 'WIPED') throw new Fault('wrong-stage', { by: 'already-wiped' })
      if (row?.result === 'FAILED') await beginAgain(row, outside, who)
      const id = row?.id ?? (await add(caseId, outside, who))
      begin(id)
      return wipeOf(await existing(id))
    },
    get: async ({ id }) => wipeOf(await existing(id)),
    async list(page) {
      const rows = []
      for (const { operatorId, ...row } of await pageOfWipes(db, page)) {
        rows.push({ ...row, operator: await parts.nameOf(operatorId) })
      }
      return { total: await countWipes(db), rows }
    },
    async certificatePicture({ id, page, longSidePx }) {
      const pdf = await pdfOf(await certificateOf(id))
      const { picture, pageCount } = await parts.screening.paper(pdf, page - 1, longSidePx)
      return { ...picture, bytes: new Uint8Array(picture.bytes), pageCount }
    },
    async saveCertificate({ id, as }, who) {
      const certificate = await certificateOf(id)
      const bytes = as === 'pdf' ? await pdfOf(certificate) : certificateFile(certificate)
      if (!(await parts.dialogs.save(`破棄証明書-${certificate.caseNumber}.${as}`, bytes))) return { kind: 'cancelled' }
      await audit.append('certificate-saved', { actor: who.id, subject: id, detail: { as } })
      return { kind: 'saved' }
    },
    async printCertificate({ id, printer }, who) {
      const certificate = await certificateOf(id)
      await parts.paper.print(await pdfOf(certificate), printer, `certificate-${certificate.caseNumber}`)
      await audit.append('certificate-printed', { actor: who.id, subject: id })
      return {}
    },
    async checkCertificate() {
      const file = await parts.dialogs.chooseCertificate()
      return file === null ? { kind: 'cancelled' } : checkCertificate(vault, file)
    },
    async resume() {
      for (const { id, result } of await unfinishedWipes(db)) {
        if (result === 'running') begin(id)
        else await certifyFailure(steps, id)
      }
    },
  }
}

function wipeOf(row: WipeRow): Wipe {
  const { id, caseId, caseNumber, stage, result, startedAt, certificate } = row
  return { id, caseId, caseNumber, stage, result, startedAt, certificate }
}
