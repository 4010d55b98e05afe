// Sets an address for the envelope's window: lines that break where a person would break them, as large as they fit.
import type { DeskSettings } from '../../shared/settings.ts'
import type { Recipient } from './recipients.ts'

/** White space between the window's edge and the text, in mm: the sheet slips by 2 mm in its envelope. */
const insetMm = 4
const mmPerPoint = 25.4 / 72
const lineHeight = 1.35
/** The name is set larger than the address, unless that would tear it apart. */
const nameScales = [1.2, 1.1, 1]
const addressParts =
  /[\d０-９〇一二三四五六七八九十百千](?:[\d０-９〇一二三四五六七八九十百千の\-－−‐ー]|丁目|番地?|号室?|階|棟)*|.[ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/gsu
const space = /[ \u3000]+/
const sizesPt = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5]

export interface AddressBlock {
  sizePt: number
  nameSizePt: number
  lineHeight: number
  leftMm: number
  topMm: number
  widthMm: number
  heightMm: number
  postalCode: string
  addressLines: string[]
  nameLines: string[]
}

/** Null when the address does not fit into the window at any size that the post can read. */
export function addressBlock(
  recipient: Recipient,
  window: DeskSettings['envelopeWindow'],
  honorific: string,
): AddressBlock | null {
  const widthMm = window.widthMm - 2 * insetMm
  const heightMm = window.heightMm - 2 * insetMm
  for (const sizePt of sizesPt) {
    const addressLines = brokenLines(recipient.address, widthMm / (sizePt * mmPerPoint))
    const name = honorific === '' ? recipient.name : `${recipient.name}\u3000${honorific}`
    const widthAt = (scale: number): number => widthMm / (sizePt * scale * mmPerPoint)
    const nameScale = nameScales.find((scale) => name.split(space).every((word) => emOf(word) <= widthAt(scale))) ?? 1
    const nameSizePt = sizePt * nameScale
    const nameLines = brokenLines(name, widthAt(nameScale))
    const postalLines = recipient.postalCode === '' ? 0 : 1
    // Half a line stands between address and name.
    const points = sizePt * (postalLines + addressLines.length + 0.5) + nameSizePt * nameLines.length
    if (points * lineHeight * mmPerPoint > heightMm) continue
    return {
      sizePt,
      nameSizePt,
      lineHeight,
      leftMm: window.leftMm + insetMm,
      topMm: window.topMm + insetMm,
      widthMm,
      heightMm,
      postalCode: recipient.postalCode,
      addressLines,
      nameLines,
    }
  }
  return null
}

/** Written lines stay; a line that is too long breaks at spaces first, then between characters, never inside a number. */
export function brokenLines(text: string, widthEm: number): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const lines: string[] = []
    let current = ''
    for (const word of line.trim().split(space)) {
      const joined = current === '' ? word : `${current}${spaceBetween(current, word)}${word}`
      if (emOf(joined) <= widthEm) {
        current = joined
        continue
      }
      if (current !== '') lines.push(current)
      const parts = brokenWord(word, widthEm)
      lines.push(...parts.slice(0, -1))
      current = parts.at(-1) ?? ''
    }
    if (current !== '') lines.push(current)
    return lines
  })
}

/** Latin words stand half an em apart, everything else a whole one. */
function spaceBetween(before: string, after: string): string {
  return /[!-~]$/.test(before) && /^[!-~]/.test(after) ? ' ' : '\u3000'
}

/** 「405号室」, 「3-12」 and 「二百三十四番地の五」 stay whole; no line begins with a small kana or a long-vowel mark. */
function brokenWord(word: string, widthEm: number): string[] {
  const parts = word.match(addressParts) ?? []
  const lines = ['']
  for (const part of parts.flatMap((piece) => (emOf(piece) > widthEm ? Array.from(piece) : [piece]))) {
    const current = lines.at(-1) ?? ''
    if (emOf(current + part) > widthEm) lines.push(part)
    else lines[lines.length - 1] = current + part
  }
  return lines
}

/** Width in the letters' typeface, which sets ASCII and half-width kana to half an em and all else to one. */
export function emOf(text: string): number {
  let em = 0
  for (const character of text) em += /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 0.5 : 1
  return em
}
