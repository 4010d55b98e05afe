// SIGKILL at many moments of intake: every document is whole in the folder or whole in the vault, once, and nowhere plain.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { watch } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scanOfRemovingName } from '../../main/intake/ignored-names.ts'
import { keySlotSchema } from '../../main/vault/index.ts'
import { rawSearch, tempDesk } from './desk-fixture.ts'
import { smallPage } from './mail.ts'
import { buildFolder, mailDesk, builtScreening } from './mail-desk.ts'

const recoveryCode = 'code of a fictional desk'
const canary = 'カナリア-見本'
const kills = 20
const programFolder = join(buildFolder, 'test', 'intake-killed')

let folder: string
let outside: string
let inbox: string
const written = new Map<string, Buffer>()

beforeAll(async () => {
  await build({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: {
      outDir: programFolder,
      rolldownOptions: {
        input: { desk: fileURLToPath(new URL('intake-killed-desk.ts', import.meta.url)) },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  })
  const screening = await builtScreening()
  const desk = await mailDesk(screening)
  ;({ folder, outside, inbox } = desk)
  await desk.lock.addRecoveryCode(recoveryCode)
  await desk.close()
  await screening.close()
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await rm(outside, { recursive: true, force: true })
})

/** A picture with a long tail, so that sealing and removing take several steps. */
async function copierWrites(seed: number): Promise<void> {
  const name = `${canary}-${seed}.jpg`
  const bytes = Buffer.concat([await smallPage(seed), Buffer.from(canary), randomBytes(2_500_000)])
  written.set(name, bytes)
  await writeFile(join(outside, 'being-written'), bytes)
  await rename(join(outside, 'being-written'), join(inbox, name))
}

/** Runs the desk until so many things have happened to its files, or until the watched folder is empty, then kills it. */
async function runDesk(mostEvents: number): Promise<void> {
  const desk = spawn(process.execPath, [join(programFolder, 'desk.cjs'), folder, outside, buildFolder, recoveryCode], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let events = 0
  const happened = async (): Promise<void> => {
    events += 1
    if (events >= mostEvents || (await readdir(inbox)).length === 0) desk.kill('SIGKILL')
  }
  const watchers = [inbox, folder, join(folder, 'vault')].map((place) => watch(place, () => void happened()))
  await new Promise<void>((resolve, reject) => {
    desk.on('error', reject)
    desk.on('exit', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error('The desk ended by itself.'))))
  })
  for (const watcher of watchers) watcher.close()
}

interface State {
  /** Documents that lie whole in the watched folder. */
  intact: number
  /** Scans. */
  sealed: number
  /** Sealed files. */
  files: number
  /** Sources whose removal has begun. */
  half: number
}

/** Reads the folders as they lie, without the app's own recovery. */
async function state(): Promise<State> {
  const desk = await tempDesk({ folder })
  expect(await desk.lock.unlockWithRecoveryCode(recoveryCode)).toBe('opened')
  try {
    const rows: { id: string; fingerprint: string; original_slot: number; original_object: string }[] = await desk
      .db('scans')
      .select()
    const names = await readdir(inbox)
    const half = names.flatMap((name) => scanOfRemovingName(name) ?? [])
    const lost: string[] = []
    let intact = 0
    for (const [name, bytes] of written) {
      const fingerprint = await desk.vault.fingerprint(bytes)
      const copies = rows.filter((row) => row.fingerprint === fingerprint)
      const opened = await Promise.all(
        copies.map((row) => desk.vault.openObject(keySlotSchema.parse(row.original_slot), 'scan', row.original_object)),
      )
      const isInFolder = names.includes(name) && (await readFile(join(inbox, name))).equals(bytes)
      const isInVault = opened.length === 1 && opened.every((copy) => copy.equals(bytes))
      const isBroken = (names.includes(name) && !isInFolder) || (opened.length > 0 && !isInVault)
      if (isBroken || (!isInFolder && !isInVault)) lost.push(name)
      if (isInFolder) intact += 1
    }
    expect(lost).toEqual([])
    expect(half.filter((id) => !rows.some((row) => row.id === id))).toEqual([])
    expect(rows.length).toBeLessThanOrEqual(written.size)
    return { intact, sealed: rows.length, files: (await desk.vault.listObjects()).length, half: half.length }
  } finally {
    await desk.close()
  }
}

async function expectNothingPlain(): Promise<void> {
  const heads = [Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF', 'latin1'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')]
  const middles = [...written.values()].map((bytes) => bytes.subarray(1_500_000, 1_500_024))
  for (const plain of [...heads, ...middles, Buffer.from(canary), Buffer.from(canary, 'utf16le')]) {
    expect(await rawSearch(folder, plain)).toEqual([])
  }
}

test(
  `killed ${kills} times, every document is there once and nothing of it is plain`,
  { timeout: 240_000 },
  async () => {
    const seen: State[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      if ((await readdir(inbox)).length < 2) {
        await copierWrites(2 * kill)
        await copierWrites(2 * kill + 1)
      }
      // About ten things happen before the first document is read, and thirty more until two are taken in.
      await runDesk(8 + 2 * kill)
      seen.push(await state())
      if (kill % 5 === 4) await expectNothingPlain()
    }
    await copierWrites(2 * kills)
    await runDesk(Infinity)
    const end = await state()
    expect(end).toEqual({ intact: 0, sealed: written.size, files: written.size, half: 0 })
    await expectNothingPlain()
    // The kills must have hit documents that were only in the folder, and some that were only in the vault.
    expect(seen.some(({ intact }) => intact > 0)).toBe(true)
    expect(seen.some(({ sealed }) => sealed > 0)).toBe(true)
  },
)
