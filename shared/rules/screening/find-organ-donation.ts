// The declaration on licences, insurance cards and 個人番号カード: three choices, two of which give organs.
import type { Found, LabelledPage } from './page-view.ts'
import { printedLines } from './printed-lines.ts'
import { fold, share } from './spelling.ts'
import { around, overlap } from './words.ts'

/** What is left of its lines in print of a millimetre, copied. */
const declaration =
  /器.{0,6}提供|提供.{0,8}器|[脳脑]死後|[心停]{1,2}.{0,6}死後|器.{0,4}意思|移植の?為|提供[せ世]|提供しません|[心肺肝腎膵].{1,2}[肺肝腎膵].{1,3}[肝腎膵小]|小[腸喝肠场].{0,2}眼球|特記(?!事)/

/** The lines as they are printed; of the smallest print more than half of the characters are lost. */
const printed = [
  '1.脳死後及び心臓が停止した死後2.心臓が停止した死後3.提供せず',
  '1・2で提供したくない臓器があれば心臓・肺・肝臓・腎臓・膵臓・小腸・眼球',
  '私は脳死後及び心臓が停止した死後のいずれでも移植の為に臓器を提供します',
  '私は心臓が停止した死後に限り移植の為に臓器を提供します',
]
const enough = 0.4

/** Kinds that print the declaration: there one line of it is enough, a letter may speak of it in one. */
const printing = ['licence', 'insurance', 'eligibility', 'individual-number-card'] as const

/** What stands above the declaration says that one may be made, what stands below it that more may be said: neither discloses one. */
const heading = /意思.{0,4}表示|記入は自由|記入する(?:こと|場合)|いずれか.{0,3}番号|特記(?!事)/
/** In heights of the heading: how far below it the declaration ends at the latest. */
const reach = 14

export function findOrganDonation(page: LabelledPage): Found[] {
  if (page.kind === 'application-form') return []
  const lines = printedLines(page, page.rest).filter(({ text }) => isDeclaration(fold(text)))
  const fewest = printing.some((kind) => page.kinds.has(kind)) ? 1 : 2
  if (lines.length < fewest) return []
  const rect = around(lines.map((line) => line.rect))
  const one = (state: Found['state'], at: Found['rect']): Found[] => [
    { field: 'organ-donation', state, rect: at, label: null, by: ['label'] },
  ]
  if (!lines.every((line) => heading.test(fold(line.text)))) return one('visible', rect)
  const size = Math.min(...lines.map((line) => line.rect.h))
  const place = { ...rect, h: rect.h + reach * size }
  const covers = page.patches.filter((patch) => overlap(patch.rect, place) > 0 && patch.rect.w > 0.3 * rect.w)
  return covers.length > 0 ? one('masked', around(covers.map((cover) => cover.rect))) : one('visible', rect)
}

function isDeclaration(text: string): boolean {
  return (
    declaration.test(text) || printed.some((line) => text.length < 2 * line.length && share(text, fold(line)) >= enough)
  )
}
