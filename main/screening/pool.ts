// Processes that screen pages: started when needed, replaced when one dies or hangs, never more than asked for.
import { RefusedFile } from '../reading/index.ts'
import type { ReportStep } from './look-at-page.ts'
import type { Answers, FromWorker, Task, WorkerSetting } from './worker-messages.ts'
import type { StartWorker, WorkerProcess } from './worker-process.ts'

/** The process that did this task died, hung, or met a bug. */
export class LostTask extends Error {
  constructor(why: string) {
    super(`A screening process was lost: ${why}`)
    this.name = 'LostTask'
  }
}

export interface Pool {
  /** Throws RefusedFile, LostTask, or the signal's reason. */
  run<Name extends Task['task']>(
    task: Extract<Task, { task: Name }>,
    signal: AbortSignal,
    report?: ReportStep,
  ): Promise<Answers[Name]>
  /**
   * Starts the processes, one after the other, and has each load its readers, so that the first page need not wait. Pages
   * that come meanwhile are not held up. Ends early, without an error, when the signal is given: what is still loading is
   * ended.
   */
  warm(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface PoolParts {
  startWorker: StartWorker
  workerFile: string
  setting: WorkerSetting
  size: number
  timeLimitMs: number
}

interface Place {
  worker: WorkerProcess
  ended: Promise<void>
  job: Job | null
  /** Called when its readers are loaded; null before anybody asked for that, and after. */
  warmed: (() => void) | null
}

interface Job {
  id: number
  task: Task
  report: ReportStep
  signal: AbortSignal
  settle: (message: FromWorker | LostTask) => void
}

/** A cancelled process has this long to stop by itself. */
const patienceMs = 1500

export function startPool({ startWorker, workerFile, setting, size, timeLimitMs }: PoolParts): Pool {
  const places: Place[] = []
  const waiting: Job[] = []
  let lastId = 0
  let closed = false

  function addPlace(): Place {
    const worker = startWorker(workerFile)
    worker.post({ say: 'begin', setting })
    const ended = new Promise<void>((resolve) => worker.onExit(resolve))
    const place: Place = { worker, ended, job: null, warmed: null }
    worker.onMessage((message) => {
      if (message.say === 'warmed') {
        place.warmed?.()
        return
      }
      const { job } = place
      if (job === null || message.id !== job.id) return
      if (message.say === 'step') {
        job.report(message.step, message.fraction)
        return
      }
      place.job = null
      job.settle(message)
      next()
    })
    void ended.then(() => leave(place))
    places.push(place)
    return place
  }

  /** The process of the place has ended, whatever ended it: its task is lost, the next one waits for another place. */
  function leave(place: Place): void {
    const at = places.indexOf(place)
    if (at !== -1) places.splice(at, 1)
    const { job } = place
    place.job = null
    job?.settle(new LostTask('exit'))
    if (!closed) next()
  }

  function next(): void {
    while (waiting.length > 0) {
      const free = places.find((place) => place.job === null) ?? (places.length < size ? addPlace() : null)
      if (free === null) return
      const job = waiting.shift()
      if (job === undefined) return
      if (job.signal.aborted) {
        job.settle(new LostTask('cancelled'))
        continue
      }
      free.job = job
      free.worker.post({ say: 'do', id: job.id, task: job.task })
      watch(free, job)
    }
  }

  /** Ends the process when its task takes too long, or does not stop when told to. */
  function watch(place: Place, job: Job): void {
    const end = (): void => {
      if (place.job === job) place.worker.kill()
    }
    const limit = setTimeout(end, timeLimitMs)
    let patience: NodeJS.Timeout | undefined
    const cancel = (): void => {
      if (place.job !== job) return
      place.worker.post({ say: 'cancel', id: job.id })
      patience = setTimeout(end, patienceMs)
    }
    job.signal.addEventListener('abort', cancel, { once: true })
    const { settle } = job
    job.settle = (message) => {
      clearTimeout(limit)
      clearTimeout(patience)
      job.signal.removeEventListener('abort', cancel)
      settle(message)
    }
  }

  async function warmPlace(place: Place, signal: AbortSignal): Promise<void> {
    const loaded = new Promise<void>((resolve) => (place.warmed = resolve))
    const givenUp = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    place.worker.post({ say: 'warm' })
    const isLoading = await Promise.race([
      loaded.then(() => false),
      place.ended.then(() => false),
      givenUp.then(() => true),
    ])
    place.warmed = null
    // Loading cannot be stopped half way; whoever reads a page in there meanwhile has the process to itself.
    if (isLoading && place.job === null) place.worker.kill()
  }

  return {
    async warm(signal) {
      for (let index = 0; index < size; index++) {
        if (signal.aborted || closed) return
        await warmPlace(places[index] ?? addPlace(), signal)
      }
    },
    run(task, signal, report = () => undefined) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason)
          return
        }
        const settle = (message: FromWorker | LostTask): void => {
          if (signal.aborted) reject(signal.reason)
          else if (message instanceof LostTask) reject(message)
          // The worker answers a task with that task's answer: perform() in worker.ts is typed by the same table.
          else if (message.say === 'done') resolve(message.answer as Answers[typeof task.task])
          else if (message.say === 'refused') reject(new RefusedFile(message.reason))
          else reject(new LostTask(message.say === 'failed' ? message.message : 'unexpected answer'))
        }
        waiting.push({ id: ++lastId, task, report, signal, settle })
        next()
      })
    },
    async close() {
      closed = true
      for (const job of waiting.splice(0)) job.settle(new LostTask('closed'))
      const ends = places.map(({ ended }) => ended)
      for (const { worker } of places) worker.kill()
      await Promise.all(ends)
    },
  }
}
