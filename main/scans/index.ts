// Scans of arrived mail: screened, decided, masked, filed to a case, and forgotten. The folder's whole public face.
import type { Obstacle } from '../../shared/cases.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { Person, Scan, ScanSummary } from '../../shared/ipc/parts.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import { createArranging } from './arrange.ts'
import { createArrivals, type Arrivals } from './arrive.ts'
import { createFilingByCode } from './by-code.ts'
import { createDividing } from './divide.ts'
import { createFiling } from './file.ts'
import { createIdentityReader } from './identity.ts'
import { createMasking } from './mask.ts'
import type { ScanParts } from './parts.ts'
import { createPictures } from './picture.ts'
import { createReview } from './review.ts'
import { createScreener, type Screener } from './screen.ts'
import {
  pageRows,
  findingRows,
  scanRecord,
  scanRow,
  scansInterrupted,
  scansInWork,
  scansOfCase,
  type ScanRow,
} from './store.ts'
import { filingNote, unexaminedScans } from './sheet-store.ts'
import { scanOf, summaryOf } from './view.ts'
import { createScanHolder, scanObstacles } from './wiping.ts'

export type { Arrival, Arrivals, KnownScan, Place } from './arrive.ts'
export type { ScanParts } from './parts.ts'
export type { SheetCases } from './sheet-cases.ts'

type ScanCall =
  | 'picture'
  | 'readIdentity'
  | 'screenAgain'
  | 'turnPage'
  | 'leaveOutPage'
  | 'arrangePages'
  | 'decide'
  | 'addFinding'
  | 'removeFinding'
  | 'confirmPage'
  | 'prepare'
  | 'reopen'
  | 'finish'
  | 'file'
  | 'discard'
  | 'undoFiling'

/** Each method named like a call of the contract answers it. */
export type Scans = {
  [Call in ScanCall]: (request: CallRequest<`scans.${Call}`>, who: Person) => Promise<CallAnswer<`scans.${Call}`>>
} & {
  inbox(): Promise<CallAnswer<'scans.inbox'>>
  get(request: CallRequest<'scans.get'>): Promise<Scan>
  /** Summaries of the scans filed to a case, oldest first. */
  scansOf(caseId: string): Promise<ScanSummary[]>
  /** Whether the paper beside a scan may go: its pages were read, and nothing is under way on them. */
  paperMayGo(scanId: string): Promise<boolean>
  /** What stands in a case's way because of its scans; read in the transaction that asks. */
  obstaclesOf(caseId: string, source: Database | Transaction): Promise<readonly Obstacle[]>
  /** For intake alone. */
  arrivals: Arrivals
  /** After sign-in: ends what a crash interrupted, and screens what was not screened. */
  resume(): Promise<void>
  /** Has the readers loaded for whoever works on scans; given up by `pause`. */
  warm(): void
  /** Before locking: no page stays in memory. */
  pause(): void
} & WipeHolder

