// Intake of arriving mail: file picker, drag and drop, watched folder; one path behind them. The folder's whole public face.
import { randomUUID } from 'node:crypto'
import { basename, relative, isAbsolute, resolve } from 'node:path'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person, Route } from '../../shared/ipc/parts.ts'
import type { Emit, Jobs, Report } from '../jobs/index.ts'
import type { Arrivals } from '../scans/index.ts'
import type { Screening } from '../screening/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Vault } from '../vault/index.ts'
import { createAttentionList, type Line, type Source } from './attention.ts'
import { readSource } from './read-source.ts'
import { receive } from './receive.ts'
import { removeWatched, watchIntake } from './watch-intake.ts'
import type { FolderWatch, WatchPace } from './watched-folder.ts'

export interface IntakeParts {
  vault: Vault
  arrivals: Arrivals
  screening: Pick<Screening, 'inspect'>
  jobs: Jobs
  surroundings: Pick<Surroundings, 'dataFolder' | 'now' | 'dialogs' | 'preferences'>
  emit: Emit
  /** Told of bugs in the watch, which nobody waits for. */
  onBug(error: unknown): void
  /** Shorter waits for tests. */
  pace?: WatchPace
}

/** Each method named like a call of the contract answers it. */
export interface Intake {
  /** Resolves when everything chosen was taken in or stands in the attention list. Faults: disk-full, cancelled. */
  pick(request: CallRequest<'intake.pick'>, who: Person): Promise<CallAnswer<'intake.pick'>>
  /** The same for dropped files; their bytes are overwritten afterwards. */
  drop(request: CallRequest<'intake.drop'>, who: Person): Promise<CallAnswer<'intake.drop'>>
  attention(): Promise<CallAnswer<'intake.attention'>>
  /** Faults: not-found, not-allowed, file-unreadable, changed-meanwhile (another file lies there now). */
  resolveAttention(
    request: CallRequest<'intake.resolveAttention'>,
    who: Person,
  ): Promise<CallAnswer<'intake.resolveAttention'>>
  watch(): Promise<CallAnswer<'intake.watch'>>
  /** Fault: not-allowed (the desk's own data folder). */
  chooseWatchedFolder(): Promise<CallAnswer<'intake.chooseWatchedFolder'>>
  stopWatching(): Promise<CallAnswer<'intake.stopWatching'>>
  /** Once at start, before anything arrives: clears what a crash left half taken in. Needs no key. */
  sweep(): Promise<number>
  /** After sign-in: starts watching. */
  resume(): Promise<void>
  /** Before locking or closing: stops watching, forgets dropped bytes; what is being taken in stays whole at its source. */
  pause(): Promise<void>
}

interface Offered {
  fileName: string
  route: Route
  source: Source
  known: 'notice' | 'take-in'
  actor: string | null
}

