// The way of a letter once it is in the post: dispatched, delivered, come back, its address looked at again, dispatched anew.
import { randomUUID } from 'node:crypto'
import type { RefusalReason } from '../../shared/cases.ts'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { letters, type LetterKind } from '../../shared/letters.ts'
import { numberDigits, postingOf, type DeliveryProof, type PostService, type RecipientKind } from '../../shared/post.ts'
import type { CorrectionReason } from '../../shared/reports.ts'
import { checkEventDate } from '../../shared/rules/case-states.ts'
import type { EndedLetter, LetterEnd } from '../../shared/rules/letter-ends.ts'
import { postRefused, replayPost, type PostHappening } from '../../shared/rules/posted-letter.ts'
import { parseTrackingNumber } from '../../shared/rules/tracking-number.ts'
import type { Audit } from '../audit/index.ts'
import type { Cases } from '../cases/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { KeySlot, Vault } from '../vault/index.ts'
import { addPostEvent, happeningOf, postRowsOf } from './posted-store.ts'

/** What the post must know of a letter. */
export interface PostableLetter {
  id: string
  caseId: string
  kind: LetterKind
  madeOn: CalendarDate
  slot: KeySlot
  refusalReason: RefusalReason | null
  /** What it asks to be mended, for the month's report. */
  asked: readonly CorrectionReason[]
  recipient: RecipientKind
}

export interface PostingParts {
  db: Database
  vault: Vault
  audit: Audit
  /** Fault: not-found. */
  letterOf(noticeId: string): Promise<PostableLetter>
  /** Fault: address-changed, when the one it was made for is no longer the one it may go to. */
  refuseStaleAddress(noticeId: string): Promise<void>
  cases: Pick<Cases, 'letters' | 'askOtherAddress' | 'laneOf'>
  /** Numbers of the post that are known, without dashes, by case. */
  trackingNumbers(): Promise<ReadonlyMap<string, readonly string[]>>
  now(): Instant
  today(): CalendarDate
  changed(caseId: string): void
}

export interface Posting {
  /** Faults: not-found, wrong-stage {because}, bad-request {field}, impossible-date, address-changed, second-person-needed, event-not-allowed. */
  dispatch(request: CallRequest<'post.dispatch'>, who: Person): Promise<CallAnswer<'post.dispatch'>>
  /** Faults: not-found, wrong-stage (to the requester), changed-meanwhile (asked already). */
  askOtherAddress(
    request: CallRequest<'post.askOtherAddress'>,
    who: Person,
  ): Promise<CallAnswer<'post.askOtherAddress'>>
  /** Faults: not-found, wrong-stage {because}, impossible-date, event-not-allowed. */
  recordDelivery(request: CallRequest<'post.recordDelivery'>, who: Person): Promise<CallAnswer<'post.recordDelivery'>>
  recordReturn(request: CallRequest<'post.recordReturn'>, who: Person): Promise<CallAnswer<'post.recordReturn'>>
  recordAddressCheck(
    request: CallRequest<'post.recordAddressCheck'>,
    who: Person,
  ): Promise<CallAnswer<'post.recordAddressCheck'>>
  /**
   * Somebody recorded the end of a letter in its case, or something proves it: part of that change. A letter that has its
   * end keeps it; a proof of a day that cannot be is none.
   */
  endedInCase(trx: Transaction, ended: EndedLetter, personId: string): Promise<void>
}

/** Sealed under the letter's key, for the event that tells it. */
export const trackingColumn = 'notices.tracking_number'

