// The figures screening has to reach, reckoned from judged pages.
import { copyClassOf, coveredInk, domicileOf, openInk, othersOf } from './screening-judged.ts'
import type { Judged } from './screening-judged.ts'

export interface Target {
  name: string
  value: string
  target: string
}

/** In the order of the design's table. */
export function screeningTargets(judged: readonly Judged[]): Target[] {
  const withDomicile = judged.map((page) => ({ page, ...domicileOf(page) }))
  const visible = withDomicile.filter((each) => each.visible)
  const seeThrough = withDomicile.filter((each) => !each.visible && each.seeThrough)
  const none = withDomicile.filter((each) => !each.visible && !each.seeThrough)
  const clean = judged.filter(({ truth }) => isClean(truth) && truth.expected === 'nothing-found')
  const boxes = judged.flatMap((page) => page.boxes)
  const straight = boxes.filter(({ touchesNeighbour }) => touchesNeighbour !== null)
  const masked = judged.flatMap((page) => (page.masked === null ? [] : [page.masked]))
  const others = judged.map(othersOf)
  const shownOthers = others.flatMap((each) => each.visible)
  const saidOthers = others.flatMap(({ said }) => said)
  return [
    share(
      'visible 本籍 flagged',
      count(visible, ({ flagged }) => flagged),
      visible.length,
      '≥ 99.5 %',
    ),
    share(
      'visible 本籍 at least "check"',
      count(visible, ({ flagged, page }) => flagged || page.said.verdict !== 'nothing-found'),
      visible.length,
      '100 %',
    ),
    share(
      'false flags on pages without one',
      count(none, ({ flagged }) => flagged),
      none.length,
      '≤ 1 %',
    ),
    share('"check" on clean or first-copy pages', count(clean, isChecked), clean.length, '≤ 5 %'),
    share(
      'see-through recognised',
      count(seeThrough, ({ flagged }) => flagged),
      seeThrough.length,
      '≥ 95 %',
    ),
    share(
      'other fields found',
      shownOthers.length - others.flatMap(({ missed }) => missed).length,
      shownOthers.length,
      '≥ 98 %',
    ),
    share('other fields false', others.flatMap(({ wrong }) => wrong).length, saidOthers.length, '≤ 2 %'),
    share(
      "boxes over 98 % of a value's dark pixels",
      count(boxes, ({ ink }) => ink >= coveredInk),
      boxes.length,
      '≥ 98 %',
    ),
    share(
      'boxes in the next row',
      count(straight, (box) => box.touchesNeighbour === true),
      straight.length,
      '0',
    ),
    share(
      'legible after masking, by its own proof',
      count(masked, ({ isLegible }) => isLegible),
      masked.length,
      '0',
    ),
    share(
      'print left open by a mask',
      count(masked, (mask) => mask.leftOpen > openInk),
      masked.length,
      '0',
    ),
    share(
      'pages whose process was lost',
      count(judged, ({ times }) => times === null),
      judged.length,
      '0',
    ),
    share(
      'turned upright',
      count(judged, ({ said, truth }) => said.turn === truth.turn),
      judged.length,
      '100 %',
    ),
    share(
      'kind recognised',
      count(judged, ({ said, truth }) => said.document === truth.kind),
      judged.length,
      '–',
    ),
  ]
}

function isClean(truth: Judged['truth']): boolean {
  const copy = copyClassOf(truth)
  return copy === 'clean' || copy === 'copy' || copy === 'turned'
}

function isChecked({ said }: Judged): boolean {
  return said.verdict === 'check'
}

function count<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length
}

function share(name: string, part: number, all: number, target: string): Target {
  return { name, value: all === 0 ? 'none' : `${part}/${all} ${((100 * part) / all).toFixed(1)} %`, target }
}
