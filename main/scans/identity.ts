// Who a kept page says somebody is: read when it is asked for, kept in memory until the desk is locked, never stored.
import { Fault } from '../../shared/faults.ts'
import type { IdentityReading } from '../../shared/identity.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { LostTask, RefusedFile } from '../screening/index.ts'
import { openPage } from './open-page.ts'
import type { ScanParts } from './parts.ts'
import { pageRow, scanRow } from './store.ts'
import { createViews } from './views.ts'

export interface IdentityReader {
  /** Faults: not-found, wrong-stage (nothing of the scan is kept), cancelled. */
  read(request: CallRequest<'scans.readIdentity'>, who: Person): Promise<CallAnswer<'scans.readIdentity'>>
  /** Stops reading and forgets what was read: the desk is being locked. */
  forget(): void
}

export function createIdentityReader(parts: ScanParts): IdentityReader {
  const { db, vault, jobs, screening } = parts
  const recordView = createViews(parts, 'identity-read')
  let readings = new Map<string, Promise<IdentityReading | null>>()
  let stop = new AbortController()

  /** Null when nothing could be made of the page. */
  async function readPage(request: CallRequest<'scans.readIdentity'>): Promise<IdentityReading | null> {
    const paused = stop.signal
    return jobs.run('identity', request.id, async (report, cancelled) => {
      const signal = AbortSignal.any([paused, cancelled])
      const scan = await scanRow(db, request.id)
      const { bytes, index } = await openPage(vault, scan, await pageRow(db, scan.id, request.page), 'current')
      try {
        return await screening.readIdentity(bytes, index, report, signal)
      } catch (error) {
        if (error instanceof RefusedFile || error instanceof LostTask) return null
        throw signal.aborted ? new Fault('cancelled', {}, { cause: error }) : error
      } finally {
        bytes.fill(0)
      }
    })
  }

  return {
    async read(request, who) {
      const scan = await scanRow(db, request.id)
      const page = await pageRow(db, scan.id, request.page)
      if (scan.stage === 'returned' || scan.stage === 'wiped') throw new Fault('wrong-stage')
      await recordView(who, scan.id, page.page)
      // A finished scan shows its masked page, which may say less than the original did.
      const key = `${scan.id} ${page.page} ${page.round} ${scan.stage === 'finished' ? 'masked' : 'original'}`
      const known = readings
      let reading = known.get(key)
      if (reading === undefined) {
        reading = readPage(request)
        known.set(key, reading)
        // What failed or was cancelled is read again when it is asked for again.
        reading.then(
          (value) => value === null && known.delete(key),
          () => known.delete(key),
        )
      }
      const value = await reading
      return value === null ? { kind: 'unreadable' } : { kind: 'read', reading: value }
    },

    forget() {
      stop.abort(new Fault('cancelled'))
      stop = new AbortController()
      readings = new Map()
    },
  }
}
