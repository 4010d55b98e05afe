// What every cover is drawn on: the value's rectangle laid flat, with room around it.
import type { Random } from '../random.ts'

/** A rectangle in pixels. Vertical writing is covered along its own direction: `draw` always sees it lying. */
export interface Patch {
  x: number
  y: number
  width: number
  height: number
}

export interface Cover {
  /** Shapes as SVG in the patch's own frame: the value lies from 0,0 to `length`,`thickness`. */
  draw(length: number, thickness: number, random: Random): string
  blend: 'over' | 'multiply'
}

/** How far a cover may reach over the value on every side, as a share of its thickness. */
export const reach = 1.2

/** A wavering line from one x to another as SVG path data. */
export function wavering(from: number, to: number, y: number, sway: number, random: Random): string {
  const steps = Math.max(3, Math.round(Math.abs(to - from) / (sway * 12 + 6)))
  let path = `M${from.toFixed(1)} ${(y + random.between(-sway, sway)).toFixed(1)}`
  for (let step = 1; step <= steps; step++) {
    const x = from + ((to - from) * step) / steps
    const middle = from + ((to - from) * (step - 0.5)) / steps
    path += `Q${middle.toFixed(1)} ${(y + random.between(-sway, sway)).toFixed(1)} ${x.toFixed(1)} ${(y + random.between(-sway, sway) * 0.6).toFixed(1)}`
  }
  return path
}
