// A long list that main holds: asked for page by page as it comes into sight.
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Page } from '../../shared/ipc/parts.ts'
import type { RowSource } from './rows.tsx'

const pageRows = 100

interface PageOfRows {
  total: number
  rows: readonly unknown[]
}

/** `pageOf`: how one page is asked for, and the key it is kept under. */
export function usePagedRows<Answer extends PageOfRows>(
  pageOf: (page: Page) => { queryKey: readonly unknown[]; queryFn: () => Promise<Answer> },
): { first: UseQueryResult<Answer>; rows: RowSource<Answer['rows'][number]> } {
  /** Pages, not rows: whoever draws the list is drawn anew only when another page comes into sight. */
  const [inSight, setInSight] = useState({ from: 0, to: 0 })
  const page = (number: number) => pageOf({ offset: number * pageRows, limit: pageRows })
  // What was found before stands until the next answer is there: a list that blinks cannot be read.
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const count = first.data?.total ?? 0
  const lastPage = Math.max(0, Math.ceil(count / pageRows) - 1)
  const from = Math.min(inSight.from, lastPage)
  const to = Math.min(inSight.to, lastPage)
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
        const pagesInSight = { from: Math.floor(start / pageRows), to: Math.floor(end / pageRows) }
        if (pagesInSight.from !== inSight.from || pagesInSight.to !== inSight.to) setInSight(pagesInSight)
      },
    },
  }
}
