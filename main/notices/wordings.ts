// The closed words of a case as a letter says them, in the letter's language.
import type { LetterLanguage } from '../../shared/letters.ts'
import { englishWording } from './wording-en.ts'
import { japaneseWording } from './wording-ja.ts'
import type { Wording } from './wording.ts'

export const wordings: Readonly<Record<LetterLanguage, Wording>> = { ja: japaneseWording, en: englishWording }
