// Whether two requesters look like one person: same name after normalising, and the address with it or not.
import { compareAddresses } from './identity/compare-addresses.ts'
import { compareNames } from './identity/compare-names.ts'

export const likenesses = ['name-and-address', 'name-alone'] as const
export type Likeness = (typeof likenesses)[number]

/** Null: nothing speaks for it. An address alone says nothing: families live together. */
export function likenessOf(
  one: { name: string; address: string },
  other: { name: string; address: string },
): Likeness | null {
  if (compareNames(one.name, other.name).result === 'different') return null
  return compareAddresses(one.address, other.address).result === 'different' ? 'name-alone' : 'name-and-address'
}
