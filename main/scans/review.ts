// What a person does to a scan under review: decide, draw, remove, turn, confirm, screen again.
import { randomUUID } from 'node:crypto'
import { Fault } from '../../shared/faults.ts'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { Box } from '../../shared/screening.ts'
import type { Transaction } from '../db/index.ts'
import { held, restingScan, underReview, type ScanParts } from './parts.ts'
import type { Screener } from './screen.ts'
import {
  changeDecision,
  changePage,
  changeScan,
  deleteFinding,
  deleteScreenedFindings,
  findingRow,
  findingRows,
  insertFindings,
  pageRow,
  pageRows,
  type PageRow,
} from './store.ts'
import { undecidedFindings } from './view.ts'

/** Each resolves with the id of the scan that changed. Faults: not-found, wrong-stage once the masks were prepared, and those named. */
export interface Review {
  /** Fault: bad-request (a false alarm without a reason). */
  decide(request: CallRequest<'scans.decide'>, who: Person): Promise<string>
  /** Fault: bad-request (a box outside the page). */
  addFinding(request: CallRequest<'scans.addFinding'>, who: Person): Promise<string>
  /** Fault: not-allowed (what screening found is decided, never removed). */
  removeFinding(request: CallRequest<'scans.removeFinding'>, who: Person): Promise<string>
  /** Faults: still-screening, undecided. */
  confirmPage(request: CallRequest<'scans.confirmPage'>, who: Person): Promise<string>
  turnPage(request: CallRequest<'scans.turnPage'>, who: Person): Promise<string>
  screenAgain(request: CallRequest<'scans.screenAgain'>, who: Person): Promise<string>
}

export function createReview({ db, vault, audit, deskSettings }: ScanParts, screener: Screener): Review {
  /** Screening starts anew from nothing but what a person drew and said of the page's turn. */
  async function forgetScreening(
    trx: Transaction,
    page: PageRow,
    turn: Partial<Pick<PageRow, 'turn' | 'turned_by'>>,
  ): Promise<void> {
    await deleteScreenedFindings(trx, page.scan_id, page.page)
    await changePage(trx, page.scan_id, page.page, {
      ...turn,
      verdict: null,
      illegible: '[]',
      blank: 0,
      side: null,
      confirmed: 0,
      round: page.round + 1,
    })
  }

  return {
    async decide({ findingId, decision, reason }, who) {
      if (decision === 'false-alarm' && reason === null) throw new Fault('bad-request', { field: 'reason' })
      return db.transaction(async (trx) => {
        const finding = await findingRow(trx, findingId)
        const scan = await restingScan(trx, finding.scan_id, underReview)
        const keepsReason = decision !== null && reason !== null
        const sealed = keepsReason
          ? await vault.sealColumn(held(scan.row_slot), 'findings.reason', finding.id, reason)
          : null
        await changeDecision(trx, finding.id, { decision, reason_sealed: sealed })
        // Who withdraws a decision has not confirmed the page as it now is.
        if (decision === null) await changePage(trx, scan.id, finding.page, { confirmed: 0 })
        const detail = { finding: finding.id, field: finding.field, decision: decision ?? 'withdrawn' }
        await audit.append('finding-decided', { actor: who.id, subject: scan.id, detail }, trx)
        return scan.id
      })
    },

    async addFinding({ id, page, field, box }, who) {
      return db.transaction(async (trx) => {
        const scan = await restingScan(trx, id, underReview)
        const drawn = boxWithin(box, await pageRow(trx, id, page))
        const finding = randomUUID()
        await insertFindings(trx, [
          {
            id: finding,
            scan_id: id,
            page,
            field,
            state: 'visible',
            box: drawn,
            label: null,
            evidence: [],
            source: 'person',
          },
        ])
        await changePage(trx, id, page, { confirmed: 0 })
        await audit.append('finding-added', { actor: who.id, subject: scan.id, detail: { finding, page, field } }, trx)
        return id
      })
    },

    async removeFinding({ findingId }, who) {
      return db.transaction(async (trx) => {
        const finding = await findingRow(trx, findingId)
        const scan = await restingScan(trx, finding.scan_id, underReview)
        if (finding.source !== 'person') throw new Fault('not-allowed')
        await deleteFinding(trx, finding.id)
        await changePage(trx, scan.id, finding.page, { confirmed: 0 })
        await audit.append('finding-removed', { actor: who.id, subject: scan.id, detail: { finding: finding.id } }, trx)
        return scan.id
      })
    },

    async confirmPage({ id, page, confirmed }, who) {
      const settings = await deskSettings()
      return db.transaction(async (trx) => {
        const scan = await restingScan(trx, id, underReview)
        const shown = await pageRow(trx, id, page)
        if (confirmed && shown.verdict === null) throw new Fault('still-screening')
        const open = undecidedFindings([shown], await findingRows(trx, id, page), settings).length
        if (confirmed && open > 0) throw new Fault('undecided', { findings: open })
        await changePage(trx, id, page, { confirmed: confirmed ? 1 : 0 })
        await audit.append(
          'page-confirmed',
          { actor: who.id, subject: scan.id, detail: { page, confirmed: confirmed ? 1 : 0 } },
          trx,
        )
        return id
      })
    },

    async turnPage({ id, page, turn }, who) {
      await db.transaction(async (trx) => {
        await restingScan(trx, id, underReview)
        await forgetScreening(trx, await pageRow(trx, id, page), { turn, turned_by: 'person' })
        await changeScan(trx, id, { stage: 'received' })
        await audit.append('page-turned', { actor: who.id, subject: id, detail: { page, turn } }, trx)
      })
      screener.start(id)
      return id
    },

    async screenAgain({ id }, who) {
      await db.transaction(async (trx) => {
        await restingScan(trx, id, underReview)
        const dropped = (await findingRows(trx, id)).filter(
          (finding) => finding.source === 'screening' && finding.decision !== null,
        )
        const pages = await pageRows(trx, id)
        for (const page of pages) await forgetScreening(trx, page, {})
        await changeScan(trx, id, { stage: 'received' })
        const detail = { pages: pages.length, decisions: dropped.length }
        await audit.append('screening-restarted', { actor: who.id, subject: id, detail }, trx)
      })
      screener.start(id)
      return id
    },
  }
}

/** Whole pixels inside the page, rounded outwards. A drawn box may reach over the edge, but not lie beside the page. */
function boxWithin([x, y, width, height]: Box, page: Pick<PageRow, 'width' | 'height'>): Box {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const right = Math.min(page.width, Math.ceil(x + width))
  const bottom = Math.min(page.height, Math.ceil(y + height))
  if (right <= left || bottom <= top) throw new Fault('bad-request', { field: 'box' })
  return [left, top, right - left, bottom - top]
}
