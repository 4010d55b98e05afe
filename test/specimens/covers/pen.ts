// Felt pens: opaque with uneven strokes, see-through, hatched, stopping short, one diagonal stroke.
import { wavering } from './cover.ts'
import type { Cover } from './cover.ts'

export const pen: Cover = {
  blend: 'over',
  draw: (length, thickness, random) =>
    strokes(length, thickness, () => `hsl(230,12%,${Math.round(random.between(2, 9))}%)`, random),
}

export const colouredPen: Cover = {
  blend: 'over',
  draw(length, thickness, random) {
    const hue = random.pick([224, 350, 150])
    return strokes(length, thickness, () => `hsl(${hue},70%,${Math.round(random.between(14, 20))}%)`, random)
  },
}

/** Corrected as on a form: a line or two through the value, which stays as legible as before. */
export const lineThrough: Cover = {
  blend: 'over',
  draw(length, thickness, random) {
    const heights = random.chance(0.5) ? [0.5] : [0.4, 0.62]
    return heights
      .map(
        (y) =>
          `<path d="${wavering(-thickness * 0.2, length + thickness * 0.2, thickness * y, thickness * 0.02, random)}" stroke="#191a22" stroke-width="${(thickness * 0.05).toFixed(2)}" fill="none"/>`,
      )
      .join('')
  },
}

/** Leaves the last characters in sight: of a short value, such as a prefecture, at least half. The pen overshoots by up to its own width. */
export const shortPen: Cover = {
  blend: 'over',
  draw(length, thickness, random) {
    const share = length < thickness * 9 ? random.between(0.35, 0.5) : random.between(0.55, 0.75)
    return pen.draw(Math.max(thickness * 0.3, length * share - thickness), thickness, random)
  },
}

/** `level`: how bright white paper stays under one layer, 0–255. Where strokes overlap it is darker. */
export function seeThrough(level: number): Cover {
  return {
    blend: 'multiply',
    draw(length, thickness, random) {
      const ground = Math.round(level * random.between(0.92, 1.08))
      const over = `rgb(${ground},${ground},${ground})`
      const body = `<rect x="${-thickness * 0.3}" y="${-thickness * 0.25}" width="${length + thickness * 0.6}" height="${thickness * 1.5}" rx="${thickness * 0.2}" fill="${over}"/>`
      const edge = wavering(
        -thickness * 0.2,
        length + thickness * 0.2,
        thickness * random.between(0.3, 0.7),
        thickness * 0.06,
        random,
      )
      return `${body}<path d="${edge}" stroke="#000" stroke-opacity=".14" stroke-width="${thickness * 0.35}" fill="none"/>`
    },
  }
}

/** Fine strokes that hide about half of the print: nobody can say whether it may be read. */
export const hatched: Cover = {
  blend: 'over',
  draw(length, thickness, random) {
    const step = thickness * random.between(0.17, 0.22)
    const width = step * random.between(0.5, 0.6)
    const lean = thickness * random.between(0.3, 1.1)
    let lines = ''
    for (let x = -lean; x < length + thickness * 0.3; x += step) {
      const from = x + random.between(-0.15, 0.15) * step
      lines += `<path d="M${from.toFixed(1)} ${thickness * 1.15}L${(from + lean).toFixed(1)} ${-thickness * 0.15}" stroke="#101014" stroke-width="${width.toFixed(2)}"/>`
    }
    return lines
  },
}

/** One line corner to corner through a cell that was left empty. */
export const diagonalStroke: Cover = {
  blend: 'over',
  draw: (length, thickness, random) =>
    `<path d="M${length * random.between(0, 0.1)} ${thickness * 1.05}L${length * random.between(0.85, 1)} ${-thickness * 0.05}" stroke="#15151c" stroke-width="${thickness * 0.07}" stroke-linecap="round"/>`,
}

function strokes(length: number, thickness: number, ink: () => string, random: Parameters<Cover['draw']>[2]): string {
  const width = thickness * random.between(0.5, 0.7)
  const overhang = thickness * 0.35
  let drawn = ''
  // Lines no farther apart than half their width: no gap can open between two of them.
  for (let y = -thickness * 0.02; y <= thickness * 1.06; y += width * 0.45) {
    const from = -overhang - random.between(0, 0.4) * thickness
    const to = length + overhang + random.between(0, 0.6) * thickness
    drawn += `<path d="${wavering(from, to, y, thickness * 0.07, random)}" stroke="${ink()}" stroke-width="${width.toFixed(1)}" stroke-linecap="round" fill="none"/>`
  }
  return drawn
}
