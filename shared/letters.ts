// The letters of the desk as data: whom each is for, what the clerk adds to it, what it encloses, what posting it records.
import { z } from 'zod'
import {
  refusalReasonSchema,
  requesterSchema,
  requestKinds,
  type CaseEvent,
  type CaseState,
  type Lane,
  type RequestKind,
} from './cases.ts'
import { dateSchema } from './dates.ts'
import { illegibilities, illegibilitySchema } from './screening.ts'
import { lineSchema, linesSchema } from './typed-text.ts'

export const letterKinds = [
  'form-dispatch', // 申請書の送付
  'receipt', // 受付のお知らせ
  'correction-request', // 補正のお願い
  'domicile-correction', // 本籍の見える写しの差替え
  'authority-missing', // 代理権の確認書類
  'fee-missing', // 手数料の不足(同封なし)
  'fee-wrong', // 手数料の金額違い
  'fee-returned', // 手数料のご返却
  'form-reminder', // 申請書の返送のご確認
  'correction-reminder', // 補正の書類のご確認
  'house-extension', // 回答の遅れのお知らせ
  'gdpr-extension', // GDPR 12条3項による延長
  'purpose-answer', // 利用目的の通知
  'disclosure-answer', // 開示
  'third-party-record-answer', // 第三者提供記録の開示
  'correction-answer', // 訂正・追加・削除の結果
  'suspension-answer', // 利用停止・消去の結果
  'third-party-suspension-answer', // 第三者提供の停止の結果
  'partial-answer', // 一部に応じる
  'inquiry-answer', // 苦情・相談への回答
  'non-existence', // 不存在
  'refusal', // 対応できない旨
  'completion', // 手続の終了
  'wipe-notice', // お預かり書類の破棄
] as const
export const letterKindSchema = z.enum(letterKinds)
export type LetterKind = z.infer<typeof letterKindSchema>

export const letterLanguages = ['ja', 'en'] as const
export const letterLanguageSchema = z.enum(letterLanguages)
export type LetterLanguage = z.infer<typeof letterLanguageSchema>

/** Texts that a letter may be followed by, on sheets of their own. */
export const enclosures = ['application-form', 'return-sheet', 'data-sheet'] as const
export type Enclosure = (typeof enclosures)[number]

/** Every text that an administrator may change: letters and what they enclose. */
export const letterTexts = [...letterKinds, ...enclosures] as const
export const letterTextSchema = z.enum(letterTexts)
export type LetterText = z.infer<typeof letterTextSchema>

/** What may be wrong with a text that an administrator writes. */
export const textTroubles = [
  'syntax',
  'unknown-placeholder',
  'empty-placeholder',
  'too-long', // or it goes round in circles
  'missing-glyph',
  'fee-text', // the fee is spoken of at a request that has none
  'no-language', // no letter in this language has the text
] as const
export const textTroubleSchema = z.enum(textTroubles)
export type TextTrouble = z.infer<typeof textTroubleSchema>

/** What is asked to be mended; each has its own sentences in a letter. In the order in which a letter lists them. */
export const correctionItems = [
  'id-missing',
  'id-not-accepted',
  'id-expired',
  'id-illegible',
  'id-side-missing',
  'id-address-missing',
  'id-address-differs',
  'id-name-differs',
  'id-forbidden-field',
  'form-missing',
  'form-incomplete',
  'form-illegible',
  'form-unsigned',
] as const
export const correctionItemSchema = z.enum(correctionItems)
export type CorrectionItem = z.infer<typeof correctionItemSchema>

const words = linesSchema({ max: 4000 })
const substitutionSchema = z.object({ from: z.string().min(1).max(8), to: z.string().trim().max(8) })
export type Substitution = z.infer<typeof substitutionSchema>

