// Cuts a batch at its separator sheets: each piece of post becomes a scan of its own, sealed and compared like any other.
import { randomBytes, randomUUID } from 'node:crypto'
import { Fault } from '../../shared/faults.ts'
import { partsOf } from '../../shared/rules/sheet-filing.ts'
import type { Transaction } from '../db/index.ts'
import type { Report } from '../jobs/index.ts'
import { RefusedFile } from '../screening/index.ts'
import type { Arrivals, Place } from './arrive.ts'
import { held, type ScanParts } from './parts.ts'
import { readingsOf, writeReading } from './sheet-store.ts'
import {
  arrivalNumber,
  changeScan,
  copyScan,
  deletePages,
  deletePlace,
  findingRows,
  insertFindings,
  insertPages,
  insertPlace,
  nextArrival,
  pageRows,
  scanRow,
  type FindingRow,
  type PageRow,
  type ScanRow,
} from './store.ts'
import { fileNameOf } from './view.ts'

export interface Dividing {
  /**
   * Ids of the scans that the batch became, the first of them its own; null when there is nothing to cut. Killed at any
   * moment: before the one change that makes the parts, the batch is whole and their places are cleared at the next
   * start; after it, what is cleared is the batch's own sealed file. Faults: changed-meanwhile (a page was turned or
   * screened anew), disk-full, vault-damaged.
   */
  divide(scanId: string, document: Uint8Array, report: Report, signal: AbortSignal): Promise<string[] | null>
}

interface SealedPart {
  place: Place
  pages: number[]
  fingerprint: string
}

interface Written {
  ids: string[]
  /** Where the batch lay before it was cut. */
  cleared: Place
}

