// The worker's end of the line to the app: Electron's port inside the app, Node's channel elsewhere.
import type { FromWorker, ToWorker } from './worker-messages.ts'

export interface OwnPort {
  post(message: FromWorker): void
  onMessage(listener: (message: ToWorker) => void): void
}

interface ElectronPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

/** Ends the process when the app is gone: a killed app must leave no process with a page in its memory. */
export function openOwnPort(): OwnPort {
  if ('parentPort' in process && process.parentPort) {
    const port = process.parentPort as ElectronPort
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data as ToWorker)),
    }
  }
  if (process.send === undefined) throw new Error('This file runs as a process of the screening pool.')
  process.on('disconnect', () => process.exit())
  return {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToWorker)),
  }
}
