// Who may allow what somebody else asked for, and what can be asked for at all.
import type { ApprovalMatter, CaseState, RequestKind, Track } from '../cases.ts'
import type { Role } from '../roles.ts'
import { courses } from './case-course.ts'
import { approvalFor } from './case-states.ts'

/** A reviewer who neither asked nor opened the case: two people, whatever roles the first one holds. */
export function mayDecide(
  asked: { askedBy: string; openedBy: string },
  who: { id: string; roles: readonly Role[] },
): boolean {
  return who.roles.includes('reviewer') && who.id !== asked.askedBy && who.id !== asked.openedBy
}

/** Whether a step that needs this approval exists for the case as it stands. */
export function matterFits(
  matter: ApprovalMatter,
  { track, kind, state }: { track: Track; kind: RequestKind; state: CaseState },
): boolean {
  // Fees and papers go back, and the wipe is told, after the case is finished.
  if (matter === 'other-address') return state !== 'wiping' && state !== 'wiped'
  const event = matter === 'early-wipe' ? 'wipe-started' : matter
  return courses[track][state][event] !== undefined && approvalFor(event, { kind, state }) === matter
}
