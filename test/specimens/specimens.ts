// Decides which pages to draw: the same part, count and seed give the same list on every machine.
import { typefaces } from './fonts.ts'
import type { Typeface } from './fonts.ts'
import { layouts } from './layouts/index.ts'
import type { Layout } from './layouts/layout.ts'
import { padded } from './people.ts'
import { seededRandom } from './random.ts'
import type { Random } from './random.ts'
import type { Copy, Part, Specimen, Treatment } from './specimen.ts'

/** Every printed spelling of a 本籍 that was left out at issue, and the two legal values that disclose none. */
export const omittedSpellings = [
  '【省略】',
  '（省略）',
  '省略',
  '記載省略',
  '【記載省略】',
  '【省　略】',
  '＊省略＊',
  '記載なし',
  '不記載',
  '＊＊＊',
  '＊＊＊＊＊＊＊＊',
  '***',
  '※※※',
  '×××',
  '―――',
  '－－－－－－',
  '／',
  '【空欄】',
  '空欄',
  'なし',
  '不明',
  '不詳',
] as const

/** In a round every layout of the part comes once, and those that carry a 本籍 twice: about half the pages show one. */
export function specimens({ part, count, seed }: { part: Part; count: number; seed: number }): Specimen[] {
  const own = layouts.filter((layout) => layout.part === part)
  const list: Specimen[] = []
  for (let round = 0; list.length < count; round++) {
    const twice = own.filter((layout) => layout.domicile === 'always')
    const order = shuffled([...own, ...twice], seededRandom('order', part, seed, round))
    for (const layout of order.slice(0, count - list.length)) {
      list.push(specimenOf(layout, own, `${part}/${seed}/${list.length}/${layout.id}`, list.length))
    }
  }
  return list
}

/** A specimen of one layout with nothing done to it; `changes` say the rest. */
export function plainSpecimen(layout: Layout, seed: string, changes: Partial<Specimen> = {}): Specimen {
  const random = seededRandom('plain', seed)
  return {
    name: layout.id,
    part: layout.part,
    seed,
    kind: layout.kind,
    layout: layout.id,
    beside: null,
    font: typeface('print', layout.part, random),
    hand: typeface('hand', layout.part, random),
    fixed: typeface('fixed', layout.part, random),
    people: layout.people[0] + random.below(layout.people[1] - layout.people[0] + 1),
    domicile: 'shown',
    head: null,
    hiddenPeople: null,
    numbers: layout.kind === 'juminhyo' ? 'omitted' : 'shown',
    sheet: 'a4',
    dpi: 300,
    copies: [],
    ...changes,
  }
}

function specimenOf(layout: Layout, own: readonly Layout[], seed: string, at: number): Specimen {
  const random = seededRandom('specimen', seed)
  const plain = plainSpecimen(layout, seed)
  const domicile = layout.domicile === 'always' ? treatmentFor(layout, random) : 'shown'
  const isHousehold = plain.people > 1 && domicile !== 'shown'
  const dpi = dpiFor(layout, random)
  return {
    ...plain,
    name: `${padded(at, 4)}-${layout.id}`,
    domicile,
    head: isCovering(domicile) && random.chance(0.25) ? 'shown' : null,
    hiddenPeople: isHousehold && isCovering(domicile) && random.chance(0.3) ? 1 : null,
    numbers: numbersFor(layout, random),
    sheet: layout.form === 'card' ? random.pick(['a4', 'a4', 'a4-lying', 'own'] as const) : 'a4',
    beside: null,
    dpi,
    copies: copiesFor(layout, domicile, dpi, random),
    ...(layout.form === 'card' && random.chance(0.18)
      ? { beside: neighbour(layout, own, random), sheet: 'a4' as const }
      : {}),
  }
}

/** A second card: a licence's own back, whose 本籍 is treated as the front's, or one that shows none. */
function neighbour(layout: Layout, own: readonly Layout[], random: Random): string | null {
  const back = own.find((other) => other.id.startsWith('licence-back') && other.domicile === 'always')
  if (back && layout.id.startsWith('licence-paper') && random.chance(0.5)) return back.id
  const fitting = own.filter((other) => other.form === 'card' && other.domicile === 'never' && other.id !== layout.id)
  return fitting.length > 0 && layout.kind !== 'passport' ? random.pick(fitting).id : null
}

function treatmentFor(layout: Layout, random: Random): Treatment {
  const lot = random.fraction()
  if (lot < 0.4) return 'shown'
  if (lot < 0.45) return couldStandAlone.has(layout.kind) ? 'unlabelled' : 'shown'
  if (lot < 0.6 && layout.kind === 'juminhyo') {
    const spelling = random.pick([...omittedSpellings, '', 'stroke', 'absent'])
    return spelling === '' ? 'blank' : spelling === 'stroke' || spelling === 'absent' ? spelling : `omitted:${spelling}`
  }
  const drawn = random.pick<Treatment>([
    'pen',
    'pen',
    'coloured-pen',
    'bar',
    'bar',
    'tape',
    'thin-tape',
    'strip',
    'mosaic',
    'see-through-light',
    'see-through-middle',
    'see-through-strong',
    'hatched',
    'sticking-out',
    'sticking-out',
    'struck-out',
    'row',
    'row-tape',
    'label-only',
  ])
  // Of a prefecture in three characters a pen that stops short leaves one: nobody can say what that discloses.
  return isPrefectureAlone(layout) && drawn === 'sticking-out' ? 'shown' : drawn
}

