// Tries a text out on every letter that uses it, before it is kept: what is wrong with it is said by name and line.
import { Fault } from '../../shared/faults.ts'
import { lettersWith } from '../../shared/letter-placeholders.ts'
import {
  feeRequests,
  letters,
  textTroubleSchema,
  type LetterLanguage,
  type LetterText,
  type TextTrouble,
} from '../../shared/letters.ts'
import type { Papers } from '../paper/index.ts'
import { composeLetter, type ComposedLetter } from './compose.ts'
import { specimenFacts } from './specimen.ts'
import type { LetterFacts } from './values.ts'

interface Wrong {
  because: TextTrouble
  /** As the text writes it, or the characters that the typeface lacks. */
  placeholder: string
  /** 0 when it is not in one line. */
  line: number
}

export type TriedText = { kind: 'good'; letter: ComposedLetter } | ({ kind: 'wrong' } & Wrong)

export interface Trial {
  text: LetterText
  language: LetterLanguage
  body: string
  /** Of the other texts that a letter needs. */
  bodyOf: (text: LetterText) => Promise<string>
  facts: Pick<LetterFacts, 'settings' | 'today' | 'desk' | 'versions'>
}

const feeWords = /手数料|小為替|\bfee\b|money order/i

/** `letter`: the text's first letter as a specimen. */
export async function tryText({ text, language, body, bodyOf, facts }: Trial, papers: Papers): Promise<TriedText> {
  const lane = language === 'en' ? 'eu' : 'post'
  let first: ComposedLetter | null = null
  for (const kind of lettersWith(text).filter((one) => letters[one].lanes.includes(lane))) {
    for (const request of letters[kind].requests) {
      for (const inputs of ['all', 'needed'] as const) {
        const letter = await composed(async () =>
          composeLetter(
            specimenFacts(kind, request, language, { ...facts, inputs }),
            async (other) => (other === text ? body : bodyOf(other)),
            papers,
          ),
        )
        if ('because' in letter) return { kind: 'wrong', ...letter }
        if (!feeRequests.includes(request) && letter.sheets.some((sheet) => feeWords.test(sheet))) {
          return { kind: 'wrong', because: 'fee-text', placeholder: '{% if hasFee %}', line: 0 }
        }
        first ??= letter
      }
    }
  }
  if (first === null) return { kind: 'wrong', because: 'no-language', placeholder: '', line: 0 }
  const set = first
  const page = await composed(async () => ({ html: await set.html(set.sheetCount) }))
  return 'because' in page ? { kind: 'wrong', ...page } : { kind: 'good', letter: set }
}

async function composed<Made>(make: () => Promise<Made>): Promise<Made | Wrong> {
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { because, placeholder, line, characters } = error.detail
    if (error.code === 'missing-glyph') {
      return { because: 'missing-glyph', placeholder: String(characters), line: 0 }
    }
    if (error.code !== 'letter-text') throw error
    const trouble = textTroubleSchema.catch('syntax').parse(because)
    return { because: trouble, placeholder: String(placeholder), line: Number(line) }
  }
}
