// The paper most forms are printed on: A4 with margins, the office's typeface, and the sign that it is invented.
import { specimenMark } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'
import { a4Mm } from './layout.ts'

export interface Paper {
  /** CSS padding, upper and lower before left and right. */
  margins: string
  fontMm: number
  isLying?: boolean
}

export function sheet(input: LayoutInput, { margins, fontMm, isLying = false }: Paper, html: string): string {
  const [width, height] = isLying ? [a4Mm.heightMm, a4Mm.widthMm] : [a4Mm.widthMm, a4Mm.heightMm]
  return `<div style="position:relative;box-sizing:border-box;width:${width}mm;height:${height}mm;padding:${margins};font-family:${input.ink.print};font-size:${fontMm}mm;color:#111">
    ${specimenMark(0.92, 0.02, 2.6)}${html}</div>`
}

export function title(text: string, sizeMm: number, style = ''): string {
  return `<div style="text-align:center;font-size:${sizeMm}mm;letter-spacing:.5em;text-indent:.5em;margin-bottom:${sizeMm * 0.8}mm;white-space:nowrap;${style}">${text}</div>`
}

/** What stands on the line was written by hand. */
export function byHand(input: LayoutInput, html: string, sizeMm = 5): string {
  return `<span style="font-family:${input.ink.hand};font-size:${sizeMm}mm;color:#1d2740">${html}</span>`
}
