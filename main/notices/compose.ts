// Puts a letter together: its text filled with the case, what it encloses, the address in the window, as one HTML document.
import { Fault } from '../../shared/faults.ts'
import { languageOf, letters, type LetterText, type Substitution } from '../../shared/letters.ts'
import { LetterTextError, letterSheets, type Papers } from '../paper/index.ts'
import { addressBlock } from './address-block.ts'
import { layoutOf, pagesOf, senderOf, senderWidthMm } from './page-layout.ts'
import { letterValues, type LetterFacts } from './values.ts'
import { wordings } from './wordings.ts'

export interface ComposedLetter {
  /** How many pages it has as long as no text runs on to a further one. */
  sheetCount: number
  /**
   * The document with the feet of so many pages.
   * Fault: missing-glyph {characters}.
   */
  html(pageCount: number): Promise<string>
}

/**
 * `bodyOf`: the text as it is used now. Faults: bad-request {field: 'address'} (too long for the envelope's window),
 * letter-text {text, because, placeholder, line}.
 */
export async function composeLetter(
  facts: LetterFacts,
  bodyOf: (text: LetterText) => Promise<string>,
  papers: Papers,
): Promise<ComposedLetter> {
  const { kind, settings } = facts
  const { encloses } = letters[kind]
  const isEnclosed = encloses !== null && (encloses !== 'data-sheet' || facts.inputs.sheet.length > 0)
  const to = substituted(facts)
  const language = languageOf(to.to.lane)
  const wording = wordings[language]
  const address = addressBlock(to.to.requester, settings.envelopeWindow, wording.honorific)
  if (address === null) throw new Fault('bad-request', { field: 'address', because: 'too-long-for-the-window' })
  const sender = senderOf(to.to.lane, language, settings, senderWidthMm(settings.envelopeWindow))
  const values = letterValues(to, sender)
  const sheets: string[] = []
  for (const text of isEnclosed ? [kind, encloses] : [kind]) {
    sheets.push(...sheetsOf(text, await bodyOf(text), values))
  }
  return {
    sheetCount: sheets.length,
    html: (pageCount) =>
      papers.fill('letter', {
        language,
        address,
        layout: layoutOf(settings.envelopeWindow, sender),
        numberLabel: wording.numberLabel,
        number: values.number,
        date: values.date,
        sender,
        sheets,
        pages: pagesOf(pageCount, wording.page),
      }),
  }
}

function sheetsOf(text: LetterText, body: string, values: object): string[] {
  try {
    return letterSheets(body, values)
  } catch (error) {
    if (!(error instanceof LetterTextError)) throw error
    const { because, placeholder, line } = error
    throw new Fault('letter-text', { text, because, placeholder, line }, { cause: error })
  }
}

/** Names, addresses and the clerk's own words with the agreed characters in place of those that the typeface lacks. */
function substituted(facts: LetterFacts): LetterFacts {
  const { to, inputs } = facts
  const { substitutions } = inputs
  if (substitutions.length === 0) return facts
  const { name, address } = to.requester
  const requester = { ...to.requester, name: replaced(name, substitutions), address: replaced(address, substitutions) }
  return {
    ...facts,
    to: { ...to, requester },
    inputs: {
      ...inputs,
      text: replaced(inputs.text, substitutions),
      sheet: inputs.sheet.map(({ item, content }) => ({
        item: replaced(item, substitutions),
        content: replaced(content, substitutions),
      })),
    },
  }
}

function replaced(text: string, substitutions: readonly Substitution[]): string {
  return substitutions.reduce((changed, { from, to }) => changed.replaceAll(from, to), text)
}