/** Kinds on which a 本籍 is known by its form or its place when its label was lost. */
const couldStandAlone: ReadonlySet<Layout['kind']> = new Set(['juminhyo', 'koseki', 'licence', 'passport'])

function isPrefectureAlone({ id }: Layout): boolean {
  return id === 'nurse-licence' || id === 'cook-licence'
}

function isCovering(treatment: Treatment): boolean {
  return (
    treatment !== 'shown' &&
    treatment !== 'blank' &&
    treatment !== 'absent' &&
    treatment !== 'unlabelled' &&
    treatment !== 'stroke' &&
    !treatment.startsWith('omitted:')
  )
}

function numbersFor(layout: Layout, random: Random): Specimen['numbers'] {
  if (layout.kind === 'juminhyo') return random.pick(['omitted', 'omitted', 'omitted', 'shown', 'pen'] as const)
  return random.pick(['shown', 'shown', 'pen', 'bar'] as const)
}

function dpiFor(layout: Layout, random: Random): number {
  const lot = random.fraction()
  if (lot < 0.6) return 300
  if (lot < 0.82) return 200
  if (lot < 0.88) return 150
  return lot < 0.97 || layout.form === 'sheet' ? 400 : 600
}

/** Chains of damage that a person could still read: no low resolution under a third copy, no one-bit fax of a see-through pen. */
function copiesFor(layout: Layout, domicile: Treatment, dpi: number, random: Random): Copy[] {
  const isDelicate = domicile.startsWith('see-through') || domicile === 'thin-tape' || domicile === 'hatched'
  const isSmall = dpi <= 200
  const copies: Copy[] = []
  const paper = random.fraction()
  const isOnOfficePaper = layout.kind === 'juminhyo' || layout.kind === 'koseki'
  if (isOnOfficePaper && random.chance(0.3))
    copies.push({ kind: 'pattern', colour: random.pick(['#cfe3d2', '#f0d3dc', '#d3dcef', '#e9dfc6']) })
  if (isOnOfficePaper && random.chance(0.25))
    copies.push({ kind: 'watermark', text: random.pick(['複写', '複写', 'コピー', 'COPY']) })
  if (random.chance(0.12)) copies.push({ kind: 'fold', at: random.between(0.3, 0.7) })
  if (random.chance(0.08)) copies.push({ kind: 'staple' })
  if (paper < 0.28) copies.push({ kind: 'photocopy', generation: 1 })
  else if (paper < 0.4 && dpi > 150) copies.push({ kind: 'photocopy', generation: 2 })
  else if (paper < 0.48 && !isSmall) copies.push({ kind: 'photocopy', generation: 3 })
  else if (paper < 0.55 && dpi > 150) copies.push({ kind: 'photocopy', generation: 1 }, { kind: 'faded' })
  else if (paper < 0.62) copies.push({ kind: 'dark' })
  else if (paper < 0.72) copies.push({ kind: 'grey' })
  const hasSoftCopy = copies.some(
    (copy) => copy.kind === 'faded' || (copy.kind === 'photocopy' && copy.generation === 3),
  )

  const glass = random.fraction()
  if (glass < 0.06 && !isDelicate && !hasSoftCopy && dpi >= 200) copies.push({ kind: 'fax' })
  else if (glass < 0.16 && !hasSoftCopy && !isSmall) copies.push({ kind: 'photo', strength: random.between(0.3, 1) })
  else if (glass < 0.55) copies.push({ kind: 'skew', degrees: tenth(random.between(-2, 2)) })
  else if (glass < 0.67) copies.push({ kind: 'skew', degrees: tenth(random.between(-8, 8)) })
  if (layout.form === 'sheet' && random.chance(0.05)) copies.push({ kind: 'cut', share: random.between(0.01, 0.03) })
  if (random.chance(0.06)) copies.push({ kind: 'streaks' })
  if (random.chance(0.28)) copies.push({ kind: 'turn', degrees: random.pick([90, 180, 270] as const) })
  const isFax = copies.some((copy) => copy.kind === 'fax')
  if (!isFax && random.chance(0.5))
    copies.push({ kind: 'jpeg', quality: (isDelicate || isSmall || hasSoftCopy ? 60 : 30) + random.below(31) })
  return copies
}

function typeface(use: Typeface['use'], part: Part, random: Random): string {
  return random.pick(typefaces.filter((face) => face.use === use && face.part === part)).family
}

function tenth(number: number): number {
  // Plus nought: a minus nought would not survive JSON.
  return Math.round(number * 10) / 10 + 0
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const rest = [...items]
  const order: Item[] = []
  while (rest.length > 0) order.push(...rest.splice(random.below(rest.length), 1))
  return order
}
