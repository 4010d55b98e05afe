// A letter to nobody: what a text is tried out with before it is used, marked as a specimen.
import type { Lane, RequestKind } from '../../shared/cases.ts'
import {
  correctionItems,
  inputsFor,
  letters,
  type LetterInputs,
  type LetterKind,
  type LetterLanguage,
} from '../../shared/letters.ts'
import { illegibilities } from '../../shared/screening.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import { envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import { keySlotSchema } from '../vault/index.ts'
import type { LetterFacts } from './values.ts'

const words: Readonly<Record<LetterLanguage, { name: string; address: string; text: string; item: string }>> = {
  ja: {
    name: '見本 花子',
    address: '東京都見本区見本町二丁目3番4号 見本マンション405号室',
    text: '担当者が入力した文章が、ここに入ります。',
    item: '見本の項目',
  },
  en: {
    name: 'Maria Mihon',
    address: '12 Specimen Street, 10115 Berlin\nGermany',
    text: 'Here stands what the clerk wrote.',
    item: 'A specimen',
  },
}

/** `000-000`, which no letter has. */
const envelope = envelopeCodeOf('00000000-0000-4000-8000-000000000000')

/** `inputs`: with every place that the letter has filled, or only those that it cannot do without. */
export function specimenFacts(
  kind: LetterKind,
  request: RequestKind,
  language: LetterLanguage,
  {
    inputs = 'all',
    ...given
  }: Pick<LetterFacts, 'settings' | 'today' | 'desk' | 'versions'> & { inputs?: 'all' | 'needed' },
): LetterFacts {
  const { name, address, text, item } = words[language]
  const lane: Lane = language === 'en' ? 'eu' : 'post'
  const all: LetterInputs = inputsFor(kind, {
    items: [...correctionItems],
    illegible: [...illegibilities],
    text,
    sheet: [
      { item, content: text },
      { item, content: '' },
    ],
    refusalReason: 'documents-incomplete',
    until: addDays(given.today, 30),
    amountYen: 500,
    substitutions: [],
    recipient: { kind: 'requester' },
  })
  const requester = { name, kana: '', postalCode: language === 'ja' ? '100-0001' : '', address, contact: '' }
  return {
    kind,
    recipient: requester,
    to: {
      number: '2026-000001-7',
      kind: request,
      lane,
      state: 'received',
      arrivedOn: given.today,
      slot: keySlotSchema.parse(1),
      requester,
    },
    envelope,
    inputs: inputs === 'all' || letters[kind].needs.includes('text') ? all : { ...all, text: '' },
    ...given,
  }
}
