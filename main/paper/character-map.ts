// Which characters a TrueType font can draw, read from its `cmap` table: a letter must not go out with a box in a name.

export interface CharacterMap {
  /** Number of the glyph that draws the character; null when there is none. */
  glyphOf(codePoint: number): number | null
  /** Of this form of the character (IVS, SVS): a name may insist on it. */
  glyphOfVariation(codePoint: number, selector: number): number | null
}

interface Range {
  from: number
  to: number
}

interface Group extends Range {
  /** Glyph of `from`; the others follow it. */
  glyph: number
}

/** Formats and layouts after the OpenType specification, chapter "cmap". Throws when the font has no full Unicode map. */
export function readCharacterMap(font: Buffer): CharacterMap {
  const table = cmapOf(font)
  const characters = readGroups(subtable(table, 3, 10, 12))
  const variations = readVariations(subtable(table, 0, 5, 14))
  const glyphOf = (codePoint: number): number | null => {
    const group = find(characters, codePoint)
    return group === null ? null : group.glyph + codePoint - group.from
  }
  return {
    glyphOf,
    glyphOfVariation(codePoint, selector) {
      const forms = variations.get(selector)
      if (forms === undefined) return null
      return forms.own.get(codePoint) ?? (find(forms.usual, codePoint) === null ? null : glyphOf(codePoint))
    },
  }
}

const variationSelectors: readonly Range[] = [
  { from: 0xfe00, to: 0xfe0f },
  { from: 0xe0100, to: 0xe01ef },
]

/** The glyphs of a text's characters, and per variation selector those of the characters that it stands behind. */
export interface Drawing {
  characters: ReadonlyMap<number, number>
  variations: ReadonlyMap<number, ReadonlyMap<number, number>>
}

/** What a font draws for a text, and the characters that it has nothing for, each once and with its variation selector. */
export function drawnBy(font: CharacterMap, text: string): { drawing: Drawing; missing: Set<string> } {
  const drawn = new Map<number, number>()
  const variations = new Map<number, Map<number, number>>()
  const missing = new Set<string>()
  const characters = [...text]
  characters.forEach((character, index) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (character === '\n' || find(variationSelectors, codePoint) !== null) return
    const following = characters[index + 1] ?? ''
    const selector = following.codePointAt(0) ?? 0
    const isVaried = find(variationSelectors, selector) !== null
    const usual = font.glyphOf(codePoint)
    const form = isVaried ? font.glyphOfVariation(codePoint, selector) : usual
    if (form === null) missing.add(isVaried ? character + following : character)
    else if (isVaried) variations.set(selector, (variations.get(selector) ?? new Map()).set(codePoint, form))
    if (usual !== null) drawn.set(codePoint, usual)
  })
  return { drawing: { characters: drawn, variations }, missing }
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

/** Format 12: groups of code points, rising. A group that begins with glyph 0 begins with the box for "missing". */
function readGroups(table: Buffer): Group[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index) => {
    const at = 16 + 12 * index
    const [from, to, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)]
    return glyph === 0 ? { from: from + 1, to, glyph: 1 } : { from, to, glyph }
  })
}

/** Format 14: per selector, ranges drawn as the character's usual form and characters with a form of their own. */
function readVariations(table: Buffer): Map<number, { usual: Range[]; own: Map<number, number> }> {
  const variations = new Map<number, { usual: Range[]; own: Map<number, number> }>()
  const count = table.readUInt32BE(6)
  for (let index = 0; index < count; index += 1) {
    const at = 10 + 11 * index
    const usualAt = table.readUInt32BE(at + 3)
    const ownAt = table.readUInt32BE(at + 7)
    variations.set(table.readUIntBE(at, 3), {
      usual: usualAt === 0 ? [] : readUsual(table.subarray(usualAt)),
      own: new Map(ownAt === 0 ? [] : readOwn(table.subarray(ownAt))),
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

function readOwn(table: Buffer): [number, number][] {
  return Array.from({ length: table.readUInt32BE(0) }, (_, index) => {
    const at = 4 + 5 * index
    return [table.readUIntBE(at, 3), table.readUInt16BE(at + 3)]
  })
}

/** Ranges rise and do not overlap. */
function find<Found extends Range>(ranges: readonly Found[], value: number): Found | null {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return null
    if (value < range.from) high = middle - 1
    else if (value > range.to) low = middle + 1
    else return range
  }
  return null
}
