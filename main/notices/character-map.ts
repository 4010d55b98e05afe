// Which characters a TrueType font can draw, read from its `cmap` table: a letter must not go out with a box in a name.

export interface CharacterMap {
  has(codePoint: number): boolean
  /** Whether the font knows this form of the character (IVS, SVS): a name may insist on it. */
  hasVariation(codePoint: number, selector: number): boolean
}

interface Range {
  from: number
  to: number
}

/** Formats and layouts after the OpenType specification, chapter "cmap". Throws when the font has no full Unicode map. */
export function readCharacterMap(font: Buffer): CharacterMap {
  const table = cmapOf(font)
  const characters = readGroups(subtable(table, 3, 10, 12))
  const variations = readVariations(subtable(table, 0, 5, 14))
  return {
    has: (codePoint) => isWithin(characters, codePoint),
    hasVariation(codePoint, selector) {
      const forms = variations.get(selector)
      if (forms === undefined) return false
      return forms.own.has(codePoint) || (isWithin(forms.usual, codePoint) && isWithin(characters, codePoint))
    },
  }
}

const variationSelectors: readonly Range[] = [
  { from: 0xfe00, to: 0xfe0f },
  { from: 0xe0100, to: 0xe01ef },
]

/** Characters of a text that not every one of the fonts can draw, each once, with its variation selector. */
export function missingCharacters(text: string, fonts: readonly CharacterMap[]): string[] {
  const missing = new Set<string>()
  const characters = [...text]
  characters.forEach((character, index) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (character === '\n' || isWithin(variationSelectors, codePoint)) return
    const following = characters[index + 1] ?? ''
    const selector = following.codePointAt(0) ?? 0
    const isVaried = isWithin(variationSelectors, selector)
    const isDrawn = fonts.every((font) => (isVaried ? font.hasVariation(codePoint, selector) : font.has(codePoint)))
    if (!isDrawn) missing.add(isVaried ? character + following : character)
  })
  return [...missing]
}

function cmapOf(font: Buffer): Buffer {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index
    if (font.toString('latin1', at, at + 4) === 'cmap') return font.subarray(font.readUInt32BE(at + 8))
  }
  throw new Error('The font has no cmap table.')
}

function subtable(table: Buffer, platform: number, encoding: number, format: number): Buffer {
  const count = table.readUInt16BE(2)
  for (let index = 0; index < count; index += 1) {
    const at = 4 + 8 * index
    if (table.readUInt16BE(at) !== platform || table.readUInt16BE(at + 2) !== encoding) continue
    const found = table.subarray(table.readUInt32BE(at + 4))
    if (found.readUInt16BE(0) === format) return found
  }
  throw new Error(`The font has no cmap subtable of format ${format}.`)
}

/** Format 12: groups of code points, rising. A group that maps to glyph 0 would be the box for "missing". */
function readGroups(table: Buffer): Range[] {
  const count = table.readUInt32BE(12)
  return Array.from({ length: count }, (_, index) => {
    const at = 16 + 12 * index
    const from = table.readUInt32BE(at)
    return { from: table.readUInt32BE(at + 8) === 0 ? from + 1 : from, to: table.readUInt32BE(at + 4) }
  })
}

/** Format 14: per selector, ranges drawn as the character's usual form and characters with a form of their own. */
function readVariations(table: Buffer): Map<number, { usual: Range[]; own: Set<number> }> {
  const variations = new Map<number, { usual: Range[]; own: Set<number> }>()
  const count = table.readUInt32BE(6)
  for (let index = 0; index < count; index += 1) {
    const at = 10 + 11 * index
    const usualAt = table.readUInt32BE(at + 3)
    const ownAt = table.readUInt32BE(at + 7)
    variations.set(table.readUIntBE(at, 3), {
      usual: usualAt === 0 ? [] : readUsual(table.subarray(usualAt)),
      own: new Set(ownAt === 0 ? [] : readOwn(table.subarray(ownAt))),
    })
  }
  return variations
}

function readUsual(table: Buffer): Range[] {
  return Array.from({ length: table.readUInt32BE(0) }, (_, index) => {
    const from = table.readUIntBE(4 + 4 * index, 3)
    return { from, to: from + table.readUInt8(7 + 4 * index) }
  })
}

function readOwn(table: Buffer): number[] {
  return Array.from({ length: table.readUInt32BE(0) }, (_, index) => table.readUIntBE(4 + 5 * index, 3))
}

/** Ranges rise and do not overlap. */
function isWithin(ranges: readonly Range[], value: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return false
    if (value < range.from) high = middle - 1
    else if (value > range.to) low = middle + 1
    else return true
  }
  return false
}
