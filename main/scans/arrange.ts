// What a person says of a scan's pages as a whole: which are left out, and in what order the others stand.
import { Fault } from '../../shared/faults.ts'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { restingScan, underReview, type ScanParts } from './parts.ts'
import { changePage, pageRow, pageRows } from './store.ts'

/** Each resolves with the id of the scan that changed. Faults: not-found, wrong-stage once the masks were prepared, and those named. */
export interface Arranging {
  /** A page that is left out is not kept: it is destroyed with the original. Fault: bad-request (no page would be left). */
  leaveOutPage(request: CallRequest<'scans.leaveOutPage'>, who: Person): Promise<string>
  /** Fault: bad-request (not every page, or one twice). */
  arrangePages(request: CallRequest<'scans.arrangePages'>, who: Person): Promise<string>
}

export function createArranging({ db, audit }: Pick<ScanParts, 'db' | 'audit'>): Arranging {
  return {
    async leaveOutPage({ id, page, leftOut }, who) {
      return db.transaction(async (trx) => {
        await restingScan(trx, id, underReview)
        await pageRow(trx, id, page)
        const others = (await pageRows(trx, id)).filter((row) => row.page !== page && !row.left_out)
        if (leftOut && others.length === 0) throw new Fault('bad-request', { field: 'page', because: 'last-page' })
        await changePage(trx, id, page, { left_out: leftOut ? 1 : 0 })
        const detail = { page, leftOut: leftOut ? 1 : 0 }
        await audit.append('page-left-out', { actor: who.id, subject: id, detail }, trx)
        return id
      })
    },

    async arrangePages({ id, order }, who) {
      return db.transaction(async (trx) => {
        await restingScan(trx, id, underReview)
        const pages = await pageRows(trx, id)
        const isEveryPage = order.length === pages.length && pages.every(({ page }) => order.includes(page))
        if (!isEveryPage) throw new Fault('bad-request', { field: 'order' })
        for (const [index, page] of order.entries()) await changePage(trx, id, page, { place: index + 1 })
        await audit.append('pages-arranged', { actor: who.id, subject: id, detail: { pages: order.length } }, trx)
        return id
      })
    },
  }
}
