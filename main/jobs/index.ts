// Long work and its progress: what runs now, how far it is, and the way to stop it. What survives a crash is in the rows, not here.
import { randomUUID } from 'node:crypto'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest, EventBody, EventName } from '../../shared/ipc/contract.ts'
import type { JobProgress } from '../../shared/ipc/parts.ts'

export { inTurn, type InTurn } from './in-turn.ts'

/** `fraction` from 0 to 1; `step` a closed word of the job's kind. */
export type Report = (step: string, fraction: number) => void
export type Emit = <Name extends EventName>(name: Name, body: EventBody<Name>) => void
export type Work<T> = (report: Report, signal: AbortSignal) => Promise<T>

export interface Jobs {
  /** Ends as the work ends; its failure is the caller's to handle. */
  run<T>(kind: JobProgress['kind'], subjectId: string, work: Work<T>): Promise<T>
  /** Returns the job's id at once; a failure ends the job as 'failed' and, when it is a bug, goes to `onBug`. */
  start(kind: JobProgress['kind'], subjectId: string, work: Work<unknown>): string
  list(): Promise<CallAnswer<'jobs.list'>>
  /** A job that has ended meanwhile is no failure. */
  cancel(request: CallRequest<'jobs.cancel'>): Promise<CallAnswer<'jobs.cancel'>>
  /** Stops all work and waits until each has ended: before the desk closes. */
  close(): Promise<void>
}

/** At most ten progress events a second and job; the first and the last always. */
const quietMs = 100

interface RunningJob {
  progress: JobProgress
  stopper: AbortController
  ended: Promise<void>
}

export function createJobs({
  emit,
  onBug,
}: {
  emit: Emit
  onBug: (kind: JobProgress['kind'], error: unknown) => void
}): Jobs {
  const running = new Map<string, RunningJob>()

  /** Starts the work; `result` settles as it does. */
  function begin<T>(
    kind: JobProgress['kind'],
    subjectId: string,
    work: Work<T>,
  ): { jobId: string; result: Promise<T>; signal: AbortSignal } {
    const jobId = randomUUID()
    const stopper = new AbortController()
    let toldAtMs = -Infinity
    let progress: JobProgress = { jobId, kind, subjectId, step: 'waiting', fraction: 0, state: 'running' }

    function tell(next: JobProgress): void {
      progress = next
      const job = running.get(jobId)
      if (job !== undefined) job.progress = next
      const nowMs = performance.now()
      if (next.state === 'running' && nowMs - toldAtMs < quietMs) return
      toldAtMs = nowMs
      emit('job.progress', next)
    }

    const report: Report = (step, fraction) => {
      // Work that was stopped may still report while it winds down.
      if (progress.state === 'running') tell({ ...progress, step, fraction: Math.min(1, Math.max(0, fraction)) })
    }

    async function carryOut(): Promise<T> {
      try {
        const value = await work(report, stopper.signal)
        tell({ ...progress, fraction: 1, state: 'done' })
        return value
      } catch (error) {
        tell({ ...progress, state: isStop(error, stopper.signal) ? 'cancelled' : 'failed' })
        throw error
      } finally {
        running.delete(jobId)
      }
    }

    tell(progress)
    const result = Promise.resolve().then(carryOut)
    const ended = result.then(
      () => undefined,
      () => undefined,
    )
    running.set(jobId, { progress, stopper, ended })
    return { jobId, result, signal: stopper.signal }
  }

  return {
    run: (kind, subjectId, work) => begin(kind, subjectId, work).result,
    start(kind, subjectId, work) {
      const { jobId, result, signal } = begin(kind, subjectId, work)
      result.catch((error: unknown) => {
        if (!(error instanceof Fault) && !isStop(error, signal)) onBug(kind, error)
      })
      return jobId
    },
    list: async () => ({ jobs: [...running.values()].map((job) => job.progress) }),
    async cancel({ jobId }) {
      running.get(jobId)?.stopper.abort(new Fault('cancelled'))
      return {}
    },
    async close() {
      const jobs = [...running.values()]
      for (const job of jobs) job.stopper.abort(new Fault('cancelled'))
      await Promise.all(jobs.map((job) => job.ended))
    },
  }
}

/** Work that was told to stop and did; another failure on the way out stays a failure. */
function isStop(error: unknown, signal: AbortSignal): boolean {
  if (!signal.aborted) return false
  const isOurs = error instanceof Fault && error.code === 'cancelled'
  return error === signal.reason || isOurs || (error instanceof Error && error.name === 'AbortError')
}
