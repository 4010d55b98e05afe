// Screening: finds what must not be kept on a page, shows pages, and blackens parts of them. The face of this folder.
import { availableParallelism } from 'node:os'
import type { IdentityReading } from '../../shared/identity.ts'
import type { PageCondition, PageScreening, Turn } from '../../shared/screening.ts'
import type { Mask } from '../../shared/rules/screening/left-legible.ts'
import type { Print } from '../../shared/rules/screening/legibility.ts'
import type { SheetReading } from '../../shared/rules/sheet-filing.ts'
import { formatOf, type Inspection } from '../reading/index.ts'
import { LostTask, startPool } from './pool.ts'
import { forkWorker, type StartWorker } from './worker-process.ts'
import type { ReportStep, StageTimes } from './look-at-page.ts'
import type { ScreenedPage } from './screen-page.ts'
import type { EncodedPicture, MaskResult, PaperPage } from './worker-messages.ts'

export { LostTask } from './pool.ts'
export { RefusedFile } from '../reading/index.ts'
export type { Inspection, RefusalReason } from '../reading/index.ts'
export type { ScreeningStep, StageTimes } from './look-at-page.ts'
export type { Mask } from '../../shared/rules/screening/left-legible.ts'
export type { EncodedPicture, MaskResult } from './worker-messages.ts'
export type { StartWorker, WorkerProcess } from './worker-process.ts'

export interface ScreeningOptions {
  /** Folder with the files of resources/models.json. */
  modelsFolder: string
  /** The bundled worker.ts. */
  workerFile: string
  pictures: 'native' | 'wasm'
  /** Processes at most; default one per core, two at most. */
  workers?: number
  pageTimeLimitMs?: number
  /** How a process is started; default as a child of plain Node. */
  startWorker?: StartWorker
}

export interface Screening {
  /** Page count, sizes and format, or why the file is refused. Limits: 200 MB, 100 megapixels a page, 300 pages. */
  inspect(bytes: Uint8Array, signal?: AbortSignal): Promise<Inspection>
  /** Screens one page (0-based index). A page that kills or hangs its worker yields verdict `check`, never a throw; a cancelled one throws the signal's reason. */
  screenPage(bytes: Uint8Array, page: number, report: ReportStep, signal: AbortSignal): Promise<PageScreening>
  /** The same, what the desk's own codes on the page say, and what state the page is in. */
  screenSheet(
    bytes: Uint8Array,
    page: number,
    report: ReportStep,
    signal: AbortSignal,
  ): Promise<{ screening: PageScreening; sheet: SheetReading; condition: PageCondition }>
  /** Some pages (0-based) as a document of their own: TIFF, every pixel as it was. Throws RefusedFile. */
  extract(bytes: Uint8Array, pages: number[], signal: AbortSignal): Promise<Uint8Array>
  /** The same with what was measured; null when the page was lost. For the bench. */
  screenPageTimed(bytes: Uint8Array, page: number, signal: AbortSignal): Promise<MeasuredPage>
  /** The same of one of the desk's own PDFs, which goes quicker: `page` from 0, past the end the last one. Throws RefusedFile. */
  paper(bytes: Uint8Array, page: number, longSidePx: number): Promise<PaperPage>
  /** The page as an encoded picture for the eye, turned upright by `turn`, at most `longSidePx`. Throws RefusedFile. */
  picture(bytes: Uint8Array, page: number, look: { turn: Turn; longSidePx: number }): Promise<EncodedPicture>
  /** Name, address and dates of one page. Throws RefusedFile, LostTask, or the signal's reason. */
  readIdentity(bytes: Uint8Array, page: number, report: ReportStep, signal: AbortSignal): Promise<IdentityReading>
  /** Replaces the boxes by solid black at full resolution, drops all metadata, then reads the result again. */
  mask(bytes: Uint8Array, page: number, mask: Mask, signal?: AbortSignal): Promise<MaskResult>
  /** Loads the readers before the first page comes; ends early, without an error, when the signal is given. */
  loadReaders(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** What is said of the state of a page that nobody could read. */
export const unseen: PageCondition = { illegible: [], isBlank: false, side: null }

/** A page with what the bench wants to know of it; null where its process was lost. */
export type MeasuredPage = Omit<ScreenedPage, 'times' | 'print'> & { times: StageTimes | null; print: Print | null }

const never = new AbortController().signal

/** Starts no process before the first task. */
export function startScreening(options: ScreeningOptions): Promise<Screening> {
  const cores = availableParallelism()
  const workers = options.workers ?? Math.min(2, cores)
  const setting = { modelsFolder: options.modelsFolder, pictures: options.pictures, threads: Math.min(4, cores) }
  const common = {
    startWorker: options.startWorker ?? forkWorker,
    workerFile: options.workerFile,
    setting,
    timeLimitMs: options.pageTimeLimitMs ?? 60_000,
  }
  const pool = startPool({ ...common, size: workers })
  // A person waits for a page to look at: that goes past the pages that are being read. It loads no model.
  const viewing = startPool({ ...common, size: 1 })
  /** A PDF says at once what it holds; of a picture every pixel is read. */
  const quickest = (bytes: Uint8Array): typeof pool => (formatOf(bytes) === 'pdf' ? viewing : pool)

  async function timed(
    bytes: Uint8Array,
    page: number,
    report: ReportStep,
    signal: AbortSignal,
  ): Promise<MeasuredPage> {
    const started = performance.now()
    try {
      return await pool.run({ task: 'screen', bytes, page }, signal, report)
    } catch (error) {
      if (!(error instanceof LostTask)) throw error
      const ms = Math.round(performance.now() - started)
      const screening: PageScreening = {
        width: 1,
        height: 1,
        turn: 0,
        document: 'other',
        verdict: 'check',
        ms,
        findings: [],
      }
      return {
        screening: { ...screening, ...(await sizeOf(bytes, page)) },
        sheet: { codes: [], isDamaged: false },
        condition: unseen,
        print: null,
        times: null,
      }
    }
  }

  async function sizeOf(bytes: Uint8Array, page: number): Promise<{ width: number; height: number } | null> {
    const inspection = await pool.run({ task: 'inspect', bytes }, never).catch(() => null)
    return inspection?.kind === 'document' ? (inspection.pages[page] ?? null) : null
  }

  return Promise.resolve({
    inspect: (bytes, signal = never) => quickest(bytes).run({ task: 'inspect', bytes }, signal),
    screenPage: async (bytes, page, report, signal) => (await timed(bytes, page, report, signal)).screening,
    screenSheet: (bytes, page, report, signal) => timed(bytes, page, report, signal),
    extract: (bytes, pages, signal) => pool.run({ task: 'extract', bytes, pages }, signal),
    screenPageTimed: (bytes, page, signal) => timed(bytes, page, () => undefined, signal),
    paper: (bytes, page, longSidePx) => viewing.run({ task: 'paper', bytes, page, longSidePx }, never),
    picture: (bytes, page, look) => viewing.run({ task: 'picture', bytes, page, look }, never),
    readIdentity: (bytes, page, report, signal) => pool.run({ task: 'identity', bytes, page }, signal, report),
    mask: (bytes, page, mask, signal = never) => pool.run({ task: 'mask', bytes, page, mask }, signal),
    loadReaders: (signal) => pool.warm(signal),
    async close() {
      await Promise.all([pool.close(), viewing.close()])
    },
  })
}
