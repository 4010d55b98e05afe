// The desk's letters: made once as PDF, sealed with the case, and exactly that PDF is looked at, printed, saved and posted.
import { createHash, randomUUID } from 'node:crypto'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Notice, Person, Picture } from '../../shared/ipc/parts.ts'
import { checkEventDate } from '../../shared/rules/case-states.ts'
import { parseTrackingNumber } from '../../shared/rules/tracking-number.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Addressee, Cases } from '../cases/index.ts'
import type { Database } from '../db/index.ts'
import type { Emit, Jobs } from '../jobs/index.ts'
import type { Papers } from '../paper/index.ts'
import type { Screening } from '../screening/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Vault } from '../vault/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import { createLetters } from './letters.ts'
import {
  addNotice,
  changeNotice,
  halfMadeRows,
  noticeRow,
  removeNotice,
  removeOfCase,
  rowsOfCase,
  type NoticeRow,
} from './store.ts'

export interface NoticeParts {
  db: Database
  vault: Vault
  audit: Audit
  jobs: Jobs
  screening: Pick<Screening, 'inspect' | 'picture'>
  cases: Pick<Cases, 'addresseeOfCorrection' | 'correctionSent' | 'numberOf'>
  paper: Surroundings['paper']
  save: Surroundings['dialogs']['save']
  papers: Papers
  deskSettings(): Promise<DeskSettings>
  /** Display name of a person of the desk. */
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}

export interface Notices extends WipeHolder {
  /** Faults: not-found, wrong-stage, event-not-allowed, missing-glyph, bad-request {field: 'address'}, cancelled, disk-full. */
  make(request: CallRequest<'notices.make'>, who: Person): Promise<Notice>
  picture(request: CallRequest<'notices.picture'>, who: Person): Promise<Picture>
  /** Faults: not-found, no-printer, print-failed. */
  print(request: CallRequest<'notices.print'>, who: Person): Promise<Notice>
  save(request: CallRequest<'notices.save'>, who: Person): Promise<CallAnswer<'notices.save'>>
  /** Faults: not-found, wrong-stage (posted already), bad-request {field: 'trackingNumber'}, impossible-date, event-not-allowed. */
  dispatch(request: CallRequest<'notices.dispatch'>, who: Person): Promise<Notice>
  printers(): Promise<CallAnswer<'printers.list'>>
  ofCase(caseId: string): Promise<Notice[]>
  /** At start: destroys what a crash left half made. Needs no key. */
  clearHalfMade(): Promise<void>
}

