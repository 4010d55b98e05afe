// Screening's processes inside the app: Electron's own, because a packaged program may not run as plain Node.
import { utilityProcess } from 'electron'
import type { StartWorker } from '../screening/index.ts'

export const startWorker: StartWorker = (workerFile) => {
  const child = utilityProcess.fork(workerFile, [], { serviceName: 'privacy-desk screening', stdio: 'ignore' })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin; that rule is about windows
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill: () => void child.kill(),
  }
}
