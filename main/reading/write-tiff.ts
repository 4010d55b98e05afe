// Writes pages of pixels as one TIFF without loss (TIFF 6.0, strips compressed by Deflate as Adobe's supplement 2 has it).
import { deflateSync } from 'node:zlib'

export interface TiffPage {
  width: number
  height: number
  samples: 1 | 3
  strip: Buffer
  /** How much taller than wide a pixel is. */
  aspect: number
}

const short = 3
const long = 4
const rational = 5
/** Of a page whose own resolution nobody knows. */
const perInch = 300

/** `rgb`: three bytes a pixel, without padding. A page without colour is kept in grey: a third of the bytes. */
export function tiffPage(width: number, height: number, rgb: Uint8Array, aspect: number): TiffPage {
  const samples = isGrey(rgb) ? 1 : 3
  const pixels = samples === 1 ? greyOf(rgb) : Uint8Array.from(rgb)
  // Horizontal differencing: neighbours are alike, and what is alike compresses well.
  const row = width * samples
  for (let y = 0; y < height; y++) {
    for (let at = (y + 1) * row - 1; at >= y * row + samples; at--) pixels[at] = pixels[at]! - pixels[at - samples]!
  }
  const strip = deflateSync(pixels, { level: 6 })
  pixels.fill(0)
  return { width, height, samples, strip, aspect }
}

export function writeTiff(pages: readonly TiffPage[]): Uint8Array {
  const pieces: Buffer[] = [Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])]
  let at = 8
  for (const [index, page] of pages.entries()) {
    const piece = pageBytes(page, at, index === pages.length - 1)
    pieces.push(piece)
    at += piece.length
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** Directory, the values that do not fit into it, the pixels; everything begins at an even byte. */
function pageBytes({ width, height, samples, strip, aspect }: TiffPage, at: number, isLast: boolean): Buffer {
  const entries = 13
  const directoryLength = 2 + 12 * entries + 4
  const bitsAt = at + directoryLength
  const horizontalAt = bitsAt + 6
  const verticalAt = horizontalAt + 8
  const stripAt = verticalAt + 8
  const bytes = Buffer.alloc(directoryLength + 22 + strip.length + (strip.length % 2))
  bytes.writeUInt16LE(entries, 0)
  let entryAt = 2
  const entry = (tag: number, type: number, count: number, value: number): void => {
    bytes.writeUInt16LE(tag, entryAt)
    bytes.writeUInt16LE(type, entryAt + 2)
    bytes.writeUInt32LE(count, entryAt + 4)
    if (type === short && count === 1) bytes.writeUInt16LE(value, entryAt + 8)
    else bytes.writeUInt32LE(value, entryAt + 8)
    entryAt += 12
  }
  entry(256, long, 1, width)
  entry(257, long, 1, height)
  if (samples === 1) entry(258, short, 1, 8)
  else entry(258, short, 3, bitsAt)
  entry(259, short, 1, 8)
  entry(262, short, 1, samples === 1 ? 1 : 2)
  entry(273, long, 1, stripAt)
  entry(277, short, 1, samples)
  entry(278, long, 1, height)
  entry(279, long, 1, strip.length)
  entry(282, rational, 1, horizontalAt)
  entry(283, rational, 1, verticalAt)
  entry(296, short, 1, 2)
  entry(317, short, 1, 2)
  bytes.writeUInt32LE(isLast ? 0 : at + bytes.length, entryAt)
  for (let sample = 0; sample < 3; sample++) bytes.writeUInt16LE(8, directoryLength + 2 * sample)
  bytes.writeUInt32LE(Math.round(perInch * 1000 * aspect), directoryLength + 6)
  bytes.writeUInt32LE(1000, directoryLength + 10)
  bytes.writeUInt32LE(perInch * 1000, directoryLength + 14)
  bytes.writeUInt32LE(1000, directoryLength + 18)
  strip.copy(bytes, directoryLength + 22)
  return bytes
}

function isGrey(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) if (rgb[at] !== rgb[at + 1] || rgb[at] !== rgb[at + 2]) return false
  return true
}

function greyOf(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3)
  for (let at = 0; at < grey.length; at++) grey[at] = rgb[3 * at]!
  return grey
}
