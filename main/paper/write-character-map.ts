// Writes the `cmap` table of a trimmed font: the characters that a paper has, and the forms that its names insist on.
import type { Drawing } from './character-map.ts'

/** `numberOf`: the glyph's number in the trimmed font. Formats 12 and 14 after the OpenType specification, chapter "cmap". */
export function writeCharacterMap({ characters, variations }: Drawing, numberOf: (glyph: number) => number): Buffer {
  const usual = { platform: 3, encoding: 10, bytes: writeGroups(characters, numberOf) }
  const varied = { platform: 0, encoding: 5, bytes: writeVariations(variations, numberOf) }
  const subtables = variations.size === 0 ? [usual] : [varied, usual]
  const head = Buffer.alloc(4 + 8 * subtables.length)
  head.writeUInt16BE(subtables.length, 2)
  let offset = head.length
  subtables.forEach(({ platform, encoding, bytes }, index) => {
    const at = 4 + 8 * index
    head.writeUInt16BE(platform, at)
    head.writeUInt16BE(encoding, at + 2)
    head.writeUInt32BE(offset, at + 4)
    offset += bytes.length
  })
  return Buffer.concat([head, ...subtables.map(({ bytes }) => bytes)])
}

/** Format 12: a group for each character. */
function writeGroups(characters: ReadonlyMap<number, number>, numberOf: (glyph: number) => number): Buffer {
  const table = Buffer.alloc(16 + 12 * characters.size)
  table.writeUInt16BE(12, 0)
  table.writeUInt32BE(table.length, 4)
  table.writeUInt32BE(characters.size, 12)
  rising(characters).forEach(([codePoint, glyph], index) => {
    const at = 16 + 12 * index
    table.writeUInt32BE(codePoint, at)
    table.writeUInt32BE(codePoint, at + 4)
    table.writeUInt32BE(numberOf(glyph), at + 8)
  })
  return table
}

/** Format 14: per selector the characters, each with a glyph of its own. */
function writeVariations(variations: Drawing['variations'], numberOf: (glyph: number) => number): Buffer {
  const head = Buffer.alloc(10 + 11 * variations.size)
  const lists: Buffer[] = []
  let offset = head.length
  rising(variations).forEach(([selector, forms], index) => {
    const at = 10 + 11 * index
    head.writeUIntBE(selector, at, 3)
    head.writeUInt32BE(offset, at + 7)
    const list = Buffer.alloc(4 + 5 * forms.size)
    list.writeUInt32BE(forms.size, 0)
    rising(forms).forEach(([codePoint, glyph], place) => {
      list.writeUIntBE(codePoint, 4 + 5 * place, 3)
      list.writeUInt16BE(numberOf(glyph), 7 + 5 * place)
    })
    lists.push(list)
    offset += list.length
  })
  head.writeUInt16BE(14, 0)
  head.writeUInt32BE(offset, 2)
  head.writeUInt32BE(variations.size, 6)
  return Buffer.concat([head, ...lists])
}

function rising<Value>(map: ReadonlyMap<number, Value>): [number, Value][] {
  return [...map].toSorted(([a], [b]) => a - b)
}