export function createNotices(parts: NoticeParts): Notices {
  const { db, vault, audit, jobs, screening, cases, paper, deskSettings, nameOf, now, today, emit } = parts
  const letters = createLetters(parts.papers)

  function changed(caseId: string): void {
    emit('cases.changed', { id: caseId })
  }

  async function noticeOf(row: NoticeRow): Promise<Notice> {
    const open = (column: string, sealed: Uint8Array): Promise<string> =>
      vault.openColumn(row.key_slot, column, row.id, sealed)
    return {
      id: row.id,
      kind: row.kind,
      madeAt: row.made_at,
      madeBy: await nameOf(row.made_by),
      pageCount: row.page_count,
      sha256: await open('notices.sha256', row.sha256_sealed),
      printedAt: row.printed_at,
      dispatchedOn: row.dispatched_on,
      trackingNumber:
        row.tracking_number_sealed === null ? null : await open('notices.tracking_number', row.tracking_number_sealed),
    }
  }

  async function htmlOf(kind: Notice['kind'], addressee: Addressee): Promise<string> {
    switch (kind) {
      case 'domicile-correction':
        return letters.domicileCorrection(addressee, await deskSettings(), today())
      default:
        return unreachable(kind)
    }
  }

  async function pageCountOf(pdf: Uint8Array, signal: AbortSignal): Promise<number> {
    const inspection = await screening.inspect(pdf, signal)
    if (inspection.kind === 'refused') throw new Error(`The letter's own PDF was refused: ${inspection.reason}.`)
    return inspection.pages.length
  }

  /** The row stands first: whatever a crash leaves of key and file is found by it. */
  async function keep(
    made: Pick<NoticeRow, 'case_id' | 'kind' | 'made_by' | 'page_count'>,
    pdf: Uint8Array,
    addressee: Addressee,
  ): Promise<NoticeRow> {
    const id = randomUUID()
    const slot = await vault.createKey('document', id, addressee.slot)
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const row: NoticeRow = {
      ...made,
      id,
      stage: 'making',
      made_at: now(),
      made_on: today(),
      key_slot: slot,
      object_id: randomUUID(),
      sha256_sealed: await vault.sealColumn(slot, 'notices.sha256', id, sha256),
      printed_at: null,
      dispatched_on: null,
      tracking_number_sealed: null,
    }
    await addNotice(db, row)
    try {
      await vault.sealObject(slot, 'notice', pdf, row.object_id)
      await db.transaction(async (trx) => {
        // A wipe that ran meanwhile took the row: nothing of the letter may stay.
        if (!(await changeNotice(trx, id, { stage: 'made' }))) throw new Fault('wrong-stage')
        await audit.append(
          'notice-made',
          { actor: made.made_by, subject: id, detail: { kind: row.kind, caseId: row.case_id } },
          trx,
        )
      })
    } catch (error) {
      await clear(row)
      throw error
    }
    return { ...row, stage: 'made' }
  }

  async function clear(row: NoticeRow): Promise<void> {
    await vault.destroyKey(row.key_slot)
    await vault.shredObject(row.object_id)
    await removeNotice(db, row.id)
  }

  function pdfOf(row: NoticeRow): Promise<Buffer> {
    return vault.openObject(row.key_slot, 'notice', row.object_id)
  }

  return {
    make: ({ caseId, kind }, who) =>
      jobs.run('notice', caseId, async (report, signal) => {
        report('filling', 0)
        const addressee = await cases.addresseeOfCorrection(caseId)
        const html = await htmlOf(kind, addressee)
        signal.throwIfAborted()
        report('setting', 0.3)
        const pdf = await paper.pdfOf(html)
        const pageCount = await pageCountOf(pdf, signal)
        signal.throwIfAborted()
        report('sealing', 0.8)
        const row = await keep({ case_id: caseId, kind, made_by: who.id, page_count: pageCount }, pdf, addressee)
        changed(caseId)
        return noticeOf(row)
      }),

    async picture({ id, page, longSidePx }, who) {
      const row = await noticeRow(db, id)
      if (page > row.page_count) throw new Fault('not-found')
      const picture = await screening.picture(await pdfOf(row), page - 1, { turn: 0, longSidePx })
      await audit.append('notice-viewed', { actor: who.id, subject: id, detail: { page } })
      return { ...picture, bytes: new Uint8Array(picture.bytes) }
    },

    async print({ id, printer }, who) {
      const row = await noticeRow(db, id)
      await paper.print(await pdfOf(row), printer, await cases.numberOf(row.case_id))
      const printedAt = now()
      await db.transaction(async (trx) => {
        await changeNotice(trx, id, { printed_at: printedAt })
        await audit.append('notice-printed', { actor: who.id, subject: id, detail: { caseId: row.case_id } }, trx)
      })
      changed(row.case_id)
      return noticeOf({ ...row, printed_at: printedAt })
    },

    async save({ id }, who) {
      const row = await noticeRow(db, id)
      const isSaved = await parts.save(`${await cases.numberOf(row.case_id)}.pdf`, await pdfOf(row))
      if (!isSaved) return { kind: 'cancelled' }
      await audit.append('notice-saved', { actor: who.id, subject: id, detail: { caseId: row.case_id } })
      return { kind: 'saved' }
    },

    async dispatch({ id, on, trackingNumber }, who) {
      const found = await noticeRow(db, id)
      const tracked = trackedAs(trackingNumber)
      const change = {
        dispatched_on: on,
        tracking_number_sealed:
          tracked === null ? null : await vault.sealColumn(found.key_slot, 'notices.tracking_number', id, tracked),
      }
      await db.transaction(async (trx) => {
        const row = await noticeRow(trx, id)
        if (row.dispatched_on !== null) throw new Fault('wrong-stage')
        const checked = checkEventDate(on, row.made_on, today())
        if (checked.kind === 'impossible') {
          throw new Fault('impossible-date', {
            field: 'on',
            because: checked.because,
            notBefore: row.made_on,
            notAfter: today(),
          })
        }
        await changeNotice(trx, id, change)
        await audit.append(
          'notice-dispatched',
          { actor: who.id, subject: id, detail: { caseId: row.case_id, on } },
          trx,
        )
        await cases.correctionSent(trx, { caseId: row.case_id, noticeId: id, on }, who)
      })
      changed(found.case_id)
      return noticeOf({ ...found, ...change })
    },

    printers: async () => ({ printers: await paper.printers() }),

    async ofCase(caseId) {
      const rows = await rowsOfCase(db, caseId)
      return Promise.all(rows.filter((row) => row.stage === 'made').map(noticeOf))
    },

    async clearHalfMade() {
      for (const row of await halfMadeRows(db)) await clear(row)
    },

    blockers: async () => [],

    async holdings(caseId) {
      const rows = await rowsOfCase(db, caseId)
      return rows.map((row) => ({ kind: 'notice', id: row.id, slot: row.key_slot, objectId: row.object_id }))
    },

    removeRows: (caseId) => removeOfCase(db, caseId),

    canaries: async () => [],
  }
}

/** The number as the post writes it; null when none was given. */
function trackedAs(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null
  const parsed = parseTrackingNumber(typed)
  if (parsed.kind !== 'valid') throw new Fault('bad-request', { field: 'trackingNumber', because: parsed.kind })
  return parsed.number
}