/** Whom a letter is addressed to. Any but the requester needs a second person before it is posted. */
const recipientChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('requester') }),
  /** The one whose authority was found good. */
  z.object({ kind: z.literal('agent') }),
  z.object({
    kind: z.literal('other'),
    ...requesterSchema.pick({ name: true, postalCode: true, address: true }).shape,
  }),
])
export type RecipientChoice = z.infer<typeof recipientChoiceSchema>

/** What a clerk adds to a letter. Sealed with it. */
export const letterInputsSchema = z.object({
  items: z.array(correctionItemSchema).max(correctionItems.length),
  /** What is wrong with the print of an illegible copy; empty: the letter says only that it is unclear. */
  illegible: z.array(illegibilitySchema).max(illegibilities.length).default([]),
  /** What the letter says in the clerk's own words. */
  text: words,
  /** The data sheet, a row each: what, and what it says. */
  sheet: z.array(z.object({ item: lineSchema({ min: 1, max: 200 }), content: words })).max(1000),
  refusalReason: refusalReasonSchema.nullable(),
  /** A date that the clerk sets: until when an answer is put off. */
  until: dateSchema.nullable(),
  /** What was enclosed instead of the fee, in yen. */
  amountYen: z.number().int().min(0).max(1_000_000).nullable(),
  /** Characters that the letters' typeface lacks, and what stands in their place as was agreed. */
  substitutions: z.array(substitutionSchema).max(50),
  recipient: recipientChoiceSchema.default({ kind: 'requester' }),
})
export type LetterInputs = z.infer<typeof letterInputsSchema>
export type LetterInput = Exclude<keyof LetterInputs, 'substitutions' | 'recipient'>

export const noInputs: LetterInputs = {
  items: [],
  illegible: [],
  text: '',
  sheet: [],
  refusalReason: null,
  until: null,
  amountYen: null,
  substitutions: [],
  recipient: { kind: 'requester' },
}

export interface Letter {
  /** What posting it records in the case; null: its dispatch alone. */
  event: CaseEvent | null
  /** Where in the case's course it may be made; what has an event may be posted only where the event may happen. */
  states: readonly CaseState[]
  requests: readonly RequestKind[]
  lanes: readonly Lane[]
  /** Inputs it cannot do without. */
  needs: readonly LetterInput[]
  /** Inputs it has a place for. */
  takes: readonly LetterInput[]
  encloses: Enclosure | null
}

const everyLane: readonly Lane[] = ['post', 'meta-quest', 'eu']
const claims = requestKinds.filter((kind) => kind !== 'complaint' && kind !== 'consultation')
/** 手数料 is asked for 開示 alone (policy §12). */
export const feeRequests: readonly RequestKind[] = ['disclosure']
const beforeAnswer: readonly CaseState[] = ['received', 'awaiting-correction', 'verified']

const usual = {
  event: null,
  states: beforeAnswer,
  requests: requestKinds,
  lanes: everyLane,
  needs: [],
  takes: [],
  encloses: null,
} as const satisfies Letter

function correction(over: Partial<Letter> = {}): Letter {
  return { ...usual, event: 'correction-sent', requests: claims, takes: ['text'], encloses: 'return-sheet', ...over }
}

function answer(requests: readonly RequestKind[], over: Partial<Letter> = {}): Letter {
  return { ...usual, event: 'answer-sent', states: ['verified'], requests, needs: ['text'], ...over }
}

