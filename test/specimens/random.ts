// A small seeded source of chance: the same seed draws the same page on every machine.

/** Chance that can be repeated. `below(n)` is a whole number from 0 to n − 1. */
export interface Random {
  fraction(): number
  below(limit: number): number
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
}

/** Mulberry32 over a hash of all parts of the seed, so that neighbouring seeds draw unlike pages. */
export function seededRandom(...seed: readonly (string | number)[]): Random {
  let state = hash(seed.join('/'))
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    fraction,
    below: (limit) => Math.floor(fraction() * limit),
    between: (low, high) => low + fraction() * (high - low),
    chance: (probability) => fraction() < probability,
    pick: (items) => {
      const item = items[Math.floor(fraction() * items.length)]
      if (item === undefined) throw new RangeError('Nothing to pick from.')
      return item
    },
  }
}

// FNV-1a.
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
