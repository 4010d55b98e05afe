// Keys of cases and documents in their slots: made, wrapped, re-wrapped, opened for a moment, destroyed.
import { createHash, randomBytes } from 'node:crypto'
import { Fault } from '../../shared/faults.ts'
import { unlessLost } from './case-key.ts'
import { keyBytes, keyFor, seal, unseal } from './seal.ts'
import type { SlotFile } from './slot-file.ts'
import { labelBytes, labelBytesOf, sealedKeyOf, slotBlock, type SlotLabel, type UsedSlot } from './slot-format.ts'

/** The desk key while somebody is signed in. */
export interface DeskKey {
  /** Fault 'not-signed-in' while locked. */
  bytes(): Buffer
}

export interface Keys {
  create(kind: 'case' | 'document', id: string, parent: number | null): Promise<number>
  rewrap(slot: number, parent: number | null): Promise<number>
  destroy(slot: number): Promise<void>
  isDestroyed(slot: number): Promise<boolean>
  publicId(slot: number): Promise<string>
  traces(slot: number): Promise<Buffer[]>
  /** Hands the key to `use` and clears it afterwards. `null`: the desk key. */
  withKey<T>(slot: number | null, use: (key: Buffer) => Promise<T>): Promise<T>
  /** The same for many: a slot whose key is destroyed or damaged is not among them. Slots are read once, and together where they lie together. */
  withKeys(slots: readonly number[], use: (keys: ReadonlyMap<number, Buffer>) => void): Promise<void>
}

export function openKeys(file: SlotFile, deskKey: DeskKey): Keys {
  async function withKey<T>(slot: number | null, use: (key: Buffer) => Promise<T>): Promise<T> {
    // A copy, so that a lock in the middle does not zero the key under running work's hands.
    const key = slot === null ? Buffer.from(deskKey.bytes()) : await unwrap(await present(slot))
    try {
      return await use(key)
    } finally {
      key.fill(0)
    }
  }

  async function unwrap({ label, block }: UsedSlot): Promise<Buffer> {
    const { slot } = label
    if (!isOfRecord(label)) throw new Fault('vault-damaged', { part: 'key', slot })
    const key = await withKey(label.parent, async (parent) => openWrap(parent, block, file.fileId))
    if (key === null) throw new Fault('vault-damaged', { part: 'key', slot })
    return key
  }

  /** Slots that took over this slot's key: what a re-wrap left whose caller was killed before it noted the new number. */
  function successors(slot: number): number[] {
    return file.labels().flatMap((label) => (label.replaces === slot ? [label.slot] : []))
  }

  /** The slot where the key lies now, read from the disk: the slot itself, or the one it was re-wrapped into. Faults as of `read`. */
  async function present(slot: number): Promise<UsedSlot> {
    const found = await file.look(slot)
    if (found.state === 'used') return found
    const successor = found.state === 'destroyed' ? successors(slot).at(-1) : undefined
    return file.read(successor ?? slot)
  }

  /** What lies in each slot now; a slot that is lost is left out. */
  async function presentOfEach(slots: readonly number[]): Promise<Map<number, UsedSlot>> {
    const found = await file.lookAtEach(slots)
    const used = new Map<number, UsedSlot>()
    for (const [slot, one] of found) {
      const there = one.state === 'used' ? one : await unlessLost(present(slot))
      if (there !== null) used.set(slot, there)
    }
    return used
  }

  async function withKeys(slots: readonly number[], use: (keys: ReadonlyMap<number, Buffer>) => void): Promise<void> {
    const used = [...(await presentOfEach([...new Set(slots)]))].filter(([, { label }]) => isOfRecord(label))
    const opened = new Map<number, Buffer>()
    const openUnder = (parent: Buffer, wrapped: readonly (readonly [number, UsedSlot])[]): void => {
      const wrapping = keyFor(parent, 'wrap')
      for (const [slot, { block }] of wrapped) {
        const key = openWrapWith(wrapping, block, file.fileId)
        if (key !== null) opened.set(slot, key)
      }
    }
    try {
      const underDesk = used.filter(([, { label }]) => label.parent === null)
      if (underDesk.length > 0) await withKey(null, async (parent) => openUnder(parent, underDesk))
      const parents = used.flatMap(([, { label }]) => (label.parent === null ? [] : [label.parent]))
      if (parents.length > 0) {
        await withKeys(parents, (found) => {
          for (const one of used) {
            const parent = one[1].label.parent === null ? undefined : found.get(one[1].label.parent)
            if (parent !== undefined) openUnder(parent, [one])
          }
        })
      }
      use(opened)
    } finally {
      for (const key of opened.values()) key.fill(0)
    }
  }

  async function wrap(label: Omit<SlotLabel, 'slot'>, key: Uint8Array): Promise<number> {
    return withKey(label.parent, (parent) => file.add((slot) => wrapInto({ ...label, slot }, parent, key, file.fileId)))
  }

  async function destroy(slot: number): Promise<void> {
    // Before the slot itself: killed in between, the number still leads to what is left.
    for (const successor of successors(slot)) await file.destroy(successor)
    await file.destroy(slot)
  }

  return {
    create: async (kind, id, parent) => {
      const key = randomBytes(keyBytes)
      try {
        return await wrap({ kind, id, parent, replaces: null, secret: null, keychain: null }, key)
      } finally {
        key.fill(0)
      }
    },
    async rewrap(slot, parent) {
      const { label } = await present(slot)
      const from = label.slot
      // Left by earlier tries that were killed; nobody knows their numbers.
      for (const successor of successors(slot)) if (successor !== from) await file.destroy(successor)
      if (label.parent === parent) return from
      const to = await withKey(from, (key) => wrap({ ...label, parent, replaces: slot }, key))
      await withKey(to, async () => undefined)
      await file.destroy(from)
      return to
    },
    destroy,
    isDestroyed: async (slot) => (await file.look(slot)).state === 'destroyed' && successors(slot).length === 0,
    async publicId(slot) {
      const { block } = await present(slot)
      return createHash('sha256').update('privacy-desk/key-id').update(sealedKeyOf(block)).digest('hex').slice(0, 16)
    },
    async traces(slot) {
      const { block } = await present(slot)
      // Halves are enough to find a copy and too little to make the key again.
      const halves = [Buffer.from(sealedKeyOf(block).subarray(0, keyBytes / 2))]
      await withKey(slot, async (key) => void halves.push(Buffer.from(key.subarray(0, keyBytes / 2))))
      return halves
    },
    withKey,
    withKeys,
  }
}

function isOfRecord({ kind }: SlotLabel): boolean {
  return kind === 'case' || kind === 'document'
}

/** The slot's bytes with `key` wrapped under `wrapping`, bound to the whole label and to this file. */
export function wrapInto(label: SlotLabel, wrapping: Uint8Array, key: Uint8Array, fileId: Uint8Array): Buffer {
  const bytes = labelBytes(label)
  return slotBlock(bytes, seal(keyFor(wrapping, 'wrap'), key, Buffer.concat([fileId, bytes])))
}

/** null under the wrong wrapping key, or when label or key were altered. */
export function openWrap(wrapping: Uint8Array, block: Buffer, fileId: Uint8Array): Buffer | null {
  return openWrapWith(keyFor(wrapping, 'wrap'), block, fileId)
}

function openWrapWith(wrapping: Uint8Array, block: Buffer, fileId: Uint8Array): Buffer | null {
  return unseal(wrapping, sealedKeyOf(block), Buffer.concat([fileId, labelBytesOf(block)]))
}
