// The table of what must be masked on which document: nothing may be kept unless the desk said so, and two fields never.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alwaysMasked,
  changedRules,
  defaultMaskingPolicy,
  isPrintedOn,
  maskingPolicySchema,
  mustMask,
} from '../../shared/rules/masking-policy.ts'
import { documentKinds, fields } from '../../shared/screening.ts'

const anyDocument = fc.constantFrom(...documentKinds, null)
const anyField = fc.constantFrom(...fields)
const anyPolicy = fc.record({
  mayKeep: fc.array(
    fc.record({
      document: fc.constantFrom(...documentKinds),
      field: fc.constantFrom(...fields.filter((field) => !alwaysMasked.includes(field))),
    }),
  ),
})

describe('the policy that ships', () => {
  it('keeps nothing on any document', () => {
    for (const document of [...documentKinds, null])
      for (const field of fields) expect(mustMask(defaultMaskingPolicy, document, field)).toBe(true)
  })
})

describe('a policy of the desk', () => {
  it('lets exactly the named field be kept on exactly the named document', () => {
    const policy = { mayKeep: [{ document: 'licence', field: 'organ-donation' } as const] }
    expect(mustMask(policy, 'licence', 'organ-donation')).toBe(false)
    expect(mustMask(policy, 'insurance', 'organ-donation')).toBe(true)
    expect(mustMask(policy, null, 'organ-donation')).toBe(true)
  })

  it('can never keep a 本籍 or an 個人番号, not even when a table says so', () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom(...alwaysMasked), (document, field) => {
        const mayKeep = documentKinds.map((kind) => ({ document: kind, field }))
        expect(mustMask({ mayKeep }, document, field)).toBe(true)
        expect(maskingPolicySchema.safeParse({ mayKeep }).success).toBe(false)
      }),
    )
  })

  it('differs from another in exactly the rules that are named', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, anyField, (before, after, field) => {
        const changes = changedRules(before, after)
        for (const document of documentKinds) {
          const change = changes.find((each) => each.document === document && each.field === field)
          const was = mustMask(before, document, field)
          expect(change === undefined ? was : change.mustMask).toBe(mustMask(after, document, field))
        }
        expect(changedRules(after, after)).toEqual([])
      }),
    )
  })
})

it('the number of a person and the place of the register are printed where the documents say so', () => {
  expect(documentKinds.filter((document) => isPrintedOn(document, 'individual-number'))).toEqual([
    'juminhyo',
    'individual-number-card',
    'application-form',
    'other',
  ])
  expect(isPrintedOn('residence-card', 'permanent-domicile')).toBe(false)
})
