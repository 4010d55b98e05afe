// What the findings of a page mean for the clerk. The app never says "no problem".
import type { DocumentKind, Verdict } from '../../screening.ts'
import type { Found } from './page-view.ts'

/** What else is known of a page when its verdict is given. */
export interface Circumstances {
  kind: DocumentKind
  /** Every kind the page speaks for: two cards may lie on one sheet. */
  kinds: ReadonlySet<DocumentKind>
  /** The page was turned with certainty. */
  upright: boolean
  /** Share of lines that could be read well, 0–1, and how many lines there are. */
  legible: number
  lines: number
  /** Dark patches lie where a field could be and belong to no finding. */
  couldHide: boolean
  /** Its print was measured, and cannot be relied on. */
  isIllegible: boolean
  /** Every 本籍 has a ruled place that was looked at and holds no print. */
  arePlacesEmpty: boolean
}

/** What is no document known and reads badly may be one, and a licence or a passport prints its 本籍 small, be it one of two cards. */
function leastLegible({ kind, kinds }: Circumstances): number {
  if (kind === 'other') return 0.72
  return kinds.has('licence') || kinds.has('passport') ? 0.65 : 0.5
}

export function verdictOf(found: readonly Found[], page: Circumstances): Verdict {
  if (found.some((finding) => finding.state === 'visible' || finding.state === 'see-through')) return 'flagged'
  if (found.some((finding) => finding.state === 'unreadable')) return 'check'
  if (!page.upright || page.couldHide || page.isIllegible) return 'check'
  if (page.lines < 3 || page.legible < leastLegible(page)) return 'check'
  const domiciles = found.filter((finding) => finding.field === 'permanent-domicile')
  const isEmpty = domiciles.every((finding) => finding.state === 'blank')
  // Every passport prints the 本籍, and so does every 戸籍: where nothing was found, not even covered, it was not read.
  // An empty place where it should stand was covered with something white, or misread: whether print stands there tells which.
  // Beside another card a passport's label that was read says that it is one.
  const printsDomicile =
    page.kind === 'passport' || page.kind === 'koseki' || (page.kinds.has('passport') && domiciles.length > 0)
  if (printsDomicile && isEmpty && !page.arePlacesEmpty) return 'check'
  return 'nothing-found'
}
