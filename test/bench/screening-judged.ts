// A screened page beside the truth about it.
import type { StageTimes } from '../../main/screening/index.ts'
import type { Box, Field, Finding, PageScreening } from '../../shared/screening.ts'
import type { Truth } from '../specimens/index.ts'

/** One page with what is true of it and what was said of it. */
export interface Judged {
  truth: Truth
  said: PageScreening
  times: StageTimes | null
}

const domicile: Field = 'permanent-domicile'
export const isOpen = (state: Finding['state']): boolean => state === 'visible' || state === 'see-through'

/** Whether a 本籍 is visible on the page, and whether one was flagged. */
export function domicileOf({ truth, said }: Judged): { visible: boolean; seeThrough: boolean; flagged: boolean } {
  const fields = truth.fields.filter((field) => field.field === domicile)
  return {
    visible: fields.some((field) => field.state === 'visible'),
    seeThrough: fields.some((field) => field.state === 'see-through'),
    flagged: said.findings.some((finding) => finding.field === domicile && isOpen(finding.state)),
  }
}

/** Share of `inner` that lies in `outer`, 0–1. */
export function covered(inner: Box, outer: Box): number {
  const w = Math.min(inner[0] + inner[2], outer[0] + outer[2]) - Math.max(inner[0], outer[0])
  const h = Math.min(inner[1] + inner[3], outer[1] + outer[3]) - Math.max(inner[1], outer[1])
  return w > 0 && h > 0 ? (w * h) / (inner[2] * inner[3]) : 0
}
