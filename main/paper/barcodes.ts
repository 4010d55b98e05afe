// Draws the desk's codes as SVG, for a paper to set at any size.
import { toSVG } from 'bwip-js/node'
import { sheetCodeText, type SheetCode } from '../../shared/rules/sheet-code.ts'
import { writtenEnvelopeCode, type EnvelopeCode } from '../../shared/rules/envelope-code.ts'

/** What a sheet carries to be found by: `<svg>` elements for a template's `raw`, and the mark for the eye. */
export interface SheetMarks {
  /** A square of 25 modules; 16 mm or more, and 3 mm of white around it, survive a fax. */
  qr: string
  /** 167 modules wide; 50 mm or more by 7 mm, and 4 mm of white at both ends. */
  bars: string
}

export interface EnvelopeMarks {
  /** 101 modules wide; 28 mm or more by 6 mm. */
  bars: string
  written: string
}

export function sheetMarks(code: SheetCode): SheetMarks {
  const text = sheetCodeText(code)
  // The highest correction level: a third of the square may be under a stamp, a staple or a fold.
  const square = { bcid: 'qrcode', text, eclevel: 'H', scale: 1 }
  return { qr: fitted(toSVG(square)), bars: barsOf(text) }
}

export function envelopeMarks(code: EnvelopeCode): EnvelopeMarks {
  return { bars: barsOf(code), written: writtenEnvelopeCode(code) }
}

function barsOf(text: string): string {
  return fitted(toSVG({ bcid: 'code128', text, scale: 1, height: 10, includetext: false }))
}

/** Fills whatever box a template gives it, to the millimetre. */
function fitted(svg: string): string {
  return svg.replace(
    '<svg ',
    '<svg width="100%" height="100%" preserveAspectRatio="none" shape-rendering="crispEdges" style="display:block" ',
  )
}
