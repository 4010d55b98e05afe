// The wipe of a case over the real vault and database: nothing is left, a trace is found and said, every certificate is true and known again.
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Certificate } from '../../shared/ipc/parts.ts'
import { wipeStages } from '../../shared/ipc/parts.ts'
import { searchFolder } from '../../main/wipe/raw-search.ts'
import { patternsOf } from '../../main/wipe/patterns.ts'
import { person, rawSearch, tempDesk, there, type TempDesk } from './desk-fixture.ts'
import { fontsFolder } from './papers-fixture.ts'
import {
  fillCase,
  openTray,
  requesterName,
  settled,
  wipesOf,
  type FilledCase,
  type Tray,
  type WipeSeams,
} from './wipe-fixture.ts'

const fonts = await fontsFolder()
const clerk = person(['clerk'])
let desk: TempDesk
let tray: Tray
let filled: FilledCase
let other: FilledCase

beforeEach(async () => {
  desk = await tempDesk({ unlocked: true })
  tray = await openTray(desk)
  filled = await fillCase(desk)
  other = await fillCase(desk)
})
afterEach(() => desk.remove())

async function wipe(
  seams: WipeSeams = {},
): Promise<{ wipes: ReturnType<typeof wipesOf>; certificate: Certificate; id: string }> {
  const wipes = wipesOf(desk, tray, { fontsFolder: fonts, ...seams })
  const { id } = await wipes.start({ caseId: filled.caseId, outside: ['copier-disk'] }, clerk)
  await settled(desk)
  const { certificate } = await wipes.get({ id })
  if (certificate === null) throw new Error('There is no certificate.')
  return { wipes, certificate, id }
}

