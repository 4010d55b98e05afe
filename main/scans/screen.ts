// Screens scans in the background: page by page, each page's findings written at once, so that a crash costs one page.
import { randomUUID } from 'node:crypto'
import type { Report } from '../jobs/index.ts'
import { Fault } from '../../shared/faults.ts'
import type { PageScreening, Verdict } from '../../shared/screening.ts'
import { RefusedFile } from '../screening/index.ts'
import { held, type ScanParts } from './parts.ts'
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

export interface Screener {
  /** Screens every page without a verdict; a scan that is being screened already just gets its new pages done too. */
  start(scanId: string): void
  /** Stops at once and keeps no page in memory: the desk is being locked. Pages without a verdict wait for the next start. */
  pause(): void
}

/**
 * Documents that are screened at once. Two at once gain a tenth (the reader uses every core already), hold two documents
 * plain in memory, and leave no thread to look into arriving files and show pages.
 */
const documentsAtOnce = 1

export function createScreener({ db, vault, audit, jobs, screening, emit }: ScanParts): Screener {
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
      for (let page = await nextPage(scanId); page; page = await nextPage(scanId)) {
        const done = page.page - 1
        const tell: Report = (step, fraction) => report(step, (done + fraction) / scan.page_count)
        const result = await screenOrCheck(document, page, tell, signal)
        signal.throwIfAborted()
        await writePage(page, result)
        emit('scans.changed', { id: scanId })
      }
    } finally {
      document?.fill(0)
      leave()
    }
  }

  /** A page whose pixels turn out to be broken, though the file looked whole, is a person's to judge. */
  async function screenOrCheck(
    document: Buffer,
    page: PageRow,
    tell: Report,
    signal: AbortSignal,
  ): Promise<PageScreening> {
    try {
      return await screening.screenPage(document, page.page - 1, tell, signal)
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      const { width, height, turn } = page
      return { width, height, turn, document: 'other', verdict: 'check', ms: 0, findings: [] }
    }
  }

  /** The first page without a verdict; when there is none the scan is screened, in the same transaction. */
  async function nextPage(scanId: string): Promise<PageRow | null> {
    return db.transaction(async (trx) => {
      const pages = await pageRows(trx, scanId)
      const next = pages.find((page) => page.verdict === null)
      if (next) return next
      const { stage } = await scanRow(trx, scanId)
      if (stage !== 'received') return null
      await changeScan(trx, scanId, { stage: 'screened' })
      const flagged = pages.filter((page) => page.verdict === 'flagged').length
      await audit.append(
        'scan-screened',
        { actor: null, subject: scanId, detail: { pages: pages.length, flagged } },
        trx,
      )
      return null
    })
  }

  async function writePage(page: PageRow, result: PageScreening): Promise<void> {
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
      await changePage(trx, scanId, page.page, {
        turn: now.turned_by === 'person' ? now.turn : result.turn,
        document: result.document,
        verdict: verdictFor(now, result),
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
    pause() {
      stop.abort(new Fault('cancelled'))
      stop = new AbortController()
      running.clear()
    },
  }
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
