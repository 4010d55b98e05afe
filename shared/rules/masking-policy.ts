// Which field must be masked on which kind of document: what ships with the app, and what an administrator may change of it.
import { z } from 'zod'
import type { DocumentKind, Field } from '../screening.ts'
import { documentKinds, documentKindSchema, fields, fieldSchema } from '../screening.ts'

/** A field that may be kept on a kind of document. Everything that is not named must be masked. */
export const exceptionSchema = z.object({ document: documentKindSchema, field: fieldSchema })
export type MaskingException = z.infer<typeof exceptionSchema>

/**
 * Never to be kept, whatever the desk decides. Source: policy §12 (本籍地は隠してからコピー) and 機微情報 of 金融分野ガイドライン 5条;
 * 番号法 20条 (個人番号).
 */
export const alwaysMasked: readonly Field[] = ['permanent-domicile', 'individual-number']

export const maskingPolicySchema = z
  .object({ mayKeep: z.array(exceptionSchema) })
  .refine(({ mayKeep }) => mayKeep.every(({ field }) => !alwaysMasked.includes(field)), {
    message: 'A 本籍 and an 個人番号 are always masked.',
  })
export type MaskingPolicy = z.infer<typeof maskingPolicySchema>

/**
 * Nothing may be kept. Source: 住基法 (住民票コード), 健康保険法 194条の2 and its kin since 2020-10-01 (保険者番号, 記号・番号 and their
 * QR), 国民年金法 108条の4 (基礎年金番号); 筆頭者 and 臓器提供意思 by the desk's own rule.
 */
export const defaultMaskingPolicy: MaskingPolicy = { mayKeep: [] }

/** What each kind of document prints, as far as nobody may keep it: the cells of the table a person can reason about. */
const printed: Record<DocumentKind, readonly Field[]> = {
  licence: ['permanent-domicile', 'organ-donation'],
  passport: ['permanent-domicile'],
  juminhyo: ['permanent-domicile', 'head-of-register', 'individual-number', 'resident-code'],
  koseki: ['permanent-domicile', 'head-of-register'],
  insurance: ['insurer-number', 'insured-number', 'insurance-qr', 'organ-donation'],
  eligibility: ['insurer-number', 'insured-number', 'insurance-qr', 'organ-donation'],
  juki: ['resident-code'],
  'individual-number-card': ['individual-number', 'organ-donation'],
  'residence-card': [],
  'application-form': fields,
  other: fields,
}

/** Whether the field is printed on that kind of document, so that keeping it is a question at all. */
export function isPrintedOn(document: DocumentKind, field: Field): boolean {
  return printed[document].includes(field)
}

/** On a page whose kind is not known yet everything must be masked. */
export function mustMask({ mayKeep }: MaskingPolicy, document: DocumentKind | null, field: Field): boolean {
  if (alwaysMasked.includes(field)) return true
  return !mayKeep.some((exception) => exception.document === document && exception.field === field)
}

/** What a change turns round, in the order of the table. */
export function changedRules(
  before: MaskingPolicy,
  after: MaskingPolicy,
): (MaskingException & { mustMask: boolean })[] {
  return documentKinds.flatMap((document) =>
    fields
      .filter((field) => mustMask(before, document, field) !== mustMask(after, document, field))
      .map((field) => ({ document, field, mustMask: mustMask(after, document, field) })),
  )
}
