// Lays a layout on the paper it is copied with: a sheet by itself, a card or two on A4, a passport held open.
import type { Drawing } from './browser.ts'
import { escape, frame, guilloche } from './drawing.ts'
import type { Appearance, LayoutInput } from './drawing.ts'
import type { Field } from '../../shared/screening.ts'
import { a4Mm } from './layouts/layout.ts'
import type { Layout } from './layouts/layout.ts'
import { layoutNamed } from './layouts/index.ts'
import { peopleOf } from './people.ts'
import type { Person } from './people.ts'
import { seededRandom } from './random.ts'
import type { Random } from './random.ts'
import type { Specimen, Treatment } from './specimen.ts'

/** The page as HTML, before anything was covered or copied. */
export function compose(specimen: Specimen): Drawing {
  const layout = layoutNamed(specimen.layout)
  const random = seededRandom('page', specimen.seed)
  const html = layout.draw(inputFor(specimen, random))
  const { watermark, pattern } = Object.fromEntries(specimen.copies.map((copy) => [copy.kind, copy]))
  const words = watermark?.kind === 'watermark' ? watermarked(watermark.text) : ''
  const ground = pattern?.kind === 'pattern' ? patterned(pattern.colour) : ''
  if (layout.form === 'sheet') {
    return {
      html: frame(layout.widthMm, layout.heightMm, ground + html + words),
      widthMm: layout.widthMm,
      heightMm: layout.heightMm,
      dpi: specimen.dpi,
    }
  }
  const item =
    layout.kind === 'passport' && random.chance(0.7)
      ? opened(html, layout, random)
      : { html, widthMm: layout.widthMm, heightMm: layout.heightMm }
  if (specimen.sheet === 'own') {
    const [widthMm, heightMm] = [item.widthMm + 10, item.heightMm + 10]
    return {
      html: frame(widthMm, heightMm, laid(item.html, 5, 5, random.between(-0.6, 0.6))),
      widthMm,
      heightMm,
      dpi: specimen.dpi,
    }
  }
  const paper = specimen.sheet === 'a4-lying' ? { widthMm: a4Mm.heightMm, heightMm: a4Mm.widthMm } : a4Mm
  const x = random.between(12, paper.widthMm - item.widthMm - 12)
  const y = random.between(14, Math.max(15, specimen.beside === null ? paper.heightMm - item.heightMm - 15 : 80))
  const first = laid(item.html, x, y, random.between(-1.5, 1.5))
  const second = secondCard(specimen, y + item.heightMm + 15, random)
  return { html: frame(paper.widthMm, paper.heightMm, first + second + words), ...paper, dpi: specimen.dpi }
}

/** What the specimen says of one field of one person. */
export function treatmentOf(specimen: Specimen, field: Field, person: number): Treatment {
  if (field === 'permanent-domicile' || field === 'head-of-register') {
    const isLeft = specimen.hiddenPeople !== null && person >= specimen.hiddenPeople
    if (isLeft) return 'shown'
    // A name alone says nothing of a register: its head keeps the label.
    if (field === 'head-of-register' && specimen.domicile === 'unlabelled') return 'shown'
    return field === 'head-of-register' && specimen.head !== null ? specimen.head : specimen.domicile
  }
  if (specimen.numbers === 'omitted')
    return field === 'individual-number' || field === 'resident-code' ? 'absent' : 'shown'
  return specimen.numbers
}

function inputFor(specimen: Specimen, random: Random): LayoutInput {
  const [first, ...others] = peopleOf(specimen)
  if (!first) throw new RangeError('A document needs a person.')
  const people: [Person, ...Person[]] = [first, ...others]
  return {
    people,
    random,
    ink: { print: `'${specimen.font}'`, hand: `'${specimen.hand}'`, fixed: `'${specimen.fixed}'` },
    appearance: (field, person): Appearance => {
      const treatment = treatmentOf(specimen, field, person)
      const omitted = treatment.startsWith('omitted:') ? treatment.slice('omitted:'.length) : null
      const isEmpty = treatment === 'blank' || treatment === 'stroke'
      return {
        isPresent: treatment !== 'absent',
        isLabelled: treatment !== 'unlabelled',
        insteadOf: isEmpty ? '' : omitted,
      }
    },
  }
}

function laid(html: string, xMm: number, yMm: number, degrees: number): string {
  return `<div style="position:absolute;left:${xMm}mm;top:${yMm}mm;transform:rotate(${degrees}deg);filter:drop-shadow(.4mm .5mm .5mm rgba(0,0,0,.3))">${html}</div>`
}

function secondCard(specimen: Specimen, yMm: number, random: Random): string {
  if (specimen.beside === null) return ''
  const second = layoutNamed(specimen.beside)
  // The same person, whose numbers on the other card are nobody's question here but its own fields still carry marks.
  return laid(
    second.draw(inputFor({ ...specimen, people: 1 }, random)),
    random.between(15, a4Mm.widthMm - second.widthMm - 15),
    yMm,
    random.between(-1.5, 1.5),
  )
}

/** A passport lies open: an observation page above the data page. */
function opened(html: string, layout: Layout, random: Random): { html: string; widthMm: number; heightMm: number } {
  const upper = frame(
    layout.widthMm,
    layout.heightMm,
    guilloche(random, ['#c9b8b0', '#b3c1c9'], 0.3, 16),
    'background:#f7f3ee;border-radius:2mm 2mm 0 0;border-bottom:.3mm solid #998',
  )
  return { html: upper + html, widthMm: layout.widthMm, heightMm: layout.heightMm * 2 }
}

/** Waves and rosettes as offices print them on their own paper. */
function patterned(colour: string): string {
  return `<svg style="position:absolute;left:0;top:0;width:100%;height:100%" xmlns="http://www.w3.org/2000/svg"><defs><pattern id="office" width="5.6mm" height="4.2mm" patternUnits="userSpaceOnUse"><g fill="none" stroke="${colour}" stroke-width=".35" opacity=".75"><path d="M0 4Q5.3 -1 10.6 4T21.2 4M0 8Q5.3 3 10.6 8T21.2 8M0 12Q5.3 7 10.6 12T21.2 12"/><circle cx="10.6" cy="8" r="2.6"/><circle cx="10.6" cy="8" r="1.3"/></g></pattern></defs><rect width="100%" height="100%" fill="url(#office)"/></svg>`
}

/** The word that secure paper gives back when it is copied, across the whole page. */
function watermarked(text: string): string {
  let words = ''
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 4; column++) {
      words += `<div style="position:absolute;left:${column * 60 - (row % 2) * 25}mm;top:${row * 40}mm;transform:rotate(-30deg);font-size:17mm;letter-spacing:5mm;font-family:'Noto Sans JP','BIZ UDGothic';color:rgba(90,90,90,.24);white-space:nowrap">${escape(text)}</div>`
    }
  return words
}
