// How a sealed document becomes a row: a place is written down first, so that a crash leaves nothing that is not known.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Route, ScanSummary } from '../../shared/ipc/parts.ts'
import type { KeySlot } from '../vault/index.ts'
import type { ScanParts } from './parts.ts'
import type { Screener } from './screen.ts'
import {
  arrivalNumber,
  changeScan,
  deletePlace,
  hasPlace,
  insertPages,
  insertPlace,
  insertScan,
  nextArrival,
  placeRows,
  scanRow,
  scanRowIfThere,
  scanWithFingerprint,
  type ScanRow,
} from './store.ts'
import { fileNameOf } from './view.ts'

/** Where one document is to be sealed: its own key, and the id of its sealed file. */
export interface Place {
  scanId: string
  objectId: string
  rowSlot: KeySlot
  slot: KeySlot
}

/** What is known of a document whose sealed copy was opened again and found equal. */
export interface Arrival {
  fileName: string
  route: Route
  format: ScanSummary['format']
  /** In pixels, as the pages came in. */
  pages: { width: number; height: number }[]
  fingerprint: string
  /** `to-remove`: the plain source lies in the watched folder and must go. */
  source: 'kept' | 'to-remove'
  /** Who chose it; null for the watched folder. */
  actor: string | null
}

/** A kept scan as intake meets it again: the same bytes, or its own source still lying there. */
export interface KnownScan {
  scanId: string
  arrivalNumber: string
  fingerprint: string
  fileName: string
  source: ScanRow['source']
}

export interface Arrivals {
  /** Makes the keys and writes the place down. Faults: not-signed-in, disk-full. */
  reserve(): Promise<Place>
  /** Destroys the keys of a place that is not needed, and what was sealed there. Repeatable. */
  release(place: Place): Promise<void>
  /** Makes the row, in one transaction with the end of its place; screening starts. */
  register(place: Place, arrival: Arrival): Promise<{ scanId: string; arrivalNumber: string }>
  /** The kept scan with these bytes. */
  knownBy(fingerprint: string): Promise<KnownScan | null>
  knownAs(scanId: string): Promise<KnownScan | null>
  /** A plain source with these bytes was overwritten and removed by the desk, or stayed although it should have gone. */
  noteSource(scanId: string, fact: 'removed' | 'remains'): Promise<void>
  /** Clears what a crash left half taken in; to be called at start, before anything arrives. Resolves with how many there were. */
  sweep(): Promise<number>
}

export function createArrivals(parts: ScanParts, screener: Screener): Arrivals {
  const { db, vault, audit, paper, now, today, emit } = parts

  async function clear({ scanId, objectId, rowSlot, slot }: Place): Promise<void> {
    await vault.destroyKey(slot)
    await vault.destroyKey(rowSlot)
    await vault.shredObject(objectId)
    await deletePlace(db, scanId)
  }

  async function release(place: Place): Promise<void> {
    // A place that became a row is a scan, whatever failed afterwards.
    if (await hasPlace(db, place.scanId)) await clear(place)
  }

  async function known(scan: ScanRow | null): Promise<KnownScan | null> {
    if (scan?.fingerprint == null) return null
    return {
      scanId: scan.id,
      arrivalNumber: arrivalNumber(scan.arrival),
      fingerprint: scan.fingerprint,
      fileName: await fileNameOf(scan, vault),
      source: scan.source,
    }
  }

  return {
    async reserve() {
      const scanId = randomUUID()
      const objectId = randomUUID()
      // A crash before the place is written leaves two keys that never sealed anything.
      const rowSlot = await vault.createKey('document', scanId, 'desk')
      const slot = await vault.createKey('document', objectId, 'desk')
      await insertPlace(db, { scan_id: scanId, object_id: objectId, row_slot: rowSlot, original_slot: slot })
      return { scanId, objectId, rowSlot, slot }
    },

    release,

    async register(place, arrival) {
      const { scanId, objectId, rowSlot, slot } = place
      const fileName = await vault.sealColumn(rowSlot, 'scans.file_name', scanId, arrival.fileName)
      const canary = await vault.sealColumn(rowSlot, 'scans.canary', scanId, randomBytes(24).toString('hex'))
      const number = await db.transaction(async (trx) => {
        const arrived = await nextArrival(trx)
        await insertScan(trx, {
          id: scanId,
          arrival: arrived,
          received_at: now(),
          received_on: today(),
          route: arrival.route,
          format: arrival.format,
          page_count: arrival.pages.length,
          stage: 'received',
          step: 'none',
          step_by: null,
          source: arrival.source,
          role: 'id-copy',
          case_id: null,
          case_number: null,
          fingerprint: arrival.fingerprint,
          row_slot: rowSlot,
          original_slot: slot,
          original_object: objectId,
          masked_slot: null,
          file_name_sealed: fileName,
          canary_sealed: canary,
        })
        await insertPages(
          trx,
          arrival.pages.map(({ width, height }, index) => ({
            scan_id: scanId,
            page: index + 1,
            width,
            height,
            turn: 0,
            turned_by: 'screening',
            document: null,
            verdict: null,
            illegible: '[]',
            blank: 0,
            side: null,
            left_out: 0,
            place: index + 1,
            round: 1,
            confirmed: 0,
            masked_object: null,
          })),
        )
        await paper.arrived(trx, { id: scanId, on: today() })
        await deletePlace(trx, scanId)
        const detail = { route: arrival.route, format: arrival.format, pages: arrival.pages.length }
        await audit.append('scan-received', { actor: arrival.actor, subject: scanId, detail }, trx)
        return arrivalNumber(arrived)
      })
      emit('scans.changed', { id: scanId })
      screener.start(scanId)
      return { scanId, arrivalNumber: number }
    },

    knownBy: async (fingerprint) => known(await scanWithFingerprint(db, fingerprint)),
    knownAs: async (scanId) => known(await scanRowIfThere(db, scanId)),

    async noteSource(scanId, fact) {
      await db.transaction(async (trx) => {
        const { source } = await scanRow(trx, scanId)
        if (fact === 'removed' && source === 'to-remove') await changeScan(trx, scanId, { source: 'removed' })
        await audit.append(
          fact === 'removed' ? 'source-removed' : 'source-remains',
          { actor: null, subject: scanId },
          trx,
        )
      })
    },

    async sweep() {
      const places = await placeRows(db)
      for (const place of places) {
        await clear({
          scanId: place.scan_id,
          objectId: place.object_id,
          rowSlot: place.row_slot,
          slot: place.original_slot,
        })
      }
      return places.length
    },
  }
}
