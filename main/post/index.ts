// What goes to the post and what becomes of it: sheets with the desk's code, the check of an envelope, letters on their way.
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { CaseNumber } from '../../shared/rules/case-number.ts'
import type { Emit } from '../jobs/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import { createDispatchBook, type BookParts, type DispatchBook } from './dispatch-book.ts'
import { createEnvelopeCheck, type CheckEnvelope } from './envelope.ts'
import { createFinding } from './find.ts'
import { placesOf } from './places.ts'
import type { PostedView } from './posted.ts'
import { removePostOfCase } from './posted-store.ts'
import { createPosting, type Posting, type PostingParts } from './posting.ts'
import { createSheets, type SheetParts, type Sheets } from './sheets.ts'

export { type PostableLetter } from './posting.ts'
export { createPostedView, type PostedView } from './posted.ts'

export interface PostParts
  extends Omit<PostingParts, 'changed' | 'trackingNumbers'>, SheetParts, Pick<BookParts, 'deskSettings'> {
  /** Made before, because letters show where they are. */
  posted: PostedView
  /** Null when no case has this number. */
  caseNumbered(number: CaseNumber): Promise<{ id: string } | null>
  noticeIds(): Promise<string[]>
  emit: Emit
}

export interface Post extends WipeHolder, Sheets, DispatchBook {
  checkEnvelope: CheckEnvelope
  places(request: CallRequest<'post.places'>): Promise<CallAnswer<'post.places'>>
  letters: Posting
  sent: PostedView['sent']
  find(request: CallRequest<'post.find'>): Promise<CallAnswer<'post.find'>>
}

export function createPost(parts: PostParts): Post {
  const { db, posted, emit } = parts
  return {
    ...createSheets(parts),
    ...createDispatchBook(parts),
    checkEnvelope: createEnvelopeCheck(parts),
    places: async ({ postalCode }) => ({ places: await placesOf(postalCode) }),
    letters: createPosting({
      ...parts,
      trackingNumbers: posted.trackingNumbers,
      changed: (id) => emit('cases.changed', { id }),
    }),
    sent: posted.sent,
    find: createFinding({ ...parts, trackingNumbers: posted.trackingNumbers }),

    blockers: async () => [],
    // The numbers are sealed under the letters' own keys.
    holdings: async () => [],
    removeRows: (caseId) => removePostOfCase(db, caseId),
    canaries: async () => [],
  }
}
