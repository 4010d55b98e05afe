// The vault's public face: keys in `keys.slots`, sealed files in `vault/`, columns sealed for the database.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Keychain } from '../surroundings.ts'
import { columnsUnder, type SealedColumn } from './columns.ts'
import { createDeskLock, type DeskLock } from './desk-lock.ts'
import { keySlotSchema, type KeySlot } from './key-slot.ts'
import { openKeys } from './keys.ts'
import { openObjectFolder, type ObjectKind, type SealedFile } from './objects.ts'
import { keyFor, mac, passwordCost, type ScryptCost } from './seal.ts'
import { openSlotFile } from './slot-file.ts'

export { keyUnlessWiped, unlessLost, type CaseKeyOf } from './case-key.ts'
export type { SealedColumn } from './columns.ts'
export type { DeskLock } from './desk-lock.ts'
export { keySlotSchema, type KeySlot } from './key-slot.ts'
export type { ObjectKind, SealedFile } from './objects.ts'
export { describeStorage, type Storage } from './storage.ts'

/** What a key is wrapped by: the desk key itself, or the key in another slot. */
export type KeyParent = KeySlot | 'desk'

/**
 * Needs the desk key for everything but destroying, shredding, describing and listing: Fault 'not-signed-in' while locked.
 * A damaged slot or file is refused as Fault 'vault-damaged' and hurts no other.
 */
export interface Vault {
  isUnlocked(): boolean
  /** `id`: a UUID, bound to the key for good. */
  createKey(kind: 'case' | 'document', id: string, parent: KeyParent): Promise<KeySlot>
  /**
   * The same key under another parent, in a new slot; then the old slot is destroyed. A caller that was killed before it
   * noted the new slot may go on using, re-wrapping or destroying the old number: it leads to the new slot.
   */
  rewrapKey(slot: KeySlot, parent: KeyParent): Promise<KeySlot>
  /** Random bytes, sync, zeros, sync, read back. Repeatable. */
  destroyKey(slot: KeySlot): Promise<void>
  keyIsDestroyed(slot: KeySlot): Promise<boolean>
  /** Names the key on certificates; says nothing about its bytes. */
  keyId(slot: KeySlot): Promise<string>
  /**
   * Half of the key and half of its wrapped form: to search the disk for after it was destroyed, too little to make it again.
   * The caller clears them.
   */
  keyTraces(slot: KeySlot): Promise<Buffer[]>
  /** Writes `vault/<uuid>.sealed`; on return it is on the disk. `bytes` and `sha256` are those of the sealed file. Fault: disk-full. */
  sealObject(slot: KeySlot, kind: ObjectKind, bytes: Uint8Array, id?: string): Promise<SealedFile>
  /** Faults: vault-damaged (cut, swapped, altered, missing), not-found (its key was destroyed). Never a part of the content. */
  openObject(slot: KeySlot, kind: ObjectKind, id: string): Promise<Buffer>
  /** The sealed file as it lies there: size and SHA-256 (hex) of the whole, and 32 bytes of ciphertext to search for; null when there is none. */
  describeObject(id: string): Promise<{ bytes: number; sha256: string; head: Buffer } | null>
  /** Overwrites, syncs and removes the sealed file. Repeatable. */
  shredObject(id: string): Promise<void>
  /** For a BLOB column named `*_sealed`: bound to this key, column and row. */
  sealColumn(slot: KeyParent, column: string, rowId: string, text: string): Promise<Buffer>
  openColumn(slot: KeyParent, column: string, rowId: string, sealed: Uint8Array): Promise<string>
  /** For lists: many at the price of few reads. What does not open is null and costs no other. Fault: not-signed-in. */
  openColumns(columns: readonly SealedColumn[]): Promise<(string | null)[]>
  /** Knows the same bytes again without storing a plain hash of them: HMAC-SHA-256 under a key of this desk, hex. */
  fingerprint(bytes: Uint8Array): Promise<string>
  /** HMAC-SHA-256 under another key of this desk, hex: proves that the desk wrote a certificate. */
  certificateSeal(bytes: Uint8Array): Promise<string>
  /** HMAC-SHA-256 under a third key of this desk, hex: proves that the desk noted how far the audit chain was verified. */
  chainSeal(text: string): Promise<string>
  /** Ids of the sealed files on the disk. */
  listObjects(): Promise<string[]>
  /** Numbers of key slots that are damaged: their cases or documents are lost, no other. */
  damagedSlots(): number[]
}

export interface VaultParts {
  dataFolder: string
  keychain: Keychain | null
  /** Only tests ask for less than the default. */
  cost?: ScryptCost
}

/** The vault is for the domains; the lock, which alone knows secrets, for staff. Fault: vault-damaged {part: 'keys-file'}. */
export async function openVault(parts: VaultParts): Promise<{ vault: Vault; lock: DeskLock; close(): Promise<void> }> {
  const file = await openSlotFile(join(parts.dataFolder, 'keys.slots'))
  const lock = createDeskLock({ file, keychain: parts.keychain, cost: parts.cost ?? passwordCost })
  const keys = openKeys(file, lock)
  const objects = await openObjectFolder(join(parts.dataFolder, 'vault'))
  const columns = columnsUnder(keys)

  const vault: Vault = {
    isUnlocked: lock.isUnlocked,
    createKey: async (kind, id, parent) => keySlotSchema.parse(await keys.create(kind, id, numberOf(parent))),
    rewrapKey: async (slot, parent) => keySlotSchema.parse(await keys.rewrap(slot, numberOf(parent))),
    destroyKey: keys.destroy,
    keyIsDestroyed: keys.isDestroyed,
    keyId: keys.publicId,
    keyTraces: keys.traces,
    sealObject: (slot, kind, bytes, id = randomUUID()) =>
      keys.withKey(slot, (key) => objects.seal(keyFor(key, 'objects'), kind, id, bytes)),
    openObject: (slot, kind, id) => keys.withKey(slot, (key) => objects.open(keyFor(key, 'objects'), kind, id)),
    describeObject: objects.describe,
    shredObject: objects.shred,
    ...columns,
    fingerprint: (bytes) => keys.withKey(null, async (key) => mac(keyFor(key, 'fingerprints'), bytes).toString('hex')),
    certificateSeal: (bytes) =>
      keys.withKey(null, async (key) => mac(keyFor(key, 'certificates'), bytes).toString('hex')),
    chainSeal: (text) =>
      keys.withKey(null, async (key) => mac(keyFor(key, 'audit-chain'), Buffer.from(text)).toString('hex')),
    listObjects: objects.list,
    damagedSlots: file.damaged,
  }
  return {
    vault,
    lock,
    async close() {
      lock.lock()
      await file.close()
    },
  }
}

function numberOf(parent: KeyParent): number | null {
  return parent === 'desk' ? null : parent
}
