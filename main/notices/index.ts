// The desk's letters: made once as PDF, sealed with the case, and exactly that PDF is looked at, printed, saved and posted.
import type { Requester } from '../../shared/cases.ts'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Notice, Person, Picture } from '../../shared/ipc/parts.ts'
import type { LetterInPost } from '../../shared/ipc/post.ts'
import { letterInputsSchema, type CorrectionItem, type LetterKind } from '../../shared/letters.ts'
import { reasonsAsked } from '../../shared/reports.ts'
import type { DatedVersion } from '../../shared/rules/dated/index.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Cases } from '../cases/index.ts'
import type { Database } from '../db/index.ts'
import type { Emit, Jobs } from '../jobs/index.ts'
import type { Papers } from '../paper/index.ts'
import type { PostableLetter, PostedView } from '../post/index.ts'
import type { Screening } from '../screening/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Vault } from '../vault/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import { keptPdf } from './kept-pdf.ts'
import { createLabels, type Labels } from './labels.ts'
import { createMaking } from './making.ts'
import { removePrintsOf } from './print-store.ts'
import { createPrinting, type Printing } from './printing.ts'
import { createTextDesk, type TextDesk } from './text-desk.ts'
import { createRecipients } from './recipients.ts'
import {
  changeNotice,
  noticeIds,
  noticeRow,
  noticeRowIfThere,
  removeOfCase,
  rowsOfCase,
  type NoticeRow,
} from './store.ts'

export interface NoticeParts {
  db: Database
  vault: Vault
  audit: Audit
  jobs: Jobs
  screening: Pick<Screening, 'inspect' | 'paper'>
  cases: Pick<Cases, 'addresseeOf' | 'letters' | 'numberOf'>
  post: Pick<PostedView, 'ofCase' | 'isPosted' | 'postedIds'>
  /** An agent whose authority was found good, to whom letters may be addressed. */
  agentOf(caseId: string): Promise<Requester | null>
  paper: Surroundings['paper']
  save: Surroundings['dialogs']['save']
  papers: Papers
  deskSettings(): Promise<DeskSettings>
  deskCode(): Promise<DeskCode>
  /** The dated tables. */
  ruleVersions(): Promise<DatedVersion[]>
  /** Display name of a person of the desk. */
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}

export interface Notices extends WipeHolder {
  texts: TextDesk
  labels: Labels
  /** Faults: as of `fill` in making.ts. */
  preview(request: CallRequest<'notices.preview'>): Promise<CallAnswer<'notices.preview'>>
  /** Faults: as of `preview`; cancelled, disk-full. */
  make(request: CallRequest<'notices.make'>, who: Person): Promise<Notice>
  /** Faults: not-found, wrong-stage (posted already). */
  discard(request: CallRequest<'notices.discard'>, who: Person): Promise<CallAnswer<'notices.discard'>>
  picture(request: CallRequest<'notices.picture'>, who: Person): Promise<Picture>
  /** Faults: as of `Printing`. */
  print(request: CallRequest<'notices.print'>, who: Person): Promise<Notice>
  printRun: Printing['printRun']
  settlePrint(request: CallRequest<'notices.settlePrint'>, who: Person): Promise<Notice>
  /** What is made and not yet posted. */
  toPost: Printing['toPost']
  save(request: CallRequest<'notices.save'>, who: Person): Promise<CallAnswer<'notices.save'>>
  printers(): Promise<CallAnswer<'printers.list'>>
  ofCase(caseId: string): Promise<Notice[]>
  /** What the post must know of a letter. Fault: not-found. */
  letterOf(noticeId: string): Promise<PostableLetter>
  /** Fault: address-changed. */
  refuseStaleAddress(noticeId: string): Promise<void>
  /** Null when a wipe took the letter. */
  addressedLetter(noticeId: string): Promise<{ kind: LetterKind; recipientName: string | null } | null>
  /** The ids of all letters, for the code on an envelope. */
  ids(): Promise<string[]>
  /** Writes a letter that nobody sees, so that the first one does not wait for what every letter needs. */
  warm(): Promise<void>
  /** At start: destroys what a crash left half made. Needs no key. */
  clearHalfMade(): Promise<void>
  /** Drops letters from memory: when the desk is locked. */
  forget(): void
}

