// The plan of a wipe: everything the holders name, with size, hash and key id as they are before anything is destroyed.
import type { WipeObject } from '../../shared/ipc/parts.ts'
import type { Vault } from '../vault/index.ts'
import type { WipeHolder, WipeHolding } from './holder.ts'
import type { Plan } from './store.ts'

/** Words of `method` on a certificate. */
export const methods = {
  key: 'key-overwritten-in-place',
  file: 'key-overwritten-in-place, ciphertext-overwritten-and-removed',
  columns: 'key-overwritten-in-place, columns-cleared',
} as const

export async function gatherObjects(
  vault: Vault,
  holders: readonly WipeHolder[],
  caseId: string,
): Promise<WipeObject[]> {
  return (await describeHoldings(vault, await holdingsOf(holders, caseId))).objects
}

/** Needs the desk key, for the canaries. */
export async function gatherPlan(vault: Vault, holders: readonly WipeHolder[], caseId: string): Promise<Plan> {
  const holdings = await holdingsOf(holders, caseId)
  const canaries = (await Promise.all(holders.map((holder) => holder.canaries(caseId)))).flat()
  const { objects, files } = await describeHoldings(vault, holdings)
  const slots = holdings.flatMap(({ slot }) => (slot === null ? [] : [slot]))
  return {
    objects,
    // The case key first: with it every document of the case is closed at once.
    slots: [...new Set(slots)].sort((a, b) => rank(holdings, a) - rank(holdings, b)),
    files,
    canaries: [...new Set(canaries)].map((canary) => Buffer.from(canary).toString('hex')),
  }
}

async function holdingsOf(holders: readonly WipeHolder[], caseId: string): Promise<WipeHolding[]> {
  return (await Promise.all(holders.map((holder) => holder.holdings(caseId)))).flat()
}

function rank(holdings: readonly WipeHolding[], slot: number): number {
  return holdings.some((holding) => holding.kind === 'case-key' && holding.slot === slot) ? 0 : 1
}

async function describeHoldings(
  vault: Vault,
  holdings: readonly WipeHolding[],
): Promise<{ objects: WipeObject[]; files: Plan['files'] }> {
  const caseSlot = holdings.find(({ kind }) => kind === 'case-key')?.slot ?? null
  const objects: WipeObject[] = []
  const files: Plan['files'] = []
  for (const { kind, id, slot, objectId } of holdings) {
    const file = objectId === null ? null : await vault.describeObject(objectId)
    const keySlot = slot ?? caseSlot
    // A masked scan's original has lost its key long before: there is no id left to name.
    const keyId = keySlot === null || (await vault.keyIsDestroyed(keySlot)) ? '' : await vault.keyId(keySlot)
    const method = objectId !== null ? methods.file : kind === 'personal-columns' ? methods.columns : methods.key
    objects.push({ id, kind, bytes: file?.bytes ?? 0, ciphertextSha256: file?.sha256 ?? null, keyId, method })
    if (objectId !== null) files.push({ objectId, head: file?.head.toString('hex') ?? null })
  }
  return { objects, files }
}
