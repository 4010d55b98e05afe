// Which letters fit a case as it stands, the one to write next first.
import { letterKinds, mayBeMade, type LetterCase, type LetterKind } from '../letters.ts'

export interface OpenMatters {
  /** A scan of the case shows something that must not be kept. */
  hasFlaggedScan: boolean
  /** Letters that are made and not posted yet: to post one comes before making it again. */
  unposted: readonly LetterKind[]
}

/** The order in which a person would think of them in this state; what is not named comes after. */
const firstIn: Partial<Record<LetterCase['state'], readonly LetterKind[]>> = {
  inquired: ['form-dispatch'],
  'awaiting-form': ['form-reminder'],
  consulting: ['inquiry-answer'],
  received: ['correction-request', 'domicile-correction', 'receipt'],
  'awaiting-correction': ['correction-reminder'],
  verified: [
    'purpose-answer',
    'disclosure-answer',
    'third-party-record-answer',
    'correction-answer',
    'suspension-answer',
    'third-party-suspension-answer',
  ],
  answered: ['completion'],
  finished: ['wipe-notice', 'completion'],
}

/** `first` is the letter that is probably written next; null when none suggests itself. */
export function fittingLetters(
  matter: LetterCase,
  open: OpenMatters,
): { first: LetterKind | null; others: LetterKind[] } {
  const fitting = letterKinds.filter((kind) => mayBeMade(kind, matter))
  const preferred = open.hasFlaggedScan && matter.state === 'received' ? (['domicile-correction'] as const) : []
  const first =
    [...preferred, ...(firstIn[matter.state] ?? [])].find(
      (kind) => fitting.includes(kind) && !open.unposted.includes(kind),
    ) ?? null
  return { first, others: fitting.filter((kind) => kind !== first) }
}
