// Watches one folder that a copier writes to: says when a file has come to rest, when the folder is gone, when it is back.
import { watch, type FSWatcher } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isIgnoredName } from './ignored-names.ts'
import { errorCode } from './read-source.ts'

export interface SteadyFile {
  name: string
  path: string
}

/**
 * `settled`: not offered again until its size or time changes. `again`: offered again when it has been steady once more.
 * `later`: something other than the file stood in the way; offered again after a rest.
 */
export type Taken = 'settled' | 'again' | 'later'

const restMs = 30_000

export interface WatchPace {
  lookEveryMs: number
  /** How long size and time of change must stay equal before a file is taken. */
  steadyForMs: number
  /** The same for a file of no bytes: some copiers create it long before the first byte comes. */
  emptyForMs: number
}

export const localPace: WatchPace = { lookEveryMs: 1500, steadyForMs: 2500, emptyForMs: 60_000 }
/** Shares show sizes late and answer slowly. */
export const sharePace: WatchPace = { lookEveryMs: 5000, steadyForMs: 10_000, emptyForMs: 120_000 }

export interface FolderWatch {
  state(): 'watching' | 'missing'
  /** True when nothing but looking again and again tells of changes. */
  isPolling(): boolean
  /** Offers the file again although it did not change. */
  offerAgain(name: string): void
  /** Resolves when the look that runs has ended; nothing is offered afterwards. */
  close(): Promise<void>
}

export interface FolderWatchParts {
  /** Network shares send no news of changes, or wrong ones: there only looking helps. Asked each time the folder appears. */
  isShare(folder: string): Promise<boolean>
  pace(isShare: boolean): WatchPace
  /** Called for one file at a time. */
  take(file: SteadyFile, signal: AbortSignal): Promise<Taken>
  /** A file that was settled is no longer there. */
  gone(path: string): void
  /** The folder appeared (also at start) or went missing. */
  stateChanged(state: 'watching' | 'missing'): Promise<void>
  /** A bug inside a look; the next look goes on. */
  failed(error: unknown): void
}

interface Sight {
  mark: string
  sinceMs: number
}

/**
 * Looks at the top level of the folder again and again; the operating system's own news only make the next look come sooner,
 * so a lost or missing event costs seconds, never a document. Folders inside, links and devices are left alone.
 */
export function watchFolder(folder: string, parts: FolderWatchParts): FolderWatch {
  const seen = new Map<string, Sight>()
  const settled = new Map<string, string>()
  const stop = new AbortController()
  let pace = parts.pace(false)
  let state: 'watching' | 'missing' | null = null
  let news: FSWatcher | null = null
  let timer: NodeJS.Timeout | null = null
  let dueMs = Infinity
  let looking: Promise<void> = Promise.resolve()
  let isLooking = false

  /** News only ever brings the next look nearer: a copier that never stops writing must not put it off. */
  function next(inMs: number): void {
    const wishedMs = performance.now() + inMs
    if (stop.signal.aborted || isLooking || dueMs <= wishedMs) return
    if (timer) clearTimeout(timer)
    dueMs = wishedMs
    timer = setTimeout(() => {
      isLooking = true
      dueMs = Infinity
      looking = look()
        .catch(parts.failed)
        .finally(() => {
          isLooking = false
          next(pace.lookEveryMs)
        })
    }, inMs)
  }

  async function listen(): Promise<void> {
    const isShare = await parts.isShare(folder)
    pace = parts.pace(isShare)
    if (isShare || stop.signal.aborted) return
    try {
      news = watch(folder, { persistent: false }, () => next(Math.min(200, pace.lookEveryMs)))
      news.on('error', deafen)
    } catch (error) {
      // Too many watches, or a file system that has none: looking is enough.
      if (errorCode(error) === null) throw error
      news = null
    }
  }

  function deafen(): void {
    news?.close()
    news = null
  }

  async function enter(now: 'watching' | 'missing'): Promise<void> {
    if (state === now) return
    state = now
    if (now === 'watching') await listen()
    else deafen()
    await parts.stateChanged(now)
  }

  async function look(): Promise<void> {
    const names = await namesOf(folder)
    if (!names) {
      seen.clear()
      return enter('missing')
    }
    await enter('watching')
    const present = new Set(names)
    for (const name of seen.keys()) if (!present.has(name)) seen.delete(name)
    for (const name of settled.keys()) {
      if (present.has(name)) continue
      settled.delete(name)
      parts.gone(join(folder, name))
    }
    for (const name of names) {
      if (stop.signal.aborted) return
      await lookAt(name)
    }
  }

  async function lookAt(name: string): Promise<void> {
    const path = join(folder, name)
    const sight = await markOf(path)
    if (!sight || settled.get(name) === sight.mark) return
    const nowMs = performance.now()
    const before = seen.get(name)
    if (!before || before.mark !== sight.mark) {
      seen.set(name, { mark: sight.mark, sinceMs: nowMs })
      return
    }
    if (nowMs - before.sinceMs < (sight.isEmpty ? pace.emptyForMs : pace.steadyForMs)) return
    seen.set(name, { mark: sight.mark, sinceMs: nowMs })
    const taken = await parts.take({ name, path }, stop.signal)
    if (taken === 'settled') settled.set(name, sight.mark)
    if (taken === 'later') seen.set(name, { mark: sight.mark, sinceMs: nowMs + restMs })
  }

  next(0)
  return {
    state: () => state ?? 'watching',
    isPolling: () => news === null,
    offerAgain(name) {
      settled.delete(name)
      next(0)
    },
    async close() {
      stop.abort()
      if (timer) clearTimeout(timer)
      deafen()
      await looking
    },
  }
}

/** Names of plain files at the top of the folder that may be documents; null when the folder cannot be read now. */
async function namesOf(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile() && !isIgnoredName(entry.name)).map((entry) => entry.name)
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}

/** Size and time of change as one mark; null when the file went away or is no plain file. */
async function markOf(path: string): Promise<{ mark: string; isEmpty: boolean } | null> {
  try {
    const found = await lstat(path)
    return found.isFile() ? { mark: `${found.size}:${found.mtimeMs}:${found.ino}`, isEmpty: found.size === 0 } : null
  } catch (error) {
    if (errorCode(error) === null) throw error
    return null
  }
}