export function createPosting(parts: PostingParts): Posting {
  const { db, vault, audit, letterOf, cases, now, today } = parts

  /** Fault: wrong-stage {because}, impossible-date. */
  async function add(
    trx: Transaction,
    letter: Pick<PostableLetter, 'id' | 'caseId' | 'slot'> & { madeOn?: CalendarDate },
    happening: PostHappening,
    personId: string,
    beside: { id?: string; tracking?: Buffer; proof?: DeliveryProof | null } = {},
  ): Promise<void> {
    const rows = await postRowsOf(trx, letter.id)
    const refused = postRefused(replayPost(rows.map(happeningOf)), happening.event)
    if (refused !== null) throw new Fault('wrong-stage', { because: refused })
    const last = rows.at(-1)
    refuseImpossible(happening.on, last?.happened_on ?? letter.madeOn ?? happening.on, today())
    await addPostEvent(trx, {
      ...rowOf(happening, beside),
      id: beside.id ?? randomUUID(),
      notice_id: letter.id,
      case_id: letter.caseId,
      key_slot: letter.slot,
      position: (last?.position ?? 0) + 1,
      happened_on: happening.on,
      recorded_at: now(),
      recorded_by: personId,
    })
  }

  /** The post gives each number once: twice, somebody scanned the wrong slip. Fault: bad-request {field, because}. */
  async function refuseUsed(number: string): Promise<void> {
    const digits = number.replaceAll('-', '')
    const used = [...(await parts.trackingNumbers()).values()].some((numbers) => numbers.includes(digits))
    if (used) throw new Fault('bad-request', { field: 'trackingNumber', because: 'number-used-already' })
  }

  async function end(
    id: string,
    happening: PostHappening & { event: LetterEnd },
    who: Person,
  ): Promise<CallAnswer<'post.recordReturn'>> {
    const letter = await letterOf(id)
    const { caseId } = letter
    await db.transaction(async (trx) => {
      await add(trx, letter, happening, who.id)
      const reason = happening.event === 'returned' ? { reason: happening.reason } : {}
      const detail = { caseId, on: happening.on, ...reason }
      await audit.append(`notice-${happening.event}`, { actor: who.id, subject: id, detail }, trx)
      await cases.letters.ended(trx, { caseId, noticeId: id, end: happening.event, on: happening.on }, who)
    })
    parts.changed(caseId)
    return {}
  }

  return {
    async dispatch({ id, on, service, trackingNumber }, who) {
      const number = trackedBy(service, trackingNumber)
      const letter = await letterOf(id)
      const { caseId, kind, refusalReason, asked, recipient } = letter
      // E-mail is for Meta Quest users alone (policy §12).
      if (service === 'email' && (await cases.laneOf(caseId)) !== 'meta-quest') {
        throw new Fault('bad-request', { field: 'service', because: 'not-for-this-lane' })
      }
      await parts.refuseStaleAddress(id)
      if (number !== null) await refuseUsed(number)
      const eventId = randomUUID()
      const sealed =
        number === null ? {} : { tracking: await vault.sealColumn(letter.slot, trackingColumn, eventId, number) }
      const toOtherAddress = recipient !== 'requester'
      await db.transaction(async (trx) => {
        await add(trx, letter, { event: 'dispatched', on, service }, who.id, { id: eventId, ...sealed })
        const detail = { caseId, on, service, to: recipient, ...(asked.length === 0 ? {} : { asked: asked.join(',') }) }
        await audit.append('notice-dispatched', { actor: who.id, subject: id, detail }, trx)
        const { event } = letters[kind]
        if (event !== null) {
          const posted = postingOf(service)
          const sent = { caseId, noticeId: id, event, on, refusalReason, posted, toOtherAddress }
          await cases.letters.sent(trx, sent, who)
        } else if (toOtherAddress) await cases.letters.otherAddressUsed(trx, caseId, id)
      })
      parts.changed(caseId)
      return {}
    },

    async askOtherAddress({ id, reason }, who) {
      const { caseId, recipient } = await letterOf(id)
      if (recipient === 'requester') throw new Fault('wrong-stage', { because: 'to-the-requester' })
      await cases.askOtherAddress({ caseId, noticeId: id, reason }, who)
      return {}
    },

    recordDelivery: ({ id, on }, who) => end(id, { event: 'delivered', on }, who),
    recordReturn: ({ id, on, reason }, who) => end(id, { event: 'returned', on, reason }, who),

    async recordAddressCheck({ id, how }, who) {
      const letter = await letterOf(id)
      const on = today()
      await db.transaction(async (trx) => {
        await add(trx, letter, { event: 'address-checked', on, how }, who.id)
        await audit.append(
          'address-checked',
          { actor: who.id, subject: id, detail: { caseId: letter.caseId, how } },
          trx,
        )
      })
      parts.changed(letter.caseId)
      return {}
    },

    async endedInCase(trx, { noticeId, end: ended, on, proof }, personId) {
      const rows = await postRowsOf(trx, noticeId)
      const last = rows.at(-1)
      if (last === undefined || postRefused(replayPost(rows.map(happeningOf)), ended) !== null) return
      if (proof !== null && checkEventDate(on, last.happened_on, today()).kind !== 'possible') return
      const { case_id: caseId, key_slot: slot } = last
      const happening: PostHappening =
        ended === 'delivered' ? { event: ended, on } : { event: ended, on, reason: 'other' }
      await add(trx, { id: noticeId, caseId, slot }, happening, personId, { proof })
      const detail = { caseId, on, ...(proof === null ? {} : { proof }) }
      await audit.append(`notice-${ended}`, { actor: personId, subject: noticeId, detail }, trx)
    },
  }
}

/** What the event tells, and what it does not. */
function rowOf(
  happening: PostHappening,
  { tracking = null, proof = null }: { tracking?: Buffer | null; proof?: DeliveryProof | null },
) {
  const untold = {
    service: null,
    tracking_number_sealed: null,
    return_reason: null,
    address_check: null,
    delivery_proof: null,
  }
  switch (happening.event) {
    case 'dispatched':
      return { ...untold, event: happening.event, service: happening.service, tracking_number_sealed: tracking }
    case 'returned':
      return { ...untold, event: happening.event, return_reason: happening.reason }
    case 'address-checked':
      return { ...untold, event: happening.event, address_check: happening.how }
    case 'delivered':
      return { ...untold, event: happening.event, delivery_proof: proof }
    default:
      return unreachable(happening)
  }
}

/** The number as the post writes it; null for what is not traced. */
function trackedBy(service: PostService, typed: string | null): string | null {
  const digits = numberDigits[service]
  const isTyped = typed !== null && typed.trim() !== ''
  const wrong = (because: string): Fault => new Fault('bad-request', { field: 'trackingNumber', because })
  if (digits === null) {
    if (isTyped) throw wrong('not-traced')
    return null
  }
  if (!isTyped) throw wrong('missing')
  const parsed = parseTrackingNumber(typed)
  if (parsed.kind !== 'valid') throw wrong(parsed.kind)
  if (parsed.number.replaceAll('-', '').length !== digits) throw wrong('of-another-service')
  return parsed.number
}

function refuseImpossible(on: CalendarDate, follows: CalendarDate, today: CalendarDate): void {
  const checked = checkEventDate(on, follows, today)
  if (checked.kind === 'possible') return
  throw new Fault('impossible-date', { field: 'on', because: checked.because, notBefore: follows, notAfter: today })
}