describe('a wipe', () => {
  test('destroys keys, files and columns of the case and nothing of another', async () => {
    const heads = await Promise.all(
      filled.pieces.map(async ({ objectId }) => there(await desk.vault.describeObject(objectId)).head),
    )
    const traces = (
      await Promise.all([filled.caseSlot, ...filled.pieces.map(({ slot }) => slot)].map(desk.vault.keyTraces))
    ).flat()
    for (const bytes of [...heads, ...traces.filter((_, index) => index % 2 === 0)])
      expect(await rawSearch(desk.folder, bytes)).toHaveLength(1)
    const { certificate, wipes, id } = await wipe()
    expect(certificate).toMatchObject({
      result: 'WIPED',
      failure: null,
      caseNumber: '2026-000123-4',
      operator: clerk.id,
      outside: ['copier-disk'],
    })
    expect(certificate.verification).toMatchObject({ hits: [], keysSearched: 4, patterns: 3 + 8 + 3 * 5 })
    for (const bytes of [
      ...heads,
      ...traces,
      ...filled.pieces.map(({ canary }) => Buffer.from(canary)),
      Buffer.from(requesterName),
    ]) {
      expect(await rawSearch(desk.folder, bytes)).toEqual([])
    }
    for (const { slot } of filled.pieces) expect(await desk.vault.keyIsDestroyed(slot)).toBe(true)
    expect(await tray.stateOf(filled.caseId)).toEqual({ state: 'wiped', finished: 1, name: null })
    expect(await tray.stateOf(other.caseId)).toEqual({ state: 'open', finished: 0, name: requesterName })
    for (const { slot, objectId } of other.pieces)
      expect((await desk.vault.openObject(slot, 'scan', objectId)).length).toBeGreaterThan(0)
    expect(await wipes.get({ id })).toMatchObject({ stage: 'certified', result: 'WIPED' })
    expect(desk.bugs).toEqual([])
  })

  test('notes every step before and after, in order, in the database and the audit chain', async () => {
    const { id } = await wipe()
    const steps: { step: string; began_at: string; ended_at: string | null }[] = await desk
      .db('wipe_steps')
      .where({ wipe_id: id })
    expect(steps.map(({ step }) => step).sort()).toEqual([...wipeStages].sort())
    expect(steps.every(({ ended_at }) => ended_at !== null)).toBe(true)
    const { entries } = await desk.audit.list({ before: null, limit: 100 })
    expect(entries.reverse().map(({ event, detail }) => detail.step ?? event)).toEqual([
      'wipe-started',
      ...wipeStages.slice(0, -1),
      'wipe-finished',
    ])
    expect((await desk.audit.verify()).kind).toBe('whole')
  })

  test('is not planned while something blocks it, nor twice', async () => {
    tray.block(['paper-held', 'paper-held', 'not-finished'])
    const wipes = wipesOf(desk, tray)
    expect(await wipes.plan({ caseId: filled.caseId })).toEqual({ kind: 'blocked', by: ['paper-held', 'not-finished'] })
    await expect(wipes.start({ caseId: filled.caseId, outside: [] }, clerk)).rejects.toMatchObject({
      code: 'wrong-stage',
      detail: { by: 'paper-held' },
    })
    expect(await tray.stateOf(filled.caseId)).toMatchObject({ state: 'open' })
    tray.block([])
    const plan = await wipes.plan({ caseId: filled.caseId })
    expect(plan.kind === 'ready' && plan.objects.map(({ kind }) => kind)).toEqual([
      'scan',
      'scan',
      'scan',
      'case-key',
      'personal-columns',
    ])
    await wipe()
    expect(await wipes.plan({ caseId: filled.caseId })).toEqual({ kind: 'blocked', by: ['already-wiped'] })
    await expect(wipes.start({ caseId: filled.caseId, outside: [] }, clerk)).rejects.toMatchObject({
      code: 'wrong-stage',
    })
  })

  test('that finds a trace fails, says where, leaves the case unfinished, and succeeds once the trace is gone', async () => {
    const piece = there(filled.pieces[0])
    const sealed = join(desk.folder, 'vault', `${piece.objectId}.sealed`)
    const stray = join(desk.folder, 'stray copy.bak')
    await copyFile(sealed, stray)
    const { certificate, wipes, id } = await wipe()
    expect(certificate).toMatchObject({ result: 'FAILED', failure: 'verified: traces-found' })
    expect(certificate.verification.hits).toEqual([
      { pattern: `ciphertext ${piece.objectId}`, where: 'stray copy.bak @ 44' },
    ])
    expect(await tray.stateOf(filled.caseId)).toMatchObject({ state: 'wiping', finished: 0 })
    await writeFile(stray, '')
    await wipes.start({ caseId: filled.caseId, outside: [] }, clerk)
    await settled(desk)
    const again = await wipes.get({ id })
    expect(again).toMatchObject({ result: 'WIPED', stage: 'certified' })
    expect(again.certificate?.verification).toMatchObject({ hits: [], keysSearched: 0 })
    expect(await tray.stateOf(filled.caseId)).toMatchObject({ state: 'wiped', finished: 1 })
  })

  test('whose step fails says which and why, and can be begun again', async () => {
    const vault = {
      ...desk.vault,
      shredObject: () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })),
    }
    const { certificate, id } = await wipe({ vault })
    expect(certificate).toMatchObject({ result: 'FAILED', failure: 'files-removed: EBUSY' })
    expect(desk.bugs).toHaveLength(1)
    const wipes = wipesOf(desk, tray)
    await wipes.start({ caseId: filled.caseId, outside: [] }, clerk)
    await settled(desk)
    expect(await wipes.get({ id })).toMatchObject({ result: 'WIPED' })
  })

  test('that is locked out in the middle waits, and is certified after the next sign-in', async () => {
    const personId = clerk.id
    const slot = await desk.lock.addPassword(personId, 'correct horse battery')
    const vault = {
      ...desk.vault,
      async destroyKey(...asked: Parameters<typeof desk.vault.destroyKey>) {
        desk.lock.lock()
        await desk.vault.destroyKey(...asked)
      },
    }
    const wipes = wipesOf(desk, tray, { vault })
    const { id } = await wipes.start({ caseId: filled.caseId, outside: [] }, clerk)
    await settled(desk)
    expect(await wipes.get({ id })).toMatchObject({ stage: 'verified', result: 'running', certificate: null })
    await desk.lock.unlock(slot, personId, 'correct horse battery')
    await wipes.resume()
    await settled(desk)
    expect(await wipes.get({ id })).toMatchObject({ stage: 'certified', result: 'WIPED' })
    expect(desk.bugs).toEqual([])
  })
})

