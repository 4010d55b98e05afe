// Letters on their way to paper: one, or all that wait in one run; what was handed over is known also after a kill.
import { randomUUID } from 'node:crypto'
import type { Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Notice, Person } from '../../shared/ipc/parts.ts'
import type { HowToPrint, PrintRun, Reprint } from '../../shared/printing.ts'
import type { Audit } from '../audit/index.ts'
import type { Cases } from '../cases/index.ts'
import type { Database } from '../db/index.ts'
import { inTurn, type Emit, type Jobs, type Report } from '../jobs/index.ts'
import type { PostedView } from '../post/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Vault } from '../vault/index.ts'
import { keptPdf } from './kept-pdf.ts'
import { addPrint, handingPrints, notePrinted, printsOf, removePrint, type PrintRow } from './print-store.ts'
import type { Recipients } from './recipients.ts'
import { changeNotice, noticeIds, noticeRow, rowsOf, type NoticeRow } from './store.ts'

export interface PrintingParts {
  db: Database
  vault: Vault
  audit: Audit
  jobs: Jobs
  cases: Pick<Cases, 'numberOf'>
  post: Pick<PostedView, 'postedIds'>
  recipients: Pick<Recipients, 'of' | 'refuseStale'>
  paper: Pick<Surroundings['paper'], 'print'>
  nameOf(personId: string): Promise<string>
  now(): Instant
  emit: Emit
}

export interface Printing {
  /** Faults: not-found, no-printer, print-failed, vault-damaged, address-changed, bad-request {field: 'reprint'}, wrong-stage (an earlier print is unsettled). */
  print(request: CallRequest<'notices.print'>, who: Person): Promise<void>
  /** Never fails for a letter: what became of the run is its answer. */
  printRun(request: CallRequest<'notices.printRun'>, who: Person): Promise<PrintRun>
  /** Faults: not-found, wrong-stage (nothing to settle). */
  settle(request: CallRequest<'notices.settlePrint'>, who: Person): Promise<void>
  toPost(): Promise<CallAnswer<'notices.toPost'>>
  /** Of one letter, oldest first. */
  printsOf(row: NoticeRow): Promise<Notice['prints']>
}

const noteColumn = 'notice_prints.note'

