// The database's history, oldest first. A new step is a new file and a new line; a released step is never edited.
import { staffAndAudit } from './001-staff-and-audit.ts'
import { settings } from './002-settings.ts'
import { scans } from './003-scans.ts'
import { cases } from './004-cases.ts'
import { notices } from './005-notices.ts'
import { wipes } from './006-wipes.ts'
import { datedRules } from './007-dated-rules.ts'
import { deskCode } from './008-desk-code.ts'
import { paperTwin } from './009-paper-twin.ts'
import { letters } from './010-letters.ts'
import { filedByCode } from './011-filed-by-code.ts'
import { caseCourse } from './012-case-course.ts'
import { lists } from './013-lists.ts'
import { maskingPolicy } from './014-masking-policy.ts'
import { belongings } from './015-belongings.ts'
import { postedLetters } from './016-posted-letters.ts'
import { caseChanges } from './017-case-changes.ts'
import { reminders } from './018-reminders.ts'
import { printing } from './019-printing.ts'
import { longLists } from './020-long-lists.ts'
import { legibility } from './021-legibility.ts'
import { pageOrder } from './022-page-order.ts'
import { deliveryProof } from './023-delivery-proof.ts'
import { chainMark } from './024-chain-mark.ts'
import type { Migration } from './migration.ts'

export type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  staffAndAudit,
  settings,
  scans,
  cases,
  notices,
  wipes,
  datedRules,
  deskCode,
  paperTwin,
  letters,
  filedByCode,
  caseCourse,
  lists,
  maskingPolicy,
  belongings,
  postedLetters,
  caseChanges,
  reminders,
  printing,
  longLists,
  legibility,
  pageOrder,
  deliveryProof,
  chainMark,
]
