// The check before an envelope is sealed: every piece in it says the code of this envelope.
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { belongsInto, envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import type { Audit } from '../audit/index.ts'

export interface EnvelopeParts {
  audit: Audit
  deskCode(): Promise<DeskCode>
  /** Fault: not-found. */
  caseNumberOf(caseId: string): Promise<string>
  /** Fault: not-found. */
  letterOf(noticeId: string): Promise<{ caseId: string }>
}

/** Every piece must carry the code of the envelope, or of a sheet of its case. Fault: not-found. */
export type CheckEnvelope = (
  request: CallRequest<'post.checkEnvelope'>,
  who: Person,
) => Promise<CallAnswer<'post.checkEnvelope'>>

export function createEnvelopeCheck({ audit, deskCode, caseNumberOf, letterOf }: EnvelopeParts): CheckEnvelope {
  return async ({ noticeId, pieces }, who) => {
    const envelope = {
      code: envelopeCodeOf(noticeId),
      desk: await deskCode(),
      number: await caseNumberOf((await letterOf(noticeId)).caseId),
    }
    const wrong = pieces.findIndex((typed) => !belongsInto(envelope, typed))
    const result = wrong === -1 ? 'match' : 'mismatch'
    await audit.append('envelope-checked', {
      actor: who.id,
      subject: noticeId,
      detail: { result, pieces: pieces.length, ...(wrong === -1 ? {} : { piece: wrong + 1 }) },
    })
    return wrong === -1 ? { kind: 'match' } : { kind: 'mismatch', piece: wrong + 1 }
  }
}
