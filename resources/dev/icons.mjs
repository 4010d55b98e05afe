// Draws the app's icons from the one SVG, by hand after a change of it: node resources/dev/icons.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { checkout } from './places.mjs'

const folder = join(checkout, 'resources', 'icons')
const svg = await readFile(join(folder, 'icon.svg'))

/** @param {number} size */
const drawn = (size) => sharp(svg, { density: 288 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer()

await writeFile(join(folder, 'icon.png'), await drawn(512))
await writeFile(
  join(folder, 'icon.ico'),
  icoOf(await Promise.all([16, 24, 32, 48, 64, 128, 256].map(async (size) => ({ size, png: await drawn(size) })))),
)

/**
 * Windows takes PNG pictures in an icon file since Vista: ICONDIR, one ICONDIRENTRY each, then the pictures.
 * @param {{ size: number, png: Buffer }[]} pictures
 */
function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    // 0 stands for 256.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
