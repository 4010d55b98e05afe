// A line of print as a rotated box, and the smallest such box around a set of points.

/** Centre, size along and across the line, and the line's angle in radians (−π/4 to 3π/4; about π/2 = runs downwards). */
export interface LineBox {
  cx: number
  cy: number
  length: number
  thickness: number
  angle: number
  /** Mean probability of ink, 0–1. */
  score: number
}

/** The rotated rectangle of least area around the points. */
export function boxAround(points: [number, number][]): Omit<LineBox, 'score'> {
  const hull = convexHull(points)
  let best = { area: Infinity, cx: 0, cy: 0, length: 0, thickness: 0, angle: 0 }
  for (let i = 0; i < hull.length; i++) {
    const [ax, ay] = hull[i]!
    const [bx, by] = hull[(i + 1) % hull.length]!
    const side = Math.hypot(bx - ax, by - ay)
    if (side === 0) continue
    const ux = (bx - ax) / side
    const uy = (by - ay) / side
    let lowU = Infinity
    let highU = -Infinity
    let lowV = Infinity
    let highV = -Infinity
    for (const [x, y] of hull) {
      const u = x * ux + y * uy
      const v = -x * uy + y * ux
      if (u < lowU) lowU = u
      if (u > highU) highU = u
      if (v < lowV) lowV = v
      if (v > highV) highV = v
    }
    const area = (highU - lowU) * (highV - lowV)
    if (area >= best.area) continue
    const u = (lowU + highU) / 2
    const v = (lowV + highV) / 2
    const along = highU - lowU >= highV - lowV
    best = {
      area,
      cx: u * ux - v * uy,
      cy: u * uy + v * ux,
      length: along ? highU - lowU : highV - lowV,
      thickness: along ? highV - lowV : highU - lowU,
      angle: Math.atan2(uy, ux) + (along ? 0 : Math.PI / 2),
    }
  }
  const { cx, cy, length, thickness } = best
  return { cx, cy, length, thickness, angle: normalAngle(best.angle) }
}

/** The same direction, read either way, between −π/4 and 3π/4. */
function normalAngle(angle: number): number {
  let turned = angle % Math.PI
  if (turned < -Math.PI / 4) turned += Math.PI
  if (turned >= (3 * Math.PI) / 4) turned -= Math.PI
  return turned
}

function convexHull(points: [number, number][]): [number, number][] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (ordered: [number, number][]): [number, number][] => {
    const chain: [number, number][] = []
    for (const point of ordered) {
      while (chain.length >= 2 && cross(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop()
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

function cross(o: [number, number], a: [number, number], b: [number, number]): number {
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
}
