// Every paper of the desk (letters, recovery sheet, certificates): a template filled with values, its fonts inside, as one HTML document.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Liquid } from 'liquidjs'
import { Fault } from '../../shared/faults.ts'
import type { LetterLanguage, LetterText } from '../../shared/letters.ts'
import { drawnBy } from './character-map.ts'
import { faceOf, readFonts, type Font } from './fonts.ts'

export { envelopeMarks, sheetMarks } from './barcodes.ts'
export type { EnvelopeMarks, SheetMarks } from './barcodes.ts'
export { letterSheets, LetterTextError } from './letter-text.ts'

/** A file `<name>.liquid.html` of the letters folder. */
export type Template =
  | 'calibration-sheet'
  | 'certificate'
  | 'label-sheet'
  | 'letter'
  | 'monthly-report'
  | 'desk-sheet'
  | 'dispatch-book'
  | 'recovery-sheet'
  | 'self-check-page'

export interface Papers {
  /**
   * Every value is escaped; a placeholder that nothing fills is an error, not an empty line in a letter.
   * Fault: missing-glyph {characters} when a font that the paper is set in cannot draw one of its characters.
   */
  fill(template: Template, values: object): Promise<string>
  /** Reads the fonts, so that the first paper does not wait for them. */
  warmUp(): Promise<void>
  /** A letter's text as it is shipped. */
  shippedText(text: LetterText, language: LetterLanguage): Promise<string>
}

export interface PaperParts {
  lettersFolder: string
  fontsFolder: string
}

/** Where a template keeps a place for the fonts, which need not go through the template engine. */
const fontsPlace = '/* fonts */'

export function openPapers({ lettersFolder, fontsFolder }: PaperParts): Papers {
  const engine = new Liquid({
    root: lettersFolder,
    extname: '.liquid.html',
    cache: true,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: 'escape',
  })
  let opened: Promise<Font[]> | null = null

  async function fonts(): Promise<Font[]> {
    opened ??= readFonts(fontsFolder)
    try {
      return await opened
    } catch (error) {
      opened = null
      throw error
    }
  }

  return {
    async fill(template, values) {
      const page: unknown = await engine.renderFile(template, values)
      const html = String(page)
      const text = textOf(html)
      const used = (await fonts()).filter((font) => isSetIn(html, font))
      const faces = used.map((font) => ({ font, drawn: drawnBy(font.map, text) }))
      const missing = new Set(faces.flatMap(({ drawn }) => [...drawn.missing]))
      if (missing.size > 0) throw new Fault('missing-glyph', { characters: [...missing].join(' ') })
      return html.replace(fontsPlace, () => faces.map(({ font, drawn }) => faceOf(font, drawn.drawing)).join('\n'))
    },

    warmUp: async () => void (await fonts()),

    shippedText: (text, language) => readFile(join(lettersFolder, language, `${text}.liquid.txt`), 'utf8'),
  }
}

/** The template's styles name the family; a bold face is taken along wherever its family is. */
function isSetIn(html: string, { family }: Font): boolean {
  return html.includes(`'${family}'`)
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** What a reader of the page sees. The templates are ours: styles, comments, tags, and the entities that escaping makes. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>|<!--.*?-->|<[^>]*>/gs, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
}
