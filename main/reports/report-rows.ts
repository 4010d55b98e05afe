// The monthly report as rows of a table: what the CSV holds, one count a row.
import type { MonthReport } from '../../shared/reports.ts'
import { lanes } from '../../shared/cases.ts'
import {
  correctionWords,
  kindWords,
  laneWords,
  outcomeWords,
  refusalWords,
  stateWords,
} from '../../shared/words-on-paper.ts'

export function reportRows(report: MonthReport): string[][] {
  const { answered, corrections, destruction } = report
  const rows: [string, string, string, number][] = [
    ['受付', '問い合わせ', '', report.inquiries],
    ...report.arrived.flatMap(({ kind, lanes: counts }) =>
      lanes.map((lane): [string, string, string, number] => ['受付', kindWords[kind], laneWords[lane], counts[lane]]),
    ),
    ...report.outcomes.map(({ outcome, count }): [string, string, string, number] => [
      '結果',
      outcomeWords[outcome],
      '',
      count,
    ]),
    ['期限', '回答の発送', '', answered.all],
    ['期限', '期限内の発送', '', answered.inTime],
    ...report.answeredByKind.flatMap(({ kind, all, inTime }): [string, string, string, number][] => [
      ['期限', '回答の発送', kindWords[kind], all],
      ['期限', '期限内の発送', kindWords[kind], inTime],
    ]),
    ...report.refusals.map(({ reason, count }): [string, string, string, number] => [
      '対応できない理由',
      refusalWords[reason],
      '',
      count,
    ]),
    ['補正', '補正の依頼', '', corrections.letters],
    ...corrections.reasons.map(({ reason, count }): [string, string, string, number] => [
      '補正',
      correctionWords[reason],
      '',
      count,
    ]),
    ['破棄', '破棄した案件', '', destruction.wiped],
    ['破棄', '期限を過ぎた破棄', '', destruction.late],
    ['破棄', '最も長い遅れ(日)', '', destruction.longestDelayDays],
    ['破棄', '完了前の破棄(承認済み)', '', destruction.early],
    ['破棄', '月末に期限を過ぎて未破棄', '', destruction.overdue],
    ...report.open.map(({ state, count }): [string, string, string, number] => [
      '月末の未完了',
      stateWords[state],
      '',
      count,
    ]),
    ['月末の未完了', '合計', '', report.openTotal],
  ]
  return [
    ['対象月', '区分', '項目', '内訳', '件数'],
    ...rows.map(([section, item, part, count]) => [report.month, section, item, part, String(count)]),
  ]
}
