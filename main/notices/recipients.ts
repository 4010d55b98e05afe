// Whom a letter is addressed to: the requester at the verified address, an agent whose authority was found good, or somebody else.
import type { z } from 'zod'
import { requesterSchema, type Requester } from '../../shared/cases.ts'
import { Fault } from '../../shared/faults.ts'
import type { LetterInputs } from '../../shared/letters.ts'
import type { KeySlot, Vault } from '../vault/index.ts'
import type { Addressee } from '../cases/index.ts'
import type { NoticeRow } from './store.ts'

/** What stands in the window. */
const recipientSchema = requesterSchema.pick({ name: true, postalCode: true, address: true })
export type Recipient = z.infer<typeof recipientSchema>

export interface RecipientParts {
  vault: Vault
  addresseeOf(caseId: string): Promise<Addressee>
  /** An agent whose authority was found good, or null. */
  agentOf(caseId: string): Promise<Requester | null>
}

export interface Recipients {
  /** Fault: bad-request {field: 'recipient'} when there is no agent to write to. */
  chosen(caseId: string, choice: LetterInputs['recipient'], requester: Requester): Promise<Recipient>
  seal(slot: KeySlot, noticeId: string, recipient: Recipient): Promise<Buffer>
  /** Null in letters from before it was kept. */
  of(row: NoticeRow): Promise<Recipient | null>
  /** Fault: address-changed, when the one the letter was made for has another name or address by now. */
  refuseStale(row: NoticeRow): Promise<void>
}

const column = 'notices.recipient'

export function createRecipients({ vault, addresseeOf, agentOf }: RecipientParts): Recipients {
  async function of(row: NoticeRow): Promise<Recipient | null> {
    if (row.recipient_sealed === null) return null
    return recipientSchema.parse(JSON.parse(await vault.openColumn(row.key_slot, column, row.id, row.recipient_sealed)))
  }

  return {
    async chosen(caseId, choice, requester) {
      if (choice.kind === 'other') return recipientSchema.parse(choice)
      if (choice.kind === 'requester') return recipientSchema.parse(requester)
      const agent = await agentOf(caseId)
      if (agent === null) throw new Fault('bad-request', { field: 'recipient', because: 'no-verified-agent' })
      return recipientSchema.parse(agent)
    },

    seal: (slot, noticeId, recipient) => vault.sealColumn(slot, column, noticeId, JSON.stringify(recipient)),

    of,

    async refuseStale(row) {
      const made = await of(row)
      if (made === null || row.recipient === 'other') return
      const now = row.recipient === 'agent' ? await agentOf(row.case_id) : (await addresseeOf(row.case_id)).requester
      if (now?.name !== made.name || now.postalCode !== made.postalCode || now.address !== made.address) {
        throw new Fault('address-changed')
      }
    },
  }
}
