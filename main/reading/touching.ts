// Areas of marked places on a raster that touch, or nearly so.

/** Edges as of a rectangle: `right` and `bottom` are the first column and row outside. */
export interface MarkedArea {
  left: number
  top: number
  right: number
  bottom: number
  /** How many of its places are marked. */
  count: number
}

/** `marks` holds 1 for every marked place, row by row; places at most `reach` apart in both directions belong together. */
export function touchingAreas(marks: Uint8Array, columns: number, rows: number, reach: number): MarkedArea[] {
  const areas: MarkedArea[] = []
  const unseen = marks.slice()
  const stack: number[] = []
  for (let start = 0; start < unseen.length; start++) {
    if (unseen[start] !== 1) continue
    unseen[start] = 0
    stack.push(start)
    const area: MarkedArea = { left: columns, top: rows, right: 0, bottom: 0, count: 0 }
    while (stack.length > 0) {
      const at = stack.pop()!
      const x = at % columns
      const y = (at - x) / columns
      area.left = Math.min(area.left, x)
      area.right = Math.max(area.right, x + 1)
      area.top = Math.min(area.top, y)
      area.bottom = Math.max(area.bottom, y + 1)
      area.count++
      for (let ny = Math.max(0, y - reach); ny <= Math.min(rows - 1, y + reach); ny++) {
        for (let nx = Math.max(0, x - reach); nx <= Math.min(columns - 1, x + reach); nx++) {
          const near = ny * columns + nx
          if (unseen[near] !== 1) continue
          unseen[near] = 0
          stack.push(near)
        }
      }
    }
    areas.push(area)
  }
  return areas
}