export function createScans(parts: ScanParts): Scans {
  const { db, vault, deskSettings, paper, emit } = parts
  const filing = createFiling(parts)
  const byCode = createFilingByCode(parts, filing)
  const screener: Screener = createScreener(parts, {
    divide: (...batch) => dividing.divide(...batch),
    examine: byCode.examine,
  })
  const arrivals = createArrivals(parts, screener)
  const dividing = createDividing(parts, arrivals)
  const review = createReview(parts, screener)
  const arranging = createArranging(parts)
  const masking = createMasking(parts)
  const identity = createIdentityReader(parts)
  /** Scans with a step under way in this run of the app; `resume` after a mere lock must leave them alone. */
  const atWork = new Set<string>()

  async function atWorkOn<T>(id: string, work: () => Promise<T>): Promise<T> {
    // Two of them on one scan: the second meets the row's step and is refused, and must not end the first one's mark.
    const isOuter = !atWork.has(id)
    atWork.add(id)
    try {
      return await work()
    } finally {
      if (isOuter) atWork.delete(id)
    }
  }

  async function get(id: string): Promise<Scan> {
    const record = await scanRecord(db, id)
    return scanOf(record, await filingNote(db, id), await paper.ofScan(id), await deskSettings(), vault)
  }

  /** News first, then the scan as it now is. */
  async function changed(id: string): Promise<Scan> {
    emit('scans.changed', { id })
    return get(id)
  }

  async function summaries(scans: ScanRow[]): Promise<ScanSummary[]> {
    const settings = await deskSettings()
    const result: ScanSummary[] = []
    for (const scan of scans) {
      const record = { scan, pages: await pageRows(db, scan.id), findings: await findingRows(db, scan.id) }
      const filed = await filingNote(db, scan.id)
      result.push(await summaryOf(record, filed, await paper.ofScan(scan.id), settings, vault))
    }
    return result
  }

  async function goOn(scan: ScanRow): Promise<void> {
    switch (scan.step) {
      case 'none':
        return screener.start(scan.id)
      case 'preparing':
      case 'dropping':
        return masking.dropMasked(scan.id)
      case 'finishing':
        return masking.completeFinish(scan)
      case 'returning':
        return masking.completeReturn(scan)
      case 'filing':
        return filing.completeFiling(scan)
      default:
        return unreachable(scan.step)
    }
  }

  return {
    inbox: async () => ({ scans: await summaries(await scansInWork(db, await paper.heldWithoutCase())) }),
    get: ({ id }) => get(id),
    picture: createPictures(parts),
    readIdentity: identity.read,
    async screenAgain(request, who) {
      await changed(await review.screenAgain(request, who))
      return {}
    },
    turnPage: async (request, who) => changed(await review.turnPage(request, who)),
    leaveOutPage: async (request, who) => changed(await arranging.leaveOutPage(request, who)),
    arrangePages: async (request, who) => changed(await arranging.arrangePages(request, who)),
    decide: async (request, who) => changed(await review.decide(request, who)),
    addFinding: async (request, who) => changed(await review.addFinding(request, who)),
    removeFinding: async (request, who) => changed(await review.removeFinding(request, who)),
    confirmPage: async (request, who) => changed(await review.confirmPage(request, who)),
    async prepare(request, who) {
      const prepared = await atWorkOn(request.id, () => masking.prepare(request, who))
      const scan = await changed(request.id)
      return prepared.kind === 'prepared' ? { kind: 'prepared', scan } : prepared
    },
    async reopen(request, who) {
      await atWorkOn(request.id, () => masking.reopen(request, who))
      return changed(request.id)
    },
    async finish(request, who) {
      await atWorkOn(request.id, () => masking.finish(request, who))
      return changed(request.id)
    },
    async file(request, who) {
      await atWorkOn(request.id, () => filing.file(request, who))
      emit('cases.changed', { id: request.caseId })
      return changed(request.id)
    },
    async undoFiling(request, who) {
      await atWorkOn(request.id, () => byCode.undo(request, who))
      return changed(request.id)
    },
    async discard(request, who) {
      await atWorkOn(request.id, () => masking.discard(request, who))
      return changed(request.id)
    },
    obstaclesOf: (caseId, source) => scanObstacles(source, caseId),
    scansOf: async (caseId) => summaries(await scansOfCase(db, caseId)),
    async paperMayGo(scanId) {
      const { stage, step } = await scanRow(db, scanId)
      return stage !== 'received' && step === 'none'
    },
    arrivals,
    async resume() {
      for (const scan of await scansInterrupted(db)) {
        if (atWork.has(scan.id)) continue
        try {
          await goOn(scan)
        } catch (error) {
          // One damaged scan must not keep the others from going on; the row still says what to do at the next start.
          if (!(error instanceof Fault)) throw error
        }
        emit('scans.changed', { id: scan.id })
      }
      // A crash came between their screening and the look at their code.
      for (const id of await unexaminedScans(db)) {
        await byCode.examine(id)
        emit('scans.changed', { id })
      }
    },
    warm: screener.warm,
    pause() {
      screener.pause()
      identity.forget()
    },
    ...createScanHolder(parts),
  }
}
