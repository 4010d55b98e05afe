// Sends the decisions on findings; a false alarm waits for its reason first.
import { useState } from 'react'
import type { Decision, Scan } from '../../../shared/ipc/parts.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import type { Deciding } from './finding-list.tsx'
import type { Focus } from './use-focus.ts'

export function useDecisions(
  scan: Scan,
  focus: Focus,
  keep: (answer: Scan) => void,
): Deciding & { decideFocused: (decision: Decision | null) => void } {
  const { state } = useSession()
  const [askingReasonFor, setAskingReasonFor] = useState<string | null>(null)
  const decideNow = useAct('scans.decide', {
    onDone: (answer, request) => {
      keep(answer)
      if (request.decision !== null) focus.moveToUndecided(answer)
    },
  })
  const removeNow = useAct('scans.removeFinding', { onDone: keep })
  const isOpen = (scan.stage === 'received' || scan.stage === 'screened') && !state.readOnly

  const decide: Deciding['decide'] = (finding, decision, reason) => {
    if (!isOpen || decideNow.isPending) return
    setAskingReasonFor(null)
    decideNow.mutate({ findingId: finding.id, decision, reason })
  }
  return {
    decide,
    decideFocused: (decision) => {
      if (focus.finding !== null) decide(focus.finding, decision, null)
    },
    remove: (finding) => {
      if (isOpen && finding.source === 'person' && !removeNow.isPending) removeNow.mutate({ findingId: finding.id })
    },
    askingReasonFor,
    askReason: (findingId) => {
      if (isOpen) setAskingReasonFor(findingId)
    },
  }
}
