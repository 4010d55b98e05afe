// Making letters: the document, its PDF with the right number of pages, and the sealed letter of a case.
import { randomUUID } from 'node:crypto'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import {
  inputsFor,
  languageOf,
  mayBeMade,
  missingInputs,
  type LetterInputs,
  type LetterText,
} from '../../shared/letters.ts'
import { reasonsBeforeVerification } from '../../shared/rules/case-states.ts'
import type { DatedVersion } from '../../shared/rules/dated/index.ts'
import { envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Addressee, Cases } from '../cases/index.ts'
import type { Database } from '../db/index.ts'
import type { Papers } from '../paper/index.ts'
import type { Screening } from '../screening/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Vault } from '../vault/index.ts'
import { composeLetter } from './compose.ts'
import { hashOf } from './kept-pdf.ts'
import { removePrintsOf } from './print-store.ts'
import { specimenFacts } from './specimen.ts'
import type { Recipient, Recipients } from './recipients.ts'
import { addNotice, changeNotice, halfMadeRows, removeNotice, type NoticeRow } from './store.ts'
import { textVersions } from './texts.ts'

export interface MakingParts {
  db: Database
  vault: Vault
  audit: Audit
  screening: Pick<Screening, 'inspect' | 'paper'>
  cases: Pick<Cases, 'addresseeOf'>
  recipients: Recipients
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'warmUp'>
  papers: Papers
  deskSettings(): Promise<DeskSettings>
  deskCode(): Promise<DeskCode>
  /** The dated tables. */
  ruleVersions(): Promise<DatedVersion[]>
  now(): Instant
  today(): CalendarDate
}

/** As a letter is usually looked at. */
const previewLongSidePx = 1100

type LetterRequest = CallRequest<'notices.make'>

interface SetLetter {
  pdf: Uint8Array
  pageCount: number
}

export interface FilledLetter extends SetLetter {
  id: string
  request: LetterRequest
  to: Addressee
  recipient: Recipient
  textVersion: number
}

export interface Making {
  /** Of the letter that is made next: while it is looked at, it shows the short code that it will have. */
  nextId(): string
  takeNextId(): string
  /**
   * The letter as it would be made now. Faults: not-found, wrong-stage, event-not-allowed, missing-glyph, letter-text,
   * bad-request {field} (an input that is missing, or an address that no window holds), impossible-date {field: 'until'}.
   */
  fill(id: string, request: LetterRequest, signal?: AbortSignal): Promise<FilledLetter>
  /** Seals it with its case. */
  keep(letter: FilledLetter, who: Person): Promise<NoticeRow>
  /** Destroys a letter's key, file and row. */
  clear(row: NoticeRow): Promise<void>
  clearHalfMade(): Promise<void>
  /** Gets ready for a letter that will be asked for soon: the fonts, and the window that sets it. */
  warmUp(): Promise<void>
  /** Writes and draws a letter that nobody sees, so that the first one does not wait for what every letter needs. */
  warm(): Promise<void>
  /** Drops the last letter from memory: when the desk is locked. */
  forget(): void
}

