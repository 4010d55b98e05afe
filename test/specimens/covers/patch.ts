// Things laid over the print: a bar drawn by a program, correction tape, a strip of paper.
import type { Cover } from './cover.ts'

export const bar: Cover = {
  blend: 'over',
  draw: (length, thickness, random) => {
    const more = thickness * random.between(0.12, 0.35)
    return `<rect x="${-more}" y="${-more * 0.8}" width="${length + more * 2}" height="${thickness + more * 1.6}" fill="#000"/>`
  },
}

/** White tape: the cell looks empty but for the edge's shadow. */
export const tape: Cover = {
  blend: 'over',
  draw: (length, thickness, random) =>
    sheetOfWhite(length, thickness, {
      more: thickness * random.between(0.1, 0.2),
      white: Math.round(random.between(246, 254)),
      shadow: random.between(0.25, 0.6),
      tilt: random.between(-0.6, 0.6),
    }),
}

/** Copied with the lamp shining through it: pale, and legible to whoever looks. */
export const thinTape: Cover = {
  blend: 'over',
  draw: (length, thickness, random) =>
    `<g opacity="${random.between(0.62, 0.8).toFixed(2)}">${tape.draw(length, thickness, random)}</g>`,
}

/** A strip of paper laid over the line before copying: wider than the value, with one hard edge. */
export const strip: Cover = {
  blend: 'over',
  draw: (length, thickness, random) =>
    sheetOfWhite(length * random.between(1.05, 1.2), thickness, {
      more: thickness * random.between(0.15, 0.28),
      white: Math.round(random.between(238, 250)),
      shadow: random.between(0.4, 0.85),
      tilt: random.between(-0.4, 0.4),
    }),
}

interface White {
  more: number
  /** Grey level of the material. */
  white: number
  /** Opacity of the shadow at its lower right edge. */
  shadow: number
  /** Degrees. */
  tilt: number
}

function sheetOfWhite(length: number, thickness: number, { more, white, shadow, tilt }: White): string {
  const [x, y, width, height] = [-more, -more, length + more * 2, thickness + more * 2]
  const edge = thickness * 0.06
  // A long value under a tilted strip must stay covered at both ends.
  const turn = Math.min(Math.abs(tilt), (Math.atan2(more * 0.7, length / 2) * 180) / Math.PI) * Math.sign(tilt)
  return `<g transform="rotate(${turn.toFixed(3)} ${length / 2} ${thickness / 2})">
    <rect x="${x + edge}" y="${y + edge}" width="${width}" height="${height}" fill="#333" opacity="${shadow}" filter="blur(${(edge * 0.5).toFixed(2)}px)"/>
    <rect x="${x}" y="${y}" width="${width}" height="${height}" fill="rgb(${white},${white},${white - 2})"/>
    <path d="M${x} ${y}H${x + width}" stroke="#999" stroke-width="${edge * 0.4}" opacity="${shadow * 0.6}"/></g>`
}
