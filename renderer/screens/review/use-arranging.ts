// Leaves pages out and moves them: what a person may do to a scan's pages as long as it is under review.
import type { Scan, ScanPage } from '../../../shared/ipc/parts.ts'
import { useAct } from '../../queries.ts'
import { movedPage } from './page-order.ts'

export interface Arranging {
  /** Out, or in again. */
  toggle(page: ScanPage): void
  move(page: ScanPage, step: 1 | -1): void
  /** The last page that is kept cannot be left out: a whole scan is discarded otherwise. */
  mayToggle(page: ScanPage): boolean
  mayMove(page: ScanPage, step: 1 | -1): boolean
}

/** Null where the scan's pages are no longer to be arranged. */
export function useArranging(scan: Scan, isOpen: boolean, keep: (answer: Scan) => void): Arranging | null {
  const leaveOut = useAct('scans.leaveOutPage', { onDone: keep })
  const arrange = useAct('scans.arrangePages', { onDone: keep })
  if (!isOpen) return null
  const isAtWork = leaveOut.isPending || arrange.isPending
  const order = scan.pages.map(({ page }) => page)
  const mayToggle = (page: ScanPage) => page.leftOut || scan.pages.filter(({ leftOut }) => !leftOut).length > 1
  const mayMove = ({ page }: ScanPage, step: 1 | -1) => movedPage(order, page, step) !== null
  return {
    mayToggle,
    mayMove,
    toggle: (page) => {
      if (!isAtWork && mayToggle(page)) leaveOut.mutate({ id: scan.id, page: page.page, leftOut: !page.leftOut })
    },
    move: ({ page }, step) => {
      const moved = movedPage(order, page, step)
      if (!isAtWork && moved !== null) arrange.mutate({ id: scan.id, order: moved })
    },
  }
}
