// What opens the desk: wraps of the desk key under passwords and the recovery code, and a spare per keychain; the key itself only while unlocked.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { Fault } from '../../shared/faults.ts'
import type { Keychain } from '../surroundings.ts'
import { keySlotSchema, type KeySlot } from './key-slot.ts'
import { openWrap, wrapInto, type DeskKey } from './keys.ts'
import { keyBytes, keyFor, keyFromSecret, mac, type ScryptCost } from './seal.ts'
import type { SlotFile } from './slot-file.ts'
import { mostKeychainBytes, type SlotLabel } from './slot-format.ts'

/**
 * The keychain's part. A password alone opens the desk on every PC and under every OS user, so a keychain could only add a second way
 * in; one that opened without the password would make the passwords worth nothing against whoever sits at the unlocked PC. So it holds a
 * *spare*: the desk key wrapped under password and keychain together. Where a person's own slot is damaged, the spare opens with the same
 * password on the same OS account, and the slot is written anew. It is never weaker than the password and never needed.
 */
export interface DeskLock {
  isUnlocked(): boolean
  /** True when the file holds keys of cases or documents: then a new desk key would make all of them unreadable. */
  holdsKeys(): boolean
  /** Makes a new desk key and unlocks with it; wraps of a set-up that was killed are destroyed. */
  makeDeskKey(): Promise<void>
  /** Wraps the desk key under a password. The caller notes the slot, then calls `keepOnly`. */
  addPassword(personId: string, password: string): Promise<KeySlot>
  addRecoveryCode(code: string): Promise<KeySlot>
  /**
   * Unlocks. 'repaired': the slot was damaged and the spare opened; add the password anew.
   * Fault: vault-damaged when the slot is damaged and no spare fits.
   */
  unlock(slot: KeySlot, personId: string, password: string): Promise<'opened' | 'repaired' | 'wrong'>
  unlockWithRecoveryCode(code: string): Promise<'opened' | 'wrong'>
  /** Whether the password opens the slot; changes nothing. */
  fits(slot: KeySlot, personId: string, password: string): Promise<boolean>
  /** Leaves a spare in this OS account's keychain, unless one is there or there is no keychain. */
  leaveSpare(personId: string, password: string): Promise<void>
  /** Destroys the person's spares of all keychains: before a password changes. */
  forgetSpares(personId: string): Promise<void>
  /** Destroys every password wrap that is not one of these, and spares of other people: what a killed change left. */
  keepOnly(people: readonly { id: string; keySlot: KeySlot }[]): Promise<void>
  /** Destroys every recovery wrap but `kept`. */
  forgetOtherRecoveryCodes(kept: KeySlot): Promise<void>
  /** Zeroes the desk key in memory. */
  lock(): void
}

/** Of nobody: the recovery code opens the desk for whoever holds it. */
const nobody = '00000000-0000-0000-0000-000000000000'
/** Spares of OS accounts that are gone cannot be told from others; more than this are not added. */
const mostSpares = 8

export interface DeskLockParts {
  file: SlotFile
  keychain: Keychain | null
  cost: ScryptCost
}

