// What the other sections of a case know that calls for a letter: scans, identity, agents, the fee.
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { feeOf } from '../../../shared/rules/fee.ts'
import type { LetterReasons } from '../../../shared/rules/fitting-letters.ts'
import { illegibleCopies } from '../../../shared/rules/to-mend.ts'
import { useAnswer } from '../../queries.ts'

export function useLetterReasons(record: CaseRecord): LetterReasons {
  const checks = useAnswer('identity.ofCase', { caseId: record.id }).data
  const agents = useAnswer('agents.ofCase', { caseId: record.id }).data?.agents ?? []
  const fee = useAnswer('fees.ofCase', { caseId: record.id }, { enabled: feeOf(record.kind) > 0 }).data
  return {
    hasFlaggedScan: record.scans.some(({ verdict }) => verdict === 'flagged'),
    toMend: checks?.checks.find(({ id }) => id === checks.standsId)?.needs ?? [],
    illegible: illegibleCopies(record.scans),
    agents: agents.map(({ standing, gaps }) => ({ standing, lacksPapers: gaps.length > 0 })),
    fee: fee === undefined ? null : { ...fee.assessment, payments: fee.payments.map(({ state }) => state) },
    letters: record.notices.map(({ kind, post }) => ({ kind, isPosted: post !== null })),
  }
}
