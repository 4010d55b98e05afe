// The PDF of a letter as it was sealed: what is shown, printed and saved is that and nothing else.
import { createHash } from 'node:crypto'
import { Fault } from '../../shared/faults.ts'
import type { Vault } from '../vault/index.ts'
import type { NoticeRow } from './store.ts'

/** SHA-256, hex. */
export function hashOf(pdf: Uint8Array): string {
  return createHash('sha256').update(pdf).digest('hex')
}

/** Fault: vault-damaged {part: 'letter'} when it is not the PDF whose hash was kept when the letter was made. */
export async function keptPdf(vault: Vault, row: NoticeRow): Promise<Buffer> {
  const pdf = await vault.openObject(row.key_slot, 'notice', row.object_id)
  const kept = await vault.openColumn(row.key_slot, 'notices.sha256', row.id, row.sha256_sealed)
  if (hashOf(pdf) !== kept) throw new Fault('vault-damaged', { part: 'letter' })
  return pdf
}
