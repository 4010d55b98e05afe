// What of a scan still waits for a person, and what its decisions amount to.
import type { FindingRecord, Scan, ScanPage } from '../../../shared/ipc/parts.ts'

export const isUndecided = (finding: FindingRecord): boolean => finding.needsDecision && finding.decision === null

/** A page is done when a person looked at it and every finding on it is decided, or left it out. */
export const isPageDone = (page: ScanPage): boolean =>
  page.leftOut || (page.confirmed && !page.findings.some(isUndecided))

const keptPages = (scan: Scan): ScanPage[] => scan.pages.filter(({ leftOut }) => !leftOut)

export interface Remaining {
  findings: number
  pages: number
}

export function remainingOf(scan: Scan): Remaining {
  return {
    findings: keptPages(scan).reduce((sum, page) => sum + page.findings.filter(isUndecided).length, 0),
    pages: keptPages(scan).filter((page) => !page.confirmed).length,
  }
}

/** What reading again throws away: decisions on what was found, and pages that were looked at. What a person drew stays. */
export function lostByReadingAgain(scan: Scan): Remaining {
  const isLost = (finding: FindingRecord): boolean => finding.source === 'screening' && finding.decision !== null
  return {
    findings: scan.pages.reduce((sum, page) => sum + page.findings.filter(isLost).length, 0),
    pages: scan.pages.filter((page) => page.confirmed).length,
  }
}

/** One finding that goes back sends the whole scan back: nothing of it is kept. */
export const isReturn = (scan: Scan): boolean =>
  keptPages(scan).some((page) => page.findings.some((finding) => finding.decision === 'return-to-sender'))

export const asksForNewCopy = (scan: Scan): boolean =>
  keptPages(scan).some((page) => page.findings.some((finding) => finding.decision === 'mask-and-ask'))
