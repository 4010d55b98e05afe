// What every 住民票 shares: certification, mayor, seal, and ruled cells on a grid of equal columns.
import { inEra, padded } from '../people.ts'
import type { Person } from '../people.ts'
import { said, seal } from '../drawing.ts'
import type { LayoutInput } from '../drawing.ts'

/** A ruled cell of a CSS grid: first column, columns, first row, rows (all counted from 1). */
export function cell(column: number, columns: number, row: number, rows: number, html: string, style = ''): string {
  return `<div data-fit style="grid-column:${column}/span ${columns};grid-row:${row}/span ${rows};${cellCss};${style}">${html}</div>`
}
const cellCss =
  'border-right:.2mm solid #222;border-bottom:.2mm solid #222;padding:0 1mm;display:flex;align-items:center;white-space:nowrap;overflow:hidden;line-height:1;min-width:0;min-height:0;box-sizing:border-box'
export const labelCss = 'justify-content:center;padding:0 .4mm;font-size:2.7mm'

/** The box around cells: the cells draw right and bottom edges, the box the other two. */
export function grid(columns: number, rowsMm: string, html: string, style = ''): string {
  return `<div style="display:grid;grid-template-columns:repeat(${columns},1fr);grid-template-rows:${rowsMm};border-left:.3mm solid #222;border-top:.3mm solid #222;${style}">${html}</div>`
}

/** Municipality as it signs: 「○○県○○市」 without its ward. */
export function municipalityOf(person: Person): string {
  return person.homePrefecture + person.homeMunicipality.replace(/(市).+区$/, '$1')
}

export function certification(input: LayoutInput, sentence: string): string {
  const [person] = input.people
  const { random } = input
  const date = `令和${random.pick(['６', '７', '８'])}年${1 + random.below(12)}月${1 + random.below(28)}日`
  const mayor = `${random.pick(['山田', '川上', '北村', '森', '上野'])}　${random.pick(['一郎', '和子', '修', '誠'])}`
  const town = municipalityOf(person)
  const title = town.endsWith('町') || town.endsWith('村') ? town.slice(-1) + '長' : '長'
  const office = town.endsWith('町') || town.endsWith('村') ? town.slice(0, -1) + title : town + title
  return `<div style="position:relative;font-size:3.6mm;line-height:1.9">
    <div>${sentence}</div><div style="padding-left:6mm">${said('issued', date)}</div>
    <div style="padding-left:60mm;font-size:4.2mm">${office}　　${mayor}</div>
    <div style="position:absolute;right:8mm;bottom:-4mm;opacity:.85">${seal(`${town.slice(-3)}長之印`, 20, '#333')}</div></div>`
}

export function birthOf(person: Person): string {
  return inEra(person.birth)
}

export function movedDate(input: LayoutInput, person: Person): string {
  const { random } = input
  return inEra({
    year: Math.min(2024, Math.max(1990, person.birth.year) + random.below(20)),
    month: 1 + random.below(12),
    day: 1 + random.below(28),
  })
}

export function issueNumber(input: LayoutInput): string {
  return `発行番号　${padded(input.random.below(99999), 6)}`
}
