// How a domain is handed the key of a case, without knowing the cases; and what a list does where a key is lost.
import { Fault } from '../../shared/faults.ts'
import type { KeySlot } from './key-slot.ts'

/** Faults: not-found, wrong-stage (the case is wiped or being wiped). */
export type CaseKeyOf = (caseId: string) => Promise<{ slot: KeySlot; number: string }>

/**
 * For lists over many cases: what does not open because its key was destroyed a moment ago, or is damaged, costs its own line
 * and no other. Null for it.
 */
export async function unlessLost<Opened>(opening: Promise<Opened>): Promise<Opened | null> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof Fault && (error.code === 'vault-damaged' || error.code === 'not-found')) return null
    throw error
  }
}

/** Null once the case is being wiped: then there is nothing left to open, and what is plain may still be shown. */
export async function keyUnlessWiped(caseKeyOf: CaseKeyOf, caseId: string): Promise<KeySlot | null> {
  try {
    return (await caseKeyOf(caseId)).slot
  } catch (error) {
    if (error instanceof Fault && error.code === 'wrong-stage') return null
    throw error
  }
}
