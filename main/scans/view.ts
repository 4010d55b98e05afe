// Turns rows into what the screens see: opened names and reasons, what needs a decision, what still waits for a person.
import type { FindingRecord, Paper, Scan, ScanSummary } from '../../shared/ipc/parts.ts'
import { unreachable } from '../../shared/faults.ts'
import type { Verdict } from '../../shared/screening.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Vault } from '../vault/index.ts'
import type { FilingNote } from './sheet-store.ts'
import { arrivalNumber, type FindingRow, type PageRow, type ScanRecord, type ScanRow } from './store.ts'

/** 筆頭者 is masked only when the desk's settings say so; what a person drew always waits for that person. */
export function needsDecision(finding: FindingRow, settings: DeskSettings): boolean {
  if (finding.source === 'person') return true
  if (finding.field === 'head-of-register' && !settings.maskHeadOfRegister) return false
  switch (finding.state) {
    case 'visible':
    case 'see-through':
    case 'unreadable':
      return true
    case 'masked':
    case 'omitted':
    case 'blank':
      return false
    default:
      return unreachable(finding.state)
  }
}

/** Findings without a decision that need one, on one page or on all. */
export function undecidedFindings(findings: FindingRow[], settings: DeskSettings, page?: number): FindingRow[] {
  return findings.filter(
    (finding) =>
      (page === undefined || finding.page === page) && finding.decision === null && needsDecision(finding, settings),
  )
}

/** Findings and pages that still wait for a person; 0 once the scan was decided. */
export function countUndecided({ scan, pages, findings }: ScanRecord, settings: DeskSettings): number {
  if (scan.stage !== 'received' && scan.stage !== 'screened') return 0
  return undecidedFindings(findings, settings).length + pages.filter((page) => !page.confirmed).length
}

/** The worst verdict; null while a page has none. */
export function verdictOf(pages: PageRow[]): Verdict | null {
  const verdicts = pages.map((page) => page.verdict)
  if (verdicts.length === 0 || verdicts.includes(null)) return null
  return (['flagged', 'check'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'nothing-found'
}

export async function summaryOf(
  record: ScanRecord,
  filing: FilingNote | null,
  paper: Paper,
  settings: DeskSettings,
  vault: Vault,
): Promise<ScanSummary> {
  const { scan, pages } = record
  return {
    id: scan.id,
    arrivalNumber: arrivalNumber(scan.arrival),
    receivedAt: scan.received_at,
    receivedOn: scan.received_on,
    route: scan.route,
    format: scan.format,
    fileName: await fileNameOf(scan, vault),
    pageCount: scan.page_count,
    stage: scan.stage,
    verdict: verdictOf(pages),
    undecided: countUndecided(record, settings),
    role: scan.role,
    caseId: scan.case_id,
    caseNumber: scan.case_number,
    filing: filing ?? { byCode: false, orphan: null },
    paper,
  }
}

export async function scanOf(
  record: ScanRecord,
  filing: FilingNote | null,
  paper: Paper,
  settings: DeskSettings,
  vault: Vault,
): Promise<Scan> {
  const { scan, pages, findings } = record
  const shown = await Promise.all(findings.map((finding) => findingOf(finding, scan, settings, vault)))
  return {
    ...(await summaryOf(record, filing, paper, settings, vault)),
    pages: pages.map(({ page, width, height, turn, document, verdict, confirmed }) => ({
      page,
      width,
      height,
      turn,
      document,
      verdict,
      confirmed,
      findings: shown.filter((_, index) => findings[index]?.page === page),
    })),
  }
}

/** Empty once the scan was returned or wiped. */
export async function fileNameOf(scan: ScanRow, vault: Vault): Promise<string> {
  if (scan.file_name_sealed === null || scan.row_slot === null) return ''
  return vault.openColumn(scan.row_slot, 'scans.file_name', scan.id, scan.file_name_sealed)
}

async function findingOf(row: FindingRow, scan: ScanRow, settings: DeskSettings, vault: Vault): Promise<FindingRecord> {
  const { row_slot: slot } = scan
  const sealed = row.reason_sealed
  return {
    id: row.id,
    field: row.field,
    state: row.state,
    box: row.box,
    label: row.label,
    by: row.evidence,
    source: row.source,
    needsDecision: needsDecision(row, settings),
    decision: row.decision,
    reason: slot === null || sealed === null ? null : await vault.openColumn(slot, 'findings.reason', row.id, sealed),
  }
}
