// Blackens parts of a page for good, and proves it by reading the result again.
import type { OverlayOptions } from 'sharp'
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

/** Blackened on the way from the file to the picture: nowhere does the whole page lie in memory, at 600 dpi a hundred megabytes. */
async function blackened(
  bytes: Uint8Array,
  page: number,
  boxes: readonly Box[],
  decoder: Decoder,
): Promise<{ png: Buffer; width: number; height: number }> {
  const { picture, width, height } = await decoder.open(bytes, page)
  const black = boxes.flatMap((box) => blackOn(box, width, height))
  const png = await picture.toColourspace('srgb').composite(black).removeAlpha().png({ compressionLevel: 6 }).toBuffer()
  return { png, width, height }
}

/** Whole pixels, as far as the box lies on the page. */
function blackOn([x, y, w, h]: Box, width: number, height: number): OverlayOptions[] {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const size = { width: Math.min(width, Math.ceil(x + w)) - left, height: Math.min(height, Math.ceil(y + h)) - top }
  if (size.width <= 0 || size.height <= 0) return []
  return [{ input: { create: { ...size, channels: 3, background: '#000000' } }, left, top }]
}
