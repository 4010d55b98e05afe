// Where things stand on a letter's first sheet, in millimetres from its top left corner, around the envelope's window.
import type { Lane } from '../../shared/cases.ts'
import type { LetterLanguage } from '../../shared/letters.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import { brokenLines, emOf } from './address-block.ts'

const pageHeightMm = 297
const footTopMm = 286
/** The head of every page that is kept free by the layout's table. */
const pageHeadMm = 12
const senderTopMm = 14
const mmPerPoint = 25.4 / 72
const placeSizePt = 9
const fromSizePt = 10.5

export interface Sender {
  name: string
  /** In one line. */
  desk: string
  /** Company, desk and signatory, broken to the width that the sender has. */
  nameLines: string[]
  deskLines: string[]
  signedByLines: string[]
  postalCode: string
  address: string
  placeLines: string[]
}

export interface Layout {
  sender: 'beside' | 'below'
  senderTopMm: number
  senderWidthMm: number
  bodyPaddingMm: number
  bodySizePt: number
}

export interface Page {
  footTopMm: number
  words: string
}

/** Meta Quest users have a desk and a letter head of their own, and an e-mail address to write to (policy §14). */
export function senderOf(lane: Lane, language: LetterLanguage, { company }: DeskSettings, widthMm: number): Sender {
  const fromEm = widthMm / (fromSizePt * mmPerPoint)
  const placeEm = widthMm / (placeSizePt * mmPerPoint)
  const from = (text: string): string[] => (emOf(text) <= fromEm ? [text] : brokenLines(text, fromEm))
  if (language === 'en') {
    const { name, desk, address, signatoryTitle, signatory } = company.english
    return {
      name,
      desk,
      nameLines: from(name),
      deskLines: from(desk),
      signedByLines: from(`${signatory}, ${signatoryTitle}`),
      postalCode: company.postalCode,
      address,
      placeLines: brokenLines(address, placeEm),
    }
  }
  const { name, desk, metaQuestLine, address, postalCode, signatoryTitle, signatory, email } = company
  const isMetaQuest = lane === 'meta-quest'
  return {
    name,
    desk: isMetaQuest ? `${metaQuestLine}${desk}` : desk,
    nameLines: from(name),
    deskLines: (isMetaQuest ? [metaQuestLine, desk] : [desk]).flatMap(from),
    signedByLines: from(`${signatoryTitle}　${signatory}`),
    postalCode,
    address,
    placeLines: [
      `〒${postalCode}`,
      ...brokenLines(address, placeEm),
      ...(isMetaQuest && email !== '' ? brokenLines(email, placeEm) : []),
    ],
  }
}

/** How wide a sender may be beside the window; null when there is no room and it stands below. */
function besideWidthMm(window: DeskSettings['envelopeWindow']): number | null {
  const besideMm = 186 - (window.leftMm + window.widthMm)
  return besideMm >= 52 ? Math.min(72, besideMm) : null
}

export function senderWidthMm(window: DeskSettings['envelopeWindow']): number {
  return besideWidthMm(window) ?? 90
}

/** Reference and sender stand beside the window; below it, and the text smaller, when a wide window leaves no room. */
export function layoutOf(window: DeskSettings['envelopeWindow'], sender: Sender, regarding: string): Layout {
  const windowEndMm = window.topMm + window.heightMm
  const widthMm = besideWidthMm(window)
  const line = (sizePt: number, height: number): number => sizePt * mmPerPoint * height
  const { nameLines, deskLines, signedByLines, placeLines } = sender
  const fromLines = nameLines.length + deskLines.length + signedByLines.length
  const fromMm = line(fromSizePt, 1.5) * fromLines + 1 + line(placeSizePt, 1.45) * placeLines.length
  const referenceMm = line(9.5, 1.62) * (regarding === '' ? 1 : 2) + line(10.5, 1.62)
  if (widthMm !== null) {
    const senderEndMm = senderTopMm + referenceMm + 5 + fromMm
    return {
      sender: 'beside',
      senderTopMm,
      senderWidthMm: widthMm,
      bodyPaddingMm: Math.max(windowEndMm, senderEndMm) + 6 - pageHeadMm,
      bodySizePt: 10.5,
    }
  }
  const belowTopMm = windowEndMm + 4
  return {
    sender: 'below',
    senderTopMm: belowTopMm,
    senderWidthMm: 168,
    bodyPaddingMm: belowTopMm + Math.max(referenceMm, fromMm) + 4 - pageHeadMm,
    bodySizePt: 9.5,
  }
}

/** The foot of every page: its number of how many. */
export function pagesOf(count: number, words: (page: number, of: number) => string): Page[] {
  return Array.from({ length: count }, (_, index) => ({
    footTopMm: pageHeightMm * index + footTopMm,
    words: words(index + 1, count),
  }))
}
