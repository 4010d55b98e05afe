// What became of letters in the post, for the eye: beside each letter of a case, and as the list of what is out.
import type { CalendarDate } from '../../shared/dates.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { LetterInPost } from '../../shared/ipc/post.ts'
import type { LetterKind } from '../../shared/letters.ts'
import type { PostStanding } from '../../shared/post.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import { replayPost, standingOf } from '../../shared/rules/posted-letter.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Vault } from '../vault/index.ts'
import {
  endedPostRows,
  dispatchRowsOn,
  happeningOf,
  openPostRows,
  postedIds,
  postRowsOf,
  postRowsOfCase,
  type PostRow,
} from './posted-store.ts'
import { createTracking, type Tracking } from './tracking.ts'

export interface PostedParts {
  db: Database
  vault: Vault
  deskSettings(): Promise<DeskSettings>
  /** `recipientName` null: it was not kept. Null: a wipe took the letter meanwhile. */
  addressedLetter(noticeId: string): Promise<{ kind: LetterKind; recipientName: string | null } | null>
  caseNumberOf(caseId: string): Promise<string>
  today(): CalendarDate
}

export interface PostedView {
  /** By letter; a letter that was never posted is not among them. */
  ofCase(caseId: string): Promise<Map<string, LetterInPost>>
  isPosted(noticeId: string, source: Database | Transaction): Promise<boolean>
  /** Letters that went out at least once. */
  postedIds(): Promise<Set<string>>
  /** Every dispatch of a day, as recorded; of letters that a wipe took nothing is left. */
  dispatchedOn(on: CalendarDate): Promise<CallAnswer<'post.book'>['rows']>
  sent(request: CallRequest<'post.sent'>): Promise<CallAnswer<'post.sent'>>
  trackingNumbers: Tracking['byCase']
  /** Drops what was opened: when the desk is locked. */
  forget(): void
}

/** Letters that have come to their end are looked back at, not worked through. */
const endedShown = 200
const open: ReadonlySet<PostStanding> = new Set<PostStanding>(['out', 'overdue', 'returned'])

export function createPostedView(parts: PostedParts): PostedView {
  const { db, deskSettings, addressedLetter, caseNumberOf, today } = parts
  const tracking = createTracking(parts)

  async function standings(): Promise<(rows: readonly PostRow[]) => PostStanding> {
    const { deliveryWaitDays } = (await deskSettings()).houseLengths
    return (rows) => standingOf(replayPost(rows.map(happeningOf)), deliveryWaitDays, today())
  }

  async function inPost(rows: readonly PostRow[], standing: PostStanding): Promise<LetterInPost | null> {
    const posted = replayPost(rows.map(happeningOf))
    const dispatch = rows.findLast((row) => row.event === 'dispatched')
    if (posted === null || dispatch === undefined) return null
    const sealed = dispatch.tracking_number_sealed
    return {
      standing,
      dispatches: posted.dispatches,
      dispatchedOn: posted.dispatchedOn,
      service: posted.service,
      trackingNumber: sealed === null ? null : await tracking.numberOf({ ...dispatch, tracking_number_sealed: sealed }),
      deliveredOn: posted.deliveredOn,
      deliveryProof: rows.at(-1)?.delivery_proof ?? null,
      returnedOn: posted.returned?.on ?? null,
      returnReason: posted.returned?.reason ?? null,
      addressCheckedOn: posted.addressChecked?.on ?? null,
    }
  }

  return {
    async ofCase(caseId) {
      const standing = await standings()
      const found = new Map<string, LetterInPost>()
      for (const [noticeId, rows] of byNotice(await postRowsOfCase(db, caseId))) {
        const letter = await inPost(rows, standing(rows))
        if (letter !== null) found.set(noticeId, letter)
      }
      return found
    },

    isPosted: async (noticeId, source) => (await postRowsOf(source, noticeId)).length > 0,

    postedIds: () => postedIds(db),

    async dispatchedOn(on) {
      const lines: CallAnswer<'post.book'>['rows'] = []
      for (const row of await dispatchRowsOn(db, on)) {
        const notice = await addressedLetter(row.notice_id)
        if (notice === null) continue
        const { id, case_id: caseId, service, tracking_number_sealed: sealed } = row
        const trackingNumber =
          sealed === null ? null : await tracking.numberOf({ ...row, tracking_number_sealed: sealed })
        lines.push({ id, caseNumber: await caseNumberOf(caseId), ...notice, service, trackingNumber })
      }
      return lines
    },

    async sent({ which }) {
      const standing = await standings()
      const { deliveryWaitDays } = (await deskSettings()).houseLengths
      const rows =
        which === 'open'
          ? await openPostRows(db, addDays(today(), -deliveryWaitDays))
          : await endedPostRows(db, endedShown)
      const letters: CallAnswer<'post.sent'>['rows'] = []
      for (const [noticeId, events] of byNotice(rows)) {
        const stands = standing(events)
        if (open.has(stands) !== (which === 'open')) continue
        const [first] = events
        const notice = await addressedLetter(noticeId)
        const post = await inPost(events, stands)
        if (first === undefined || notice === null || post === null) continue
        const { case_id: caseId } = first
        letters.push({ noticeId, caseId, caseNumber: await caseNumberOf(caseId), ...notice, post })
      }
      return { rows: letters }
    },

    trackingNumbers: tracking.byCase,
    forget: tracking.forget,
  }
}

function byNotice(rows: readonly PostRow[]): Map<string, PostRow[]> {
  const found = new Map<string, PostRow[]>()
  for (const row of rows) found.set(row.notice_id, [...(found.get(row.notice_id) ?? []), row])
  return found
}
