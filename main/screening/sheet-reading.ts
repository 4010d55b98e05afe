// Of all codes on a page, those of the desk's sheets: what other codes say (an insurance card's) leaves this process in no way.
import { parseSheetCode } from '../../shared/rules/sheet-code.ts'
import type { SheetReading } from '../../shared/rules/sheet-filing.ts'
import type { Word } from '../../shared/rules/screening/words.ts'
import type { DocumentKind } from '../../shared/screening.ts'
import type { ReadCode } from '../reading/index.ts'

/** Printed beside the code on every sheet of the desk's. */
const ownSheet = /案件番号|仕切/

export function sheetReading(codes: readonly ReadCode[], kind: DocumentKind, words: readonly Word[]): SheetReading {
  const texts = new Set<string>()
  for (const { text } of codes) if (text !== null && parseSheetCode(text).kind !== 'other') texts.add(text)
  const readable = [...texts].filter((text) => parseSheetCode(text).kind === 'valid')
  const hasUnread = codes.some(({ text }) => text === null)
  const isOwn = kind === 'application-form' || words.some(({ text }) => ownSheet.test(text))
  return { codes: [...texts], isDamaged: readable.length === 0 && (texts.size > 0 || (hasUnread && isOwn)) }
}