describe('a certificate', () => {
  test('is known again as genuine, and as altered after any change', async () => {
    let chosen: Uint8Array | null = null
    const saved = new Map<string, Uint8Array>()
    const dialogs = {
      save: async (name: string, bytes: Uint8Array) => saved.set(name, bytes).size > 0,
      chooseCertificate: async () => chosen,
    }
    const { wipes, certificate, id } = await wipe({ dialogs })
    expect(await wipes.checkCertificate()).toEqual({ kind: 'cancelled' })
    expect(await wipes.saveCertificate({ id, as: 'json' }, clerk)).toEqual({ kind: 'saved' })
    chosen = saved.get('破棄証明書-2026-000123-4.json') ?? null
    expect(await wipes.checkCertificate()).toEqual({ kind: 'genuine', caseNumber: '2026-000123-4' })
    const altered = [
      { ...certificate, caseNumber: '2026-000124-3' },
      { ...certificate, result: 'FAILED' },
      { ...certificate, remark: 'added' },
      { ...certificate, objects: certificate.objects.slice(1) },
      { ...certificate, objects: certificate.objects.map((object) => ({ ...object, remark: 'added' })) },
      { ...certificate, seal: '0'.repeat(64) },
      { format: certificate.format },
    ]
    for (const one of altered) {
      chosen = Buffer.from(JSON.stringify(one))
      expect(await wipes.checkCertificate()).toEqual({ kind: 'altered' })
    }
    for (const text of ['', '{}', 'no json', '[1]']) {
      chosen = Buffer.from(text)
      expect(await wipes.checkCertificate()).toEqual({ kind: 'not-a-certificate' })
    }
  })

  test('names every object, the method and the limits, and nobody', async () => {
    const { certificate, wipes, id } = await wipe({
      dialogs: {
        save: async (_, bytes) => (html = Buffer.from(bytes).toString()) !== '',
        chooseCertificate: async () => null,
      },
    })
    let html = ''
    await wipes.saveCertificate({ id, as: 'pdf' }, clerk)
    for (const { id: objectId, keyId, ciphertextSha256 } of certificate.objects) {
      for (const named of [objectId, keyId, ciphertextSha256 ?? '']) expect(html).toContain(named)
    }
    expect(html).toContain('Clear, by cryptographic erase of the object keys (NIST SP 800-88 Rev. 2)')
    expect(html).toContain('SSD')
    expect(html).not.toMatch(/復元不可能|unrecoverable/i)
    expect(html + JSON.stringify(certificate)).not.toContain(requesterName)
    for (const { canary } of filled.pieces) expect(html + JSON.stringify(certificate)).not.toContain(canary)
  })
})

describe('the raw search', () => {
  const never = new AbortController().signal
  const canary = 'Xk29-canary-0815'
  const patterns = patternsOf({ heads: [], keys: [], canaries: [canary] })
  const find = async () =>
    (await searchFolder(desk.folder, patterns, () => undefined, never)).hits.map(({ pattern }) => pattern)

  test.each<[string, Buffer]>([
    ['utf-8', Buffer.from(`before ${canary} after`)],
    ['utf-16', Buffer.from(`before ${canary} after`, 'utf16le')],
    ...[0, 1, 2, 3, 4].map((before): [string, Buffer] => {
      const text = Buffer.from(`${'x'.repeat(before)}${canary} after`).toString('base64')
      return [`base64+${before % 3}`, Buffer.from(text)]
    }),
  ])('finds a canary as %s', async (name, bytes) => {
    await writeFile(join(desk.folder, 'found'), bytes)
    expect(await find()).toContain(`canary ${name}`)
  })

  test('finds what lies across the border of two reads, once', async () => {
    for (const at of [1024 * 1024 - 1, 1024 * 1024 - 15, 1024 * 1024 - 16, 1024 * 1024, 2 * 1024 * 1024 - 8]) {
      const bytes = Buffer.alloc(3 * 1024 * 1024, 'X')
      bytes.write(canary, at)
      await writeFile(join(desk.folder, 'border'), bytes)
      const { hits } = await searchFolder(desk.folder, patterns, () => undefined, never)
      expect(hits).toEqual([{ pattern: 'canary utf-8', where: `border @ ${at}` }])
    }
  })

  test('stops when it is told to', async () => {
    await expect(
      searchFolder(desk.folder, patterns, () => undefined, AbortSignal.abort(new Error('stop'))),
    ).rejects.toThrow('stop')
  })
})