export const letters: Readonly<Record<LetterKind, Letter>> = {
  'form-dispatch': {
    ...usual,
    event: 'form-sent',
    states: ['inquired', 'awaiting-form'],
    requests: claims,
    takes: ['text'],
    encloses: 'application-form',
  },
  receipt: { ...usual, states: [...beforeAnswer, 'inquired', 'consulting'], takes: ['text'] },
  'correction-request': correction({ needs: ['items'], takes: ['illegible', 'text'] }),
  'domicile-correction': correction({ takes: [] }),
  'authority-missing': correction(),
  'fee-missing': correction({ requests: feeRequests }),
  'fee-wrong': correction({ requests: feeRequests, needs: ['amountYen'] }),
  'fee-returned': {
    ...usual,
    states: [...beforeAnswer, 'answered', 'finished'],
    requests: feeRequests,
    needs: ['text'],
  },
  'form-reminder': { ...usual, event: 'form-reminder-sent', states: ['awaiting-form'], requests: claims },
  'correction-reminder': {
    ...usual,
    event: 'correction-reminder-sent',
    states: ['awaiting-correction'],
    requests: claims,
  },
  'house-extension': { ...usual, event: 'extension-sent', requests: claims, needs: ['text', 'until'] },
  'gdpr-extension': { ...usual, event: 'extension-sent', requests: claims, lanes: ['eu'], needs: ['text', 'until'] },
  'purpose-answer': answer(['purpose-notification']),
  'disclosure-answer': answer(['disclosure'], { needs: ['sheet'], takes: ['text'], encloses: 'data-sheet' }),
  'third-party-record-answer': answer(['third-party-record-disclosure'], {
    needs: ['sheet'],
    takes: ['text'],
    encloses: 'data-sheet',
  }),
  'correction-answer': answer(['correction', 'addition', 'deletion']),
  'suspension-answer': answer(['suspension', 'erasure']),
  'third-party-suspension-answer': answer(['third-party-suspension']),
  'partial-answer': answer(claims, {
    event: 'partial-answer-sent',
    needs: ['text', 'refusalReason'],
    takes: ['sheet'],
    encloses: 'data-sheet',
  }),
  'inquiry-answer': answer(['complaint', 'consultation'], { event: 'reply-sent', states: ['consulting'] }),
  'non-existence': answer(['purpose-notification', 'disclosure', 'third-party-record-disclosure'], {
    event: 'nonexistence-sent',
    needs: [],
    takes: ['text'],
  }),
  refusal: { ...usual, event: 'refusal-sent', requests: claims, needs: ['refusalReason', 'text'] },
  completion: { ...usual, states: ['answered', 'finished'], takes: ['text'] },
  'wipe-notice': { ...usual, states: ['finished'] },
}

/** Letters of the EU lane are in English; every other is in Japanese. */
export function languageOf(lane: Lane): LetterLanguage {
  return lane === 'eu' ? 'en' : 'ja'
}

export interface LetterCase {
  state: CaseState
  kind: RequestKind
  lane: Lane
}

/** Whether this letter may be made for a case as it stands. */
export function mayBeMade(kind: LetterKind, { state, kind: request, lane }: LetterCase): boolean {
  const { states, requests, lanes } = letters[kind]
  return states.includes(state) && requests.includes(request) && lanes.includes(lane)
}

/** Inputs that a letter cannot do without and that are still empty. */
export function missingInputs(kind: LetterKind, inputs: LetterInputs): LetterInput[] {
  return letters[kind].needs.filter((input) => {
    const value = inputs[input]
    return value === null || value === '' || (Array.isArray(value) && value.length === 0)
  })
}

/** The inputs that the letter has a place for; what was typed for another letter does not come along. */
export function inputsFor(kind: LetterKind, inputs: LetterInputs): LetterInputs {
  const { needs, takes } = letters[kind]
  const has = (input: LetterInput): boolean => needs.includes(input) || takes.includes(input)
  return {
    items: has('items') ? correctionItems.filter((item) => inputs.items.includes(item)) : [],
    illegible: has('illegible') ? illegibilities.filter((reason) => inputs.illegible.includes(reason)) : [],
    text: has('text') ? inputs.text : '',
    sheet: has('sheet') ? inputs.sheet : [],
    refusalReason: has('refusalReason') ? inputs.refusalReason : null,
    until: has('until') ? inputs.until : null,
    amountYen: has('amountYen') ? inputs.amountYen : null,
    substitutions: inputs.substitutions,
    recipient: inputs.recipient,
  }
}