export function createPrinting(parts: PrintingParts): Printing {
  const { db, vault, audit, jobs, cases, post, recipients, paper, nameOf, now, emit } = parts
  /** One letter after the other: two people who print the same one at the same time print it once. */
  const inOrder = inTurn()
  /** Letters that are being handed over right now. */
  const inHand = new Set<string>()

  async function note(row: NoticeRow, print: PrintRow, who: Person): Promise<void> {
    const { reason, copies } = print
    await db.transaction(async (trx) => {
      await notePrinted(trx, print.id)
      if (!(await changeNotice(trx, row.id, { printed_at: print.printed_at }))) throw new Fault('not-found')
      const detail = { caseId: row.case_id, copies }
      if (reason === null) await audit.append('notice-printed', { actor: who.id, subject: row.id, detail }, trx)
      else {
        const again = { ...detail, reason, print: (await printsOf(trx, row.id)).length }
        await audit.append('notice-reprinted', { actor: who.id, subject: row.id, detail: again }, trx)
      }
    })
  }

  async function handOver(
    id: string,
    { printer, how, reprint }: { printer: string; how: HowToPrint; reprint: Reprint | null },
    who: Person,
  ): Promise<NoticeRow> {
    const row = await noticeRow(db, id)
    if ((row.printed_at === null) !== (reprint === null)) throw new Fault('bad-request', { field: 'reprint' })
    if ((await printsOf(db, id)).some(({ stage }) => stage === 'handing')) throw new Fault('wrong-stage')
    // What may not be posted any more is better not put into an envelope; a copy for the file is.
    if (reprint?.reason !== 'copy') await recipients.refuseStale(row)
    const pdf = await keptPdf(vault, row)
    const printId = randomUUID()
    const hasNote = reprint !== null && reprint.note !== ''
    const print: PrintRow = {
      id: printId,
      notice_id: id,
      case_id: row.case_id,
      stage: 'handing',
      printed_at: now(),
      printed_by: who.id,
      copies: how.copies,
      reason: reprint?.reason ?? null,
      note_sealed: hasNote ? await vault.sealColumn(row.key_slot, noteColumn, printId, reprint.note) : null,
    }
    inHand.add(id)
    try {
      // Noted before and after: whoever is killed in between finds the letter named as one that nobody knows the end of.
      await addPrint(db, print)
      try {
        await paper.print(pdf, printer, await cases.numberOf(row.case_id), how)
      } catch (error) {
        await removePrint(db, printId)
        throw error
      } finally {
        pdf.fill(0)
      }
      await note(row, print, who)
      return row
    } finally {
      inHand.delete(id)
    }
  }

  async function run(
    { ids, printer, how }: CallRequest<'notices.printRun'>,
    who: Person,
    report: Report,
    signal: AbortSignal,
  ): Promise<PrintRun> {
    const ended: PrintRun = { printed: 0, failed: [], left: ids.length, endedBy: 'last-letter' }
    const touched = new Set<string>()
    const tell = (): void => {
      for (const caseId of touched) emit('cases.changed', { id: caseId })
    }
    try {
      for (const [index, id] of ids.entries()) {
        if (signal.aborted) {
          ended.endedBy = 'stop'
          break
        }
        report('printing', index / ids.length)
        try {
          touched.add((await inOrder(() => handOver(id, { printer, how, reprint: null }, who))).case_id)
          ended.printed += 1
        } catch (error) {
          if (!(error instanceof Fault)) throw error
          // What stands in the way of one letter is told with it; what stands in the way of all ends the run.
          if (error.code === 'no-printer' || error.code === 'not-signed-in') {
            ended.endedBy = error.code === 'no-printer' ? 'no-printer' : 'lock'
            break
          }
          ended.failed.push({ id, caseNumber: await numberOf(id), code: error.code })
        }
        ended.left -= 1
      }
    } finally {
      tell()
    }
    return ended
  }

  async function numberOf(noticeId: string): Promise<string> {
    try {
      return await cases.numberOf((await noticeRow(db, noticeId)).case_id)
    } catch (error) {
      if (error instanceof Fault && error.code === 'not-found') return ''
      throw error
    }
  }

  return {
    async print({ id, printer, how, reprint }, who) {
      const row = await inOrder(() => handOver(id, { printer, how, reprint }, who))
      emit('cases.changed', { id: row.case_id })
    },

    printRun: (request, who) => jobs.run('print', 'letters', (report, signal) => run(request, who, report, signal)),

    async settle({ id, outcome }, who) {
      const row = await noticeRow(db, id)
      const print = (await printsOf(db, id)).find(({ stage }) => stage === 'handing')
      if (print === undefined || inHand.has(id)) throw new Fault('wrong-stage')
      if (outcome === 'on-paper') await note(row, print, who)
      else await removePrint(db, print.id)
      emit('cases.changed', { id: row.case_id })
    },

    async toPost() {
      const unsettled = new Set((await handingPrints(db)).map((print) => print.notice_id))
      const posted = await post.postedIds()
      const waiting = (await noticeIds(db)).filter((id) => !posted.has(id))
      const found = await Promise.all(
        (await rowsOf(db, waiting)).map(async (row) => ({
          id: row.id,
          caseId: row.case_id,
          caseNumber: await cases.numberOf(row.case_id),
          kind: row.kind,
          madeAt: row.made_at,
          madeBy: await nameOf(row.made_by),
          pageCount: row.page_count,
          printedAt: row.printed_at,
          isUnsettled: unsettled.has(row.id) && !inHand.has(row.id),
          recipientName: (await recipients.of(row))?.name ?? null,
        })),
      )
      return { letters: found }
    },

    async printsOf(row) {
      const prints = (await printsOf(db, row.id)).filter(({ stage }) => stage === 'printed')
      return Promise.all(
        prints.map(async ({ id, printed_at: at, printed_by: by, copies, reason, note_sealed: sealed }) => ({
          at,
          by: await nameOf(by),
          copies,
          reason,
          note: sealed === null ? '' : await vault.openColumn(row.key_slot, noteColumn, id, sealed),
        })),
      )
    },
  }
}
