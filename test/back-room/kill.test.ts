// Killed at any moment: sealing loses nothing and leaves nothing plain; a wipe goes on where it stopped and ends as if it had not been killed.
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { keySlotSchema } from '../../main/vault/index.ts'
import { contentOf, plainMark } from './children/content.ts'
import { buildChild, runChild } from './children/child.ts'
import { rawSearch, tempDesk, there, type TempDesk } from './desk-fixture.ts'
import { fillCase, openTray, settled, wipesOf, type FilledCase } from './wipe-fixture.ts'

const password = 'correct horse battery'
const firstPage = { offset: 0, limit: 100 }
let sealChild: string
let wipeChild: string
beforeAll(async () => {
  sealChild = await buildChild(new URL('children/seal-child.ts', import.meta.url))
  wipeChild = await buildChild(new URL('children/wipe-child.ts', import.meta.url))
})

/** A desk that another program can open with the password. */
async function deskWithPassword(): Promise<{
  desk: TempDesk
  personId: string
  args: string[]
  unlock(again: TempDesk): Promise<void>
}> {
  const desk = await tempDesk({ unlocked: true })
  const personId = randomUUID()
  const slot = await desk.lock.addPassword(personId, password)
  return {
    desk,
    personId,
    args: [desk.folder, String(slot), personId, password],
    async unlock(again) {
      expect(await again.lock.unlock(slot, personId, password)).toBe('opened')
    },
  }
}

describe('sealing', () => {
  test.each([0, 3, 11, 29, 53, 97, 160, 240])('killed %i ms after the first document', async (killAfterMs) => {
    const { desk, args, unlock } = await deskWithPassword()
    await desk.close()
    const end = await runChild(sealChild, args, killAfterMs)
    expect(end).toMatchObject({ signal: 'SIGKILL', errors: '' })
    expect(end.lines.length).toBeGreaterThan(0)
    const again = await tempDesk({ folder: desk.folder })
    await unlock(again)
    for (const line of end.lines) {
      const [id = '', first, moved] = line.split(' ')
      for (const slot of [first, moved]) {
        const opened = await again.vault.openObject(keySlotSchema.parse(Number(slot)), 'scan', id)
        expect(opened.equals(contentOf(id))).toBe(true)
      }
    }
    // At most the one document that was being sealed is there besides.
    expect((await again.vault.listObjects()).length - end.lines.length).toBeLessThanOrEqual(1)
    expect((await readdir(join(desk.folder, 'vault'))).every((name) => name.endsWith('.sealed'))).toBe(true)
    expect(await rawSearch(desk.folder, Buffer.from(plainMark))).toEqual([])
    await again.remove()
  })
})

describe('a wipe', () => {
  const stepsDone = Array.from({ length: 7 }, (_, index) => `changed:${index + 1}`)
  const points = [
    'recordWipeStarted:1',
    'recordWipeStarted:1:after',
    'canaries:1:after',
    'destroyKey:1',
    'destroyKey:1:after',
    'destroyKey:3',
    'destroyKey:4:after',
    'shredObject:1',
    'shredObject:2:after',
    'removeRows:1',
    'removeRows:1:after',
    'certificateSeal:1',
    'certificateSeal:1:after',
    'recordWipeFinished:1',
    'recordWipeFinished:1:after',
    ...stepsDone,
  ]

  test.each(points)('killed at %s', async (point) => {
    const { desk, args, unlock } = await deskWithPassword()
    await openTray(desk)
    const filled = await fillCase(desk)
    const other = await fillCase(desk, 1)
    const heads = await Promise.all(
      filled.pieces.map(async ({ objectId }) => there(await desk.vault.describeObject(objectId)).head),
    )
    await desk.close()
    const end = await runChild(wipeChild, [...args, filled.caseId, point], null)
    expect(end).toMatchObject({ signal: 'SIGKILL', errors: '' })

    const again = await tempDesk({ folder: desk.folder })
    const tray = await openTray(again)
    const wipes = wipesOf(again, tray)
    // Before anybody signs in it goes on as far as it can without the desk key.
    await wipes.resume()
    await settled(again)
    const [locked] = (await wipes.list(firstPage)).rows
    expect(locked?.result === 'WIPED' || locked?.stage === 'verified' || locked?.stage === 'planned').toBe(true)
    await unlock(again)
    await wipes.resume()
    await settled(again)

    expect((await wipes.list(firstPage)).rows).toMatchObject([{ stage: 'certified', result: 'WIPED' }])
    expect(await wipes.get({ id: there(locked).id })).toMatchObject({
      certificate: { result: 'WIPED', verification: { hits: [] } },
    })
    await expectNothingLeft(again, filled, heads)
    expect(await tray.stateOf(filled.caseId)).toEqual({ state: 'wiped', finished: 1, name: null })
    expect((await again.audit.verify()).kind).toBe('whole')
    const finished = (await again.audit.list({ before: null, limit: 100 })).entries.filter(
      ({ event }) => event === 'wipe-finished',
    )
    expect(finished).toHaveLength(1)
    for (const { slot, objectId } of other.pieces)
      expect((await again.vault.openObject(slot, 'scan', objectId)).length).toBeGreaterThan(0)
    expect(again.bugs).toEqual([])
    await again.remove()
  })
})

async function expectNothingLeft(desk: TempDesk, filled: FilledCase, heads: Buffer[]): Promise<void> {
  for (const slot of [filled.caseSlot, ...filled.pieces.map((piece) => piece.slot)])
    expect(await desk.vault.keyIsDestroyed(slot)).toBe(true)
  for (const wanted of [...heads, ...filled.pieces.map(({ canary }) => Buffer.from(canary))])
    expect(await rawSearch(desk.folder, wanted)).toEqual([])
}
