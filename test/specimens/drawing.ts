// The pieces every layout is drawn from: places in fractions or mm, marked values and labels, rules, portraits, seals.
import type { Field } from '../../shared/screening.ts'
import type { Random } from './random.ts'
import type { Person } from './people.ts'
import type { Said } from './specimen.ts'

/** How a field of one person is to appear, decided before the layout draws it. */
export interface Appearance {
  /** False: neither label nor value stand on the page. */
  isPresent: boolean
  /** False: the value stands there without its label. */
  isLabelled: boolean
  /** Replaces the value when it was left out at issue; null prints the value. */
  insteadOf: string | null
}

export interface Ink {
  /** CSS font families. */
  print: string
  hand: string
  fixed: string
}

export interface LayoutInput {
  people: readonly [Person, ...Person[]]
  ink: Ink
  random: Random
  appearance(field: Field, person: number): Appearance
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The value of a field, or what stands in its place; empty where the field is absent. */
export function value(input: LayoutInput, field: Field, text: string, person = 0): string {
  const { isPresent, insteadOf } = input.appearance(field, person)
  if (!isPresent) return ''
  const shown = insteadOf ?? text
  const filler = shown === '' ? ' class="filler"' : ''
  return `<span data-field="${field}" data-person="${person}"${filler}>${escape(shown)}</span>`
}

/** A field's label; empty where the field is absent or lost its label. */
export function label(input: LayoutInput, field: Field, text: string, person = 0): string {
  const { isPresent, isLabelled } = input.appearance(field, person)
  return isPresent && isLabelled ? `<span data-label="${field}" data-person="${person}">${escape(text)}</span>` : ''
}

/** A square code that holds the field; empty where the field is absent. */
export function code(input: LayoutInput, field: Field): string {
  if (!input.appearance(field, 0).isPresent) return ''
  return `<div data-field="${field}" data-code style="width:100%;height:100%">${qrPicture(input.random)}</div>`
}

/** Marks what a page says of its dates, or of a name that none of its people bears; the truth about a page is told by it. */
export function said(what: Said, text: string): string {
  return `<span data-said="${what}">${escape(text)}</span>`
}

/** A piece at fractions of its parent; `style` may set a width by `width:…%`. */
export function spot(x: number, y: number, html: string, style = ''): string {
  return `<div style="position:absolute;white-space:nowrap;left:${percent(x)};top:${percent(y)};${style}">${html}</div>`
}

/** A rectangle at fractions of its parent. */
export function area(x: readonly [number, number], y: readonly [number, number], html: string, style = ''): string {
  return spot(
    x[0],
    y[0],
    html,
    `width:${percent(x[1] - x[0])};height:${percent(y[1] - y[0])};box-sizing:border-box;${style}`,
  )
}

/** Text that may shrink to the width of its rectangle. */
export function fitted(x: readonly [number, number], y: readonly [number, number], html: string, style = ''): string {
  return `<div data-fit style="position:absolute;white-space:nowrap;overflow:hidden;line-height:1;left:${percent(x[0])};top:${percent(y[0])};width:${percent(
    x[1] - x[0],
  )};height:${percent(y[1] - y[0])};display:flex;align-items:center;${style}">${html}</div>`
}

export function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`
}

/** A sheet or card of the given size in mm; what is inside is placed against it. */
export function frame(widthMm: number, heightMm: number, html: string, style = ''): string {
  return `<div style="position:relative;overflow:hidden;box-sizing:border-box;width:${widthMm}mm;height:${heightMm}mm;${style}">${html}</div>`
}

/** The sign that every page here is invented, small and away from the fields. */
export function specimenMark(x: number, y: number, sizeMm = 2): string {
  return spot(x, y, '見本', `font-size:${sizeMm}mm;color:#777;border:.1mm solid #999;padding:0 .4mm;line-height:1.25`)
}

