// The monthly report: counted from the cases and the chain, shown, saved as PDF or CSV, printed; nothing of any person is in it.
import { correctionReasonSchema, type CorrectionReason, type Month, type MonthReport } from '../../shared/reports.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { daysOfMonth, monthReport, type MonthCorrection } from '../../shared/rules/month-report.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Cases } from '../cases/index.ts'
import type { Papers } from '../paper/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { csvWriter } from '../ledger/index.ts'
import { reportHtml } from './report-paper.ts'
import { reportRows } from './report-rows.ts'

export interface Reports {
  /** Faults: impossible-date (a month that has not begun). */
  month(request: CallRequest<'reports.month'>): Promise<CallAnswer<'reports.month'>>
  save(request: CallRequest<'reports.save'>, who: Person): Promise<CallAnswer<'reports.save'>>
  /** Faults: no-printer, print-failed. */
  print(request: CallRequest<'reports.print'>, who: Person): Promise<CallAnswer<'reports.print'>>
}

export interface ReportParts {
  cases: Pick<Cases, 'monthCases'>
  audit: Audit
  papers: Papers
  paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  save: Surroundings['dialogs']['save']
  deskSettings(): Promise<DeskSettings>
  today(): CalendarDate
}

export function createReports({ cases, audit, papers, paper, save, deskSettings, today }: ReportParts): Reports {
  async function counted(month: Month): Promise<MonthReport> {
    const { from, until } = daysOfMonth(month, today())
    if (from > today()) throw new Fault('impossible-date', { field: 'month', because: 'in-the-future' })
    const [matters, corrections] = [await cases.monthCases(from, until), await correctionsOf(from, until)]
    return monthReport(month, matters, corrections, await deskSettings(), today())
  }

  /** What letters asked for stands in the chain: it outlives the case, whose letters are destroyed with it. */
  async function correctionsOf(from: CalendarDate, until: CalendarDate): Promise<MonthCorrection[]> {
    const found: MonthCorrection[] = []
    for (const { detail } of await audit.entriesOf('notice-dispatched')) {
      const { on, asked } = detail
      if (typeof on !== 'string' || typeof asked !== 'string' || on < from || on > until) continue
      found.push({ on, reasons: reasonsOf(asked) })
    }
    return found
  }

  async function pdfOf(report: MonthReport): Promise<Uint8Array> {
    const { company } = await deskSettings()
    return paper.pdfOf(await reportHtml(papers, report, company, await audit.head(), today()))
  }

  return {
    month: async ({ month }) => counted(month),

    async save({ month, as }, who) {
      const report = await counted(month)
      const bytes = as === 'pdf' ? await pdfOf(report) : csvWriter('utf-8').add(reportRows(report))
      if (!(await save(`月次報告-${month}.${as}`, bytes))) return { kind: 'cancelled' }
      await audit.append('report-saved', { actor: who.id, subject: null, detail: { month, as } })
      return { kind: 'saved' }
    },

    async print({ month, printer }, who) {
      await paper.print(await pdfOf(await counted(month)), printer, `月次報告-${month}`)
      await audit.append('report-printed', { actor: who.id, subject: null, detail: { month } })
      return {}
    },
  }
}

/** `a,b,c`: closed words, those of a later version counted as other. */
function reasonsOf(asked: string): CorrectionReason[] {
  return [...new Set(asked.split(',').map((word) => correctionReasonSchema.catch('other').parse(word)))]
}
