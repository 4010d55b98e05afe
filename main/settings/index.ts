// What the administrator set for the desk, and what this PC remembers for itself.
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import { defaultDeskSettings, deskSettingsSchema } from '../../shared/settings.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { currentMaskingPolicy } from './masking-policy.ts'

export { createMaskingPolicies, type MaskingPolicies } from './masking-policy.ts'

export interface Settings {
  /** The defaults until an administrator has changed something. Within a change, read in its transaction. */
  desk(source?: Database | Transaction): Promise<CallAnswer<'settings.desk'>>
  changeDesk(request: CallRequest<'settings.changeDesk'>, who: Person): Promise<CallAnswer<'settings.changeDesk'>>
  /** The desk's own code on its sheets, given once at the first use. */
  deskCode(): Promise<DeskCode>
  preferences(): Promise<CallAnswer<'settings.preferences'>>
  changePreferences(
    request: CallRequest<'settings.changePreferences'>,
  ): Promise<CallAnswer<'settings.changePreferences'>>
}

export interface SettingsParts {
  db: Database
  audit: Audit
  preferences: Pick<Surroundings['preferences'], 'get' | 'set'>
}

const rowSchema = z.object({ content: z.string() })
const codeRowSchema = z.object({ code: z.string().length(5) })

export function createSettings({ db, audit, preferences }: SettingsParts): Settings {
  return {
    async desk(source = db) {
      const maskingPolicy = await currentMaskingPolicy(source)
      const row: unknown = await source('desk_settings').where({ id: 1 }).first()
      if (row === undefined) return { ...defaultDeskSettings, maskingPolicy }
      const stored = completed(JSON.parse(rowSchema.parse(row).content), defaultDeskSettings)
      return { ...deskSettingsSchema.parse(stored), maskingPolicy }
    },
    async changeDesk({ maskingPolicy, ...request }, who) {
      await db.transaction(async (trx) => {
        await trx('desk_settings')
          .insert({ id: 1, content: JSON.stringify(request) })
          .onConflict('id')
          .merge()
        await audit.append('settings-changed', { actor: who.id, subject: null }, trx)
      })
      return { ...request, maskingPolicy }
    },
    async deskCode() {
      const chosen = String(randomInt(100_000)).padStart(5, '0')
      await db('desk_codes').insert({ id: 1, code: chosen }).onConflict('id').ignore()
      return codeRowSchema.parse(await db('desk_codes').where({ id: 1 }).first('code')).code
    },
    preferences: async () => preferences.get(),
    async changePreferences(request) {
      preferences.set(request)
      return request
    },
  }
}

/** Settings that a later version added are not in an older row, at whatever depth: they stand at their default. */
function completed(stored: unknown, otherwise: unknown): unknown {
  if (!isGroup(otherwise) || !isGroup(stored)) return stored
  const names = new Set([...Object.keys(otherwise), ...Object.keys(stored)])
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      Object.hasOwn(stored, name) ? completed(stored[name], otherwise[name]) : otherwise[name],
    ]),
  )
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
