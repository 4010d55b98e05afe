// What the post tells the cases of their letters: one went out, arrived or came back, or is gone before it was posted.
import type { CaseEvent, Posting, RefusalReason } from '../../shared/cases.ts'
import { trackOf } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { courses } from '../../shared/rules/case-course.ts'
import { eventOfEnd, type LetterEnd, type LetterOfCase } from '../../shared/rules/letter-ends.ts'
import type { Transaction } from '../db/index.ts'
import { lapseApprovalsOfLetter, useApproval } from './approval-store.ts'
import type { CaseParts } from './parts.ts'
import { plainly, recordWithin } from './record.ts'
import { caseRow, eventRows, type EventRow } from './store.ts'

/** Each is part of the change that notes it in the post. */
export interface CaseLetters {
  /** Faults as of `record` in index.ts. */
  sent(
    trx: Transaction,
    sent: {
      caseId: string
      noticeId: string
      event: CaseEvent
      on: CalendarDate
      refusalReason: RefusalReason | null
      posted: Posting
      toOtherAddress: boolean
    },
    who: Person,
  ): Promise<void>
  /** A letter that is no event of its case goes to another address than the verified one. Fault: second-person-needed. */
  otherAddressUsed(trx: Transaction, caseId: string, noticeId: string): Promise<void>
  /** Records what the letter's end is for its case, if the case waits for it. Faults as of `record`. */
  ended(
    trx: Transaction,
    ended: { caseId: string; noticeId: string; end: LetterEnd; on: CalendarDate },
    who: Person,
  ): Promise<void>
  /** What was asked or allowed for it no longer stands. */
  discarded(trx: Transaction, noticeId: string): Promise<void>
}

export function createCaseLetters(parts: CaseParts): CaseLetters {
  return {
    async sent(trx, { caseId, event, on, ...sent }, who) {
      const happening = { ...plainly(event, on), ...sent }
      await recordWithin(trx, parts, await caseRow(trx, caseId), happening, { kind: 'person', person: who })
    },

    async otherAddressUsed(trx, caseId, noticeId) {
      await useApproval(trx, { caseId, matter: 'other-address', noticeId })
    },

    async ended(trx, { caseId, noticeId, end, on }, who) {
      const row = await caseRow(trx, caseId)
      const event = eventOfEnd((await eventRows(trx, caseId)).map(letterOfCase), noticeId, end)
      // The course may have gone on without the letter: the case was withdrawn, or the form came before its reminder.
      if (event === null || courses[trackOf(row.kind)][row.state][event] === undefined) return
      await recordWithin(trx, parts, row, { ...plainly(event, on), noticeId }, { kind: 'person', person: who })
    },

    discarded: lapseApprovalsOfLetter,
  }
}

export function letterOfCase({ event, notice_id: noticeId }: EventRow): LetterOfCase {
  return { event, noticeId }
}
