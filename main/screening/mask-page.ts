// Blackens parts of a page for good, and proves it by reading the result again.
import { leftLegible } from '../../shared/rules/screening/left-legible.ts'
import type { Mask } from '../../shared/rules/screening/left-legible.ts'
import type { Box } from '../../shared/screening.ts'
import type { Decoder, LoadedEngines } from '../reading/index.ts'
import { screenPage } from './screen-page.ts'
import type { MaskResult } from './worker-messages.ts'

/**
 * The page at its full resolution with the boxes solid black and no metadata. When the page, read again, still shows
 * something in or beside a box that nobody left open, those places come back instead of a picture: the caller widens
 * its boxes.
 */
export async function maskPage(
  bytes: Uint8Array,
  page: number,
  { boxes, leftOpen }: Mask,
  decoder: Decoder,
  engines: LoadedEngines,
  signal: AbortSignal,
): Promise<MaskResult> {
  const { png, width, height } = await blackened(bytes, page, boxes, decoder)
  signal.throwIfAborted()
  // Without boxes there is nothing to prove: the page only lost its metadata.
  if (boxes.length === 0) return { png: new Uint8Array(png), width, height, legible: false }
  const again = await screenPage(png, 0, decoder, engines, () => undefined, signal)
  const left = leftLegible(again.screening.findings, { boxes, leftOpen })
  if (left.length > 0) {
    png.fill(0)
    return { legible: true, boxes: left }
  }
  // As in picture-page.ts: shared memory cannot cross to another process.
  return { png: new Uint8Array(png), width, height, legible: false }
}

/** Apart from the reading after it, so that the page's pixels are gone by then: at 600 dpi they are a hundred megabytes. */
async function blackened(
  bytes: Uint8Array,
  page: number,
  boxes: readonly Box[],
  decoder: Decoder,
): Promise<{ png: Buffer; width: number; height: number }> {
  const { picture, width, height } = await decoder.open(bytes, page)
  const { data, info } = await picture
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  for (const [x, y, w, h] of boxes) blacken(data, info.width, info.height, info.channels, x, y, w, h)
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const png = await (await decoder.openPicture(data, { raw })).png({ compressionLevel: 6 }).toBuffer()
  data.fill(0)
  return { png, width, height }
}

function blacken(
  data: Buffer,
  width: number,
  height: number,
  channels: number,
  x: number,
  y: number,
  w: number,
  h: number,
): void {
  const left = Math.max(0, Math.floor(x))
  const right = Math.min(width, Math.ceil(x + w))
  const bottom = Math.min(height, Math.ceil(y + h))
  for (let row = Math.max(0, Math.floor(y)); row < bottom; row++)
    data.fill(0, (row * width + left) * channels, (row * width + right) * channels)
}
