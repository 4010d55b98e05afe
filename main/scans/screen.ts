// Screens scans in the background: page by page, each page's findings written at once, so that a crash costs one page.
import { randomUUID } from 'node:crypto'
import type { Report } from '../jobs/index.ts'
import { Fault } from '../../shared/faults.ts'
import type { PageScreening, Verdict } from '../../shared/screening.ts'
import type { Database, Transaction } from '../db/index.ts'
import { RefusedFile, unseen, type Screening } from '../screening/index.ts'
import { held, type ScanParts } from './parts.ts'
import { writeReading } from './sheet-store.ts'
import {
  changePage,
  changeScan,
  deleteScreenedFindings,
  insertFindings,
  pageRow,
  pageRows,
  scanRow,
  type PageRow,
} from './store.ts'

/** What is known of a page once it was read. */
type ReadSheet = Awaited<ReturnType<Screening['screenSheet']>>

export interface Screener {
  /** Screens every page without a verdict; a scan that is being screened already just gets its new pages done too. */
  start(scanId: string): void
  /** Has the readers loaded before the first page comes, until the desk is locked. */
  warm(): void
  /** Stops at once and keeps no page in memory: the desk is being locked. Pages without a verdict wait for the next start. */
  pause(): void
}

/** What follows once every page was read: a batch is cut at its separators, then each scan goes where its code says. */
export interface AfterScreening {
  /** Ids of the scans that it became; null when it stays one. Fault: changed-meanwhile. */
  divide(scanId: string, document: Uint8Array, report: Report, signal: AbortSignal): Promise<string[] | null>
  examine(scanId: string): Promise<void>
}

/**
 * Documents that are screened at once. Two at once gain a tenth (the reader uses every core already), hold two documents
 * plain in memory, and leave no thread to look into arriving files and show pages.
 */
const documentsAtOnce = 1

