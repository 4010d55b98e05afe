// The vault on real files: what is sealed opens, what is destroyed is gone from the bytes, what is damaged is named and hurts no other.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keySlotSchema, type KeySlot } from '../../main/vault/index.ts'
import { rawSearch, tempDesk, there, type TempDesk } from './desk-fixture.ts'

let desk: TempDesk
beforeEach(async () => {
  desk = await tempDesk({ unlocked: true })
})
afterEach(() => desk.remove())

const headerBytes = 2 * 4096
const slotNumber = (number: number): KeySlot => keySlotSchema.parse(number)
const slotsFile = () => join(desk.folder, 'keys.slots')
const sealedFile = (id: string) => join(desk.folder, 'vault', `${id}.sealed`)

async function slotBytes(slot: number): Promise<Buffer> {
  return (await readFile(slotsFile())).subarray(headerBytes + slot * 4096, headerBytes + (slot + 1) * 4096)
}

async function changeFile(path: string, change: (bytes: Buffer) => void): Promise<void> {
  const bytes = await readFile(path)
  change(bytes)
  await writeFile(path, bytes)
}

function flip(bytes: Buffer, at: number): void {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
}

async function caseWithDocument(
  content = randomBytes(5000),
): Promise<{ caseSlot: KeySlot; slot: KeySlot; id: string; content: Buffer }> {
  const caseSlot = await desk.vault.createKey('case', randomUUID(), 'desk')
  const slot = await desk.vault.createKey('document', randomUUID(), caseSlot)
  const { id } = await desk.vault.sealObject(slot, 'scan', content)
  return { caseSlot, slot, id, content }
}

describe('sealed files', () => {
  test.each([0, 1, 1024 * 1024, 3 * 1024 * 1024 + 7])('%i bytes come back as they went in', async (length) => {
    const { slot, id, content } = await caseWithDocument(randomBytes(length))
    expect((await desk.vault.openObject(slot, 'scan', id)).equals(content)).toBe(true)
  })

  test('nothing of the content lies on the disk, and no other file than the sealed one', async () => {
    const content = Buffer.from('本籍 東京都千代田区千代田一番 '.repeat(500))
    await caseWithDocument(content)
    expect(await rawSearch(desk.folder, content.subarray(0, 30))).toEqual([])
    expect((await readdir(join(desk.folder, 'vault'))).every((name) => name.endsWith('.sealed'))).toBe(true)
  })

  test('describes the file as it lies there', async () => {
    const { id } = await caseWithDocument()
    const found = await desk.vault.describeObject(id)
    const bytes = await readFile(sealedFile(id))
    expect(found?.bytes).toBe(bytes.length)
    expect(await rawSearch(desk.folder, found?.head ?? Buffer.alloc(0))).toHaveLength(1)
  })

  test.each([
    [
      'every byte of the header flipped in turn',
      async (path: string, at: number) => changeFile(path, (bytes) => flip(bytes, at % 44)),
    ],
    [
      'a byte of the content flipped',
      async (path: string, at: number) => changeFile(path, (bytes) => flip(bytes, 44 + at * 50)),
    ],
    [
      'a byte of the tag flipped',
      async (path: string, at: number) => changeFile(path, (bytes) => flip(bytes, bytes.length - 1 - (at % 16))),
    ],
    ['cut', async (path: string, at: number) => truncate(path, at * 100)],
  ])('is refused when altered: %s', async (_, damage) => {
    const { slot, id, content } = await caseWithDocument()
    const whole = await readFile(sealedFile(id))
    for (let at = 0; at < 44; at += 1) {
      await damage(sealedFile(id), at)
      await expect(desk.vault.openObject(slot, 'scan', id)).rejects.toMatchObject({
        code: 'vault-damaged',
        detail: { part: 'object', id },
      })
      await writeFile(sealedFile(id), whole)
    }
    expect((await desk.vault.openObject(slot, 'scan', id)).equals(content)).toBe(true)
  })

  test('is refused when swapped with another of the same key, asked for as another kind, or gone', async () => {
    const { slot, id } = await caseWithDocument()
    const other = await desk.vault.sealObject(slot, 'scan', randomBytes(5000))
    await copyFile(sealedFile(other.id), sealedFile(id))
    await expect(desk.vault.openObject(slot, 'scan', id)).rejects.toMatchObject({ code: 'vault-damaged' })
    await expect(desk.vault.openObject(slot, 'notice', other.id)).rejects.toMatchObject({ code: 'vault-damaged' })
    await expect(desk.vault.openObject(slot, 'scan', randomUUID())).rejects.toMatchObject({ code: 'vault-damaged' })
  })

  test('shredding leaves nothing and may be done twice', async () => {
    const { id } = await caseWithDocument()
    const head = there(await desk.vault.describeObject(id)).head
    await desk.vault.shredObject(id)
    await desk.vault.shredObject(id)
    expect(await rawSearch(desk.folder, head)).toEqual([])
    expect(await desk.vault.listObjects()).toEqual([])
  })

  test('an id that is no UUID never becomes a path', async () => {
    await expect(desk.vault.shredObject('../keys')).rejects.toThrow('UUID')
  })
})

