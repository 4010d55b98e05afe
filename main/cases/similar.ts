// Cases whose requester looks like somebody: compared with the names and addresses that stand in memory for the lists.
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import { likenesses, likenessOf } from '../../shared/rules/similar-cases.ts'
import type { Listing } from './listing.ts'

/** Open cases and finished ones that are not wiped yet; the likest first, the newest of those first. */
export async function similarCases(
  listing: Pick<Listing, 'open'>,
  { name, address, exceptId }: CallRequest<'cases.similar'>,
): Promise<CallAnswer<'cases.similar'>> {
  const cases = (await listing.open()).flatMap(({ summary, requester }) => {
    const likeness = requester === null || summary.id === exceptId ? null : likenessOf({ name, address }, requester)
    if (requester === null || likeness === null) return []
    const { id: caseId, number, kind, state, arrivedOn } = summary
    return [{ caseId, number, kind, state, arrivedOn, requesterName: requester.name, likeness }]
  })
  return {
    cases: cases.toSorted((one, other) => likenesses.indexOf(one.likeness) - likenesses.indexOf(other.likeness)),
  }
}
