// Where an administrator changes the texts of the letters: each version kept, each tried out before it is used.
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { letterLanguages, letterTexts, type LetterLanguage, type LetterText } from '../../shared/letters.ts'
import type { DatedVersion } from '../../shared/rules/dated/index.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Database } from '../db/index.ts'
import type { Papers } from '../paper/index.ts'
import type { Screening } from '../screening/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { tryText, type TriedText } from './text-check.ts'
import { addTextVersion, allTextVersions, textVersions } from './texts.ts'

export interface TextDeskParts {
  db: Database
  audit: Audit
  screening: Pick<Screening, 'paper'>
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  save: Surroundings['dialogs']['save']
  papers: Papers
  deskSettings(): Promise<DeskSettings>
  deskCode(): Promise<DeskCode>
  ruleVersions(): Promise<DatedVersion[]>
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
}

export interface TextDesk {
  list(): Promise<CallAnswer<'letterTexts.list'>>
  get(request: CallRequest<'letterTexts.get'>): Promise<CallAnswer<'letterTexts.get'>>
  /** The text in a letter to nobody. */
  preview(request: CallRequest<'letterTexts.preview'>): Promise<CallAnswer<'letterTexts.preview'>>
  /** Faults: letter-text (as `preview` says), changed-meanwhile. */
  change(request: CallRequest<'letterTexts.change'>, who: Person): Promise<CallAnswer<'letterTexts.get'>>
  printCalibration(request: CallRequest<'envelope.printCalibration'>): Promise<CallAnswer<'envelope.printCalibration'>>
  saveCalibration(): Promise<CallAnswer<'envelope.saveCalibration'>>
}

export function createTextDesk(parts: TextDeskParts): TextDesk {
  const { db, audit, screening, paper, papers, nameOf, now, today } = parts

  async function bodyOf(text: LetterText, language: LetterLanguage): Promise<string> {
    return (await textVersions(db, text, language))[0]?.body ?? papers.shippedText(text, language)
  }

  async function tried(text: LetterText, language: LetterLanguage, body: string): Promise<TriedText> {
    const facts = {
      settings: await parts.deskSettings(),
      today: today(),
      desk: await parts.deskCode(),
      versions: await parts.ruleVersions(),
    }
    return tryText({ text, language, body, bodyOf: (other) => bodyOf(other, language), facts }, papers)
  }

  async function get({ text, language }: CallRequest<'letterTexts.get'>): Promise<CallAnswer<'letterTexts.get'>> {
    const shipped = await papers.shippedText(text, language)
    const versions = await textVersions(db, text, language)
    const history = await Promise.all(
      versions.map(async (row) => ({
        version: row.version,
        body: row.body ?? shipped,
        isShipped: row.body === null,
        changedAt: row.changed_at,
        changedBy: await nameOf(row.changed_by),
      })),
    )
    return { text, language, version: versions[0]?.version ?? 0, body: history[0]?.body ?? shipped, shipped, history }
  }

  async function calibrationSheet(): Promise<Uint8Array> {
    const { envelopeWindow: window } = await parts.deskSettings()
    const steps = (from: number, to: number): number[] =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index)
    return paper.pdfOf(
      await papers.fill('calibration-sheet', {
        window: { ...window, rightMm: window.leftMm + window.widthMm, bottomMm: window.topMm + window.heightMm },
        across: steps(1, 20).map((step) => step * 10),
        down: steps(1, 9).map((step) => step * 10),
        slips: [-2, 2].map((slipMm) => ({ leftMm: window.leftMm + slipMm, topMm: window.topMm + slipMm })),
      }),
    )
  }

  return {
    async list() {
      const rows = await allTextVersions(db)
      const last = (text: LetterText, language: LetterLanguage) =>
        rows.find((row) => row.text === text && row.language === language)
      return {
        texts: letterTexts.flatMap((text) =>
          letterLanguages.map((language) => {
            const row = last(text, language)
            return { text, language, version: row?.version ?? 0, isShipped: (row?.body ?? null) === null }
          }),
        ),
      }
    },

    get,

    async preview({ text, language, body, page: asked, longSidePx }) {
      const outcome = await tried(text, language, body)
      if (outcome.kind === 'wrong') return outcome
      const { letter } = outcome
      const pdf = await paper.pdfOf(await letter.html(letter.sheetCount))
      const { picture, page, pageCount } = await screening.paper(pdf, asked - 1, longSidePx)
      return { kind: 'good', ...picture, bytes: new Uint8Array(picture.bytes), page: page + 1, pageCount }
    },

    async change({ text, language, seen, body }, who) {
      if (body !== null) {
        const outcome = await tried(text, language, body)
        if (outcome.kind === 'wrong') {
          const { because, placeholder, line } = outcome
          throw new Fault('letter-text', { text, because, placeholder, line })
        }
      }
      await db.transaction(async (trx) => {
        const version = await addTextVersion(trx, { text, language, body, changed_by: who.id, seen, at: now() })
        const detail = { text, language, version, shipped: body === null ? 'yes' : 'no' }
        await audit.append('letter-text-changed', { actor: who.id, subject: null, detail }, trx)
      })
      return get({ text, language })
    },

    async printCalibration({ printer }) {
      await paper.print(await calibrationSheet(), printer, 'calibration')
      return {}
    },

    async saveCalibration() {
      return (await parts.save('calibration.pdf', await calibrationSheet())) ? { kind: 'saved' } : { kind: 'cancelled' }
    },
  }
}
