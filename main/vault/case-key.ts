// How a domain is handed the key of a case, without knowing the cases.
import { Fault } from '../../shared/faults.ts'
import type { KeySlot } from './key-slot.ts'

/** Faults: not-found, wrong-stage (the case is wiped or being wiped). */
export type CaseKeyOf = (caseId: string) => Promise<{ slot: KeySlot; number: string }>

/** Null once the case is being wiped: then there is nothing left to open, and what is plain may still be shown. */
export async function keyUnlessWiped(caseKeyOf: CaseKeyOf, caseId: string): Promise<KeySlot | null> {
  try {
    return (await caseKeyOf(caseId)).slot
  } catch (error) {
    if (error instanceof Fault && error.code === 'wrong-stage') return null
    throw error
  }
}
