// Which case a scanned or typed code belongs to: the code of a sheet, a case's number, an envelope's code, a number of the post.
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Nowhere } from '../../shared/ipc/post.ts'
import { parseCaseNumber, type CaseNumber } from '../../shared/rules/case-number.ts'
import { envelopeCodeOf, parseEnvelopeCode } from '../../shared/rules/envelope-code.ts'
import { parseSheetCode, type DeskCode } from '../../shared/rules/sheet-code.ts'
import { parseTrackingNumber } from '../../shared/rules/tracking-number.ts'

export interface FindingParts {
  deskCode(): Promise<DeskCode>
  /** Null when no case has this number. */
  caseNumbered(number: CaseNumber): Promise<{ id: string } | null>
  noticeIds(): Promise<string[]>
  letterOf(noticeId: string): Promise<{ caseId: string }>
  trackingNumbers(): Promise<ReadonlyMap<string, readonly string[]>>
}

type Found = CallAnswer<'post.find'>

export function createFinding(parts: FindingParts): (request: CallRequest<'post.find'>) => Promise<Found> {
  const { deskCode, caseNumbered, noticeIds, letterOf, trackingNumbers } = parts

  async function ofNumber(number: CaseNumber): Promise<Found> {
    const found = await caseNumbered(number)
    return found === null ? nowhere('unknown') : { kind: 'case', caseId: found.id }
  }

  return async ({ code }) => {
    const text = code.normalize('NFKC').replace(/\s/g, '')
    const sheet = parseSheetCode(text)
    if (sheet.kind === 'damaged') return nowhere('damaged')
    if (sheet.kind === 'valid') {
      if (sheet.code.desk !== (await deskCode())) return nowhere('foreign-desk')
      return sheet.code.kind === 'separator' ? nowhere('separator') : ofNumber(sheet.code.number)
    }
    const number = parseCaseNumber(text)
    if (number.kind === 'valid') return ofNumber(number.number)
    const tracking = parseTrackingNumber(text)
    if (tracking.kind === 'valid') {
      const digits = tracking.number.replaceAll('-', '')
      const [caseId] = [...(await trackingNumbers())].find(([, numbers]) => numbers.includes(digits)) ?? []
      return caseId === undefined ? nowhere('unknown') : { kind: 'case', caseId }
    }
    const envelope = parseEnvelopeCode(text)
    if (envelope === null) return nowhere('no-code')
    const noticeId = (await noticeIds()).find((id) => envelopeCodeOf(id) === envelope)
    return noticeId === undefined ? nowhere('unknown') : { kind: 'case', caseId: (await letterOf(noticeId)).caseId }
  }
}

function nowhere(because: Nowhere): Found {
  return { kind: 'nowhere', because }
}