export function createDeskLock({ file, keychain, cost }: DeskLockParts): DeskLock & DeskKey {
  let deskKey: Buffer | null = null

  function bytes(): Buffer {
    if (deskKey === null) throw new Fault('not-signed-in')
    return deskKey
  }

  function unlockWith(key: Buffer): void {
    lock()
    deskKey = key
  }

  function lock(): void {
    deskKey?.fill(0)
    deskKey = null
  }

  function wraps(kind: SlotLabel['kind'], id: string): SlotLabel[] {
    return file.labels().filter((label) => label.kind === kind && label.id === id)
  }

  async function wrapUnder(kind: 'staff' | 'recovery', id: string, secret: string): Promise<KeySlot> {
    const salt = randomBytes(32)
    const wrapping = await keyFromSecret(secret, salt, cost)
    const slot = await file.add((number) =>
      wrapInto(
        { slot: number, kind, id, parent: null, replaces: null, secret: { cost, salt }, keychain: null },
        wrapping,
        bytes(),
        file.fileId,
      ),
    )
    wrapping.fill(0)
    return keySlotSchema.parse(slot)
  }

  /** null: the secret is wrong. Fault: vault-damaged. */
  async function tryOpen(slot: number, kind: SlotLabel['kind'], id: string, secret: string): Promise<Buffer | null> {
    const { label, block } = await file.read(slot)
    if (label.kind !== kind || label.id !== id || label.secret === null)
      throw new Fault('vault-damaged', { part: 'key', slot })
    const wrapping = await keyFromSecret(secret, label.secret.salt, label.secret.cost)
    const key = openWrap(wrapping, block, file.fileId)
    wrapping.fill(0)
    return key
  }

  /** The spare of this OS account with its keychain secret, opened and checked. */
  async function findSpare(personId: string): Promise<{ label: SlotLabel; keychainSecret: Buffer } | null> {
    if (keychain === null) return null
    for (const label of wraps('keychain', personId)) {
      if (label.keychain === null) continue
      const keychainSecret = await unprotect(keychain, label.keychain)
      if (keychainSecret !== null) return { label, keychainSecret }
    }
    return null
  }

  async function openSpare(personId: string, password: string): Promise<Buffer | null> {
    const spare = await findSpare(personId)
    if (spare === null || spare.label.secret === null) return null
    const { block } = await file.read(spare.label.slot)
    const fromPassword = await keyFromSecret(password, spare.label.secret.salt, spare.label.secret.cost)
    return openWrap(bothOf(fromPassword, spare.keychainSecret), block, file.fileId)
  }

  async function forget(isUnwanted: (label: SlotLabel) => boolean): Promise<void> {
    for (const { slot } of file.labels().filter(isUnwanted)) await file.destroy(slot)
  }

  return {
    bytes,
    isUnlocked: () => deskKey !== null,
    holdsKeys: () => file.labels().some(({ kind }) => kind === 'case' || kind === 'document'),
    async makeDeskKey() {
      await forget(() => true)
      unlockWith(randomBytes(keyBytes))
    },
    addPassword: (personId, password) => wrapUnder('staff', personId, password),
    addRecoveryCode: (code) => wrapUnder('recovery', nobody, code),
    async unlock(slot, personId, password) {
      try {
        const key = await tryOpen(slot, 'staff', personId, password)
        if (key === null) return 'wrong'
        unlockWith(key)
        return 'opened'
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        const key = await openSpare(personId, password)
        if (key === null) throw error
        unlockWith(key)
        return 'repaired'
      }
    },
    async unlockWithRecoveryCode(code) {
      for (const { slot } of wraps('recovery', nobody)) {
        const key = await tryOpen(slot, 'recovery', nobody, code)
        if (key === null) continue
        unlockWith(key)
        return 'opened'
      }
      return 'wrong'
    },
    async fits(slot, personId, password) {
      const key = await tryOpen(slot, 'staff', personId, password)
      key?.fill(0)
      return key !== null
    },
    async leaveSpare(personId, password) {
      if (keychain === null || wraps('keychain', personId).length >= mostSpares) return
      if ((await findSpare(personId)) !== null) return
      const keychainSecret = randomBytes(keyBytes)
      const sealed = await protect(keychain, keychainSecret)
      if (sealed === null) return
      const salt = randomBytes(32)
      const fromPassword = await keyFromSecret(password, salt, cost)
      const own = { sealed, check: checkOf(keychainSecret) }
      await file.add((slot) =>
        wrapInto(
          { slot, kind: 'keychain', id: personId, parent: null, replaces: null, secret: { cost, salt }, keychain: own },
          bothOf(fromPassword, keychainSecret),
          bytes(),
          file.fileId,
        ),
      )
    },
    forgetSpares: (personId) => forget(({ kind, id }) => kind === 'keychain' && id === personId),
    keepOnly: (people) =>
      forget(({ kind, id, slot }) => {
        if (kind === 'staff') return !people.some(({ keySlot }) => keySlot === slot)
        return kind === 'keychain' && !people.some((person) => person.id === id)
      }),
    forgetOtherRecoveryCodes: (kept) => forget(({ kind, slot }) => kind === 'recovery' && slot !== kept),
    lock,
  }
}

/** A keychain that is locked or gone wrong costs the spare, not the sign-in: the password has just opened the desk. */
async function protect(keychain: Keychain, secret: Uint8Array): Promise<Uint8Array | null> {
  try {
    const sealed = await keychain.protect(secret)
    return sealed.length > mostKeychainBytes ? null : sealed
  } catch {
    return null
  }
}

/** safeStorage has no integrity: altered bytes open to garbage without an error, and another OS account's may too. */
async function unprotect(
  keychain: Keychain,
  { sealed, check }: NonNullable<SlotLabel['keychain']>,
): Promise<Buffer | null> {
  let secret: Buffer
  try {
    secret = Buffer.from(await keychain.unprotect(sealed))
  } catch {
    return null
  }
  return timingSafeEqual(checkOf(secret), check) ? secret : null
}

function checkOf(keychainSecret: Uint8Array): Buffer {
  return mac(keyFor(keychainSecret, 'keychain-check'), new Uint8Array()).subarray(0, 16)
}

function bothOf(fromPassword: Uint8Array, keychainSecret: Uint8Array): Buffer {
  return mac(keychainSecret, fromPassword)
}
