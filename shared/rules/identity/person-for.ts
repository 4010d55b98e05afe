// Which person of a page a name speaks of: a 住民票 shows a whole household.
import type { ReadPerson } from '../../identity.ts'
import { compareNames } from './compare-names.ts'

/** The person whose name differs least from `name`; the first one when none is nearer than another, null on an empty page. */
export function personFor(people: readonly ReadPerson[], name: string): ReadPerson | null {
  const distance = (person: ReadPerson): number => {
    const { differences } = compareNames(person.name?.text ?? '', name)
    return differences.reduce((sum, { left, right }) => sum + Math.max(left.length, right.length), 0)
  }
  return people.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}
