// Lays two lists beside each other so that as much as possible agrees: for written forms, and for two readings of one line.

/**
 * Pairs of what stands opposite each other; null where one side has nothing. `unlike` is the cost of a pair, 0 for equal;
 * standing alone costs 1.
 */
export function layBeside<T>(
  left: readonly T[],
  right: readonly T[],
  unlike: (a: T, b: T) => number,
): [T | null, T | null][] {
  const cost: number[][] = Array.from({ length: left.length + 1 }, () => Array<number>(right.length + 1).fill(0))
  for (let i = left.length; i >= 0; i--) {
    for (let j = right.length; j >= 0; j--) {
      if (i === left.length || j === right.length) {
        cost[i]![j] = left.length - i + right.length - j
        continue
      }
      const together = cost[i + 1]![j + 1]! + unlike(left[i]!, right[j]!)
      cost[i]![j] = Math.min(together, cost[i + 1]![j]! + 1, cost[i]![j + 1]! + 1)
    }
  }
  const pairs: [T | null, T | null][] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    const here = cost[i]![j]!
    const [a, b] = [left[i], right[j]]
    if (a !== undefined && b !== undefined && here === cost[i + 1]![j + 1]! + unlike(a, b)) {
      pairs.push([a, b])
      i++
      j++
    } else if (a !== undefined && here === cost[i + 1]![j]! + 1) {
      pairs.push([a, null])
      i++
    } else {
      pairs.push([null, b ?? null])
      j++
    }
  }
  return pairs
}
