// A screened page beside the truth about it, and what may be asked of the two.
import type { StageTimes } from '../../main/screening/index.ts'
import { overlap, rectOfBox } from '../../shared/rules/screening/words.ts'
import type { Box, Field, Finding, PageScreening } from '../../shared/screening.ts'
import type { FieldTruth, Truth } from '../specimens/index.ts'

/** One page with what is true of it and what was said of it. */
export interface Judged {
  truth: Truth
  said: PageScreening
  /** Null when the process that screened it was lost. */
  times: StageTimes | null
  /** Per visible 本籍, how well the findings cover it. */
  boxes: CoveredBox[]
  /** Null when the page was not masked, because nothing was flagged or nobody asked. */
  masked: Masked | null
}

export interface CoveredBox {
  /** Share of the value's dark pixels that lie in a finding's box, 0–1. */
  ink: number
  /** Whether the box that covers it reaches into the row above or below; null where a skewed page leaves no straight box a choice. */
  touchesNeighbour: boolean | null
}

export interface Masked {
  /** The app's own proof found something left to read. */
  isLegible: boolean
  /** Largest share of a visible 本籍's dark pixels that the mask left open. */
  leftOpen: number
}

/** A box covers a value that has this share of its dark pixels inside; a mask left it open with more than that outside. */
export const coveredInk = 0.98
export const openInk = 0.02

export const domicile: Field = 'permanent-domicile'
export const isOpen = (state: Finding['state']): boolean => state === 'visible' || state === 'see-through'

export function domicilesOf(truth: Truth): FieldTruth[] {
  return truth.fields.filter(({ field }) => field === domicile)
}

/** Whether a 本籍 is visible on the page, and whether one was flagged. */
export function domicileOf({ truth, said }: Pick<Judged, 'truth' | 'said'>): {
  visible: boolean
  seeThrough: boolean
  flagged: boolean
} {
  const states = new Set(domicilesOf(truth).map(({ state }) => state))
  return {
    visible: states.has('visible'),
    seeThrough: states.has('see-through'),
    flagged: said.findings.some((finding) => finding.field === domicile && isOpen(finding.state)),
  }
}

/** What stands open on the page besides 本籍: the truths that no finding covers, and the findings no truth stands for. */
export function othersOf({ truth, said }: Pick<Judged, 'truth' | 'said'>): {
  visible: FieldTruth[]
  missed: FieldTruth[]
  said: Finding[]
  wrong: Finding[]
} {
  const openOnes = <Item extends { field: Field; state: Finding['state'] }>(items: readonly Item[]): Item[] =>
    items.filter(({ field, state }) => field !== domicile && isOpen(state))
  const visible = openOnes(truth.fields)
  const found = openOnes(said.findings)
  return {
    visible,
    missed: visible.filter(
      ({ field, box }) => !found.some((each) => each.field === field && covered(box, each.box) > 0.3),
    ),
    said: found,
    wrong: found.filter(({ field }) => !visible.some((each) => each.field === field)),
  }
}

/** Share of `inner` that lies in `outer`, 0–1. */
export function covered(inner: Box, outer: Box): number {
  const both = overlap(rectOfBox(inner), rectOfBox(outer))
  return both === 0 ? 0 : both / (inner[2] * inner[3])
}

/** How the field was treated on this page: `shown`, `pen`, `omitted:省略`, several joined, or that there is none at all. */
export function treatmentsOf(truth: Truth, about: Field): string {
  const fields = truth.fields.filter(({ field }) => field === about)
  const treatments = fields.map(({ treatment, state }) => {
    if (treatment.startsWith('omitted:')) return 'omitted'
    return treatment === 'shown' && state === 'blank' ? 'empty row' : treatment
  })
  return [...new Set(treatments)].toSorted().join('+') || `no ${about === domicile ? '本籍' : about}`
}

/** From the hardest to the easiest: a page counts where its worst damage stands. */
export const copyClasses = ['photo', 'fax', 'worn', 'low dpi', 'crooked', 'turned', 'copy', 'clean'] as const
export type CopyClass = (typeof copyClasses)[number]

export function copyClassOf({ damage, dpi }: Truth): CopyClass {
  const has = (pattern: RegExp): boolean => damage.some((each) => pattern.test(each))
  if (has(/^photo$/)) return 'photo'
  if (has(/^fax$/)) return 'fax'
  if (has(/^(photocopy-[23]|faded|dark)$/)) return 'worn'
  if (dpi <= 150) return 'low dpi'
  if (skewOf(damage) > 2) return 'crooked'
  if (has(/^turn-/)) return 'turned'
  return has(/^photocopy-1$/) ? 'copy' : 'clean'
}

/** Degrees, without their sign. */
export function skewOf(damage: readonly string[]): number {
  const skew = damage.find((each) => each.startsWith('skew-'))
  return skew === undefined ? 0 : Math.abs(Number(skew.slice('skew-'.length)))
}
