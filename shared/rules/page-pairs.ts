// Which pages of a scan are front and back of one card.
import type { DocumentKind, Side } from '../screening.ts'

export interface SidedPage {
  page: number
  document: DocumentKind | null
  side: Side | null
}

export interface PagePair {
  front: number
  back: number
}

/** In the order of the pages. A back goes with the nearest front of its kind that has none, the one before it first. */
export function pagePairs(pages: readonly SidedPage[]): PagePair[] {
  const taken = new Set<number>()
  const pairs: PagePair[] = []
  for (const [at, back] of pages.entries()) {
    if (back.side !== 'back' || back.document === null) continue
    const fronts = pages
      .map((front, place) => ({ ...front, apart: Math.abs(place - at), isAfter: place > at }))
      .filter(({ page, side, document }) => side === 'front' && document === back.document && !taken.has(page))
      .sort((a, b) => a.apart - b.apart || Number(a.isAfter) - Number(b.isAfter))
    const [front] = fronts
    if (front === undefined) continue
    taken.add(front.page)
    pairs.push({ front: front.page, back: back.page })
  }
  return pairs
}

/** The other side of a page's card; null when it is not there. */
export function otherSideOf(pages: readonly SidedPage[], page: number): number | null {
  for (const { front, back } of pagePairs(pages)) {
    if (front === page) return back
    if (back === page) return front
  }
  return null
}
