// Pages for the eye: opened in memory, turned upright, handed over as bytes, and every view written to the audit chain.
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { held, type ScanParts } from './parts.ts'
import { pageRow, scanRow, type PageRow, type ScanRow } from './store.ts'

const hourMs = 60 * 60 * 1000

/** Faults: not-found, wrong-stage (no such version of the page exists now). */
export function createPictures({ db, vault, audit, screening, now }: ScanParts) {
  const viewedAtMs = new Map<string, number>()

  /**
   * Zooming and going back and forth asks for the same page dozens of times: one entry per person, page and hour says
   * who looked, without burying the chain. Kept in memory, so a restart only ever writes more.
   */
  async function recordView(who: Person, id: string, page: number): Promise<void> {
    const nowMs = Date.parse(now())
    for (const [view, atMs] of viewedAtMs) if (Math.abs(nowMs - atMs) >= hourMs) viewedAtMs.delete(view)
    const view = `${who.id} ${id} ${page}`
    if (viewedAtMs.has(view)) return
    await audit.append('scan-viewed', { actor: who.id, subject: id, detail: { page } })
    viewedAtMs.set(view, nowMs)
  }

  async function openPage(
    scan: ScanRow,
    page: PageRow,
    version: 'current' | 'prepared',
  ): Promise<{ bytes: Buffer; index: number }> {
    const isMasked = version === 'prepared' || scan.stage === 'finished'
    if (isMasked && page.masked_object !== null) {
      if (scan.stage !== 'prepared' && scan.stage !== 'finished') throw new Fault('wrong-stage')
      return { bytes: await vault.openObject(held(scan.masked_slot), 'masked-page', page.masked_object), index: 0 }
    }
    if (isMasked || scan.original_slot === null) throw new Fault('wrong-stage')
    return {
      bytes: await vault.openObject(scan.original_slot, 'scan', held(scan.original_object)),
      index: page.page - 1,
    }
  }

  return async (request: CallRequest<'scans.picture'>, who: Person): Promise<CallAnswer<'scans.picture'>> => {
    const scan = await scanRow(db, request.id)
    if (scan.stage === 'returned' || scan.stage === 'wiped') throw new Fault('wrong-stage')
    const page = await pageRow(db, scan.id, request.page)
    const { bytes, index } = await openPage(scan, page, request.version)
    try {
      await recordView(who, scan.id, page.page)
      const picture = await screening.picture(bytes, index, { turn: page.turn, longSidePx: request.longSidePx })
      return { ...picture, bytes: new Uint8Array(picture.bytes) }
    } finally {
      bytes.fill(0)
    }
  }
}
