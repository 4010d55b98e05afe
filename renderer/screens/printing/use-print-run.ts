// One run of the printer: started here, seen by its job, and its end still told after the screen was left for a while.
import { useMutationState } from '@tanstack/react-query'
import type { CallRequest } from '../../../shared/ipc/contract.ts'
import type { JobProgress } from '../../../shared/ipc/parts.ts'
import { printRunSchema, type PrintRun } from '../../../shared/printing.ts'
import { useJobOf } from '../../parts/jobs.tsx'
import { useAct } from '../../queries.ts'

export interface Run {
  /** Null while nothing is printed. */
  job: JobProgress | null
  start(request: CallRequest<'notices.printRun'>): void
  stop(): void
  isStopping: boolean
  /** What became of the last run. */
  ended: PrintRun | null
}

export function usePrintRun(): Run {
  const act = useAct('notices.printRun')
  const cancel = useAct('jobs.cancel')
  const newest = useJobOf('letters')
  const job = newest?.kind === 'print' && newest.state === 'running' ? newest : null
  const answers = useMutationState({
    filters: { mutationKey: ['notices.printRun'] },
    select: ({ state }) => state.data,
  })
  const last = printRunSchema.safeParse(answers.at(-1))
  return {
    job,
    start: (request) => act.mutate(request),
    stop: () => job !== null && cancel.mutate({ jobId: job.jobId }),
    isStopping: job !== null && cancel.variables?.jobId === job.jobId,
    ended: last.success && job === null ? last.data : null,
  }
}
