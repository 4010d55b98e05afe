// Reads the QR codes and Code 128 bars on a page: where they stand, and what they say.
import { prepareZXingModule, readBarcodes, type Position } from 'zxing-wasm/reader'
import { loadModel } from './models.ts'
import { portableGreymap, type Grey, type Rect } from './picture.ts'

export interface ReadCode {
  format: 'qr' | 'code-128'
  rect: Rect
  /** Null when it was found but cannot be read. */
  text: string | null
}

/** `stands`: bars that stand on end are looked for only on a page whose turn is not known; squares are read in any turn. */
export type CodeReader = (picture: Grey, stands?: 'upright' | 'anyhow') => Promise<ReadCode[]>

/** More codes than this stand on no page of a desk's mail. */
const mostCodes = 12

/** The reader comes from the models folder: left to itself the library would fetch it from the network. */
export async function loadCodeReader(modelsFolder: string): Promise<CodeReader> {
  const file = await loadModel(modelsFolder, 'read-codes')
  const wasmBinary = new Uint8Array(file).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return async (picture, stands = 'anyhow') => {
    const page = portableGreymap(picture, 0)
    const found = await readBarcodes(page, {
      formats: ['QRCode', 'Code128'],
      // Whole, the page is read once; light codes on a dark ground and shrunken copies of the page would cost as much again.
      tryRotate: stands === 'anyhow',
      tryInvert: false,
      tryDownscale: false,
      returnErrors: true,
      maxNumberOfSymbols: mostCodes,
    })
    page.fill(0)
    return found
      .filter((code) => code.isValid || code.format === 'QRCode')
      .map((code) => ({
        format: code.format === 'QRCode' ? 'qr' : 'code-128',
        rect: rectOf(code.position),
        text: code.isValid ? code.text : null,
      }))
  }
}

function rectOf({ topLeft, topRight, bottomRight, bottomLeft }: Position): Rect {
  const corners = [topLeft, topRight, bottomRight, bottomLeft]
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  // The corners are the middles of the outermost marks' edges: a little more, so that none of them sticks out.
  const edge = (right - left) * 0.04
  return { x: left - edge, y: top - edge, w: right - left + 2 * edge, h: bottom - top + 2 * edge }
}