export function createNotices(parts: NoticeParts): Notices {
  const { db, vault, audit, jobs, screening, cases, post, paper, nameOf, emit } = parts
  const recipients = createRecipients({ vault, addresseeOf: cases.addresseeOf, agentOf: parts.agentOf })
  const making = createMaking({ ...parts, recipients })
  const printing = createPrinting({ ...parts, recipients })

  function changed(caseId: string): void {
    emit('cases.changed', { id: caseId })
  }

  async function noticeOf(row: NoticeRow, posted?: ReadonlyMap<string, LetterInPost>): Promise<Notice> {
    const inPost = posted ?? (await post.ofCase(row.case_id))
    return {
      id: row.id,
      kind: row.kind,
      madeAt: row.made_at,
      madeBy: await nameOf(row.made_by),
      pageCount: row.page_count,
      textVersion: row.text_version,
      refusalReason: row.refusal_reason,
      sha256: await vault.openColumn(row.key_slot, 'notices.sha256', row.id, row.sha256_sealed),
      printedAt: row.printed_at,
      prints: await printing.printsOf(row),
      recipient: row.recipient,
      post: inPost.get(row.id) ?? null,
    }
  }

  /** What a posted letter asked for; a wipe destroys it, the chain keeps the closed words alone. */
  async function itemsOf(row: NoticeRow): Promise<readonly CorrectionItem[]> {
    if (row.inputs_sealed === null) return []
    const inputs = await vault.openColumn(row.key_slot, 'notices.inputs', row.id, row.inputs_sealed)
    return letterInputsSchema.parse(JSON.parse(inputs)).items
  }

  return {
    texts: createTextDesk(parts),
    labels: createLabels({ ...parts, recipients }),

    async preview({ page: asked, longSidePx, ...request }) {
      const { pdf } = await making.fill(making.nextId(), request)
      const { picture, page, pageCount } = await screening.paper(pdf, asked - 1, longSidePx)
      return { ...picture, bytes: new Uint8Array(picture.bytes), page: page + 1, pageCount }
    },

    make: (request, who) =>
      jobs.run('notice', request.caseId, async (report, signal) => {
        report('filling', 0)
        const letter = await making.fill(making.takeNextId(), request, signal)
        signal.throwIfAborted()
        report('sealing', 0.8)
        const row = await making.keep(letter, who)
        changed(request.caseId)
        return noticeOf(row)
      }),

    async discard({ id }, who) {
      const row = await noticeRow(db, id)
      const detail = { kind: row.kind, caseId: row.case_id }
      await db.transaction(async (trx) => {
        if (await post.isPosted(id, trx)) throw new Fault('wrong-stage', { because: 'posted-already' })
        await cases.letters.discarded(trx, id)
        // Half made again: what a crash leaves of it now is cleared away at the next start.
        await changeNotice(trx, id, { stage: 'making' })
        await audit.append('notice-discarded', { actor: who.id, subject: id, detail }, trx)
      })
      await making.clear(row)
      changed(row.case_id)
      return {}
    },

    async picture({ id, page, longSidePx }, who) {
      const row = await noticeRow(db, id)
      if (page > row.page_count) throw new Fault('not-found')
      const { picture } = await screening.paper(await keptPdf(vault, row), page - 1, longSidePx)
      await audit.append('notice-viewed', { actor: who.id, subject: id, detail: { page } })
      return { ...picture, bytes: new Uint8Array(picture.bytes) }
    },

    async print(request, who) {
      await printing.print(request, who)
      return noticeOf(await noticeRow(db, request.id))
    },

    printRun: printing.printRun,

    async settlePrint(request, who) {
      await printing.settle(request, who)
      return noticeOf(await noticeRow(db, request.id))
    },

    toPost: printing.toPost,

    async save({ id }, who) {
      const row = await noticeRow(db, id)
      const isSaved = await parts.save(`${await cases.numberOf(row.case_id)}.pdf`, await keptPdf(vault, row))
      if (!isSaved) return { kind: 'cancelled' }
      await audit.append('notice-saved', { actor: who.id, subject: id, detail: { caseId: row.case_id } })
      return { kind: 'saved' }
    },

    printers: async () => ({ printers: await paper.printers() }),

    async letterOf(noticeId) {
      const row = await noticeRow(db, noticeId)
      return {
        id: row.id,
        caseId: row.case_id,
        kind: row.kind,
        madeOn: row.made_on,
        slot: row.key_slot,
        refusalReason: row.refusal_reason,
        asked: reasonsAsked(row.kind, await itemsOf(row)),
        recipient: row.recipient,
      }
    },

    refuseStaleAddress: async (noticeId) => recipients.refuseStale(await noticeRow(db, noticeId)),

    async addressedLetter(noticeId) {
      const row = await noticeRowIfThere(db, noticeId)
      return row === null ? null : { kind: row.kind, recipientName: (await recipients.of(row))?.name ?? null }
    },

    ids: () => noticeIds(db),

    async ofCase(caseId) {
      // Somebody looks at a case: a letter may be next. A failure would show there.
      making.warmUp().catch(() => undefined)
      const rows = await rowsOfCase(db, caseId)
      const posted = await post.ofCase(caseId)
      return Promise.all(rows.filter((row) => row.stage === 'made').map((row) => noticeOf(row, posted)))
    },

    warm: making.warm,
    clearHalfMade: making.clearHalfMade,
    forget: making.forget,

    blockers: async () => [],

    async holdings(caseId) {
      const rows = await rowsOfCase(db, caseId)
      return rows.map((row) => ({ kind: 'notice', id: row.id, slot: row.key_slot, objectId: row.object_id }))
    },

    async removeRows(caseId) {
      await removePrintsOf(db, { case_id: caseId })
      await removeOfCase(db, caseId)
    },

    canaries: async () => [],
  }
}
