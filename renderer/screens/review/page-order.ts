// The order of a scan's pages after one of them was moved a place.

/** Null where there is no place to move to. */
export function movedPage(order: readonly number[], page: number, step: 1 | -1): number[] | null {
  const from = order.indexOf(page)
  const to = from + step
  if (from === -1 || to < 0 || to >= order.length) return null
  const rest = order.filter((other) => other !== page)
  return [...rest.slice(0, to), page, ...rest.slice(to)]
}
