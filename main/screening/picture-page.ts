// A page as an encoded picture for the eye.
import type { Turn } from '../../shared/screening.ts'
import type { Decoder } from '../reading/index.ts'
import type { EncodedPicture } from './worker-messages.ts'

type Picture = Awaited<ReturnType<Decoder['openPicture']>>

/** Turned upright, its long side at most `longSidePx`, without metadata. */
export async function picturePage(
  bytes: Uint8Array,
  page: number,
  look: { turn: Turn; longSidePx: number },
  decoder: Decoder,
): Promise<EncodedPicture> {
  const { picture } = await decoder.open(bytes, page, look.longSidePx)
  const small = picture
    .resize({ width: look.longSidePx, height: look.longSidePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const turned = await (look.turn === 0 ? encoded(small) : turnedBy(look.turn, small, decoder))
  // The wasm build answers memory that its threads share, which cannot cross to another process: a copy can.
  return {
    bytes: new Uint8Array(turned.data),
    type: 'image/jpeg',
    width: turned.info.width,
    height: turned.info.height,
  }
}

/** The picture library turns by EXIF and by angle in one step only once, so the second turn is a step of its own. */
async function turnedBy(turn: Turn, picture: Picture, decoder: Decoder): ReturnType<typeof encoded> {
  const upright = await picture.png({ compressionLevel: 1 }).toBuffer()
  const turned = await encoded((await decoder.openPicture(upright)).rotate(turn))
  upright.fill(0)
  return turned
}

function encoded(picture: Picture) {
  return picture.jpeg({ quality: 85 }).toBuffer({ resolveWithObject: true })
}
