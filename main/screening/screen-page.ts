// One page from bytes to findings and a verdict, in pixels of the page as it came in.
import type { SheetReading } from '../../shared/rules/sheet-filing.ts'
import type { Finding, PageCondition, PageScreening } from '../../shared/screening.ts'
import { arePlacesEmpty } from '../../shared/rules/screening/empty-place.ts'
import { findFields } from '../../shared/rules/screening/find-fields.ts'
import { illegibilitiesOf, type Print } from '../../shared/rules/screening/legibility.ts'
import type { Found, PageView } from '../../shared/rules/screening/page-view.ts'
import { verdictOf } from '../../shared/rules/screening/verdict.ts'
import { middleY, overlap, rectOfBox } from '../../shared/rules/screening/words.ts'
import { sideOf } from '../../shared/rules/screening/side.ts'
import type { Patch, Word } from '../../shared/rules/screening/words.ts'
import { hasMarks, mapRect } from '../reading/index.ts'
import type { Decoder, LoadedEngines, Rect } from '../reading/index.ts'
import { aroundPrint } from './around-print.ts'
import { lookAtBlanks } from './look-at-blanks.ts'
import { lookAtPage } from './look-at-page.ts'
import type { LookedAtPage, ReportStep, StageTimes } from './look-at-page.ts'

/** What one page said: its fields, and where the desk's own codes send it. */
export interface ScreenedPage {
  screening: PageScreening
  sheet: SheetReading
  condition: PageCondition
  /** For the bench. */
  print: Print
  times: StageTimes
}

export async function screenPage(
  bytes: Uint8Array,
  page: number,
  decoder: Decoder,
  engines: LoadedEngines,
  report: ReportStep,
  signal: AbortSignal,
): Promise<ScreenedPage> {
  const started = performance.now()
  const looked = await lookAtPage(bytes, page, decoder, engines, report, signal)
  const lookedAt = performance.now()
  const atFirst = findFields(looked.view)
  const readingStarted = performance.now()
  const faint = await lookAtBlanks(looked.upright, looked.view, atFirst, engines, signal)
  const read = performance.now() - readingStarted
  const found =
    faint.length === 0 ? atFirst : findFields({ ...looked.view, patches: [...looked.view.patches, ...faint] })
  const condition = conditionOf(looked, found)
  const judged = judge(looked, found, condition)
  looked.wipe()
  const ended = performance.now()
  report('find', 1)
  return {
    screening: { ...judged, ms: Math.round(ended - started) },
    sheet: looked.sheet,
    condition,
    print: looked.print,
    times: { ...looked.times, read: looked.times.read + read, find: ended - lookedAt - read },
  }
}

/** What the rules say of a page. */
function judge(looked: LookedAtPage, found: readonly Found[], { illegible }: PageCondition): Omit<PageScreening, 'ms'> {
  const { view, width, height } = looked
  const wellRead = view.words.filter((word) => word.sure > 0.75)
  const verdict = verdictOf(found, {
    kind: view.kind,
    kinds: view.kinds,
    upright: looked.turnCertain,
    legible: view.words.length === 0 ? 0 : wellRead.length / view.words.length,
    lines: view.words.length,
    isIllegible: illegible.length > 0,
    arePlacesEmpty: arePlacesEmpty(view, found),
    couldHide: view.kind === 'juminhyo' && view.patches.some((patch) => couldHide(patch, found, view)),
  })
  const findings = found.map((finding) => toFinding({ ...finding, rect: aroundPrint(finding, looked) }, looked))
  return { width, height, turn: looked.turn, document: view.kind, verdict, findings }
}

function conditionOf({ view, upright, print, sheet }: LookedAtPage, found: readonly Found[]): PageCondition {
  const isSaying = found.length > 0 || sheet.codes.length > 0 || view.codes.length > 0 || view.words.some(isPlain)
  const isBlank = !isSaying && !hasMarks(upright)
  return { illegible: isBlank ? [] : illegibilitiesOf(print), isBlank, side: sideOf(view.kind, view.words) }
}

/** Read without doubt: print of the other side, seen through the sheet, never is. */
function isPlain(word: Word): boolean {
  return word.letters.length >= 3 && word.sure > 0.85
}

/** A broad patch amid the rows of a document, on no finding: it may cover a whole row, label and all. */
function couldHide(patch: Patch, found: readonly Found[], page: PageView): boolean {
  const { rect } = patch
  if (
    found.some((finding) => overlap(finding.rect, rect) > 0 || Math.abs(middleY(finding.rect) - middleY(rect)) < rect.h)
  )
    return false
  // The lid of a copier leaves dark bands along the edges of the sheet.
  const edge = 0.03 * page.height
  if (rect.y < edge || rect.y + rect.h > page.height - edge) return false
  return (
    rect.w > 6 * rect.h &&
    rect.w > 0.15 * page.width &&
    page.words.some((word) => Math.abs(middleY(word.rect) - middleY(rect)) < 6 * rect.h)
  )
}

function toFinding(found: Found, { toPage: [toSource, fit], width, height }: LookedAtPage): Finding {
  const map = (rect: Rect): Finding['box'] => mapRect(fit, rectOfBox(mapRect(toSource, rect, 1e6, 1e6)), width, height)
  return {
    field: found.field,
    state: found.state,
    box: map(found.rect),
    label: found.label === null ? null : map(found.label),
    by: found.by,
  }
}
