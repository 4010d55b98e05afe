// Takes in what the copier writes to the watched folder, and removes each plain source once its sealed copy is proven.
import { basename } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { Jobs } from '../jobs/index.ts'
import type { Arrivals } from '../scans/index.ts'
import type { Vault } from '../vault/index.ts'
import type { AttentionList } from './attention.ts'
import { isNetworkShare } from './network-share.ts'
import { readSource } from './read-source.ts'
import { receive, type Received, type ReceiveParts } from './receive.ts'
import { finishRemovals, removeSource, type Removal } from './remove-source.ts'
import {
  localPace,
  sharePace,
  watchFolder,
  type FolderWatch,
  type SteadyFile,
  type Taken,
  type WatchPace,
} from './watched-folder.ts'

export interface WatchIntakeParts extends ReceiveParts {
  vault: ReceiveParts['vault'] & Pick<Vault, 'isUnlocked'>
  arrivals: ReceiveParts['arrivals'] & Pick<Arrivals, 'knownAs' | 'noteSource'>
  jobs: Pick<Jobs, 'run'>
  attention: AttentionList
  /** One document at a time, whatever its route: memory stays bounded and the same bytes twice are seen. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  changed(): void
  failed(error: unknown): void
  /** Only tests are in a hurry. */
  pace?: WatchPace
}

/** Starts watching. What lies there already is taken in like what comes later. */
export function watchIntake(folder: string, parts: WatchIntakeParts): FolderWatch {
  const { vault, arrivals, attention, jobs } = parts

  async function take(file: SteadyFile, stop: AbortSignal): Promise<Taken> {
    attention.removePath(file.path)
    const reading = await readSource(file.path)
    switch (reading.kind) {
      case 'gone':
        return 'settled'
      case 'changing':
        return 'again'
      case 'unreadable':
        return refuse(file, { kind: 'refused', reason: 'unreadable-file' })
      case 'too-many-bytes':
        return refuse(file, { kind: 'refused', reason: 'too-many-bytes' })
      case 'read':
        try {
          return await settle(file, await seal(file, reading.bytes, stop))
        } finally {
          reading.bytes.fill(0)
        }
      default:
        return unreachable(reading)
    }
  }

  function seal(file: SteadyFile, bytes: Uint8Array, stop: AbortSignal): Promise<Received> {
    const arriving = {
      fileName: file.name,
      route: 'watched-folder',
      bytes,
      actor: null,
      known: 'notice',
      source: 'to-remove',
    } as const
    return jobs.run('receive', randomUUID(), (report, signal) =>
      receive(parts, arriving, report, AbortSignal.any([signal, stop])),
    )
  }

  async function settle(file: SteadyFile, received: Received): Promise<Taken> {
    switch (received.kind) {
      case 'taken-in':
        return remove(file, received)
      case 'refused':
        return refuse(file, received)
      case 'duplicate': {
        if (received.isOwnSource) return remove(file, received)
        const { kind, scanId, arrivalNumber } = received
        attention.add({
          fileName: file.name,
          route: 'watched-folder',
          outcome: { kind, scanId, arrivalNumber },
          source: { kind: 'path', path: file.path },
        })
        return 'settled'
      }
      default:
        return unreachable(received)
    }
  }

  function refuse(file: SteadyFile, outcome: Extract<Received, { kind: 'refused' }>): Taken {
    attention.add({ fileName: file.name, route: 'watched-folder', outcome, source: { kind: 'path', path: file.path } })
    return 'settled'
  }

  async function remove(file: SteadyFile, scan: { scanId: string; fingerprint: string }): Promise<Taken> {
    const removal = await removeWatched(file.path, scan, parts)
    // Another file of this name came while the first was sealed: it is a document of its own.
    if (removal === 'changed') return 'again'
    if (removal === 'remains') remind(file.name, file.path, scan.scanId)
    return 'settled'
  }

  function remind(fileName: string, path: string, scanId: string): void {
    attention.add({
      fileName,
      route: 'watched-folder',
      outcome: { kind: 'source-remains', scanId },
      source: { kind: 'path', path },
    })
  }

  async function endRemovals(): Promise<void> {
    const removals = await finishRemovals(folder, async (scanId) => {
      const known = await arrivals.knownAs(scanId)
      return (
        known && {
          fileName: known.fileName,
          isSame: async (bytes) => (await vault.fingerprint(bytes)) === known.fingerprint,
        }
      )
    })
    for (const { scanId, path, removal } of removals) {
      if (removal === 'removed') await arrivals.noteSource(scanId, 'removed')
      if (removal === 'remains') remind(basename(path), path, scanId)
    }
  }

  return watchFolder(folder, {
    isShare: isNetworkShare,
    pace: (isShare) => parts.pace ?? (isShare ? sharePace : localPace),
    async take(file, stop) {
      if (!vault.isUnlocked()) return 'later'
      try {
        return await parts.inTurn(() => take(file, stop))
      } catch (error) {
        // The disk is full, the desk was locked: the file stays where it is, whole, and is tried again.
        if (stop.aborted || error instanceof Fault) return 'later'
        throw error
      }
    },
    gone: (path) => attention.removePath(path),
    async stateChanged(state) {
      parts.changed()
      if (state === 'watching' && vault.isUnlocked()) await parts.inTurn(endRemovals)
    },
    failed: parts.failed,
  })
}

/** Removes a source in the watched folder when its bytes are those of the scan, and says so in the audit chain. */
export async function removeWatched(
  path: string,
  scan: { scanId: string; fingerprint: string },
  { vault, arrivals }: { vault: Pick<Vault, 'fingerprint'>; arrivals: Pick<Arrivals, 'noteSource'> },
): Promise<Removal> {
  const removal = await removeSource(
    path,
    scan.scanId,
    async (bytes) => (await vault.fingerprint(bytes)) === scan.fingerprint,
  )
  if (removal === 'removed' || removal === 'remains') await arrivals.noteSource(scan.scanId, removal)
  return removal
}