export function createIntake(parts: IntakeParts): Intake {
  const { vault, arrivals, screening, jobs, surroundings, emit } = parts
  const changed = (): void => emit('intake.changed', {})
  const attention = createAttentionList(surroundings.now, changed)
  const inTurn = createQueue()
  let watching: { folder: string; watch: FolderWatch } | null = null

  /** Takes in one file that a person offered. Resolves with the line's scan when the plain source must now be removed. */
  async function takeIn(
    offered: Offered,
    report: Report,
    signal: AbortSignal,
  ): Promise<{ scanId: string; fingerprint: string } | null> {
    const { fileName, route, source, known, actor } = offered
    const reading = source.kind === 'path' ? await readSource(source.path) : bytesOf(source)
    if (reading.kind !== 'read') {
      const reason = reading.kind === 'too-many-bytes' ? 'too-many-bytes' : 'unreadable-file'
      attention.add({ fileName, route, source: { kind: 'none' }, outcome: { kind: 'refused', reason } })
      return null
    }
    const { bytes } = reading
    const after = route === 'watched-folder' ? 'to-remove' : 'kept'
    const arriving = { fileName, route, bytes, actor, known, source: after } as const
    let keepsBytes = false
    try {
      const received = await receive({ vault, arrivals, screening }, arriving, report, signal)
      switch (received.kind) {
        case 'taken-in':
          return after === 'to-remove' ? received : null
        case 'refused':
          attention.add({ fileName, route, source: { kind: 'none' }, outcome: received })
          return null
        case 'duplicate': {
          const { kind, scanId, arrivalNumber } = received
          keepsBytes = source.kind === 'bytes'
          attention.add({ fileName, route, source, outcome: { kind, scanId, arrivalNumber } })
          return null
        }
        default:
          return unreachable(received)
      }
    } finally {
      if (!keepsBytes) bytes.fill(0)
    }
  }

  /** Progress of a batch counts its files. */
  function takeInAll(batch: Offered[]): Promise<void> {
    return inTurn(() =>
      jobs.run('receive', randomUUID(), async (report, signal) => {
        for (const [index, offered] of batch.entries()) {
          signal.throwIfAborted()
          await takeIn(offered, (step, fraction) => report(step, (index + fraction) / batch.length), signal)
        }
      }),
    )
  }

  async function takeInLine({ shown, source }: Line, who: Person): Promise<void> {
    const { fileName, route } = shown
    if (source.kind === 'path' && (await lastsNot(source.path))) throw new Fault('file-unreadable')
    const offered: Offered = { fileName, route, source, known: 'take-in', actor: who.id }
    const scan = await jobs.run('receive', randomUUID(), (report, signal) => takeIn(offered, report, signal))
    attention.remove(shown.id)
    if (scan && source.kind === 'path') await removeLineSource(shown.fileName, source.path, scan)
  }

  async function removeLineSource(
    fileName: string,
    path: string,
    scan: { scanId: string; fingerprint: string },
  ): Promise<void> {
    const removal = await removeWatched(path, scan, { vault, arrivals })
    if (removal === 'changed') throw new Fault('changed-meanwhile')
    if (removal !== 'remains') return
    const outcome = { kind: 'source-remains', scanId: scan.scanId } as const
    attention.add({ fileName, route: 'watched-folder', outcome, source: { kind: 'path', path } })
  }

  async function removeSourceOf({ shown, source }: Line): Promise<void> {
    if (shown.outcome.kind === 'refused' || source.kind !== 'path') throw new Fault('not-allowed')
    const known = await arrivals.knownAs(shown.outcome.scanId)
    if (!known) throw new Fault('not-found')
    attention.remove(shown.id)
    await removeLineSource(shown.fileName, source.path, known)
  }

  async function close(): Promise<void> {
    const closing = watching
    watching = null
    await closing?.watch.close()
  }

  function start(folder: string): void {
    const { pace, onBug: failed } = parts
    const watchParts = { vault, arrivals, screening, jobs, attention, inTurn, changed, failed }
    watching = { folder, watch: watchIntake(folder, pace ? { ...watchParts, pace } : watchParts) }
  }

  return {
    async pick(_request, who) {
      const paths = await surroundings.dialogs.chooseScans()
      const offer = (path: string): Offered => ({
        fileName: basename(path),
        route: 'picker',
        source: { kind: 'path', path },
        known: 'notice',
        actor: who.id,
      })
      if (paths.length > 0) await takeInAll(paths.map(offer))
      return { chosen: paths.length }
    },

    async drop({ files }, who) {
      const offer = ({ name, bytes }: (typeof files)[number]): Offered => ({
        fileName: basename(name),
        route: 'drop',
        source: { kind: 'bytes', bytes },
        known: 'notice',
        actor: who.id,
      })
      await takeInAll(files.map(offer))
      return {}
    },

    attention: async () => ({ items: attention.shown() }),

    async resolveAttention({ id, action }, who) {
      const line = attention.find(id)
      if (!line) throw new Fault('not-found')
      if (!line.shown.actions.includes(action)) throw new Fault('not-allowed')
      switch (action) {
        case 'dismiss':
          attention.remove(id)
          break
        case 'take-in':
          await inTurn(() => takeInLine(line, who))
          break
        case 'remove-source':
          await inTurn(() => removeSourceOf(line))
          break
        default:
          unreachable(action)
      }
      return {}
    },

    async watch() {
      const folder = surroundings.preferences.watchedFolder()
      if (!watching) return { folder: folder && basename(folder), state: 'off', polling: false }
      const { watch } = watching
      return { folder: basename(watching.folder), state: watch.state(), polling: watch.isPolling() }
    },

    async chooseWatchedFolder() {
      const folder = await surroundings.dialogs.chooseFolder()
      if (folder === null) return { kind: 'cancelled' }
      if (isInside(folder, surroundings.dataFolder)) throw new Fault('not-allowed')
      await close()
      surroundings.preferences.setWatchedFolder(folder)
      start(folder)
      changed()
      return { kind: 'saved' }
    },

    async stopWatching() {
      surroundings.preferences.setWatchedFolder(null)
      await close()
      changed()
      return {}
    },

    sweep: () => arrivals.sweep(),

    async resume() {
      const folder = surroundings.preferences.watchedFolder()
      if (folder !== null && !watching) start(folder)
    },

    async pause() {
      attention.forgetBytes()
      await close()
    },
  }
}

function bytesOf(source: Exclude<Source, { kind: 'path' }>): { kind: 'read'; bytes: Uint8Array } | { kind: 'gone' } {
  return source.kind === 'bytes' ? { kind: 'read', bytes: source.bytes } : { kind: 'gone' }
}

async function lastsNot(path: string): Promise<boolean> {
  const reading = await readSource(path)
  if (reading.kind === 'read') reading.bytes.fill(0)
  return reading.kind !== 'read'
}

function isInside(folder: string, outer: string): boolean {
  const way = relative(resolve(outer), resolve(folder))
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

/** One after the other; a failure is its own caller's and does not stop the next. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work, work)
    last = result
    return result
  }
}