export function createScreener(
  { db, vault, audit, jobs, screening, emit }: ScanParts,
  after: AfterScreening,
): Screener {
  /** Each with the pause it belongs to: work that was paused may end after its scan was started anew. */
  const running = new Map<string, AbortSignal>()
  let stop = new AbortController()
  const turnstile = createTurnstile(documentsAtOnce)

  async function screen(scanId: string, report: Report, signal: AbortSignal): Promise<void> {
    report('waiting', 0)
    const leave = await turnstile.enter(signal)
    let document: Buffer | null = null
    try {
      const scan = await scanRow(db, scanId)
      if (scan.stage !== 'received') return
      document = await vault.openObject(held(scan.original_slot), 'scan', held(scan.original_object))
      let scans: string[] | null = null
      while (scans === null) {
        for (let page = await openPage(db, scanId); page; page = await openPage(db, scanId)) {
          const done = page.page - 1
          const tell: Report = (step, fraction) => report(step, (done + fraction) / scan.page_count)
          const read = await screenOrCheck(document, page, tell, signal)
          signal.throwIfAborted()
          await writePage(page, read)
          emit('scans.changed', { id: scanId })
        }
        scans = await divided(scanId, document, report, signal)
      }
      for (const id of scans) {
        await after.examine(id)
        emit('scans.changed', { id })
      }
    } finally {
      document?.fill(0)
      leave()
    }
  }

  /** A page whose pixels turn out to be broken, though the file looked whole, is a person's to judge. */
  async function screenOrCheck(document: Buffer, page: PageRow, tell: Report, signal: AbortSignal): Promise<ReadSheet> {
    try {
      return await screening.screenSheet(document, page.page - 1, tell, signal)
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      const { width, height, turn } = page
      const unread: PageScreening = { width, height, turn, document: 'other', verdict: 'check', ms: 0, findings: [] }
      return {
        screening: unread,
        sheet: { codes: [], isDamaged: false },
        condition: unseen,
      }
    }
  }

  /** The scans that this one became, all screened; null when a page must be screened anew first. */
  async function divided(
    scanId: string,
    document: Buffer,
    report: Report,
    signal: AbortSignal,
  ): Promise<string[] | null> {
    try {
      const parts = await after.divide(scanId, document, report, signal)
      if (parts !== null) return parts
    } catch (error) {
      if (error instanceof Fault && error.code === 'changed-meanwhile') return null
      throw error
    }
    return (await noteScreened(scanId)) ? [scanId] : null
  }

  /** In one transaction with the look whether every page has its verdict. */
  async function noteScreened(scanId: string): Promise<boolean> {
    return db.transaction(async (trx) => {
      if ((await openPage(trx, scanId)) !== null) return false
      const { stage } = await scanRow(trx, scanId)
      if (stage !== 'received') return true
      const pages = await pageRows(trx, scanId)
      await changeScan(trx, scanId, { stage: 'screened' })
      const flagged = pages.filter((page) => page.verdict === 'flagged').length
      await audit.append(
        'scan-screened',
        { actor: null, subject: scanId, detail: { pages: pages.length, flagged } },
        trx,
      )
      return true
    })
  }

  async function writePage(page: PageRow, { screening: result, sheet, condition }: ReadSheet): Promise<void> {
    const { scan_id: scanId } = page
    await db.transaction(async (trx) => {
      const now = await pageRow(trx, scanId, page.page)
      // The page was turned or started anew meanwhile: this result is about an older round.
      if (now.round !== page.round) return
      await deleteScreenedFindings(trx, scanId, page.page)
      await insertFindings(
        trx,
        result.findings.map(({ by, ...finding }) => ({
          ...finding,
          id: randomUUID(),
          scan_id: scanId,
          page: page.page,
          evidence: by,
          source: 'screening',
        })),
      )
      await writeReading(trx, scanId, page.page, sheet)
      await changePage(trx, scanId, page.page, {
        turn: now.turned_by === 'person' ? now.turn : result.turn,
        document: result.document,
        verdict: verdictFor(now, result),
        illegible: JSON.stringify(condition.illegible),
        blank: condition.isBlank ? 1 : 0,
        side: condition.side,
      })
    })
  }

  return {
    start(scanId) {
      if (running.has(scanId)) return
      const paused = stop.signal
      running.set(scanId, paused)
      jobs.start('screen', scanId, async (report, cancelled) => {
        try {
          await screen(scanId, report, AbortSignal.any([paused, cancelled]))
        } catch (error) {
          throw paused.aborted ? new Fault('cancelled', {}, { cause: error }) : error
        } finally {
          if (running.get(scanId) === paused) running.delete(scanId)
          emit('scans.changed', { id: scanId })
        }
      })
    },
    warm: () => void screening.loadReaders(stop.signal),
    pause() {
      stop.abort(new Fault('cancelled'))
      stop = new AbortController()
      running.clear()
    },
  }
}

async function openPage(source: Database | Transaction, scanId: string): Promise<PageRow | null> {
  return (await pageRows(source, scanId)).find((page) => page.verdict === null) ?? null
}

/** Read another way up than a person says the page stands, nothing found means little. */
function verdictFor(page: PageRow, result: PageScreening): Verdict {
  const isReadAskew = page.turned_by === 'person' && page.turn !== result.turn
  return isReadAskew && result.verdict === 'nothing-found' ? 'check' : result.verdict
}

/** Lets so many in at once; the others wait in order and leave the queue when their signal aborts. */
function createTurnstile(places: number): { enter(signal: AbortSignal): Promise<() => void> } {
  let free = places
  const queue: (() => void)[] = []
  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }
  return {
    async enter(signal) {
      signal.throwIfAborted()
      if (free > 0) {
        free -= 1
        return leave
      }
      return new Promise((resolve, reject) => {
        const admit = (): void => {
          signal.removeEventListener('abort', giveUp)
          resolve(leave)
        }
        const giveUp = (): void => {
          queue.splice(queue.indexOf(admit), 1)
          reject(signal.reason)
        }
        queue.push(admit)
        signal.addEventListener('abort', giveUp, { once: true })
      })
    },
  }
}
