// Leaves in a TrueType font only the characters that a letter uses: 14 MB of fonts a letter become a hundred kilobytes.
import type { Drawing } from './character-map.ts'
import { writeCharacterMap } from './write-character-map.ts'

/** Tables that setting a line of text and embedding it in a PDF need; without vertical setting and alternate forms. */
const keptTables = new Set([
  'OS/2',
  'cmap',
  'cvt ',
  'fpgm',
  'gasp',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'prep',
])

interface Table {
  tag: string
  bytes: Buffer
}

export type Trimmer = (drawing: Drawing) => Buffer

/**
 * Makes of a font a small one of its own with what a text draws, its glyphs numbered anew. The parts of composite glyphs
 * and glyph 0 are kept by themselves. Formats after the OpenType specification.
 */
export function openTrimmer(font: Buffer): Trimmer {
  const tables = readTables(font)
  const glyf = tableOf(tables, 'glyf')
  const head = Buffer.from(tableOf(tables, 'head'))
  const outlines = readLocations(tableOf(tables, 'loca'), head.readInt16BE(50) === 1).map(({ from, to }) =>
    glyf.subarray(from, to),
  )
  head.writeInt16BE(1, 50)
  const widths = readWidths(tableOf(tables, 'hmtx'), tableOf(tables, 'hhea').readUInt16BE(34))

  return (drawing) => {
    const kept = withParts(outlines, glyphsOf(drawing))
    const numbers = new Map(kept.map((glyph, number) => [glyph, number]))
    const numberOf = (glyph: number): number => numbers.get(glyph) ?? 0
    const pieces = kept.map((glyph) => padded(renumbered(outlines[glyph] ?? Buffer.alloc(0), numberOf)))
    const replaced = new Map([
      ['cmap', writeCharacterMap(drawing, numberOf)],
      ['glyf', Buffer.concat(pieces)],
      ['head', head],
      ['hhea', withCount(tableOf(tables, 'hhea'), 34, kept.length)],
      ['hmtx', Buffer.concat(kept.map(widths))],
      ['loca', locationsOf(pieces)],
      ['maxp', withCount(tableOf(tables, 'maxp'), 4, kept.length)],
    ])
    return written(
      font.readUInt32BE(0),
      tables
        .filter(({ tag }) => keptTables.has(tag))
        .map(({ tag, bytes }) => ({ tag, bytes: replaced.get(tag) ?? bytes })),
    )
  }
}

function glyphsOf({ characters, variations }: Drawing): number[] {
  const varied = [...variations.values()].flatMap((forms) => Array.from(forms.values()))
  return [...characters.values(), ...varied]
}

function readTables(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + 16 * index
    const from = font.readUInt32BE(at + 8)
    return { tag: font.toString('latin1', at, at + 4), bytes: font.subarray(from, from + font.readUInt32BE(at + 12)) }
  })
}

function tableOf(tables: readonly Table[], wanted: string): Buffer {
  const found = tables.find(({ tag }) => tag === wanted)
  if (found === undefined) throw new Error(`The font has no table ${wanted}.`)
  return found.bytes
}

/** Where each glyph's outline lies in `glyf`. */
function readLocations(loca: Buffer, isLong: boolean): { from: number; to: number }[] {
  const width = isLong ? 4 : 2
  const offset = (index: number): number => (isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index))
  return Array.from({ length: loca.length / width - 1 }, (_, index) => ({ from: offset(index), to: offset(index + 1) }))
}

/** Width and left bearing of a glyph. From `count` on the table holds bearings alone: the width is that of the last one before. */
function readWidths(hmtx: Buffer, count: number): (glyph: number) => Buffer {
  return (glyph) => {
    if (glyph < count) return hmtx.subarray(4 * glyph, 4 * glyph + 4)
    const bearingAt = 4 * count + 2 * (glyph - count)
    return Buffer.concat([hmtx.subarray(4 * count - 4, 4 * count - 2), hmtx.subarray(bearingAt, bearingAt + 2)])
  }
}

/** Rising, glyph 0 first: it stands for what is missing. */
function withParts(outlines: readonly Buffer[], glyphs: readonly number[]): number[] {
  const kept = new Set([0, ...glyphs])
  // A set visits what is added while it is walked.
  for (const glyph of kept) for (const { part } of partsOf(outlines[glyph])) kept.add(part)
  return [...kept].toSorted((a, b) => a - b)
}

/** Glyph numbers that a composite glyph is put together from, and where they stand in its outline. */
function partsOf(outline: Buffer | undefined): { part: number; at: number }[] {
  if (outline === undefined || outline.length === 0 || outline.readInt16BE(0) >= 0) return []
  const parts: { part: number; at: number }[] = []
  for (let at = 10, hasMore = true; hasMore;) {
    const flags = outline.readUInt16BE(at)
    parts.push({ part: outline.readUInt16BE(at + 2), at: at + 2 })
    const offsets = (flags & 0x0001) === 0 ? 2 : 4
    const scale = (flags & 0x0008) !== 0 ? 2 : (flags & 0x0040) !== 0 ? 4 : (flags & 0x0080) !== 0 ? 8 : 0
    at += 4 + offsets + scale
    hasMore = (flags & 0x0020) !== 0
  }
  return parts
}

function renumbered(outline: Buffer, numberOf: (glyph: number) => number): Buffer {
  const parts = partsOf(outline)
  if (parts.length === 0) return outline
  const copy = Buffer.from(outline)
  for (const { part, at } of parts) copy.writeUInt16BE(numberOf(part), at)
  return copy
}

function locationsOf(pieces: readonly Buffer[]): Buffer {
  const locations = Buffer.alloc(4 * (pieces.length + 1))
  let length = 0
  pieces.forEach((piece, glyph) => {
    length += piece.length
    locations.writeUInt32BE(length, 4 * (glyph + 1))
  })
  return locations
}

function withCount(table: Buffer, at: number, count: number): Buffer {
  const copy = Buffer.from(table)
  copy.writeUInt16BE(count, at)
  return copy
}

function written(version: number, tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length)
  const power = Math.floor(Math.log2(tables.length))
  directory.writeUInt32BE(version, 0)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(16 * 2 ** power, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE(16 * (tables.length - 2 ** power), 10)
  let offset = directory.length
  tables.forEach(({ tag, bytes }, index) => {
    const at = 12 + 16 * index
    directory.write(tag, at, 'latin1')
    directory.writeUInt32BE(checksum(bytes), at + 4)
    directory.writeUInt32BE(offset, at + 8)
    directory.writeUInt32BE(bytes.length, at + 12)
    offset += padded(bytes).length
  })
  return Buffer.concat([directory, ...tables.map(({ bytes }) => padded(bytes))])
}

function checksum(bytes: Buffer): number {
  const whole = padded(bytes)
  let sum = 0
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0
  return sum
}

/** To a multiple of four bytes, as every table and outline begins at one. */
function padded(bytes: Buffer): Buffer {
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])
}
