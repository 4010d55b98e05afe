// Turns rows into what the screens see: opened names and reasons, what needs a decision, what still waits for a person.
import type { FindingRecord, Paper, Scan, ScanSummary } from '../../shared/ipc/parts.ts'
import { unreachable } from '../../shared/faults.ts'
import { otherSideOf } from '../../shared/rules/page-pairs.ts'
import { mustMask } from '../../shared/rules/masking-policy.ts'
import { illegibilities, type DocumentKind, type Verdict } from '../../shared/screening.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import { unlessLost, type Vault } from '../vault/index.ts'
import type { FilingNote } from './sheet-store.ts'
import { arrivalNumber, keptOf, type FindingRow, type PageRow, type ScanRecord, type ScanRow } from './store.ts'

/** The desk's policy says what may be kept on which document; what a person drew always waits for that person. */
export function needsDecision(
  finding: FindingRow,
  document: DocumentKind | null,
  { maskingPolicy }: DeskSettings,
): boolean {
  if (finding.source === 'person') return true
  if (!mustMask(maskingPolicy, document, finding.field)) return false
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

/** Findings of these pages without a decision that need one. */
export function undecidedFindings(pages: PageRow[], findings: FindingRow[], settings: DeskSettings): FindingRow[] {
  const documents = new Map(pages.map(({ page, document }) => [page, document]))
  return findings.filter(
    (finding) =>
      documents.has(finding.page) &&
      finding.decision === null &&
      needsDecision(finding, documents.get(finding.page) ?? null, settings),
  )
}

/** Findings and pages that still wait for a person; 0 once the scan was decided. */
export function countUndecided(record: ScanRecord, settings: DeskSettings): number {
  const { scan, pages, findings } = keptOf(record)
  if (scan.stage !== 'received' && scan.stage !== 'screened') return 0
  return undecidedFindings(pages, findings, settings).length + pages.filter((page) => !page.confirmed).length
}

/**
 * The verdict of a page under the desk's policy: screening flags every field it knows of. A page on which nothing shows but
 * what may be kept is a person's to look at: the app never says "no problem".
 */
function verdictUnder(page: PageRow, findings: FindingRow[], { maskingPolicy }: DeskSettings): Verdict | null {
  if (page.verdict !== 'flagged') return page.verdict
  const showing = findings.filter(
    ({ page: of, source, state }) =>
      of === page.page && source === 'screening' && (state === 'visible' || state === 'see-through'),
  )
  const isKept = ({ field }: FindingRow): boolean => !mustMask(maskingPolicy, page.document, field)
  return showing.length > 0 && showing.every(isKept) ? 'check' : 'flagged'
}

/** The worst verdict; null while a page has none. */
function worstVerdict(record: ScanRecord, settings: DeskSettings): Verdict | null {
  const { pages, findings } = keptOf(record)
  const verdicts = pages.map((page) => verdictUnder(page, findings, settings))
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
  const { scan } = record
  const kept = keptOf(record).pages
  return {
    id: scan.id,
    arrivalNumber: arrivalNumber(scan.arrival),
    receivedAt: scan.received_at,
    receivedOn: scan.received_on,
    route: scan.route,
    format: scan.format,
    fileName: (await unlessLost(fileNameOf(scan, vault))) ?? '',
    // Of a wiped scan no page is known any more.
    pageCount: record.pages.length === 0 ? scan.page_count : kept.length,
    keptPages: kept.map(({ page }) => page),
    stage: scan.stage,
    verdict: worstVerdict(record, settings),
    undecided: countUndecided(record, settings),
    illegible: illegibilities.filter((reason) => kept.some(({ illegible }) => illegible.includes(reason))),
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
  const kept = keptOf(record).pages
  // What is left out may be taken in again until the masks are made; then it is as good as gone.
  const shownPages = scan.stage === 'received' || scan.stage === 'screened' ? pages : kept
  const documents = new Map(pages.map(({ page, document }) => [page, document]))
  const shown = await Promise.all(
    findings.map(async (finding) => ({
      ...(await findingOf(finding, scan, vault)),
      needsDecision: needsDecision(finding, documents.get(finding.page) ?? null, settings),
    })),
  )
  return {
    ...(await summaryOf(record, filing, paper, settings, vault)),
    // One scan alone that does not open any more is said to be gone; only a list goes on without it.
    fileName: await fileNameOf(scan, vault),
    pages: shownPages.map((row) => ({
      page: row.page,
      width: row.width,
      height: row.height,
      turn: row.turn,
      document: row.document,
      verdict: verdictUnder(row, findings, settings),
      illegible: row.illegible,
      isBlank: row.blank,
      otherSide: otherSideOf(kept, row.page),
      leftOut: row.left_out,
      confirmed: row.confirmed,
      findings: shown.filter((_, index) => findings[index]?.page === row.page),
    })),
  }
}

/** Empty once the scan was returned or wiped. */
export async function fileNameOf(scan: ScanRow, vault: Vault): Promise<string> {
  if (scan.file_name_sealed === null || scan.row_slot === null) return ''
  return vault.openColumn(scan.row_slot, 'scans.file_name', scan.id, scan.file_name_sealed)
}

async function findingOf(row: FindingRow, scan: ScanRow, vault: Vault): Promise<Omit<FindingRecord, 'needsDecision'>> {
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
    decision: row.decision,
    reason: slot === null || sealed === null ? null : await vault.openColumn(slot, 'findings.reason', row.id, sealed),
  }
}