describe('columns', () => {
  test('open only in their own row and column, and under their own key', async () => {
    const { caseSlot } = await caseWithDocument()
    const other = await desk.vault.createKey('case', randomUUID(), 'desk')
    const sealed = await desk.vault.sealColumn(caseSlot, 'cases.name_sealed', 'row-1', '山田 太郎')
    expect(await desk.vault.openColumn(caseSlot, 'cases.name_sealed', 'row-1', sealed)).toBe('山田 太郎')
    for (const wrong of [
      () => desk.vault.openColumn(caseSlot, 'cases.name_sealed', 'row-2', sealed),
      () => desk.vault.openColumn(caseSlot, 'cases.kana_sealed', 'row-1', sealed),
      () => desk.vault.openColumn(other, 'cases.name_sealed', 'row-1', sealed),
      () => desk.vault.openColumn('desk', 'cases.name_sealed', 'row-1', sealed),
      () => desk.vault.openColumn(caseSlot, 'cases.name_sealed', 'row-1', sealed.subarray(0, 10)),
    ]) {
      await expect(wrong()).rejects.toMatchObject({ code: 'vault-damaged' })
    }
  })

  test('open many at once, in the order they were asked for; what is lost is null and costs no other', async () => {
    const { vault } = desk
    const column = 'cases.name_sealed'
    const sealedUnder = async (slot: KeySlot, rowId: string) => ({
      slot,
      column,
      rowId,
      sealed: await vault.sealColumn(slot, column, rowId, `氏名 ${rowId}`),
    })
    const wanted = []
    for (let count = 0; count < 300; count += 1) {
      const slot = await vault.createKey('case', randomUUID(), 'desk')
      wanted.push(await sealedUnder(slot, `case-${count}`))
    }
    const { caseSlot, slot } = await caseWithDocument()
    const nested = await sealedUnder(slot, 'nested')
    const moved = await sealedUnder(await vault.createKey('document', randomUUID(), 'desk'), 'moved')
    await vault.rewrapKey(moved.slot, caseSlot)
    const orphan = await caseWithDocument()
    const orphaned = await sealedUnder(orphan.slot, 'orphaned')
    const [destroyed, damaged, swapped] = [there(wanted[7]), there(wanted[100]), there(wanted[200])]
    await vault.destroyKey(destroyed.slot)
    await vault.destroyKey(orphan.caseSlot)
    await changeFile(slotsFile(), (bytes) => flip(bytes, headerBytes + damaged.slot * 4096 + 2200))
    swapped.rowId = 'another row'

    const asked = [nested, orphaned, ...wanted.toReversed(), moved, { ...nested, slot: slotNumber(1_000_000) }]
    const texts = await vault.openColumns(asked)
    const lost = new Set<unknown>([orphaned, destroyed, damaged, swapped, asked.at(-1)])
    expect(texts).toEqual(asked.map((one) => (lost.has(one) ? null : `氏名 ${one.rowId}`)))

    desk.lock.lock()
    await expect(vault.openColumns([nested])).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('keys', () => {
  test('a slot is written once: neighbours and used slots never change, numbers are never given again', async () => {
    const first = await caseWithDocument()
    const before = await slotBytes(first.caseSlot)
    await desk.vault.destroyKey(first.slot)
    const slots = new Set<number>([first.caseSlot, first.slot])
    for (let count = 0; count < 70; count += 1) slots.add(await desk.vault.createKey('case', randomUUID(), 'desk'))
    expect(slots.size).toBe(72)
    expect((await slotBytes(first.caseSlot)).equals(before)).toBe(true)
    expect((await slotBytes(first.slot)).every((byte) => byte === 0)).toBe(true)
  })

  test('a destroyed key leaves no byte of itself, and its documents never open again', async () => {
    const { caseSlot, slot, id } = await caseWithDocument()
    const wrapped = Buffer.from((await slotBytes(slot)).subarray(2112, 2172))
    const traces = await desk.vault.keyTraces(slot)
    expect(await rawSearch(desk.folder, wrapped)).toHaveLength(1)
    expect(await desk.vault.keyIsDestroyed(slot)).toBe(false)
    await desk.vault.destroyKey(slot)
    await desk.vault.destroyKey(slot)
    expect(await desk.vault.keyIsDestroyed(slot)).toBe(true)
    for (const trace of [...traces, wrapped.subarray(0, 16), wrapped.subarray(12, 44)])
      expect(await rawSearch(desk.folder, trace)).toEqual([])
    await expect(desk.vault.openObject(slot, 'scan', id)).rejects.toMatchObject({ code: 'not-found' })
    const sibling = await desk.vault.createKey('document', randomUUID(), caseSlot)
    expect(
      await desk.vault.openObject(sibling, 'scan', (await desk.vault.sealObject(sibling, 'scan', Buffer.of(1))).id),
    ).toHaveLength(1)
  })

  test('a destroyed case key closes every document of the case', async () => {
    const { caseSlot, slot, id } = await caseWithDocument()
    await desk.vault.destroyKey(caseSlot)
    await expect(desk.vault.openObject(slot, 'scan', id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a re-wrapped key opens what it sealed, also after a caller forgot the new number', async () => {
    const slot = await desk.vault.createKey('document', randomUUID(), 'desk')
    const { id } = await desk.vault.sealObject(slot, 'scan', Buffer.from('sealed before filing'))
    const caseSlot = await desk.vault.createKey('case', randomUUID(), 'desk')
    const moved = await desk.vault.rewrapKey(slot, caseSlot)
    expect(moved).not.toBe(slot)
    expect((await slotBytes(slot)).every((byte) => byte === 0)).toBe(true)
    for (const known of [moved, slot])
      expect((await desk.vault.openObject(known, 'scan', id)).toString()).toBe('sealed before filing')
    expect(await desk.vault.rewrapKey(slot, caseSlot)).toBe(moved)
    expect(await desk.vault.keyIsDestroyed(slot)).toBe(false)
    await desk.vault.destroyKey(slot)
    expect(await desk.vault.keyIsDestroyed(slot)).toBe(true)
    expect(await desk.vault.keyIsDestroyed(moved)).toBe(true)
  })

  test('locking drops the desk key: nothing opens, but keys can still be destroyed', async () => {
    const { slot, id } = await caseWithDocument()
    desk.lock.lock()
    await expect(desk.vault.openObject(slot, 'scan', id)).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(desk.vault.createKey('case', randomUUID(), 'desk')).rejects.toMatchObject({ code: 'not-signed-in' })
    await desk.vault.destroyKey(slot)
    expect(await desk.vault.keyIsDestroyed(slot)).toBe(true)
  })
})

describe('a damaged keys.slots', () => {
  async function reopened(damage: (bytes: Buffer) => void): Promise<void> {
    const password = 'correct horse battery'
    const staffId = randomUUID()
    const staffSlot = await desk.lock.addPassword(staffId, password)
    await desk.close()
    await changeFile(slotsFile(), damage)
    desk = await tempDesk({ folder: desk.folder })
    expect(await desk.lock.unlock(staffSlot, staffId, password)).toBe('opened')
  }

  test('any flipped bit of a slot is refused by number, and every other slot opens', async () => {
    const damaged = await caseWithDocument()
    const whole = await caseWithDocument()
    await reopened((bytes) => flip(bytes, headerBytes + damaged.slot * 4096 + 2120))
    expect(desk.vault.damagedSlots()).toEqual([damaged.slot])
    await expect(desk.vault.openObject(damaged.slot, 'scan', damaged.id)).rejects.toMatchObject({
      code: 'vault-damaged',
      detail: { part: 'key', slot: damaged.slot },
    })
    expect((await desk.vault.openObject(whole.slot, 'scan', whole.id)).equals(whole.content)).toBe(true)
    await desk.vault.destroyKey(damaged.slot)
    expect(await desk.vault.keyIsDestroyed(damaged.slot)).toBe(true)
  })

  test('two swapped slots are both refused', async () => {
    const a = await caseWithDocument()
    const b = await caseWithDocument()
    const place = (slot: number) => headerBytes + slot * 4096
    await reopened((bytes) => {
      const kept = Buffer.from(bytes.subarray(place(a.slot), place(a.slot) + 4096))
      bytes.copy(bytes, place(a.slot), place(b.slot), place(b.slot) + 4096)
      kept.copy(bytes, place(b.slot))
    })
    expect(desk.vault.damagedSlots()).toEqual([a.slot, b.slot])
  })

  test('a slot with a forged label and a right checksum is refused too', async () => {
    const a = await caseWithDocument()
    await reopened((bytes) => {
      const slot = bytes.subarray(headerBytes + a.slot * 4096, headerBytes + (a.slot + 1) * 4096)
      flip(slot, 20)
      createHash('sha256').update(slot.subarray(0, 4064)).digest().copy(slot, 4064)
    })
    await expect(desk.vault.openObject(a.slot, 'scan', a.id)).rejects.toMatchObject({
      code: 'vault-damaged',
      detail: { slot: a.slot },
    })
  })

  test('one damaged header is no loss; both are refused', async () => {
    const { slot, id, content } = await caseWithDocument()
    await reopened((bytes) => void bytes.fill(7, 0, 4096))
    expect((await desk.vault.openObject(slot, 'scan', id)).equals(content)).toBe(true)
    await desk.close()
    await changeFile(slotsFile(), (bytes) => void bytes.fill(7, 0, 8192))
    await expect(tempDesk({ folder: desk.folder })).rejects.toMatchObject({
      code: 'vault-damaged',
      detail: { part: 'keys-file' },
    })
    await changeFile(slotsFile(), (bytes) => void bytes.fill(0))
    desk = await tempDesk({ unlocked: true })
  })

  test('a cut file names the lost slots and never gives their numbers again', async () => {
    const { slot } = await caseWithDocument()
    await desk.close()
    await truncate(slotsFile(), headerBytes + slot * 4096 + 100)
    desk = await tempDesk({ folder: desk.folder, unlocked: true })
    expect(desk.vault.damagedSlots()).toContain(slot)
    expect(await desk.vault.createKey('case', randomUUID(), 'desk')).toBeGreaterThanOrEqual(64)
  })
})
