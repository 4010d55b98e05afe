// Tells what a file is by its first bytes, and reads the two facts of a TIFF that the picture library does not tell.

export type Format = 'jpeg' | 'png' | 'tiff' | 'pdf'

/** Names and extensions lie; first bytes do not. PDF allows rubbish before its header (ISO 32000-1, implementation note 13). */
export function formatOf(bytes: Uint8Array): Format | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, [0x49, 0x49, 0x2a, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 0x2a])) return 'tiff'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1')
  return head.includes('%PDF-') ? 'pdf' : null
}

/** How much taller than wide a pixel is; only a TIFF can say that it is not square. */
export function pixelAspect(bytes: Uint8Array, page: number): number {
  return formatOf(bytes) === 'tiff' ? tiffPixelAspect(bytes, page) : 1
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/**
 * How much taller than wide a pixel of a TIFF page is (1 = square). Fax pages in standard resolution have 204 × 98 dpi
 * (ITU-T T.4), so letters are half as high as they should be. Reads XResolution (282) and YResolution (283), TIFF 6.0.
 */
export function tiffPixelAspect(bytes: Uint8Array, page: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  try {
    let directory = view.getUint32(4, little)
    for (let skipped = 0; skipped < page && directory !== 0; skipped++) {
      directory = view.getUint32(directory + 2 + 12 * view.getUint16(directory, little), little)
    }
    if (directory === 0) return 1
    const rational = (tag: number): number => {
      const count = view.getUint16(directory, little)
      for (let index = 0; index < count; index++) {
        const entry = directory + 2 + 12 * index
        if (view.getUint16(entry, little) !== tag) continue
        const at = view.getUint32(entry + 8, little)
        return view.getUint32(at, little) / view.getUint32(at + 4, little)
      }
      return 0
    }
    const aspect = rational(282) / rational(283)
    return aspect > 0.25 && aspect < 4 ? aspect : 1
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}
