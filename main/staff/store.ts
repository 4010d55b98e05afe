// Rows of the people of the desk and of their failed sign-ins.
import { z } from 'zod'
import { roleSchema, type Role } from '../../shared/roles.ts'
import type { Database, Transaction } from '../db/index.ts'
import { keySlotSchema, type KeySlot } from '../vault/index.ts'

const rowSchema = z
  .object({
    id: z.string(),
    login_name: z.string(),
    display_name_sealed: z.instanceof(Uint8Array),
    key_slot: keySlotSchema,
    disabled: z.union([z.literal(0), z.literal(1)]),
  })
  .transform((row) => ({
    id: row.id,
    loginName: row.login_name,
    displayNameSealed: row.display_name_sealed,
    keySlot: row.key_slot,
    disabled: row.disabled === 1,
  }))
const roleRowSchema = z.object({ staff_id: z.string(), role: roleSchema })

/** A member of staff as stored: the name is sealed under the desk key. */
export interface StaffRow {
  id: string
  loginName: string
  displayNameSealed: Uint8Array
  keySlot: KeySlot
  disabled: boolean
  roles: Role[]
}

const failureSchema = z.object({ failures: z.number().int(), last_at: z.string() })

export async function allStaff(db: Database | Transaction): Promise<StaffRow[]> {
  const rows = z.array(rowSchema).parse(await db('staff').orderBy('created_at').orderBy('login_name'))
  const roles = z.array(roleRowSchema).parse(await db('staff_roles').orderBy('role'))
  return rows.map((row) =>
    Object.assign(row, { roles: roles.filter(({ staff_id }) => staff_id === row.id).map(({ role }) => role) }),
  )
}

export async function addStaff(trx: Transaction, row: StaffRow, createdAt: string): Promise<void> {
  await trx('staff').insert({
    id: row.id,
    login_name: row.loginName,
    display_name_sealed: row.displayNameSealed,
    key_slot: row.keySlot,
    disabled: row.disabled ? 1 : 0,
    created_at: createdAt,
  })
  await setRoles(trx, row.id, row.roles)
}

export async function changeStaff(
  trx: Transaction,
  id: string,
  change: { displayNameSealed: Uint8Array; roles: Role[]; disabled: boolean },
): Promise<void> {
  await trx('staff')
    .where({ id })
    .update({ display_name_sealed: change.displayNameSealed, disabled: change.disabled ? 1 : 0 })
  await trx('staff_roles').where({ staff_id: id }).delete()
  await setRoles(trx, id, change.roles)
}

export async function changeKeySlot(db: Database | Transaction, id: string, keySlot: KeySlot): Promise<void> {
  await db('staff').where({ id }).update({ key_slot: keySlot })
}

async function setRoles(trx: Transaction, id: string, roles: Role[]): Promise<void> {
  for (const role of new Set(roles)) await trx('staff_roles').insert({ staff_id: id, role })
}

export async function failuresOf(
  db: Database,
  loginName: string,
): Promise<{ failures: number; lastAt: string } | null> {
  const row: unknown = await db('sign_in_failures').where({ login_name: loginName }).first()
  if (row === undefined) return null
  const { failures, last_at } = failureSchema.parse(row)
  return { failures, lastAt: last_at }
}

export async function noteFailure(db: Database, loginName: string, at: string): Promise<void> {
  await db('sign_in_failures')
    .insert({ login_name: loginName, failures: 1, last_at: at })
    .onConflict('login_name')
    .merge({ failures: db.raw('sign_in_failures.failures + 1'), last_at: at })
}

export async function moveFailure(db: Database, loginName: string, at: string): Promise<void> {
  await db('sign_in_failures').where({ login_name: loginName }).update({ last_at: at })
}

export async function clearFailures(db: Database, loginName: string): Promise<void> {
  await db('sign_in_failures').where({ login_name: loginName }).delete()
}

export async function forgetFailuresBefore(db: Database, at: string): Promise<void> {
  await db('sign_in_failures').where('last_at', '<', at).delete()
}
