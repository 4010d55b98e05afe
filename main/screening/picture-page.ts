// A page as an encoded picture for the eye.
import type { Turn } from '../../shared/screening.ts'
import type { Decoder } from '../reading/index.ts'
import type { EncodedPicture } from './worker-messages.ts'

/** Turned upright, its long side at most `longSidePx`, without metadata. */
export async function picturePage(
  bytes: Uint8Array,
  page: number,
  look: { turn: Turn; longSidePx: number },
  decoder: Decoder,
): Promise<EncodedPicture> {
  const { picture } = await decoder.open(bytes, page)
  const small = await picture
    .resize({ width: look.longSidePx, height: look.longSidePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer()
  // The picture library turns by EXIF and by angle in one step only once, so the second turn is a step of its own.
  const turned = await decoder
    .openPicture(small)
    .rotate(look.turn)
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true })
  small.fill(0)
  // The wasm build answers memory that its threads share, which cannot cross to another process: a copy can.
  return {
    bytes: new Uint8Array(turned.data),
    type: 'image/jpeg',
    width: turned.info.width,
    height: turned.info.height,
  }
}
