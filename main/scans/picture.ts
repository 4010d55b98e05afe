// Pages for the eye: opened in memory, turned upright, handed over as bytes, and every view written to the audit chain.
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { openPage } from './open-page.ts'
import type { ScanParts } from './parts.ts'
import { pageRow, scanRow } from './store.ts'
import { createViews } from './views.ts'

/** Faults: not-found, wrong-stage (no such version of the page exists now). */
export function createPictures(parts: ScanParts) {
  const { db, vault, screening } = parts
  const recordView = createViews(parts, 'scan-viewed')

  return async (request: CallRequest<'scans.picture'>, who: Person): Promise<CallAnswer<'scans.picture'>> => {
    const scan = await scanRow(db, request.id)
    // A returned or wiped scan has no pages to look for any more.
    if (scan.stage === 'returned' || scan.stage === 'wiped') throw new Fault('wrong-stage')
    const page = await pageRow(db, scan.id, request.page)
    const { bytes, index } = await openPage(vault, scan, page, request.version)
    try {
      await recordView(who, scan.id, page.page)
      const picture = await screening.picture(bytes, index, { turn: page.turn, longSidePx: request.longSidePx })
      return { ...picture, bytes: new Uint8Array(picture.bytes) }
    } finally {
      bytes.fill(0)
    }
  }
}
