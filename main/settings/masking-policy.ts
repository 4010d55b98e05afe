// Which fields may be kept on which documents: the table in force, and every table before it.
import { z } from 'zod'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { instantSchema } from '../../shared/dates.ts'
import {
  changedRules,
  defaultMaskingPolicy,
  maskingPolicySchema,
  type MaskingPolicy,
} from '../../shared/rules/masking-policy.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'

export interface MaskingPolicies {
  /** With its history, newest change first. */
  read(): Promise<CallAnswer<'settings.maskingPolicy'>>
  /** Fault: changed-meanwhile (the table is no longer the one that was seen). */
  change(
    request: CallRequest<'settings.changeMaskingPolicy'>,
    who: Person,
  ): Promise<CallAnswer<'settings.changeMaskingPolicy'>>
}

export interface MaskingPolicyParts {
  db: Database
  audit: Audit
  nameOf(id: string): Promise<string>
  now(): string
}

const rowSchema = z.object({
  position: z.number().int(),
  content: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(maskingPolicySchema),
  set_at: instantSchema,
  set_by: z.string().nullable(),
})

async function policyRows(source: Database | Transaction): Promise<z.infer<typeof rowSchema>[]> {
  return z.array(rowSchema).parse(await source('masking_policies').orderBy('position'))
}

/** The defaults until an administrator has changed something. */
export async function currentMaskingPolicy(db: Database | Transaction): Promise<MaskingPolicy> {
  return (await policyRows(db)).at(-1)?.content ?? defaultMaskingPolicy
}

export function createMaskingPolicies({ db, audit, nameOf, now }: MaskingPolicyParts): MaskingPolicies {
  async function read(): Promise<CallAnswer<'settings.maskingPolicy'>> {
    const all = await policyRows(db)
    const history = await Promise.all(
      all.map(async (row, index) => ({
        at: row.set_at,
        by: row.set_by === null ? null : await nameOf(row.set_by),
        changes: changedRules(all[index - 1]?.content ?? defaultMaskingPolicy, row.content),
      })),
    )
    return { version: all.length, policy: all.at(-1)?.content ?? defaultMaskingPolicy, history: history.toReversed() }
  }

  return {
    read,
    async change({ version, policy }, who) {
      await db.transaction(async (trx) => {
        const all = await policyRows(trx)
        if (all.length !== version) throw new Fault('changed-meanwhile')
        const changes = changedRules(all.at(-1)?.content ?? defaultMaskingPolicy, policy)
        if (changes.length === 0) return
        await trx('masking_policies').insert({ content: JSON.stringify(policy), set_at: now(), set_by: who.id })
        const kept = changes.filter((change) => !change.mustMask).length
        const detail = { mayKeep: kept, mustMask: changes.length - kept }
        await audit.append('masking-policy-changed', { actor: who.id, subject: null, detail }, trx)
      })
      return {}
    },
  }
}
