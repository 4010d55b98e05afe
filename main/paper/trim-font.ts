// Leaves in a TrueType font only the outlines that a letter uses: 14 MB of fonts a letter become a few hundred kilobytes.

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

export type Trimmer = (glyphs: Iterable<number>) => Buffer

/**
 * Makes of a font the same one with the same glyph numbers, in which every other glyph is empty. `glyphs`: numbers as the
 * character map gives them; the parts of composite glyphs and glyph 0 are kept by themselves. What every letter needs of
 * the font is read once. Formats after the OpenType specification.
 */
export function openTrimmer(font: Buffer): Trimmer {
  const tables = readTables(font)
  const head = Buffer.from(tableOf(tables, 'head'))
  const glyf = tableOf(tables, 'glyf')
  const outlines = readLocations(tableOf(tables, 'loca'), head.readInt16BE(50) === 1).map(({ from, to }) =>
    glyf.subarray(from, to),
  )
  head.writeInt16BE(1, 50)
  const changing = new Set(['loca', 'glyf'])
  const kept = tables
    .filter(({ tag }) => keptTables.has(tag))
    .map(({ tag, bytes }) => ({ tag, bytes: tag === 'head' ? head : bytes }))
  const sums = new Map(kept.filter(({ tag }) => !changing.has(tag)).map(({ tag, bytes }) => [tag, checksum(bytes)]))

  return (glyphs) => {
    const drawn = withParts(outlines, glyphs)
    const locations = Buffer.alloc(4 * (outlines.length + 1))
    const pieces: Buffer[] = []
    let length = 0
    outlines.forEach((outline, glyph) => {
      if (drawn.has(glyph)) {
        const piece = padded(outline)
        pieces.push(piece)
        length += piece.length
      }
      locations.writeUInt32BE(length, 4 * (glyph + 1))
    })
    const replaced = new Map([
      ['loca', locations],
      ['glyf', Buffer.concat(pieces)],
    ])
    return written(
      font.readUInt32BE(0),
      kept.map(({ tag, bytes }) => ({ tag, bytes: replaced.get(tag) ?? bytes })),
      sums,
    )
  }
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

function withParts(outlines: readonly Buffer[], glyphs: Iterable<number>): Set<number> {
  const kept = new Set([0, ...glyphs])
  // A set visits what is added while it is walked.
  for (const glyph of kept) for (const part of partsOf(outlines[glyph])) kept.add(part)
  return kept
}

/** Glyph numbers that a composite glyph is put together from. */
function partsOf(outline: Buffer | undefined): number[] {
  if (outline === undefined || outline.length === 0 || outline.readInt16BE(0) >= 0) return []
  const parts: number[] = []
  for (let at = 10, hasMore = true; hasMore;) {
    const flags = outline.readUInt16BE(at)
    parts.push(outline.readUInt16BE(at + 2))
    const offsets = (flags & 0x0001) === 0 ? 2 : 4
    const scale = (flags & 0x0008) !== 0 ? 2 : (flags & 0x0040) !== 0 ? 4 : (flags & 0x0080) !== 0 ? 8 : 0
    at += 4 + offsets + scale
    hasMore = (flags & 0x0020) !== 0
  }
  return parts
}

function written(version: number, tables: readonly Table[], sums: ReadonlyMap<string, number>): Buffer {
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
    directory.writeUInt32BE(sums.get(tag) ?? checksum(bytes), at + 4)
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
