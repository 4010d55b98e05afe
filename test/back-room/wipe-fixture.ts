// A case with documents of its own to wipe: a small holder over the real vault and database, with a table that only tests have.
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { openPapers } from '../../main/paper/index.ts'
import type { Surroundings } from '../../main/surroundings.ts'
import { keySlotSchema, type KeySlot, type Vault } from '../../main/vault/index.ts'
import { createWipes, type WipeBlocker, type WipedCases, type WipeHolder, type Wipes } from '../../main/wipe/index.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import type { TempDesk } from './desk-fixture.ts'
import { lettersFolder } from './papers-fixture.ts'

const pieceSchema = z.object({
  id: z.string(),
  slot: keySlotSchema,
  object_id: z.string(),
  canary_sealed: z.instanceof(Uint8Array).nullable(),
})
const trayCaseSchema = z.object({
  slot: keySlotSchema,
  name_sealed: z.instanceof(Uint8Array).nullable(),
  state: z.string(),
  finished: z.number(),
})

export interface Tray extends WipeHolder, WipedCases {
  /** 'open' → 'wiping' → 'wiped', and how often it became 'wiped'. */
  stateOf(caseId: string): Promise<{ state: string; finished: number; name: string | null }>
  block(by: WipeBlocker[]): void
}

export interface FilledCase {
  caseId: string
  caseSlot: KeySlot
  pieces: { slot: KeySlot; objectId: string; canary: string }[]
}

export const requesterName = '山田 花子'

/** The holder of the cases that `fillCase` makes; over an existing folder it finds them again. */
export async function openTray({ db, vault }: Pick<TempDesk, 'db' | 'vault'>): Promise<Tray> {
  await db.raw(
    'CREATE TABLE IF NOT EXISTS tray_cases (id TEXT PRIMARY KEY, slot INTEGER, name_sealed BLOB, state TEXT, finished INTEGER) STRICT',
  )
  await db.raw(
    'CREATE TABLE IF NOT EXISTS tray_pieces (id TEXT PRIMARY KEY, case_id TEXT, slot INTEGER, object_id TEXT, canary_sealed BLOB) STRICT',
  )
  let blockers: WipeBlocker[] = []

  const pieces = async (caseId: string) =>
    z.array(pieceSchema).parse(await db('tray_pieces').where({ case_id: caseId }).orderBy('id'))
  const caseOf = async (caseId: string) => trayCaseSchema.parse(await db('tray_cases').where({ id: caseId }).first())

  return {
    blockers: async () => blockers,
    async holdings(caseId) {
      const { slot } = await caseOf(caseId)
      return [
        ...(await pieces(caseId)).map((piece) => ({
          kind: 'scan' as const,
          id: piece.id,
          slot: piece.slot,
          objectId: piece.object_id,
        })),
        { kind: 'case-key', id: caseId, slot, objectId: null },
        { kind: 'personal-columns', id: caseId, slot: null, objectId: null },
      ]
    },
    async removeRows(caseId) {
      await db('tray_cases').where({ id: caseId }).update({ name_sealed: null })
      await db('tray_pieces').where({ case_id: caseId }).update({ canary_sealed: null })
    },
    async canaries(caseId) {
      const found = await pieces(caseId)
      return Promise.all(
        found.flatMap(({ id, slot, canary_sealed: sealed }) =>
          sealed === null ? [] : [vault.openColumn(slot, 'canary_sealed', id, sealed)],
        ),
      )
    },
    numberOf: async () => '2026-000123-4',
    approverOf: async () => null,
    async recordWipeStarted(caseId) {
      await db('tray_cases').where({ id: caseId }).update({ state: 'wiping' })
    },
    async recordWipeFinished(caseId) {
      await db('tray_cases')
        .where({ id: caseId })
        .whereNot({ state: 'wiped' })
        .update({ state: 'wiped', finished: db.raw('finished + 1') })
    },
    async stateOf(caseId) {
      const { slot, state, finished, name_sealed: sealed } = await caseOf(caseId)
      return {
        state,
        finished,
        name: sealed === null ? null : await vault.openColumn(slot, 'name_sealed', caseId, sealed),
      }
    },
    block: (by) => void (blockers = by),
  }
}

export async function fillCase({ db, vault }: Pick<TempDesk, 'db' | 'vault'>, count = 3): Promise<FilledCase> {
  const caseId = randomUUID()
  const caseSlot = await vault.createKey('case', caseId, 'desk')
  const name = await vault.sealColumn(caseSlot, 'name_sealed', caseId, requesterName)
  await db('tray_cases').insert({ id: caseId, slot: caseSlot, name_sealed: name, state: 'open', finished: 0 })
  const pieces: FilledCase['pieces'] = []
  for (let index = 0; index < count; index += 1) {
    const id = randomUUID()
    const slot = await vault.createKey('document', id, caseSlot)
    const canary = randomBytes(24).toString('base64url')
    const { id: objectId } = await vault.sealObject(
      slot,
      'scan',
      Buffer.from(`${canary} ${requesterName} `.repeat(3000)),
    )
    const sealed = await vault.sealColumn(slot, 'canary_sealed', id, canary)
    await db('tray_pieces').insert({ id, case_id: caseId, slot, object_id: objectId, canary_sealed: sealed })
    pieces.push({ slot, objectId, canary })
  }
  return { caseId, caseSlot, pieces }
}

export interface WipeSeams {
  vault?: Vault
  fontsFolder?: string
  paper?: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  dialogs?: Pick<Surroundings['dialogs'], 'save' | 'chooseCertificate'>
  changed?: () => void
}

export function wipesOf(desk: TempDesk, tray: Tray, seams: WipeSeams = {}): Wipes {
  return createWipes({
    db: desk.db,
    vault: seams.vault ?? desk.vault,
    audit: desk.audit,
    jobs: desk.jobs,
    emit(name, body) {
      desk.emit(name, body)
      if (name === 'wipes.changed') seams.changed?.()
    },
    holders: [tray],
    cases: tray,
    storage: { fileSystem: 'ext4', mountOptions: 'rw,relatime', warnings: ['encryption-unknown'] },
    dataFolder: desk.folder,
    appVersion: '0.1.0',
    papers: openPapers({ lettersFolder, fontsFolder: seams.fontsFolder ?? '' }),
    paper: seams.paper ?? { pdfOf: async (html) => Buffer.from(html), print: async () => undefined },
    dialogs: seams.dialogs ?? { save: async () => false, chooseCertificate: async () => null },
    screening: { paper: () => Promise.reject(new Error('No pictures here.')) },
    settings: async () => defaultDeskSettings,
    nameOf: async () => '受付 花子',
    now: desk.clock.now,
    today: desk.clock.today,
  })
}

/** Waits until no wipe is under way. */
export async function settled(desk: TempDesk): Promise<void> {
  while ((await desk.jobs.list()).jobs.length > 0) await new Promise(setImmediate)
}
