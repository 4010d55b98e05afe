// A back room that takes in mail: real vault, database, screening processes and folders; the dialogs answer what the test says.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setInterval } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createIntake, type Intake } from '../../main/intake/index.ts'
import { createPieces, type Pieces } from '../../main/pieces/index.ts'
import { createScans, type Scans, type SheetCases } from '../../main/scans/index.ts'
import { startScreening, type Screening } from '../../main/screening/index.ts'
import { createSettings } from '../../main/settings/index.ts'
import type { KeySlot } from '../../main/vault/index.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import { defaultDeskSettings, defaultPreferences, type DeskSettings } from '../../shared/settings.ts'
import { person, tempDesk, type TempDesk, type TempDeskOptions } from './desk-fixture.ts'

export const buildFolder = fileURLToPath(new URL('../../build', import.meta.url))

/** The screening processes of the built app, as `npm test` builds it first. A bundled program says where that is. */
export async function builtScreening(folder = buildFolder, pictures: 'native' | 'wasm' = 'native'): Promise<Screening> {
  const workerFile = join(folder, 'main', 'screening-worker.cjs')
  if (!existsSync(workerFile)) throw new Error('The screening worker is not built; run: npm run build')
  return startScreening({ modelsFolder: join(folder, 'models'), workerFile, pictures })
}

export interface MailDesk extends TempDesk {
  scans: Scans
  pieces: Pieces
  intake: Intake
  clerk: Person
  deskCode(): Promise<DeskCode>
  /** A folder beside the data folder, for the copier and for files to choose. */
  outside: string
  inbox: string
  settings: DeskSettings
  /** What the next file dialog answers. */
  chosen: { files: string[]; folder: string | null }
  /** Makes a case key; `scans.file` takes the case's id. */
  openCase(id: string): Promise<KeySlot>
}

/** Waits short enough for tests, long enough for a busy machine. */
export const hurriedPace = { lookEveryMs: 40, steadyForMs: 120, emptyForMs: 400 }

export interface MailDeskOptions extends TempDeskOptions {
  outside?: string
  sheetCases?: SheetCases
  /** Put around the vault of the scans: a program that is to be killed watches its calls. */
  watched?: <Face extends object>(face: Face) => Face
}

export async function mailDesk(
  screening: Pick<
    Screening,
    'inspect' | 'screenSheet' | 'loadReaders' | 'extract' | 'picture' | 'mask' | 'readIdentity'
  >,
  options: MailDeskOptions = {},
): Promise<MailDesk> {
  const desk = await tempDesk({ unlocked: true, ...options })
  const outside = options.outside ?? (await mkdtemp(join(tmpdir(), 'copier 複合機-')))
  const inbox = join(outside, 'inbox')
  await mkdir(inbox, { recursive: true })
  const { db, vault, audit, jobs, clock, emit, bugs } = desk
  const settings = structuredClone(defaultDeskSettings)
  const stored = createSettings({ db, audit, preferences: { get: () => defaultPreferences, set: () => {} } })
  const clerk = person(['clerk'])
  const cases = new Map<string, KeySlot>()
  const chosen: MailDesk['chosen'] = { files: [], folder: null }
  let watchedFolder: string | null = null
  const caseKeyOf = async (id: string): Promise<{ slot: KeySlot; number: string }> => {
    const slot = cases.get(id)
    if (slot === undefined) throw new Error('The test opened no such case.')
    return { slot, number: '2026-000001-7' }
  }
  const pieces = createPieces({
    db,
    vault,
    audit,
    emit,
    caseKeyOf,
    paperMayGo: (scanId) => scans.paperMayGo(scanId),
    nameOf: async () => '受付 花子',
    now: clock.now,
    today: clock.today,
  })
  const scans: Scans = createScans({
    db,
    vault: options.watched?.(vault) ?? vault,
    audit,
    jobs,
    emit,
    screening,
    now: clock.now,
    today: clock.today,
    // Read from the database as in the app: inside a transaction that would wait for itself, and the test would show it.
    deskSettings: async () => ({ ...(await stored.desk()), ...settings }),
    caseKeyOf,
    paper: pieces.paper,
    sheetCases: options.sheetCases ?? {
      numbered: async () => null,
      arrived: async () => undefined,
      formFiled: async () => undefined,
    },
    deskCode: stored.deskCode,
    personAtDesk: () => clerk.id,
  })
  const intake = createIntake({
    vault,
    arrivals: scans.arrivals,
    screening,
    jobs,
    emit,
    onBug: (error) => void bugs.push(error),
    pace: hurriedPace,
    surroundings: {
      dataFolder: desk.folder,
      now: clock.now,
      dialogs: {
        chooseScans: async () => chosen.files,
        chooseFolder: async () => chosen.folder,
        save: async () => false,
        chooseCertificate: async () => null,
      },
      preferences: {
        get: () => defaultPreferences,
        set: () => undefined,
        watchedFolder: () => watchedFolder,
        setWatchedFolder: (folder) => void (watchedFolder = folder),
      },
    },
  })
  /** Lets pages that are being read end: a reading thread that is ended in the middle of native code takes the process with it. */
  async function close(): Promise<void> {
    await intake.pause()
    for await (const _ of setInterval(20)) if ((await jobs.list()).jobs.length === 0) break
    scans.pause()
    await desk.close()
  }
  return {
    ...desk,
    scans,
    pieces,
    intake,
    clerk,
    deskCode: stored.deskCode,
    outside,
    inbox,
    settings,
    chosen,
    async openCase(id) {
      const slot = await vault.createKey('case', id, 'desk')
      cases.set(id, slot)
      return slot
    },
    close,
    async remove() {
      await close()
      await rm(desk.folder, { recursive: true, force: true })
      await rm(outside, { recursive: true, force: true })
    },
  }
}
