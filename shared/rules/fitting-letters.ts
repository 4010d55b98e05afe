// Which letters fit a case as it stands: first what its facts call for, then what usually comes next, then every other.
import type { AgentStanding, FeeStanding } from '../belongings.ts'
import {
  letterKinds,
  mayBeMade,
  type CorrectionItem,
  type LetterCase,
  type LetterInputs,
  type LetterKind,
} from '../letters.ts'
import type { PieceState } from '../pieces.ts'
import type { Illegibility } from '../screening.ts'
import { toMend } from './to-mend.ts'

/** What other parts of the desk know of the case. */
export interface LetterReasons {
  /** A scan of the case shows something that must not be kept. */
  hasFlaggedScan: boolean
  /** What the check of identity that stands found to be mended. */
  toMend: readonly CorrectionItem[]
  /** Why the print of the ID copies cannot be relied on. */
  illegible: readonly Illegibility[]
  /** Those who act for the requester; `lacksPapers`: what shows their authority has not all come. */
  agents: readonly { standing: AgentStanding; lacksPapers: boolean }[]
  /** Null where nothing is to be paid. */
  fee: { standing: FeeStanding; receivedYen: number; payments: readonly PieceState[] } | null
  /** Every letter of the case, and whether it was posted: to post one comes before making it again. */
  letters: readonly { kind: LetterKind; isPosted: boolean }[]
}

/** The order in which a person would think of them in this state; what is not named comes after. */
const usualIn: Partial<Record<LetterCase['state'], readonly LetterKind[]>> = {
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

export interface FittingLetters {
  /** What the facts of the case call for, the most pressing first. */
  called: LetterKind[]
  /** The letter that is probably written next; null when none suggests itself. */
  first: LetterKind | null
  others: LetterKind[]
}

export function fittingLetters(matter: LetterCase, reasons: LetterReasons): FittingLetters {
  const fitting = letterKinds.filter((kind) => mayBeMade(kind, matter))
  const isOpen = (kind: LetterKind): boolean =>
    fitting.includes(kind) && !reasons.letters.some((letter) => letter.kind === kind && !letter.isPosted)
  const called = calledFor(matter, reasons).filter(isOpen)
  const first = called[0] ?? (usualIn[matter.state] ?? []).find(isOpen) ?? null
  return { called, first, others: fitting.filter((kind) => kind !== first && !called.includes(kind)) }
}

function calledFor({ state }: LetterCase, reasons: LetterReasons): LetterKind[] {
  const { fee } = reasons
  const called: LetterKind[] = []
  // While a correction is out, the next one waits for what comes back.
  if (state === 'received' || state === 'verified') {
    if (reasons.hasFlaggedScan) called.push('domicile-correction')
    if (reasons.toMend.length > 0) called.push('correction-request')
    if (isAuthorityRefused(reasons)) called.push('refusal')
    if (reasons.agents.some(({ standing, lacksPapers }) => standing === 'unchecked' && lacksPapers)) {
      called.push('authority-missing')
    }
    if (fee?.standing === 'short' || fee?.standing === 'over') called.push('fee-wrong')
    if (fee?.standing === 'missing') called.push('fee-missing')
  }
  const isReturnTold = reasons.letters.some(({ kind }) => kind === 'fee-returned')
  if (fee?.payments.includes('returned') === true && !isReturnTold) called.push('fee-returned')
  return called
}

/** Somebody looked at an agent's papers and found the authority not shown (policy §12 ②). */
function isAuthorityRefused({ agents }: LetterReasons): boolean {
  return agents.some(({ standing }) => standing === 'not-verified')
}

/** What the facts of the case already say of what a clerk would type. */
export function knownInputs(kind: LetterKind, reasons: LetterReasons): Partial<LetterInputs> {
  if (kind === 'correction-request') return toMend(reasons.toMend, reasons.illegible)
  if (kind === 'refusal' && isAuthorityRefused(reasons)) return { refusalReason: 'authority-not-verified' }
  if (kind === 'fee-wrong' && reasons.fee !== null) return { amountYen: reasons.fee.receivedYen }
  return {}
}
