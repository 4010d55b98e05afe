// One slot of `keys.slots` as bytes: 4 KiB with who the key is for, how it is wrapped, the wrapped key, and a checksum.
import { createHash } from 'node:crypto'
import { costIsSane, keyBytes, sealBytes, type ScryptCost } from './seal.ts'

/** One block of most file systems: a write inside it reaches no neighbour. */
export const slotBytes = 4096

export const slotKinds = ['staff', 'recovery', 'keychain', 'case', 'document'] as const
export type SlotKind = (typeof slotKinds)[number]

/** Everything of a slot but the wrapped key; all of it is bound to the wrapping as associated data. */
export interface SlotLabel {
  slot: number
  kind: SlotKind
  /** UUID of the person, case or document; of nobody (zeros) for the recovery code. */
  id: string
  /** Slot of the wrapping key; null: the desk key, or for wraps of the desk key itself a secret. */
  parent: number | null
  /** The slot whose key this one took over. */
  replaces: number | null
  /** How a secret becomes the wrapping key; null under another key. */
  secret: { cost: ScryptCost; salt: Uint8Array } | null
  /** A keychain's part of the wrapping key: its sealed bytes and a value that tells whether they were opened rightly. */
  keychain: { sealed: Uint8Array; check: Uint8Array } | null
}

export interface UsedSlot {
  state: 'used'
  label: SlotLabel
  block: Buffer
}

export type Slot = { state: 'free' } | { state: 'destroyed' } | { state: 'damaged' } | UsedSlot

const magic = 'PDKS'
const version = 1
const none = 0xffff_ffff
const saltBytes = 32
const checkBytes = 16
/** safeStorage's answers are about 100 bytes (DPAPI: 300); more than this is not written. */
export const mostKeychainBytes = 2000

const at = {
  magic: 0,
  version: 4,
  kind: 5,
  slot: 8,
  parent: 12,
  id: 16,
  replaces: 32,
  cost: 36,
  salt: 48,
  keychainLength: 80,
  keychain: 82,
  check: 2082,
  sealedKey: 2112,
  checksum: slotBytes - 32,
} as const

const free = Buffer.alloc(slotBytes, 'FREE')
const zeros = Buffer.alloc(slotBytes)

/** What fills a slot that was never written. Zeros mean: destroyed. */
export function freeBlock(): Buffer {
  return Buffer.from(free)
}

/** The label's bytes: the start of the slot, and what `seal` binds the key to. */
export function labelBytes(label: SlotLabel): Buffer {
  const bytes = Buffer.alloc(at.sealedKey)
  bytes.write(magic, at.magic, 'latin1')
  bytes.writeUInt8(version, at.version)
  bytes.writeUInt8(slotKinds.indexOf(label.kind) + 1, at.kind)
  bytes.writeUInt32BE(label.slot, at.slot)
  bytes.writeUInt32BE(label.parent ?? none, at.parent)
  uuidBytes(label.id).copy(bytes, at.id)
  bytes.writeUInt32BE(label.replaces ?? none, at.replaces)
  if (label.secret !== null) {
    const { cost, salt } = label.secret
    for (const [index, number] of [cost.n, cost.r, cost.p].entries()) bytes.writeUInt32BE(number, at.cost + 4 * index)
    bytes.set(salt, at.salt)
  }
  if (label.keychain !== null) {
    const { sealed, check } = label.keychain
    if (sealed.length > mostKeychainBytes) throw new Error('The keychain gave more bytes than a slot holds.')
    bytes.writeUInt16BE(sealed.length, at.keychainLength)
    bytes.set(sealed, at.keychain)
    bytes.set(check, at.check)
  }
  return bytes
}

/** `sealedKey`: the key as `seal` wrapped it. */
export function slotBlock(label: Uint8Array, sealedKey: Uint8Array): Buffer {
  const block = Buffer.alloc(slotBytes)
  block.set(label)
  block.set(sealedKey, at.sealedKey)
  checksumOf(block).copy(block, at.checksum)
  return block
}

export function sealedKeyOf(block: Buffer): Buffer {
  return block.subarray(at.sealedKey, at.sealedKey + keyBytes + sealBytes)
}

export function labelBytesOf(block: Buffer): Buffer {
  return block.subarray(0, at.sealedKey)
}

/** What lies in the slot; anything that is not wholly one of the three good states is damaged. */
export function readSlot(block: Buffer, slot: number): Slot {
  if (block.equals(free)) return { state: 'free' }
  if (block.equals(zeros)) return { state: 'destroyed' }
  const isWhole = block.length === slotBytes && checksumOf(block).equals(block.subarray(at.checksum))
  if (!isWhole || block.toString('latin1', at.magic, 4) !== magic || block.readUInt8(at.version) !== version) {
    return { state: 'damaged' }
  }
  const label = readLabel(block)
  // A slot that was copied to another place is whole in itself and must not be taken for the one that belongs there.
  return label === null || label.slot !== slot ? { state: 'damaged' } : { state: 'used', label, block }
}

function readLabel(block: Buffer): SlotLabel | null {
  const kind = slotKinds[block.readUInt8(at.kind) - 1]
  const cost = {
    n: block.readUInt32BE(at.cost),
    r: block.readUInt32BE(at.cost + 4),
    p: block.readUInt32BE(at.cost + 8),
  }
  const keychainLength = block.readUInt16BE(at.keychainLength)
  const hasSecret = cost.n !== 0
  if (kind === undefined || keychainLength > mostKeychainBytes || (hasSecret && !costIsSane(cost))) return null
  return {
    slot: block.readUInt32BE(at.slot),
    kind,
    id: uuidText(block.subarray(at.id, at.id + 16)),
    parent: orNull(block.readUInt32BE(at.parent)),
    replaces: orNull(block.readUInt32BE(at.replaces)),
    secret: hasSecret ? { cost, salt: copyOf(block, at.salt, saltBytes) } : null,
    keychain:
      keychainLength === 0
        ? null
        : { sealed: copyOf(block, at.keychain, keychainLength), check: copyOf(block, at.check, checkBytes) },
  }
}

/** Labels are kept in memory; they must not keep the blocks they came from. */
function copyOf(block: Buffer, start: number, length: number): Buffer {
  return Buffer.from(block.subarray(start, start + length))
}

function orNull(number: number): number | null {
  return number === none ? null : number
}

function checksumOf(block: Buffer): Buffer {
  return createHash('sha256').update(block.subarray(0, at.checksum)).digest()
}

export function uuidBytes(uuid: string): Buffer {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  if (bytes.length !== 16) throw new Error('An id of the vault is not a UUID.')
  return bytes
}

export function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
