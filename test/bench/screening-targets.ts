// The figures screening has to reach, reckoned from judged pages.
import type { Field } from '../../shared/screening.ts'
import { covered, domicileOf, isOpen } from './screening-judged.ts'
import type { Judged } from './screening-judged.ts'

export interface Target {
  name: string
  value: string
  target: string
}

const isClean = (page: Judged): boolean =>
  page.truth.damage.every((damage) => damage === 'photocopy-1' || damage === 'grey')

/** In the order of the design's table. */
export function screeningTargets(judged: readonly Judged[]): Target[] {
  const withDomicile = judged.map((page) => ({ page, ...domicileOf(page) }))
  const visible = withDomicile.filter((each) => each.visible)
  const seeThrough = withDomicile.filter((each) => !each.visible && each.seeThrough)
  const none = withDomicile.filter((each) => !each.visible && !each.seeThrough)
  const clean = judged.filter((page) => isClean(page) && page.truth.expected === 'nothing-found')
  const boxes = visible.flatMap(({ page }) =>
    page.truth.fields
      .filter((field) => field.field === 'permanent-domicile' && field.state === 'visible')
      .map((field) => Math.max(0, ...page.said.findings.map((finding) => covered(field.box, finding.box)))),
  )
  const others = otherFields(judged)
  const times = judged.map((page) => page.said.ms).sort((a, b) => a - b)
  return [
    share('visible 本籍 flagged', visible.filter((each) => each.flagged).length, visible.length, '≥ 99.5 %'),
    share(
      'visible 本籍 at least "check"',
      visible.filter((each) => each.flagged || each.page.said.verdict !== 'nothing-found').length,
      visible.length,
      '100 %',
    ),
    share('false flags on pages without one', none.filter((each) => each.flagged).length, none.length, '≤ 1 %'),
    share(
      '"check" on clean or first-copy pages',
      clean.filter((page) => page.said.verdict === 'check').length,
      clean.length,
      '≤ 5 %',
    ),
    share('see-through recognised', seeThrough.filter((each) => each.flagged).length, seeThrough.length, '≥ 95 %'),
    share('other fields found', others.found, others.visible, '≥ 98 %'),
    share('other fields false', others.wrong, others.said, '≤ 2 %'),
    share('boxes that cover 95 % of the value', boxes.filter((part) => part >= 0.95).length, boxes.length, '≥ 98 %'),
    share('turned upright', judged.filter((page) => page.said.turn === page.truth.turn).length, judged.length, '100 %'),
    share(
      'kind recognised',
      judged.filter((page) => page.said.document === page.truth.kind).length,
      judged.length,
      '–',
    ),
    { name: 'milliseconds a page, median', value: String(times[Math.floor(times.length / 2)] ?? 0), target: '≤ 2000' },
  ]
}

function share(name: string, part: number, all: number, target: string): Target {
  return { name, value: all === 0 ? 'none' : `${part}/${all} ${((100 * part) / all).toFixed(1)} %`, target }
}

function otherFields(judged: readonly Judged[]): { found: number; visible: number; wrong: number; said: number } {
  const sum = { found: 0, visible: 0, wrong: 0, said: 0 }
  const isOther = (field: Field): boolean => field !== 'permanent-domicile'
  for (const { truth, said } of judged) {
    for (const field of truth.fields.filter((each) => isOther(each.field) && isOpen(each.state))) {
      sum.visible++
      if (
        said.findings.some(
          (finding) => finding.field === field.field && isOpen(finding.state) && covered(field.box, finding.box) > 0.3,
        )
      )
        sum.found++
    }
    for (const finding of said.findings.filter((each) => isOther(each.field) && isOpen(each.state))) {
      sum.said++
      if (!truth.fields.some((field) => field.field === finding.field && isOpen(field.state))) sum.wrong++
    }
  }
  return sum
}
