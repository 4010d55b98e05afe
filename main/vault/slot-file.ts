// `keys.slots`: two headers, then preallocated 4 KiB slots, each written once and destroyed in place, never moved, never used again.
import { createHash, randomBytes } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Fault } from '../../shared/faults.ts'
import { codeOf, diskFault, readFully, writeFully, writeWhole } from './disk.ts'
import { inTurn } from '../jobs/index.ts'
import { freeBlock, readSlot, slotBytes, type Slot, type SlotLabel, type UsedSlot } from './slot-format.ts'

export interface SlotFile {
  /** Random, made with the file: bound to every key, so that no slot of another file fits here. */
  readonly fileId: Buffer
  /** Writes the next free slot and reads it back. `make` gets the number. Fault: disk-full. */
  add(make: (slot: number) => Buffer): Promise<number>
  /** Faults: vault-damaged {part: 'key', slot}; not-found {part: 'key'} when it was destroyed. */
  read(slot: number): Promise<UsedSlot>
  /** Random bytes, sync, zeros, sync, read back; also for a damaged slot. Repeatable. Throws when the zeros are not there. */
  destroy(slot: number): Promise<void>
  /** The slot as it lies on the disk now, whatever its state. Fault: vault-damaged for a number that is none. */
  look(slot: number): Promise<Slot>
  /** The same of many; neighbours are read together. What is no slot of the file is left out. */
  lookAtEach(slots: readonly number[]): Promise<Map<number, Slot>>
  /** Labels of all whole slots that hold a key. */
  labels(): readonly SlotLabel[]
  /** Numbers of slots that are neither free nor destroyed nor whole. */
  damaged(): number[]
  close(): Promise<void>
}

/** Two copies: a damaged header must not take every key with it. */
const headerBlocks = 2
const growBySlots = 64
const magic = 'PDSLOTS1'
const readAtOnce = 256
/** As many slots in between are read along: one read of more bytes costs less than two. */
const widestGap = 16

/** Opens the file, makes it when missing. Fault: vault-damaged {part: 'keys-file'} when both headers are gone. */
export async function openSlotFile(path: string): Promise<SlotFile> {
  const file = await openOrCreate(path)
  try {
    return await mapSlots(file)
  } catch (error) {
    await file.close()
    throw error
  }
}

async function mapSlots(file: FileHandle): Promise<SlotFile> {
  const turn = inTurn()
  const { fileId, slotCount } = await readHeader(file)
  const slots = await readAll(file, slotCount)

  async function readBlock(slot: number): Promise<Buffer> {
    return readFully(file, slotBytes, placeOf(slot))
  }

  async function writeBlock(slot: number, block: Buffer): Promise<void> {
    await writeFully(file, block, placeOf(slot))
    await file.sync()
  }

  async function grow(): Promise<void> {
    const first = slots.length
    const blocks = Buffer.concat(Array.from({ length: growBySlots }, freeBlock))
    await writeFully(file, blocks, placeOf(first))
    await file.sync()
    await writeHeader(file, { fileId, slotCount: first + growBySlots })
    for (let count = 0; count < growBySlots; count += 1) slots.push({ state: 'free' })
  }

  function isKnown(slot: number): boolean {
    return Number.isInteger(slot) && slot >= 0 && slot < slots.length
  }

  function known(slot: number): void {
    if (!isKnown(slot)) throw new Fault('vault-damaged', { part: 'key', slot })
  }

  async function look(slot: number): Promise<Slot> {
    known(slot)
    return readSlot(await readBlock(slot), slot)
  }

  async function lookAtEach(wanted: readonly number[]): Promise<Map<number, Slot>> {
    const found = new Map<number, Slot>()
    for (const run of runsOf(wanted.filter(isKnown))) {
      const first = run[0] ?? 0
      const bytes = await readFully(file, ((run.at(-1) ?? first) - first + 1) * slotBytes, placeOf(first))
      for (const slot of run) {
        const start = (slot - first) * slotBytes
        found.set(slot, readSlot(bytes.subarray(start, start + slotBytes), slot))
      }
    }
    return found
  }

  return {
    fileId,
    add: (make) =>
      turn(async () => {
        try {
          if (!slots.some(({ state }) => state === 'free')) await grow()
          const slot = slots.findIndex(({ state }) => state === 'free')
          const block = make(slot)
          await writeBlock(slot, block)
          const found = readSlot(await readBlock(slot), slot)
          slots[slot] = remembered(found)
          if (found.state !== 'used' || !found.block.equals(block))
            throw new Fault('vault-damaged', { part: 'key', slot })
          return slot
        } catch (error) {
          throw diskFault(error)
        }
      }),
    async read(slot) {
      const found = await look(slot)
      if (found.state === 'used') return found
      throw found.state === 'destroyed'
        ? new Fault('not-found', { part: 'key' })
        : new Fault('vault-damaged', { part: 'key', slot })
    },
    destroy: (slot) =>
      turn(async () => {
        known(slot)
        await writeBlock(slot, randomBytes(slotBytes))
        await writeBlock(slot, Buffer.alloc(slotBytes))
        const found = readSlot(await readBlock(slot), slot)
        slots[slot] = remembered(found)
        if (found.state !== 'destroyed') throw new Error('A destroyed key slot did not read back as zeros.')
      }),
    look,
    lookAtEach,
    labels: () => slots.flatMap((slot) => (slot.state === 'used' ? [slot.label] : [])),
    damaged: () => slots.flatMap((slot, number) => (slot.state === 'damaged' ? [number] : [])),
    close: () => turn(() => file.close()),
  }
}

