// What the findings of a page mean for the clerk. The app never says "no problem".
import type { DocumentKind, Verdict } from '../../screening.ts'
import type { Found } from './page-view.ts'

/** What else is known of a page when its verdict is given. */
export interface Circumstances {
  kind: DocumentKind
  /** The page was turned with certainty. */
  upright: boolean
  /** Share of lines that could be read well, 0–1, and how many lines there are. */
  legible: number
  lines: number
  /** Dark patches lie where a field could be and belong to no finding. */
  couldHide: boolean
  /** Its print was measured, and cannot be relied on. */
  isIllegible: boolean
}

export function verdictOf(found: readonly Found[], page: Circumstances): Verdict {
  if (found.some((finding) => finding.state === 'visible' || finding.state === 'see-through')) return 'flagged'
  if (found.some((finding) => finding.state === 'unreadable')) return 'check'
  if (!page.upright || page.couldHide || page.isIllegible) return 'check'
  if (page.lines < 3 || page.legible < 0.5) return 'check'
  // What is no document known and reads badly may be one.
  if (page.kind === 'other' && page.legible < 0.72) return 'check'
  // Every passport prints the 本籍: one on which nothing was found, not even covered, was not read.
  if (page.kind === 'passport' && !found.some((finding) => finding.field === 'permanent-domicile')) return 'check'
  // So does every 戸籍: an empty place where it should stand was covered with something white, or misread.
  const domiciles = found.filter((finding) => finding.field === 'permanent-domicile')
  if (page.kind === 'koseki' && domiciles.every((finding) => finding.state === 'blank')) return 'check'
  return 'nothing-found'
}
