// What goes to the post and helps it come back: sheets with the desk's code, the check of an envelope, places of a postal code.
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import { parseCaseNumber } from '../../shared/rules/case-number.ts'
import { belongsInto, envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import type { DeskCode, SheetCode } from '../../shared/rules/sheet-code.ts'
import type { Audit } from '../audit/index.ts'
import { sheetMarks, type Papers } from '../paper/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { placesOf } from './places.ts'

export interface PostParts {
  audit: Audit
  papers: Papers
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  save: Surroundings['dialogs']['save']
  deskCode(): Promise<DeskCode>
  /** Fault: not-found. */
  caseNumberOf(caseId: string): Promise<string>
  /** Fault: not-found. */
  caseOfNotice(noticeId: string): Promise<string>
}

export interface Post {
  /** A separator, or the cover of a case. Faults: not-found, no-printer, print-failed. */
  printSheet(request: CallRequest<'post.printSheet'>, who: Person): Promise<CallAnswer<'post.printSheet'>>
  saveSheet(request: CallRequest<'post.saveSheet'>, who: Person): Promise<CallAnswer<'post.saveSheet'>>
  /** Every piece must carry the code of the envelope, or of a sheet of its case. Fault: not-found. */
  checkEnvelope(request: CallRequest<'post.checkEnvelope'>, who: Person): Promise<CallAnswer<'post.checkEnvelope'>>
  places(request: CallRequest<'post.places'>): Promise<CallAnswer<'post.places'>>
}

type Sheet = CallRequest<'post.saveSheet'>['sheet']

export function createPost({ audit, papers, paper, save, deskCode, caseNumberOf, caseOfNotice }: PostParts): Post {
  async function codeOf(sheet: Sheet): Promise<SheetCode> {
    const desk = await deskCode()
    switch (sheet.kind) {
      case 'separator':
        return { kind: 'separator', desk }
      case 'cover': {
        const parsed = parseCaseNumber(await caseNumberOf(sheet.caseId))
        if (parsed.kind !== 'valid') throw new Fault('not-found')
        return { kind: 'cover', desk, number: parsed.number, sheet: 1, of: 1 }
      }
      default:
        return unreachable(sheet)
    }
  }

  async function pdfOf(sheet: Sheet): Promise<{ pdf: Uint8Array; name: string }> {
    const code = await codeOf(sheet)
    const number = code.kind === 'separator' ? '' : code.number
    const html = await papers.fill('desk-sheet', { kind: code.kind, number, marks: sheetMarks(code) })
    return { pdf: await paper.pdfOf(html), name: code.kind === 'separator' ? 'separator' : `cover-${number}` }
  }

  function noted(sheet: Sheet, who: Person, to: 'printer' | 'file'): Promise<unknown> {
    const subject = sheet.kind === 'cover' ? sheet.caseId : null
    return audit.append('sheet-printed', { actor: who.id, subject, detail: { kind: sheet.kind, to } })
  }

  return {
    async printSheet({ sheet, printer, copies }, who) {
      const { pdf, name } = await pdfOf(sheet)
      for (let copy = 0; copy < copies; copy += 1) await paper.print(pdf, printer, name)
      await noted(sheet, who, 'printer')
      return {}
    },

    async saveSheet({ sheet }, who) {
      const { pdf, name } = await pdfOf(sheet)
      if (!(await save(`${name}.pdf`, pdf))) return { kind: 'cancelled' }
      await noted(sheet, who, 'file')
      return { kind: 'saved' }
    },

    async checkEnvelope({ noticeId, pieces }, who) {
      const envelope = {
        code: envelopeCodeOf(noticeId),
        desk: await deskCode(),
        number: await caseNumberOf(await caseOfNotice(noticeId)),
      }
      const wrong = pieces.findIndex((typed) => !belongsInto(envelope, typed))
      const result = wrong === -1 ? 'match' : 'mismatch'
      await audit.append('envelope-checked', {
        actor: who.id,
        subject: noticeId,
        detail: { result, pieces: pieces.length, ...(wrong === -1 ? {} : { piece: wrong + 1 }) },
      })
      return wrong === -1 ? { kind: 'match' } : { kind: 'mismatch', piece: wrong + 1 }
    },

    places: async ({ postalCode }) => ({ places: await placesOf(postalCode) }),
  }
}