/** In rising order, cut where a gap is too wide or a read too long. */
function runsOf(slots: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const slot of slots.toSorted((one, other) => one - other)) {
    const run = runs.at(-1)
    const joins = run !== undefined && slot - (run.at(-1) ?? slot) <= widestGap && slot - (run[0] ?? slot) < readAtOnce
    if (joins) run.push(slot)
    else runs.push([slot])
  }
  return runs
}

function placeOf(slot: number): number {
  return (headerBlocks + slot) * slotBytes
}

async function openOrCreate(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  await writeWhole(path, `${path}.new`, (file) => writeHeader(file, { fileId: randomBytes(16), slotCount: 0 }))
  return open(path, 'r+')
}

interface Header {
  fileId: Buffer
  /** How many slots the file was given: a file that was cut must not hand out the lost numbers again. */
  slotCount: number
}

function headerBlock({ fileId, slotCount }: Header): Buffer {
  const block = Buffer.alloc(slotBytes)
  block.write(magic, 0, 'latin1')
  fileId.copy(block, 8)
  block.writeUInt32BE(slotCount, 24)
  createHash('sha256').update(block.subarray(0, 28)).digest().copy(block, 28)
  return block
}

async function writeHeader(file: FileHandle, header: Header): Promise<void> {
  for (let copy = 0; copy < headerBlocks; copy += 1) {
    await writeFully(file, headerBlock(header), copy * slotBytes)
    await file.sync()
  }
}

async function readHeader(file: FileHandle): Promise<Header> {
  const copies: Header[] = []
  for (let copy = 0; copy < headerBlocks; copy += 1) {
    const block = await readFully(file, slotBytes, copy * slotBytes)
    if (block.length < slotBytes) continue
    const header = { fileId: block.subarray(8, 24), slotCount: block.readUInt32BE(24) }
    if (block.equals(headerBlock(header))) copies.push(header)
  }
  // Killed between the two copies, they differ: the larger count is the newer.
  const newest = copies.sort((a, b) => b.slotCount - a.slotCount)[0]
  if (newest === undefined) throw new Fault('vault-damaged', { part: 'keys-file' })
  await fillCutEnd(file, newest.slotCount)
  return newest
}

/** What was cut off becomes damaged slots: a gap filled with zeros would look like destroyed keys. */
async function fillCutEnd(file: FileHandle, slotCount: number): Promise<void> {
  const { size } = await file.stat()
  const missing = placeOf(slotCount) - size
  if (missing <= 0) return
  await writeFully(file, Buffer.alloc(missing, 'LOST'), size)
  await file.sync()
}

/** What is kept in memory of a slot: never the wrapped key. */
type Remembered = { state: Exclude<Slot['state'], 'used'> } | { state: 'used'; label: SlotLabel }

function remembered(slot: Slot): Remembered {
  return slot.state === 'used' ? { state: 'used', label: slot.label } : slot
}

async function readAll(file: FileHandle, slotCount: number): Promise<Remembered[]> {
  const slots: Remembered[] = []
  while (slots.length < slotCount) {
    const count = Math.min(readAtOnce, slotCount - slots.length)
    const blocks = await readFully(file, count * slotBytes, placeOf(slots.length))
    for (let index = 0; index < count; index += 1) {
      const block = blocks.subarray(index * slotBytes, (index + 1) * slotBytes)
      slots.push(remembered(readSlot(block, slots.length)))
    }
  }
  return slots
}