export function createDividing(parts: ScanParts, arrivals: Pick<Arrivals, 'reserve' | 'release'>): Dividing {
  const { db, vault, audit, screening, paper, deskCode } = parts

  async function seal(document: Uint8Array, pages: number[], signal: AbortSignal): Promise<SealedPart> {
    const bytes = await screening.extract(
      document,
      pages.map((page) => page - 1),
      signal,
    )
    const place = await arrivals.reserve()
    try {
      await vault.sealObject(place.slot, 'scan', bytes, place.objectId)
      const copy = await vault.openObject(place.slot, 'scan', place.objectId)
      const isEqual = copy.equals(bytes)
      copy.fill(0)
      if (!isEqual) throw new Fault('vault-damaged', { part: 'scan' })
      return { place, pages, fingerprint: await vault.fingerprint(bytes) }
    } catch (error) {
      await arrivals.release(place)
      throw error
    } finally {
      bytes.fill(0)
    }
  }

  /** The rows of one part's pages, counted from one again. What was decided before the cut is asked again. */
  async function movePages(
    trx: Transaction,
    scanId: string,
    { pages }: SealedPart,
    before: { pages: PageRow[]; findings: FindingRow[]; readings: Awaited<ReturnType<typeof readingsOf>> },
  ): Promise<void> {
    for (const [index, number] of pages.entries()) {
      const page = held(before.pages.find((row) => row.page === number) ?? null)
      const own = { scan_id: scanId, page: index + 1, place: index + 1, confirmed: 0 }
      const flags = { blank: page.blank ? 1 : 0, left_out: page.left_out ? 1 : 0 }
      await insertPages(trx, [{ ...page, ...flags, ...own, illegible: JSON.stringify(page.illegible) }])
      const found = before.findings.filter((finding) => finding.page === number)
      await insertFindings(
        trx,
        found.map(({ field, state, box, label, evidence, source }) => ({
          id: randomUUID(),
          scan_id: scanId,
          page: index + 1,
          field,
          state,
          box,
          label,
          evidence,
          source,
        })),
      )
      await writeReading(trx, scanId, index + 1, held(before.readings[number - 1] ?? null))
    }
  }

  async function write(scan: ScanRow, before: PageRow[], sealed: SealedPart[], fileName: string): Promise<Written> {
    const [first, ...others] = sealed
    if (first === undefined) throw new RangeError('A batch has at least one part.')
    const old = { slot: held(scan.original_slot), object: held(scan.original_object) }
    const names = await Promise.all(
      others.map(async ({ place }, index) => ({
        name: await vault.sealColumn(
          place.rowSlot,
          'scans.file_name',
          place.scanId,
          `${fileName} (${index + 2}/${sealed.length})`,
        ),
        canary: await vault.sealColumn(place.rowSlot, 'scans.canary', place.scanId, randomBytes(24).toString('hex')),
      })),
    )
    const cleared: Place = { ...first.place, objectId: old.object, slot: old.slot }
    await db.transaction(async (trx) => {
      const now = await scanRow(trx, scan.id)
      const pages = await pageRows(trx, scan.id)
      const isAsBefore = pages.every((page) => {
        const row = before.find((one) => one.page === page.page)
        return page.verdict !== null && row?.round === page.round
      })
      if (now.stage !== 'received' || now.step !== 'none' || !isAsBefore) throw new Fault('changed-meanwhile')
      const rows = {
        pages,
        findings: await findingRows(trx, scan.id),
        readings: await readingsOf(trx, scan.id, scan.page_count),
      }
      await deletePages(trx, scan.id)
      await changeScan(trx, scan.id, {
        stage: 'screened',
        format: 'tiff',
        page_count: first.pages.length,
        original_slot: first.place.slot,
        original_object: first.place.objectId,
      })
      await movePages(trx, scan.id, first, rows)
      await deletePlace(trx, first.place.scanId)
      await insertPlace(trx, {
        scan_id: cleared.scanId,
        object_id: cleared.objectId,
        row_slot: cleared.rowSlot,
        original_slot: cleared.slot,
      })
      for (const [index, part] of others.entries()) {
        const { place } = part
        const arrival = await nextArrival(trx)
        const sealedNames = held(names[index] ?? null)
        await copyScan(trx, scan.id, {
          id: place.scanId,
          arrival,
          stage: 'screened',
          source: 'kept',
          page_count: part.pages.length,
          fingerprint: part.fingerprint,
          row_slot: place.rowSlot,
          original_slot: place.slot,
          original_object: place.objectId,
          file_name_sealed: sealedNames.name,
          canary_sealed: sealedNames.canary,
        })
        await movePages(trx, place.scanId, part, rows)
        await paper.arrived(trx, { id: place.scanId, on: scan.received_on })
        await deletePlace(trx, place.scanId)
        const detail = {
          route: scan.route,
          format: 'tiff',
          pages: part.pages.length,
          from: arrivalNumber(scan.arrival),
        }
        await audit.append('scan-received', { actor: null, subject: place.scanId, detail }, trx)
      }
      const detail = { pages: scan.page_count, parts: sealed.length }
      await audit.append('scan-divided', { actor: null, subject: scan.id, detail }, trx)
    })
    return { ids: [scan.id, ...others.map(({ place }) => place.scanId)], cleared }
  }

  return {
    async divide(scanId, document, report, signal) {
      const scan = await scanRow(db, scanId)
      const pages = await pageRows(db, scanId)
      const wanted = partsOf(await readingsOf(db, scanId, scan.page_count), await deskCode())
      const kept = wanted.reduce((sum, part) => sum + part.length, 0)
      if (wanted.length === 0 || kept === scan.page_count) return null
      const sealed: SealedPart[] = []
      let written: Written
      try {
        for (const [index, part] of wanted.entries()) {
          report('dividing', index / wanted.length)
          sealed.push(await seal(document, part, signal))
        }
        written = await write(scan, pages, sealed, await fileNameOf(scan, vault))
      } catch (error) {
        for (const { place } of sealed) await arrivals.release(place)
        // Too large to be cut, or broken in the middle: the batch stays whole, and a person sees what it is.
        if (error instanceof RefusedFile) return null
        throw error
      }
      await arrivals.release(written.cleared)
      return written.ids
    },
  }
}
