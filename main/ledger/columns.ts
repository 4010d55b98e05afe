// The columns of the ledger, in Japanese: what was asked, when what happened, how it ended; with or without who asked.
import { kindWords, laneWords, outcomeWords, refusalWords, stateWords } from '../../shared/words-on-paper.ts'
import type { LedgerRow } from '../cases/index.ts'

interface LedgerColumn {
  title: string
  cell: (row: LedgerRow) => string | null
}

const columns: readonly LedgerColumn[] = [
  { title: '案件番号', cell: ({ number }) => number },
  { title: '請求の種類', cell: ({ kind }) => kindWords[kind] },
  { title: '受付の経路', cell: ({ lane }) => laneWords[lane] },
  { title: '状態', cell: ({ state }) => stateWords[state] },
  { title: '問い合わせの到達日', cell: ({ inquiryOn }) => inquiryOn },
  { title: '請求の到達日', cell: ({ arrivedOn }) => arrivedOn },
  { title: '案件を開いた日', cell: ({ openedOn }) => openedOn },
  { title: '本人確認日', cell: ({ verifiedOn }) => verifiedOn },
  { title: '結果', cell: ({ outcome }) => (outcome === null ? null : outcomeWords[outcome.event]) },
  { title: '結果の日', cell: ({ outcome }) => outcome?.on ?? null },
  {
    title: '対応できない理由',
    cell: ({ refusalReason }) => (refusalReason === null ? null : refusalWords[refusalReason]),
  },
  { title: '回答完了日', cell: ({ finishedOn }) => finishedOn },
  { title: '破棄日', cell: ({ wipedOn }) => wipedOn },
]

const nameColumns: readonly LedgerColumn[] = [
  { title: '氏名', cell: ({ requester }) => requester?.name ?? null },
  { title: 'フリガナ', cell: ({ requester }) => requester?.kana ?? null },
  { title: '郵便番号', cell: ({ requester }) => requester?.postalCode ?? null },
  { title: '住所', cell: ({ requester }) => requester?.address ?? null },
]

const columnsWithNames = [...columns.slice(0, 1), ...nameColumns, ...columns.slice(1)]

const columnsOf = (withNames: boolean): readonly LedgerColumn[] => (withNames ? columnsWithNames : columns)

export function headings(withNames: boolean): string[] {
  return columnsOf(withNames).map(({ title }) => title)
}

export function cellsOf(row: LedgerRow, withNames: boolean): string[] {
  return columnsOf(withNames).map(({ cell }) => cell(row) ?? '')
}
