// What the screening bench prints of judged pages: kinds by copies, misses by name, time per stage.
import { duration, median, table } from './figures.ts'
import {
  copyClasses,
  copyClassOf,
  coveredInk,
  domicile,
  domicileOf,
  openInk,
  othersOf,
  treatmentsOf,
} from './screening-judged.ts'
import type { Field } from '../../shared/screening.ts'
import type { Judged } from './screening-judged.ts'

/** Rows are kind and state, columns the worst damage of the page, cells right answers of all. */
export function kindTable(judged: readonly Judged[]): string {
  const rowOf = ({ truth }: Judged): string => `${truth.kind} · ${treatmentsOf(truth, domicile)}`
  const names = [...new Set(judged.map(rowOf))].toSorted()
  const columns = copyClasses.toReversed().filter((each) => judged.some(({ truth }) => copyClassOf(truth) === each))
  const rows = names.map((name) => {
    const own = judged.filter((page) => rowOf(page) === name)
    const cells = columns.map((column) => share(own.filter(({ truth }) => copyClassOf(truth) === column)))
    return [name].concat(cells, share(own))
  })
  return table(['kind · state', ...columns, 'all'], rows)
}

/** Every page that was answered wrongly, by the field it is about, and those of which nothing certain was said without need. */
export function missList(judged: readonly Judged[]): string {
  const lines = judged.flatMap((page) => {
    const mistake = mistakeOf(page)
    return [...(mistake === null ? [] : [lineOf(page, mistake, domicile)]), ...otherMistakes(page)]
  })
  return lines.length === 0 ? 'none' : lines.toSorted().join('\n')
}

function otherMistakes(page: Judged): string[] {
  const { missed, wrong } = othersOf(page)
  const about = (mistake: string, items: readonly { field: Field }[]): string[] =>
    [...new Set(items.map(({ field }) => field))].map((field) => lineOf(page, `${mistake} ${field}`, field))
  return [...about('MISSED', missed), ...about('FALSE', wrong)]
}

function lineOf({ truth, said }: Judged, mistake: string, about: Field): string {
  const findings = said.findings
    .filter(({ field }) => field === about)
    .map(({ state, by }) => `${state} by ${by.join('+')}`)
  const treatments = treatmentsOf(truth, about)
  const turned = said.turn === truth.turn ? '' : `, turned ${said.turn} for ${truth.turn}`
  return `- ${mistake} ${truth.file}: ${treatments}, ${truth.dpi} dpi ${damageOf(truth)}, ${truth.font}; said ${said.document} ${said.verdict} [${findings.join('; ')}]${turned}`
}

/** Every page with a box that is too small or in the next row, or with a mask that left something. */
export function boxList(judged: readonly Judged[]): string {
  const lines = judged.flatMap(({ truth, boxes, masked }) => {
    const faults = [
      ...boxes.filter(({ ink }) => ink < coveredInk).map(({ ink }) => `a box over ${(100 * ink).toFixed(1)} %`),
      ...(boxes.some(({ touchesNeighbour }) => touchesNeighbour === true) ? ['a box in the next row'] : []),
      ...(masked?.isLegible ? ['legible after masking'] : []),
      ...(masked !== null && masked.leftOpen > openInk ? [`${(100 * masked.leftOpen).toFixed(1)} % left open`] : []),
    ]
    if (faults.length === 0) return []
    return [
      `- ${truth.file}: ${faults.join(', ')}; ${treatmentsOf(truth, domicile)}, ${truth.dpi} dpi ${damageOf(truth)}`,
    ]
  })
  return lines.length === 0 ? 'none' : lines.toSorted().join('\n')
}

function damageOf({ damage }: Judged['truth']): string {
  return damage.join('+') || 'clean'
}

function mistakeOf(page: Judged): 'MISSED' | 'missed, checked' | 'FALSE' | 'check' | null {
  const { visible, seeThrough, flagged } = domicileOf(page)
  const { said, truth } = page
  if ((visible || seeThrough) && !flagged) return said.verdict === 'nothing-found' ? 'MISSED' : 'missed, checked'
  if (!visible && !seeThrough && flagged && !truth.tolerated.includes('flagged')) return 'FALSE'
  return said.verdict === 'check' && truth.expected === 'nothing-found' ? 'check' : null
}

function isRight(page: Judged): boolean {
  const mistake = mistakeOf(page)
  return mistake === null || mistake === 'check'
}

function share(pages: readonly Judged[]): string {
  return pages.length === 0 ? '' : `${pages.filter(isRight).length}/${pages.length}`
}

const stageNames = {
  decode: 'decode',
  upright: 'upright',
  detect: 'detect lines',
  read: 'read A (Paddle)',
  again: 'read B (Tesseract)',
  find: 'rules',
} as const

/** Stages overlap where two readers work at once: they need not sum up to the page. */
export function timeTable(judged: readonly Judged[]): string {
  const times = judged.flatMap((page) => (page.times === null ? [] : [page.times]))
  const stages = Object.entries(stageNames).flatMap(([stage, name]) => {
    const values = times.flatMap((each) => Object.entries(each).flatMap(([key, ms]) => (key === stage ? [ms] : [])))
    return values.length === 0 ? [] : [[name, duration(median(values)), duration(p95(values))]]
  })
  const whole = judged.map(({ said }) => said.ms)
  return table(
    ['of a page', 'median', '95 % within'],
    [...stages, ['the whole page', duration(median(whole)), duration(p95(whole))]],
  )
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))] ?? 0
}
