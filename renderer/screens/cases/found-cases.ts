// The cases that a search found, asked for page by page as they come into sight.
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseFilter } from '../../../shared/case-filter.ts'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import type { CaseSummary } from '../../../shared/ipc/parts.ts'
import { ask } from '../../client.ts'
import type { RowSource } from '../../parts/rows.tsx'

const pageRows = 100

export function useFoundCases(
  search: string,
  filter: CaseFilter,
): { first: UseQueryResult<CallAnswer<'cases.find'>>; rows: RowSource<CaseSummary> } {
  const [inSight, setInSight] = useState({ from: 0, to: 0 })
  const page = (number: number) => {
    const request = { search, filter, offset: number * pageRows, limit: pageRows }
    return { queryKey: ['cases.find', request], queryFn: () => ask('cases.find', request) }
  }
  // What was found before stands until the next answer is there: a list that blinks cannot be read.
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const count = first.data?.total ?? 0
  const lastPage = Math.max(0, Math.ceil(count / pageRows) - 1)
  const from = Math.min(Math.floor(inSight.from / pageRows), lastPage)
  const to = Math.min(Math.floor(inSight.to / pageRows), lastPage)
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const pages = useQueries({ queries: numbers.map(page) })
  return {
    first,
    rows: {
      count,
      at(index) {
        const number = Math.floor(index / pageRows)
        const answer = pages[number - from]?.data ?? (number === 0 ? first.data : undefined)
        return answer?.rows[index % pageRows]
      },
      onSight(start, end) {
        if (start !== inSight.from || end !== inSight.to) setInSight({ from: start, to: end })
      },
    },
  }
}
