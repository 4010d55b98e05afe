// Threads that screen pages: started when needed, replaced when one dies or hangs, never more than asked for.
import { Worker } from 'node:worker_threads'
import { RefusedFile } from '../reading/index.ts'
import type { ReportStep } from './screen-page.ts'
import type { Answers, FromWorker, Task, ToWorker, WorkerSetting } from './worker-messages.ts'

/** The thread that did this task died, hung, or met a bug. */
export class LostTask extends Error {
  constructor(why: string) {
    super(`A screening thread was lost: ${why}`)
    this.name = 'LostTask'
  }
}

export interface Pool {
  /** Throws RefusedFile, LostTask, or the signal's reason. */
  run<Name extends Task['task']>(task: Extract<Task, { task: Name }>, signal: AbortSignal, report?: ReportStep): Promise<Answers[Name]>
  close(): Promise<void>
}

interface Thread {
  worker: Worker
  job: Job | null
}

interface Job {
  id: number
  task: Task
  report: ReportStep
  signal: AbortSignal
  settle: (message: FromWorker | LostTask) => void
}

/** A cancelled thread has this long to stop by itself. */
const patienceMs = 1500

export function startPool(workerFile: string, setting: WorkerSetting, size: number, timeLimitMs: number): Pool {
  const threads: Thread[] = []
  const waiting: Job[] = []
  let lastId = 0
  let closed = false

  function startThread(): Thread {
    const worker = new Worker(workerFile, { workerData: setting, stdout: true, stderr: true })
    // Whatever a library prints in there belongs nowhere: standard output is for the command line's answers.
    worker.stdout.resume()
    worker.stderr.resume()
    const thread: Thread = { worker, job: null }
    worker.on('message', (message: FromWorker) => {
      const { job } = thread
      if (job === null || message.id !== job.id) return
      if (message.say === 'step') {
        job.report(message.step, message.fraction)
        return
      }
      thread.job = null
      job.settle(message)
      next()
    })
    const lost = (why: string): void => {
      const at = threads.indexOf(thread)
      if (at !== -1) threads.splice(at, 1)
      const { job } = thread
      thread.job = null
      job?.settle(new LostTask(why))
      if (!closed) next()
    }
    worker.on('error', (error) => lost(error.name))
    worker.on('exit', () => lost('exit'))
    threads.push(thread)
    return thread
  }

  function next(): void {
    while (waiting.length > 0) {
      const free = threads.find((thread) => thread.job === null) ?? (threads.length < size ? startThread() : null)
      if (free === null) return
      const job = waiting.shift()!
      if (job.signal.aborted) {
        job.settle(new LostTask('cancelled'))
        continue
      }
      free.job = job
      free.worker.postMessage({ say: 'do', id: job.id, task: job.task } satisfies ToWorker)
      watch(free, job)
    }
  }

  /** Ends the thread when its task takes too long, or does not stop when told to. */
  function watch(thread: Thread, job: Job): void {
    const end = (): void => {
      if (thread.job === job) void thread.worker.terminate()
    }
    const limit = setTimeout(end, timeLimitMs)
    let patience: NodeJS.Timeout | undefined
    const cancel = (): void => {
      if (thread.job !== job) return
      thread.worker.postMessage({ say: 'cancel', id: job.id } satisfies ToWorker)
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

  return {
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
      await Promise.all(threads.map((thread) => thread.worker.terminate()))
    },
  }
}
