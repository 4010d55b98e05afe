// Whether an agent's papers show the authority to ask: which are needed for which agent, and how fresh they must be.
import type { AgentKind, AuthorityDocumentKind, AuthorityGap } from '../belongings.ts'
import type { CalendarDate } from '../dates.ts'
import { addMonths } from './calendar.ts'

/** House rule: public certificates count for three months from their issue. */
export const certificateMonths = 3

export interface AuthorityDocument {
  kind: AuthorityDocumentKind
  issuedOn: CalendarDate | null
}

/**
 * What is missing on that day; empty: nothing. Who may act: 個人情報の保護に関する法律施行令 on agents (法定代理人 of a minor or of
 * an adult ward, and whoever the person appointed).
 */
export function authorityGapsOf(
  kind: AgentKind,
  documents: readonly AuthorityDocument[],
  on: CalendarDate,
): AuthorityGap[] {
  const gaps: AuthorityGap[] = []
  const ofKind = (wanted: AuthorityDocumentKind): readonly AuthorityDocument[] =>
    documents.filter((one) => one.kind === wanted)
  const certificate = (wanted: AuthorityDocumentKind, missing: AuthorityGap, tooOld: AuthorityGap): void => {
    const found = ofKind(wanted)
    if (found.length === 0) gaps.push(missing)
    else if (!found.some(({ issuedOn }) => issuedOn !== null && addMonths(issuedOn, certificateMonths) >= on)) {
      gaps.push(tooOld)
    }
  }
  switch (kind) {
    case 'appointed': {
      const letters = ofKind('power-of-attorney')
      if (letters.length === 0) gaps.push('power-of-attorney-missing')
      else if (letters.every(({ issuedOn }) => issuedOn === null)) gaps.push('power-of-attorney-undated')
      certificate('seal-certificate', 'seal-certificate-missing', 'seal-certificate-too-old')
      break
    }
    case 'parent':
      certificate('family-register', 'family-register-missing', 'family-register-too-old')
      break
    case 'guardian':
      certificate('guardianship-certificate', 'guardianship-certificate-missing', 'guardianship-certificate-too-old')
      break
  }
  if (ofKind('agent-id').length === 0) gaps.push('agent-id-missing')
  return gaps
}
