// A desk's back room on a folder of its own: real database, real vault, a clock that stands until it is moved.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAudit, type Audit } from '../../main/audit/index.ts'
import { openDatabase, type Database } from '../../main/db/index.ts'
import { createJobs, type Emit, type Jobs } from '../../main/jobs/index.ts'
import type { Keychain } from '../../main/surroundings.ts'
import { openVault, type DeskLock, type Vault } from '../../main/vault/index.ts'
import type { EventBody, EventName } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'

/** A password's cost that tests can pay hundreds of times. */
export const quickCost = { n: 2 ** 10, r: 8, p: 1 }

export interface TestClock {
  now(): string
  today(): string
  /** Forward, or back with a negative number. */
  move(seconds: number): void
}

export function testClock(start = '2026-11-24T01:00:00.000Z'): TestClock {
  let at = new Date(start).getTime()
  const japan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
  return {
    now: () => new Date(at).toISOString(),
    today: () => japan.format(at),
    move: (seconds) => void (at += seconds * 1000),
  }
}

export interface TempDesk {
  folder: string
  db: Database
  vault: Vault
  lock: DeskLock
  audit: Audit
  jobs: Jobs
  clock: TestClock
  emit: Emit
  /** Every event that was told to the window so far. */
  told: { name: EventName; body: EventBody<EventName> }[]
  /** Bugs that jobs met. */
  bugs: unknown[]
  /** Closes without removing: for opening the same folder again. */
  close(): Promise<void>
  remove(): Promise<void>
}

export interface TempDeskOptions {
  /** An existing folder to open again. */
  folder?: string
  keychain?: Keychain | null
  clock?: TestClock
  /** Makes a desk key, so that the vault is open: for tests that need no staff. */
  unlocked?: boolean
}

export async function tempDesk(options: TempDeskOptions = {}): Promise<TempDesk> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'desk 机-')))
  const clock = options.clock ?? testClock()
  const db = await openDatabase(join(folder, 'desk.sqlite'))
  const {
    vault,
    lock,
    close: closeVault,
  } = await openVault({ dataFolder: folder, keychain: options.keychain ?? null, cost: quickCost })
  if (options.unlocked === true) await lock.makeDeskKey()
  const told: TempDesk['told'] = []
  const bugs: unknown[] = []
  const emit: Emit = (name, body) => void told.push({ name, body })
  const audit = await createAudit({
    db,
    now: clock.now,
    seal: async (text) => (vault.isUnlocked() ? vault.chainSeal(text) : null),
    onBroken: () => emit('session.changed', {}),
  })
  const jobs = createJobs({ emit, onBug: (_, error) => void bugs.push(error) })
  async function close(): Promise<void> {
    await jobs.close()
    await closeVault()
    await db.destroy()
  }
  return {
    folder,
    db,
    vault,
    lock,
    audit,
    jobs,
    clock,
    emit,
    told,
    bugs,
    close,
    async remove() {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export function person(roles: Person['roles'], id = randomUUID()): Person {
  return { id, loginName: 'hanako', displayName: '受付 花子', roles, disabled: false }
}

/** The value, or a failed test: for what the test itself has just put there. */
export function there<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('What must be there is not there.')
  return value
}

/** Where in the folder's files the bytes lie, as `file@offset`: an own, slow search, to check the app's by. */
export async function rawSearch(folder: string, wanted: Uint8Array): Promise<string[]> {
  const hits: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) hits.push(`${entry.name}@${at}`)
  }
  return hits
}
