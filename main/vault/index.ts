// The vault's public face: keys in `keys.slots`, sealed files in `vault/`, columns sealed for the database.

declare const keySlotBrand: unique symbol
/** The number of a slot in `keys.slots`: what the database stores instead of a key. */
export type KeySlot = number & { readonly [keySlotBrand]: true }
/** What a key is wrapped by: the desk key itself, or the key in another slot. */
export type KeyParent = KeySlot | 'desk'
export type ObjectKind = 'scan' | 'masked-page' | 'notice'

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
  /** Writes `vault/<uuid>.sealed`; on return it is on the disk. `bytes` and `sha256` are those of the sealed file. Fault: disk-full. */
  sealObject(slot: KeySlot, kind: ObjectKind, bytes: Uint8Array, id?: string): Promise<{ id: string; bytes: number; sha256: string }>
  /** Faults: vault-damaged (cut, swapped, altered, missing), not-found (its key was destroyed). Never a part of the content. */
  openObject(slot: KeySlot, kind: ObjectKind, id: string): Promise<Buffer>
  /** The sealed file as it lies there: size and SHA-256 (hex) of the whole, and 32 bytes of ciphertext to search for; null when there is none. */
  describeObject(id: string): Promise<{ bytes: number; sha256: string; head: Buffer } | null>
  /** Overwrites, syncs and removes the sealed file. Repeatable. */
  shredObject(id: string): Promise<void>
  /** For a BLOB column named `*_sealed`: bound to this key, column and row. */
  sealColumn(slot: KeyParent, column: string, rowId: string, text: string): Promise<Buffer>
  openColumn(slot: KeyParent, column: string, rowId: string, sealed: Uint8Array): Promise<string>
  /** Knows the same bytes again without storing a plain hash of them: HMAC-SHA-256 under a key of this desk, hex. */
  fingerprint(bytes: Uint8Array): Promise<string>
  /** HMAC-SHA-256 under another key of this desk, hex: proves that the desk wrote a certificate. */
  certificateSeal(bytes: Uint8Array): Promise<string>
  /** Ids of the sealed files on the disk. */
  listObjects(): Promise<string[]>
}
