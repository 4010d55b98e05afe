// A letter's text: LiquidJS with values and conditions only, then a few marks at the beginning of a line become mark-up.
import { Liquid, LiquidError } from 'liquidjs'

/** What is wrong with a text, and where: `placeholder` as the text writes it. */
export class LetterTextError extends Error {
  readonly because: 'syntax' | 'unknown-placeholder' | 'empty-placeholder' | 'too-long'
  readonly placeholder: string
  readonly line: number

  constructor(because: LetterTextError['because'], placeholder: string, line: number, cause: unknown) {
    super(because, { cause })
    this.name = 'LetterTextError'
    this.because = because
    this.placeholder = placeholder
    this.line = line
  }
}

const allowedTags = new Set(['if', 'unless', 'case', 'for'])
const renderLimitMs = 500
/** Of what loops go over, all together. */
const mostRounds = 100_000
/** A letter of ten close pages has about 15,000. */
const mostCharacters = 100_000

class EmptyPlaceholder extends Error {}

const engine = letterEngine()

function letterEngine(): Liquid {
  const liquid = new Liquid({
    // No files to include, no inherited properties, and nothing that runs long.
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    renderLimit: renderLimitMs,
    memoryLimit: mostRounds,
    outputEscape: written,
  })
  for (const tag of Object.keys(liquid.tags)) if (!allowedTags.has(tag)) delete liquid.tags[tag]
  // `raw` among them would let a value through unescaped.
  for (const filter of Object.keys(liquid.filters)) delete liquid.filters[filter]
  return liquid
}

/**
 * Sheets of HTML for a text and its values, in the order of the text; `===` on a line of its own begins a new sheet.
 * Values are shown as they are, whatever marks or mark-up they hold. Throws LetterTextError.
 */
export function letterSheets(text: string, values: object): string[] {
  return marked(render(escapedOutsideTags(text), values))
}

function render(text: string, values: object): string {
  try {
    const filled = String(engine.parseAndRenderSync(text, values))
    if (filled.length > mostCharacters) throw new LetterTextError('too-long', '', 0, null)
    return filled
  } catch (error) {
    if (!LiquidError.is(error)) throw error
    const line = error.token.getPosition()[0] ?? 1
    const placeholder = error.token.getText().replace(/^\{\{\s*|\s*\}\}$/g, '')
    throw new LetterTextError(becauseOf(error), placeholder, line, error)
  }
}

function becauseOf(error: LiquidError): LetterTextError['because'] {
  if (error.name === 'UndefinedVariableError') return 'unknown-placeholder'
  if (/limit exceeded/.test(error.message)) return 'too-long'
  return error.originalError instanceof EmptyPlaceholder ? 'empty-placeholder' : 'syntax'
}

/** Also the marks below are escaped: a name that begins with `#` is no heading. Its line breaks stay. */
function written(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  if (text === '') throw new EmptyPlaceholder()
  return text
    .replace(/[&<>"'#*|[\]=※・-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
    .replace(/\r?\n/g, '<br>')
}

function escapedOutsideTags(text: string): string {
  return text
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .join('')
}

type Block = 'none' | 'list' | 'table'

const blockTags: Readonly<Record<Block, readonly [string, string]>> = {
  none: ['', ''],
  list: ['<dl>', '</dd></dl>'],
  table: ['<table>', '</table>'],
}

function marked(text: string): string[] {
  return text.split(/^[^\S\n]*===[^\S\n]*$/m).map(sheetOf)
}

function sheetOf(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const sheet: { html: string; block: Block } = { html: '', block: 'none' }
  function turnTo(block: Block): void {
    if (block !== sheet.block) sheet.html += blockTags[sheet.block][1] + blockTags[block][0]
    sheet.block = block
  }
  for (const line of lines) {
    if (line === '') continue
    if (line === '--') turnTo('none')
    else if (line.startsWith('|')) {
      turnTo('table')
      sheet.html += rowOf(line)
    } else if (/^\[.+\]$/.test(line)) {
      const isFirst = sheet.block !== 'list'
      turnTo('list')
      sheet.html += `${isFirst ? '' : '</dd>'}<dt>${strong(line.slice(1, -1))}</dt><dd>`
    } else {
      const standsAlone = /^#+ |^>> |^記$/.test(line)
      if (sheet.block === 'table' || standsAlone) turnTo('none')
      sheet.html += sheet.block === 'list' ? lineOfItem(line) : paragraphOf(line)
    }
  }
  turnTo('none')
  return sheet.html
}

function paragraphOf(line: string): string {
  if (line.startsWith('### ')) return `<h2>${strong(line.slice(4))}</h2>`
  if (line.startsWith('## ')) return `<p class="under">${strong(line.slice(3))}</p>`
  if (line.startsWith('# ')) return `<h1>${strong(line.slice(2))}</h1>`
  if (line.startsWith('>> ')) return `<p class="close">${strong(line.slice(3))}</p>`
  if (line === '記') return '<div class="notes">記</div>'
  if (line.startsWith('拝啓') || line.startsWith('Dear ')) return `<p class="flush opening">${strong(line)}</p>`
  return hanging(line) ?? `<p>${strong(line)}</p>`
}

function lineOfItem(line: string): string {
  return hanging(line) ?? `<div>${strong(line)}</div>`
}

/** Notes and numbered lines, whose second line stands under the text of the first. */
function hanging(line: string): string | null {
  if (line.startsWith('※')) return `<div class="aside">${strong(line)}</div>`
  return /^(?:・|□|[０-９0-9]+[）)])/u.test(line) ? `<div class="item">${strong(line)}</div>` : null
}

/** `|16| a | b` is a row at least 16 mm high; ` // ` breaks a line within a cell. The first cell is a heading. */
function rowOf(line: string): string {
  const height = /^\|(\d{1,3})\|/.exec(line)
  const cells = line
    .slice(height?.[0].length ?? 1)
    .split('|')
    .map((cell) => strong(cell.trim()).replaceAll(' // ', '<br>'))
  const style = height === null ? '' : ` style="height: ${height[1] ?? ''}mm"`
  return `<tr${style}>${cells.map((cell, index) => (index === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`
}

function strong(text: string): string {
  return text.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
}
