// The monthly report for paper: the same counts, worded in Japanese, with the chain's hash that makes a rewritten chain detectable.
import type { CalendarDate } from '../../shared/dates.ts'
import { lanes } from '../../shared/cases.ts'
import type { MonthReport } from '../../shared/reports.ts'
import { japaneseDate } from '../../shared/rules/japanese-date.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import {
  correctionWords,
  kindWords,
  laneWords,
  outcomeWords,
  refusalWords,
  stateWords,
} from '../../shared/words-on-paper.ts'
import type { Papers } from '../paper/index.ts'

/** A whole HTML document, A4. */
export function reportHtml(
  papers: Papers,
  report: MonthReport,
  company: DeskSettings['company'],
  headHash: string,
  today: CalendarDate,
): Promise<string> {
  const { answered, corrections, destruction } = report
  return papers.fill('monthly-report', {
    company,
    month: monthWords(report.from),
    from: japaneseDate(report.from),
    until: japaneseDate(report.until),
    isWhole: report.isWhole,
    madeOn: japaneseDate(today),
    headHash,
    inquiries: report.inquiries,
    lanes: lanes.map((lane) => laneWords[lane]),
    arrived: report.arrived.map(({ kind, lanes: counts }) => ({
      words: kindWords[kind],
      counts: lanes.map((lane) => counts[lane]),
      total: lanes.reduce((sum, lane) => sum + counts[lane], 0),
    })),
    arrivedTotal: report.arrived.reduce(
      (sum, { lanes: counts }) => sum + lanes.reduce((all, lane) => all + counts[lane], 0),
      0,
    ),
    answered: { ...answered, share: share(answered) },
    answeredByKind: report.answeredByKind.map(({ kind, all, inTime }) => ({
      words: kindWords[kind],
      all,
      inTime,
      share: share({ all, inTime }),
    })),
    outcomes: bars(report.outcomes.map(({ outcome, count }) => ({ words: outcomeWords[outcome], count }))),
    refusals: bars(report.refusals.map(({ reason, count }) => ({ words: refusalWords[reason], count }))),
    correctionLetters: corrections.letters,
    corrections: bars(
      corrections.reasons
        .filter(({ reason, count }) => count > 0 || reason === 'domicile-visible')
        .map(({ reason, count }) => ({ words: correctionWords[reason], count })),
    ),
    destruction,
    open: bars(report.open.map(({ state, count }) => ({ words: stateWords[state], count }))),
    openTotal: report.openTotal,
  })
}

/** `令和8年11月`. */
function monthWords(from: CalendarDate): string {
  return japaneseDate(from).replace(/月.*$/u, '月')
}

/** Whole percent; a dash when there is nothing to share. */
function share({ all, inTime }: { all: number; inTime: number }): string {
  return all === 0 ? '―' : `${Math.floor((inTime * 100) / all)}%`
}

/** Each count with the length of its bar, in percent of the longest. */
function bars(counts: readonly { words: string; count: number }[]): { words: string; count: number; bar: number }[] {
  const most = Math.max(1, ...counts.map(({ count }) => count))
  return counts.map(({ words, count }) => ({ words, count, bar: Math.round((count * 100) / most) }))
}
