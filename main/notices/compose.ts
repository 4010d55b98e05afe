// Puts a letter together: its text filled with the case, what it encloses, the address in the window, as one HTML document.
import { Fault } from '../../shared/faults.ts'
import {
  languageOf,
  letters,
  type Enclosure,
  type LetterKind,
  type LetterText,
  type Substitution,
} from '../../shared/letters.ts'
import { parseCaseNumber } from '../../shared/rules/case-number.ts'
import type { CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import {
  LetterTextError,
  envelopeMarks,
  letterSheets,
  sheetMarks,
  type Papers,
  type SheetMarks,
} from '../paper/index.ts'
import { addressBlock } from './address-block.ts'
import { layoutOf, pagesOf, senderOf, senderWidthMm } from './page-layout.ts'
import type { Recipient } from './recipients.ts'
import { letterValues, type LetterFacts } from './values.ts'
import { wordings } from './wordings.ts'

export interface ComposedLetter {
  /** How many pages it has as long as no text runs on to a further one. */
  sheetCount: number
  /** What each sheet says, as mark-up. */
  sheets: readonly string[]
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
  const address = addressBlock(to.recipient, settings.envelopeWindow, wording.honorific)
  if (address === null) throw new Fault('bad-request', { field: 'address', because: 'too-long-for-the-window' })
  const sender = senderOf(to.to.lane, language, settings, senderWidthMm(settings.envelopeWindow))
  const values = letterValues(to, sender)
  // Whoever reads it for somebody else must see whose matter it is.
  const regarding = facts.inputs.recipient.kind === 'requester' ? '' : wording.regarding(to.to.requester.name)
  const sheets: Sheet[] = sheetsOf(kind, await bodyOf(kind), values).map((html) => ({ html, marks: () => null }))
  if (isEnclosed) {
    const enclosed = sheetsOf(encloses, await bodyOf(encloses), values)
    const code = codeOf(kind, encloses)
    enclosed.forEach((html, index) => {
      sheets.push({ html, marks: () => code && marksOf(facts, code, index + 1, enclosed.length) })
    })
  }
  return {
    sheetCount: sheets.length,
    sheets: sheets.map(({ html }) => html),
    html: (pageCount) =>
      papers.fill('letter', {
        language,
        address,
        layout: layoutOf(settings.envelopeWindow, sender, regarding),
        numberLabel: wording.numberLabel,
        number: values.number,
        date: values.date,
        regarding,
        sender,
        sheets: sheets.map(({ html, marks }) => ({ html, marks: marks() })),
        envelope: envelopeMarks(facts.envelope),
        pages: pagesOf(pageCount, wording.page),
      }),
  }
}

interface Sheet {
  html: string
  /** Drawn when the document is: a text that is only tried out needs none. */
  marks(): SheetMarks | null
}

/** What a sheet that comes back is found by; a data sheet stays with the requester. */
function codeOf(kind: LetterKind, enclosure: Enclosure): CasedSheetKind | null {
  if (enclosure === 'data-sheet') return null
  if (enclosure === 'application-form') return 'application-form'
  return kind === 'authority-missing' ? 'authority-form' : 'correction-form'
}

function marksOf({ to, desk }: LetterFacts, kind: CasedSheetKind, sheet: number, of: number): SheetMarks {
  const parsed = parseCaseNumber(to.number)
  if (parsed.kind !== 'valid') throw new Error('A case has a number that is none.')
  return sheetMarks({ kind, desk, number: parsed.number, sheet, of })
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
  const { to, recipient, inputs } = facts
  const { substitutions } = inputs
  if (substitutions.length === 0) return facts
  const inNames = <Named extends Recipient>(one: Named): Named => ({
    ...one,
    name: replaced(one.name, substitutions),
    address: replaced(one.address, substitutions),
  })
  return {
    ...facts,
    to: { ...to, requester: inNames(to.requester) },
    recipient: inNames(recipient),
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

export function replaced(text: string, substitutions: readonly Substitution[]): string {
  return substitutions.reduce((changed, { from, to }) => changed.replaceAll(from, () => to), text)
}
