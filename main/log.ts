// The desk's log: event names and ids only; there is no way to log free text, so no personal data can get in.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type LogEvent =
  | 'started'
  | 'stopped'
  | 'call-failed'
  | 'answer-rejected'
  | 'request-rejected'
  | 'foreign-sender'
  | 'unexpected'
  | 'renderer-gone'
  | 'network-refused'
  | 'navigation-refused'
  | 'sweep'
  | 'screening-unavailable'

/** Facts of one event: ids, counts, closed words. */
export type LogFacts = Record<string, string | number | boolean>

export interface Log {
  write(event: LogEvent, facts?: LogFacts): void
}

const rotateAtBytes = 1_000_000

/** Appends to `log/desk.log` in the data folder; one older file is kept. A log that cannot be written stops nothing. */
export function openLog(dataFolder: string, now: () => string): Log {
  const file = join(dataFolder, 'log', 'desk.log')
  mkdirSync(join(dataFolder, 'log'), { recursive: true })
  return {
    write(event, facts = {}) {
      try {
        const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
        if (size > rotateAtBytes) renameSync(file, `${file}.1`)
        appendFileSync(file, `${JSON.stringify({ at: now(), event, ...facts })}\n`)
      } catch {
        // The disk may be full or the file held by a virus scanner: work on paper goes on without a log.
      }
    },
  }
}

/** Where a bug was thrown, without its message: the name of the error and the places of our own code. */
export function placeOf(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?[^()\s]*[\\/]([^\\/()\s]+:\d+:\d+)\)?/, '$1'))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const cause = error.cause instanceof Error ? error.cause.name : ''
  return { error: error.name, code, cause, frames: frames.join(' < ') }
}
