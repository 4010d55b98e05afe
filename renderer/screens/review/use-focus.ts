// Which page and which finding the person is at; moving on from finding to finding goes over page borders.
import { useState } from 'react'
import type { FindingRecord, Scan, ScanPage } from '../../../shared/ipc/parts.ts'
import { isPageDone, isUndecided } from './progress.ts'

export interface Focus {
  page: ScanPage
  finding: FindingRecord | null
  goTo(page: number): void
  /** To the page after or before, in the order in which they stand. */
  step(by: 1 | -1): void
  /** To the next page that still waits for a person, seen from the present one. */
  goToNextOpen(scan?: Scan): void
  select(findingId: string): void
  move(step: 1 | -1): void
  /** To the next finding without a decision; stays where none is left. */
  moveToUndecided(scan: Scan): void
  /** To the finding that `answer` has and the present scan has not. */
  selectNewest(answer: Scan): void
}

interface Place {
  page: number
  findingId: string | null
}

export function useFocus(scan: Scan): Focus {
  const [place, setPlace] = useState<Place>(() => startOf(scan))
  const first = scan.pages[0]
  if (first === undefined) throw new Error('A scan has no pages')
  const page = scan.pages.find((candidate) => candidate.page === place.page) ?? first
  const finding = page.findings.find((candidate) => candidate.id === place.findingId) ?? null

  const at = (candidate: ScanPage): Place => ({
    page: candidate.page,
    findingId: (candidate.findings.find(isUndecided) ?? candidate.findings[0])?.id ?? null,
  })
  const all = (of: Scan) =>
    of.pages.flatMap((candidate) => candidate.findings.map((found) => ({ page: candidate.page, found })))

  return {
    page,
    finding,
    goTo: (number) => {
      const target = scan.pages.find((candidate) => candidate.page === number)
      if (target !== undefined && target.page !== page.page) setPlace(at(target))
    },
    step: (by) => {
      const target = scan.pages[scan.pages.indexOf(page) + by]
      if (target !== undefined) setPlace(at(target))
    },
    goToNextOpen: (answer = scan) => {
      const from = answer.pages.findIndex((candidate) => candidate.page === page.page)
      const target = [...answer.pages.slice(from + 1), ...answer.pages.slice(0, from + 1)].find(
        (candidate) => !isPageDone(candidate),
      )
      if (target !== undefined && target.page !== page.page) setPlace(at(target))
    },
    select: (findingId) => {
      const target = all(scan).find(({ found }) => found.id === findingId)
      if (target !== undefined) setPlace({ page: target.page, findingId })
    },
    move: (step) => {
      const order = all(scan)
      const from = order.findIndex(({ found }) => found.id === finding?.id)
      const target = order[from === -1 ? 0 : from + step]
      if (target !== undefined) setPlace({ page: target.page, findingId: target.found.id })
    },
    moveToUndecided: (answer) => {
      const order = all(answer)
      const from = order.findIndex(({ found }) => found.id === finding?.id)
      const target = order.slice(from + 1).find(({ page: on, found }) => on === page.page && isUndecided(found))
      if (target !== undefined) setPlace({ page: target.page, findingId: target.found.id })
    },
    selectNewest: (answer) => {
      const known = new Set(all(scan).map(({ found }) => found.id))
      const newest = all(answer).find(({ found }) => !known.has(found.id))
      if (newest !== undefined) setPlace({ page: newest.page, findingId: newest.found.id })
    },
  }
}

/** Where work begins: the first page that waits, at its first undecided finding. */
function startOf(scan: Scan): Place {
  const page = scan.pages.find((candidate) => !isPageDone(candidate)) ?? scan.pages[0]
  const finding = page?.findings.find(isUndecided) ?? page?.findings[0]
  return { page: page?.page ?? 1, findingId: finding?.id ?? null }
}
