// Two people at one form: nobody's typing is lost, and nobody's change is undone unseen.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeChanges } from '../../shared/rules/merge-changes.ts'

const fields = ['name', 'address', 'contact'] as const
const opened = { name: '髙橋 花子', address: '渋谷区渋谷一丁目', contact: '' }

it('keeps what was typed and takes over what the other person changed elsewhere', () => {
  const typed = { ...opened, contact: '03-0000-0000' }
  const now = { ...opened, address: '大阪市北区' }
  expect(mergeChanges(fields, { opened, typed, now })).toEqual({
    value: { ...opened, address: '大阪市北区', contact: '03-0000-0000' },
    clashing: [],
  })
})

it('names what both changed, and leaves what was typed until a person chooses', () => {
  const typed = { ...opened, address: '横浜市中区' }
  const now = { ...opened, address: '大阪市北区' }
  expect(mergeChanges(fields, { opened, typed, now })).toEqual({ value: typed, clashing: ['address'] })
  const same = mergeChanges(fields, { opened, typed: now, now })
  expect(same, 'both typed the same').toEqual({ value: now, clashing: [] })
})

it('for any three states: what I touched is mine, what I did not touch is theirs', () => {
  const state = fc.record({ name: fc.constantFrom('a', 'b', 'c'), address: fc.constantFrom('a', 'b', 'c') })
  fc.assert(
    fc.property(state, state, state, (was, mine, theirs) => {
      const { value, clashing } = mergeChanges(['name', 'address'], { opened: was, typed: mine, now: theirs })
      for (const field of ['name', 'address'] as const) {
        expect(value[field]).toBe(mine[field] === was[field] ? theirs[field] : mine[field])
        expect(clashing.includes(field)).toBe(new Set([was[field], mine[field], theirs[field]]).size === 3)
      }
    }),
  )
})
