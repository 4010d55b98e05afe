// Makes the desk that scale is measured on: its people set up over the contract, its ledger filled, in memory where the system has such a folder.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../main/db/index.ts'
import { readRecoveryCode } from '../../main/staff/recovery-code.ts'
import { openVault, type DeskLock } from '../../main/vault/index.ts'
import { testClock } from '../back-room/desk-fixture.ts'
import { startApp } from '../journeys/app.ts'
import { clerk, staffDesk } from '../journeys/shortcuts.ts'
import { fillLedger, type LedgerSize } from './ledger.ts'

/**
 * Gives the desk's recovery code, which opens it for measuring. Thousands of keys are made, each of which waits for the disk: that is no
 * part of what is measured.
 */
export async function fillDesk(dataFolder: string, size: LedgerSize): Promise<string> {
  const inMemory = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'privacy-desk-bench-'))
  try {
    const code = await setUp(inMemory)
    await fill(inMemory, code, size)
    await cp(inMemory, dataFolder, { recursive: true })
    return code
  } finally {
    await rm(inMemory, { recursive: true, force: true })
  }
}

async function setUp(dataFolder: string): Promise<string> {
  const app = await startApp({ dataFolder })
  try {
    return (await staffDesk(app.page, [{ ...clerk, roles: ['clerk'] }])).recoveryCode
  } finally {
    await app.close()
  }
}

export async function unlock(lock: DeskLock, recoveryCode: string): Promise<void> {
  if ((await lock.unlockWithRecoveryCode(readRecoveryCode(recoveryCode) ?? '')) === 'wrong')
    throw new Error('The code is wrong.')
}

async function fill(dataFolder: string, code: string, size: LedgerSize): Promise<void> {
  const db = await openDatabase(join(dataFolder, 'desk.sqlite'))
  const { vault, lock, close } = await openVault({ dataFolder, keychain: null })
  try {
    await unlock(lock, code)
    await fillLedger({ db, vault }, size, 'bench', testClock(new Date().toISOString()).today())
  } finally {
    await close()
    await db.destroy()
  }
}
