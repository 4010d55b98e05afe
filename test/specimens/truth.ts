// Says what is really on a page: every field with its state and its place on the delivered picture.
import type { Box, Field, FieldState, Turn, Verdict } from '../../shared/screening.ts'
import type { Corners } from './picture.ts'
import type { Copy, FieldTruth, IdentityTruth, Specimen, Treatment, Truth } from './specimen.ts'

/** The state a careful person would give the field. Partly covered is visible; a hidden row is masked like a hidden value. */
export function stateOf(treatment: Treatment, isEmptyByLayout: boolean): FieldState {
  if (isEmptyByLayout) return 'blank'
  if (isOmission(treatment)) return 'omitted'
  switch (treatment) {
    case 'shown':
    case 'sticking-out':
    case 'label-only':
    case 'struck-out':
    case 'unlabelled':
      return 'visible'
    case 'see-through-light':
    case 'see-through-middle':
    case 'see-through-strong':
    case 'thin-tape':
      return 'see-through'
    case 'hatched':
      return 'unreadable'
    case 'stroke':
      return 'omitted'
    case 'blank':
    case 'absent':
      return 'blank'
    case 'pen':
    case 'coloured-pen':
    case 'bar':
    case 'tape':
    case 'strip':
    case 'mosaic':
    case 'row':
    case 'row-tape':
      return 'masked'
    default:
      return treatment satisfies never
  }
}

function isOmission(treatment: Treatment): treatment is `omitted:${string}` {
  return treatment.startsWith('omitted:')
}

/** As far as 本籍 goes. */
export function verdictOn(fields: readonly { field: Field; state: FieldState }[]): Verdict {
  const states = new Set(fields.filter(({ field }) => field === 'permanent-domicile').map(({ state }) => state))
  if (states.has('visible') || states.has('see-through')) return 'flagged'
  return states.has('unreadable') ? 'check' : 'nothing-found'
}

const hidingWholeRows: ReadonlySet<Treatment> = new Set(['row', 'row-tape', 'strip'])

export function toleratedFor(specimen: Specimen, expected: Verdict): Verdict[] {
  if (expected === 'check') return ['flagged']
  if (expected === 'flagged') return []
  const mayHideSomething = hidingWholeRows.has(specimen.domicile) || specimen.kind === 'other'
  return mayHideSomething ? ['check'] : []
}

/** Degrees clockwise that make the page upright again. */
export function turnBack(copies: readonly Copy[]): Turn {
  const turned = copies.reduce((sum, copy) => (copy.kind === 'turn' ? sum + copy.degrees : sum), 0) % 360
  const back = (360 - turned) % 360
  return back === 90 || back === 180 || back === 270 ? back : 0
}

/** Bounding box in whole pixels, clipped to the page; null when the place lies outside it. */
export function boxOf(corners: Corners, width: number, height: number): Box | null {
  const left = Math.max(0, Math.floor(Math.min(...corners.map(([x]) => x))))
  const top = Math.max(0, Math.floor(Math.min(...corners.map(([, y]) => y))))
  const right = Math.min(width, Math.ceil(Math.max(...corners.map(([x]) => x))))
  const bottom = Math.min(height, Math.ceil(Math.max(...corners.map(([, y]) => y))))
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null
}

export function describeDamage(specimen: Specimen): string[] {
  return specimen.copies.map((copy) => {
    switch (copy.kind) {
      case 'photocopy':
        return `photocopy-${copy.generation}`
      case 'turn':
        return `turn-${copy.degrees}`
      case 'skew':
        return `skew-${copy.degrees}`
      case 'jpeg':
        return `jpeg-${copy.quality}`
      case 'pattern':
      case 'streaks':
      case 'watermark':
      case 'fold':
      case 'staple':
      case 'faded':
      case 'dark':
      case 'grey':
      case 'fax':
      case 'photo':
      case 'cut':
      case 'blurred':
      case 'pale':
      case 'off-glass':
      case 'broken-off':
        return copy.kind
      default:
        return copy satisfies never
    }
  })
}

export function truthOf(
  specimen: Specimen,
  file: string,
  size: { width: number; height: number },
  fields: FieldTruth[],
  identity: IdentityTruth,
): Truth {
  const expected = verdictOn(fields)
  return {
    file,
    kind: specimen.kind,
    turn: turnBack(specimen.copies),
    ...size,
    expected,
    tolerated: toleratedFor(specimen, expected),
    fields,
    identity,
    part: specimen.part,
    layout: specimen.layout,
    beside: specimen.beside,
    font: specimen.font,
    damage: describeDamage(specimen),
    dpi: specimen.copies.some((copy) => copy.kind === 'fax') ? 200 : specimen.dpi,
  }
}