/** A head and shoulders on a plain ground, filling its parent. */
export function portrait(random: Random, ground = '#9db9d8'): string {
  const hair = random.pick(['#1d1815', '#2b2019', '#3a302a', '#777'])
  const cloth = random.pick(['#2d3440', '#5a2f36', '#e4e2dc', '#364a3a'])
  const long = random.chance(0.5) ? `<path d="M27 45Q25 95 32 100L68 100Q75 95 73 45Z" fill="${hair}"/>` : ''
  return `<svg viewBox="0 0 100 125" preserveAspectRatio="none" style="width:100%;height:100%;display:block">
    <defs><radialGradient id="f"><stop offset="0" stop-color="#e9c9ae"/><stop offset="1" stop-color="#cfa585"/></radialGradient></defs>
    <rect width="100" height="125" fill="${ground}"/>${long}
    <path d="M8 125Q10 96 38 92L62 92Q90 96 92 125Z" fill="${cloth}"/><rect x="42" y="76" width="16" height="20" fill="#d3a98a"/>
    <ellipse cx="50" cy="57" rx="20" ry="26" fill="url(#f)"/><path d="M29 56Q26 24 50 24Q74 24 71 56Q68 38 50 37Q33 38 29 56Z" fill="${hair}"/>
    <path d="M39 53h7M54 53h7" stroke="#3a2a22" stroke-width="1.6"/><circle cx="42.500" cy="57" r="1.700"/><circle cx="57.500" cy="57" r="1.700"/>
    <path d="M44 71Q50 74 56 71" stroke="#a45f55" stroke-width="1.600" fill="none"/></svg>`
}

/** A square seal of office with its characters in two columns. */
export function seal(text: string, sizeMm: number, colour = '#c8372d'): string {
  return `<div style="width:${sizeMm}mm;height:${sizeMm}mm;border:${sizeMm * 0.05}mm solid ${colour};color:${colour};box-sizing:border-box;writing-mode:vertical-rl;
    font-family:'Zen Old Mincho','Shippori Mincho';font-weight:700;font-size:${sizeMm * 0.27}mm;line-height:1.55;white-space:normal;overflow:hidden;letter-spacing:-.02em">${escape(text)}</div>`
}

/** Interwoven fine lines over the whole parent, as on security paper. */
export function guilloche(random: Random, colours: readonly string[], strength: number, lines = 26): string {
  let paths = ''
  for (const colour of colours) {
    const [waves, swing, phase] = [random.between(2, 5), random.between(5, 12), random.between(0, 6)]
    for (let line = 0; line < lines; line++) {
      const points: string[] = []
      for (let x = 0; x <= 100; x += 1) {
        const y =
          (line / lines) * 130 -
          15 +
          Math.sin((x / 100) * waves * 6.283 + phase + line * 0.22) * swing * Math.cos(line * 0.13 + x / 60)
        points.push(`${x} ${y.toFixed(2)}`)
      }
      paths += `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width=".28" opacity="${strength}"/>`
    }
  }
  return `<svg viewBox="0 0 100 100" preserveAspectRatio="none" style="position:absolute;left:0;top:0;width:100%;height:100%">${paths}</svg>`
}

/** A made-up two-dimensional code, `cells` wide. */
export function qrPicture(random: Random, cells = 25): string {
  let squares = ''
  const isFinder = (x: number, y: number): boolean =>
    (x < 8 && y < 8) || (x >= cells - 8 && y < 8) || (x < 8 && y >= cells - 8)
  for (let y = 0; y < cells; y++)
    for (let x = 0; x < cells; x++)
      if (!isFinder(x, y) && random.chance(0.5)) squares += `<rect x="${x}" y="${y}" width="1" height="1"/>`
  for (const [x, y] of [
    [0, 0],
    [cells - 7, 0],
    [0, cells - 7],
  ] as const) {
    squares += `<rect x="${x}" y="${y}" width="7" height="7"/><rect x="${x + 1}" y="${y + 1}" width="5" height="5" fill="#fff"/><rect x="${x + 2}" y="${y + 2}" width="3" height="3"/>`
  }
  return `<svg viewBox="0 0 ${cells} ${cells}" style="width:100%;height:100%;display:block" shape-rendering="crispEdges">${squares}</svg>`
}
