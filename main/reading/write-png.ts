// Writes a drawn page as PNG, quickly: what the desk prints is black on white, and nearly all of it white.
import { crc32, deflateSync } from 'node:zlib'
import type { DrawnPage } from './pdf.ts'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const grey = { type: 0, channels: 1 } as const
const colour = { type: 2, channels: 3 } as const

/** 8 bits a channel, in grey when nothing on the page has a colour. Format after the PNG specification. */
export function writePng({ rgba, width, height }: DrawnPage): Uint8Array {
  const kind = hasColour(rgba) ? colour : grey
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, kind.type], 8)
  const rows = rowsOf(rgba, width, height, kind.channels)
  const packed = deflateSync(rows, { level: 1 })
  rows.fill(0)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

function hasColour(rgba: Uint8Array): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) return true
  }
  return false
}

/** Each row begins with the number of its filter: 0, none. */
function rowsOf(rgba: Uint8Array, width: number, height: number, channels: 1 | 3): Buffer {
  const rows = Buffer.alloc((width * channels + 1) * height)
  let from = 0
  let to = 0
  for (let row = 0; row < height; row += 1) {
    to += 1
    for (let column = 0; column < width; column += 1, from += 4) {
      for (let channel = 0; channel < channels; channel += 1, to += 1) rows[to] = rgba[from + channel]!
    }
  }
  return rows
}

function chunk(name: string, content: Buffer): Buffer {
  const whole = Buffer.alloc(12 + content.length)
  whole.writeUInt32BE(content.length, 0)
  whole.write(name, 4, 'latin1')
  content.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + content.length)), 8 + content.length)
  return whole
}