export function createMaking(parts: MakingParts): Making {
  const { db, vault, audit, screening, cases, recipients, paper, papers } = parts
  const { deskSettings, deskCode, ruleVersions, now, today } = parts
  /** The last one that was set: while a letter is looked at page by page, and then made, it is the same. */
  let last: (SetLetter & { html: string }) | null = null
  let nextId: string = randomUUID()

  async function textOf(text: LetterText, language: ReturnType<typeof languageOf>) {
    const row = (await textVersions(db, text, language))[0]
    return { version: row?.version ?? 0, body: row?.body ?? (await papers.shippedText(text, language)) }
  }

  async function pageCountOf(pdf: Uint8Array, signal?: AbortSignal): Promise<number> {
    const inspection = await screening.inspect(pdf, signal)
    if (inspection.kind === 'refused') throw new Error(`The letter's own PDF was refused: ${inspection.reason}.`)
    return inspection.pages.length
  }

  async function set(
    html: (pageCount: number) => Promise<string>,
    expected: number,
    signal?: AbortSignal,
  ): Promise<SetLetter> {
    const first = await html(expected)
    if (last?.html === first) return last
    signal?.throwIfAborted()
    let pdf = await paper.pdfOf(first)
    const pageCount = await pageCountOf(pdf, signal)
    // A text that runs on to a further page: the feet of all pages are set once more, now that their number is known.
    if (pageCount !== expected) pdf = await paper.pdfOf(await html(pageCount))
    last = { html: first, pdf, pageCount }
    return last
  }

  async function clear(row: NoticeRow): Promise<void> {
    await vault.destroyKey(row.key_slot)
    await vault.shredObject(row.object_id)
    await removePrintsOf(db, { notice_id: row.id })
    await removeNotice(db, row.id)
  }

  return {
    nextId: () => nextId,

    takeNextId() {
      const taken = nextId
      nextId = randomUUID()
      return taken
    },

    async fill(id, { caseId, kind, inputs: given }, signal) {
      const to = await cases.addresseeOf(caseId)
      if (!mayBeMade(kind, to)) throw new Fault('event-not-allowed', { state: to.state, event: kind })
      const inputs = inputsFor(kind, given)
      refuseIncomplete(kind, inputs, to)
      refusePast(inputs.until, today())
      const recipient = await recipients.chosen(caseId, inputs.recipient, to.requester)
      const language = languageOf(to.lane)
      const { version, body } = await textOf(kind, language)
      const composed = await composeLetter(
        {
          kind,
          to,
          recipient,
          inputs,
          settings: await deskSettings(),
          today: today(),
          desk: await deskCode(),
          envelope: envelopeCodeOf(id),
          versions: await ruleVersions(),
        },
        async (text) => (text === kind ? body : (await textOf(text, language)).body),
        papers,
      )
      const { pdf, pageCount } = await set(composed.html, composed.sheetCount, signal)
      return { id, request: { caseId, kind, inputs }, to, recipient, textVersion: version, pdf, pageCount }
    },

    /** The row stands first: whatever a crash leaves of key and file is found by it. */
    async keep({ id, request: { caseId, kind, inputs }, to, recipient, textVersion, pdf, pageCount }, who) {
      const slot = await vault.createKey('document', id, to.slot)
      const row: NoticeRow = {
        id,
        case_id: caseId,
        kind,
        stage: 'making',
        made_at: now(),
        made_on: today(),
        made_by: who.id,
        page_count: pageCount,
        text_version: textVersion,
        refusal_reason: inputs.refusalReason,
        key_slot: slot,
        object_id: randomUUID(),
        sha256_sealed: await vault.sealColumn(slot, 'notices.sha256', id, hashOf(pdf)),
        inputs_sealed: await vault.sealColumn(slot, 'notices.inputs', id, JSON.stringify(inputs)),
        printed_at: null,
        recipient: inputs.recipient.kind,
        recipient_sealed: await recipients.seal(slot, id, recipient),
      }
      await addNotice(db, row)
      try {
        await vault.sealObject(slot, 'notice', pdf, row.object_id)
        await db.transaction(async (trx) => {
          // A wipe that ran meanwhile took the row: nothing of the letter may stay.
          if (!(await changeNotice(trx, id, { stage: 'made' }))) throw new Fault('wrong-stage')
          const detail = { kind, caseId, textVersion }
          await audit.append('notice-made', { actor: who.id, subject: id, detail }, trx)
          const count = inputs.substitutions.length
          if (count > 0) {
            await audit.append('characters-substituted', { actor: who.id, subject: id, detail: { caseId, count } }, trx)
          }
        })
      } catch (error) {
        await clear(row)
        throw error
      }
      return { ...row, stage: 'made' }
    },

    clear,

    async clearHalfMade() {
      for (const row of await halfMadeRows(db)) await clear(row)
    },

    async warmUp() {
      await Promise.all([papers.warmUp(), paper.warmUp()])
    },

    async warm() {
      const settings = await deskSettings()
      const given = { settings, today: today(), desk: await deskCode(), versions: await ruleVersions() }
      const facts = specimenFacts('domicile-correction', 'disclosure', 'ja', given)
      const letter = await composeLetter(facts, (text) => papers.shippedText(text, 'ja'), papers)
      const pdf = await paper.pdfOf(await letter.html(letter.sheetCount))
      await screening.inspect(pdf)
      await screening.paper(pdf, 0, previewLongSidePx)
    },

    forget() {
      last = null
    },
  }
}

function refuseIncomplete(kind: LetterRequest['kind'], inputs: LetterInputs, { state }: Addressee): void {
  const [missing] = missingInputs(kind, inputs)
  if (missing !== undefined) throw new Fault('bad-request', { field: missing, because: 'missing-input' })
  const { refusalReason } = inputs
  if (refusalReason !== null && state !== 'verified' && !reasonsBeforeVerification.has(refusalReason)) {
    throw new Fault('bad-request', { field: 'refusalReason', because: 'reason-needs-verification' })
  }
}

/** Nothing is put off until a day that has passed. */
function refusePast(until: CalendarDate | null, today: CalendarDate): void {
  if (until !== null && until < today) throw new Fault('impossible-date', { field: 'until', because: 'in-the-past' })
}
