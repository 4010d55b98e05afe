// The processes that screen pages: apart from the app, so that a native library that dies takes one page with it and nothing else.
import { fork } from 'node:child_process'
import type { FromWorker, ToWorker } from './worker-messages.ts'

/** A process that runs the bundled worker.ts. Threads will not do: ending one inside onnxruntime aborts the whole process. */
export interface WorkerProcess {
  post(message: ToWorker): void
  onMessage(listener: (message: FromWorker) => void): void
  /** Called once, whatever ended it. */
  onExit(listener: () => void): void
  kill(): void
}

export type StartWorker = (workerFile: string) => WorkerProcess

/** For plain Node: the command line, the tests, the bench. Whatever a library prints in there belongs nowhere. */
export const forkWorker: StartWorker = (workerFile) => {
  const child = fork(workerFile, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    // On Linux every thread would keep a heap of its own for pages long gone: two of them hold a seventh less, at the same speed.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  })
  return {
    // A worker that just died is told by onExit; its pipe's error adds nothing.
    post: (message) => void child.send(message, () => {}),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromWorker)),
    onExit(listener) {
      let told = false
      const tell = (): void => {
        if (!told) listener()
        told = true
      }
      child.on('exit', tell)
      child.on('error', tell)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
