// The placeholders that a letter's text may name, and which of them each text has.
import { feeRequests, letterKinds, letters, type LetterInput, type LetterText } from './letters.ts'

export const placeholders = [
  'number',
  'date',
  'arrivedOn',
  'requester.name',
  'matter',
  'action',
  'subject',
  'requestKind',
  'sender.name',
  'sender.desk',
  'sender.postalCode',
  'sender.address',
  'closing',
  'law.claim',
  'until',
  'hasText',
  'text',
  'hasItems',
  'items',
  'sheetTitle',
  'sheetCount',
  'sheet',
  'reason.title',
  'reason.text',
  'reason.basis',
  'amount',
  'hasFee',
  'fee.amount',
  'fee.means',
  'formTitle',
  'idDocuments',
  'hasNoLonger',
  'noLonger',
  'alsoHeadOfRegister',
] as const
export type Placeholder = (typeof placeholders)[number]

/** Lists, with what one entry has: `{% for item in items %}{{ item.title }}{% endfor %}`. */
export const listPlaceholders: Readonly<Partial<Record<Placeholder, readonly string[]>>> = {
  items: ['item.title', 'item.found', 'item.wanted'],
  sheet: ['row.item', 'row.content', 'row.hasContent'],
  idDocuments: ['paper.name', 'paper.note'],
}

const ofInput: Readonly<Partial<Record<Placeholder, LetterInput>>> = {
  text: 'text',
  hasText: 'text',
  items: 'items',
  hasItems: 'items',
  sheet: 'sheet',
  sheetCount: 'sheet',
  sheetTitle: 'sheet',
  'reason.title': 'refusalReason',
  'reason.text': 'refusalReason',
  'reason.basis': 'refusalReason',
  amount: 'amountYen',
}
const ofForm: ReadonlySet<Placeholder> = new Set(['idDocuments', 'hasNoLonger', 'noLonger'])
const ofFee: ReadonlySet<Placeholder> = new Set(['hasFee', 'fee.amount', 'fee.means'])

/** Letters that are this text or enclose it. */
export function lettersWith(text: LetterText): (typeof letterKinds)[number][] {
  return letterKinds.filter((kind) => kind === text || letters[kind].encloses === text)
}

/** What a text may name: of what is typed, only what its letters have a place for; of the fee, only 開示's. */
export function placeholdersOf(text: LetterText): Placeholder[] {
  const kinds = lettersWith(text)
  const typed = new Set(kinds.flatMap((kind) => [...letters[kind].needs, ...letters[kind].takes]))
  const hasFee = kinds.some((kind) => letters[kind].requests.some((request) => feeRequests.includes(request)))
  return placeholders.filter((placeholder) => {
    const input = ofInput[placeholder]
    if (input !== undefined) return typed.has(input)
    if (ofFee.has(placeholder)) return hasFee
    return text === 'application-form' || !ofForm.has(placeholder)
  })
}
