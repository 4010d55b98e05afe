// Sheets for the scanner with the desk's code: a separator between two pieces of post, the cover of a case.
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import { parseCaseNumber } from '../../shared/rules/case-number.ts'
import type { DeskCode, SheetCode } from '../../shared/rules/sheet-code.ts'
import type { Audit } from '../audit/index.ts'
import { sheetMarks, type Papers } from '../paper/index.ts'
import type { Surroundings } from '../surroundings.ts'

export interface SheetParts {
  audit: Audit
  papers: Papers
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  save: Surroundings['dialogs']['save']
  deskCode(): Promise<DeskCode>
  /** Fault: not-found. */
  caseNumberOf(caseId: string): Promise<string>
}

export interface Sheets {
  /** Faults: not-found, no-printer, print-failed. */
  printSheet(request: CallRequest<'post.printSheet'>, who: Person): Promise<CallAnswer<'post.printSheet'>>
  saveSheet(request: CallRequest<'post.saveSheet'>, who: Person): Promise<CallAnswer<'post.saveSheet'>>
}

type Sheet = CallRequest<'post.saveSheet'>['sheet']

export function createSheets({ audit, papers, paper, save, deskCode, caseNumberOf }: SheetParts): Sheets {
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
  }
}
