// Reading and changing over the client: what a screen shows is read again when main says it changed.
import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallAnswer, CallName, CallRequest, EventName } from '../shared/ipc/contract.ts'
import { ask, DeskFault } from './client.ts'
import { useFaultSentence } from './fault-sentence.ts'
import { tell } from './tell.ts'

/** Which answers go stale with which news. Pictures are never read again unasked: every view is audited. */
const staleAfter: Record<Exclude<EventName, 'job.progress'>, readonly CallName[]> = {
  'session.changed': ['session.state', 'settings.desk', 'settings.preferences', 'staff.list'],
  'intake.changed': ['intake.attention', 'intake.watch', 'scans.inbox'],
  'scans.changed': ['scans.inbox', 'scans.get', 'cases.get', 'pieces.ofCase', 'wipes.plan'],
  'cases.changed': [
    'cases.get',
    'cases.list',
    'cases.find',
    'cases.board',
    'cases.tryMatter',
    'cases.changesSince',
    'approvals.waiting',
    'pieces.ofCase',
    'agents.ofCase',
    'fees.ofCase',
    'fees.ledger',
    'identity.ofCase',
    'notes.ofCase',
    'scans.inbox',
    'post.sent',
    'post.book',
    'notices.toPost',
    'wipes.plan',
  ],
  'wipes.changed': [
    'wipes.get',
    'wipes.list',
    'wipes.plan',
    'cases.get',
    'cases.list',
    'cases.find',
    'cases.board',
    'scans.inbox',
  ],
}

/** What a change made here leaves stale, so that the screen does not wait for the news of it. */
const staleAfterCall: Partial<Record<CallName, readonly CallName[]>> = {
  'letterTexts.change': ['letterTexts.list', 'letterTexts.get'],
  'session.signIn': ['session.state'],
  'session.lock': ['session.state'],
  'reminders.digestSeen': ['session.state'],
  'staff.add': ['staff.list'],
  'staff.change': ['staff.list', 'session.state'],
  'settings.changeDesk': ['settings.desk', 'session.state', 'cases.board', 'cases.get'],
  'settings.changeMaskingPolicy': ['settings.maskingPolicy', 'settings.desk', 'scans.inbox', 'scans.get'],
  'rules.add': ['rules.list'],
  'rules.check': ['rules.list'],
  'rules.withdraw': ['rules.list'],
  'intake.pick': staleAfter['intake.changed'],
  'intake.drop': staleAfter['intake.changed'],
  'intake.resolveAttention': staleAfter['intake.changed'],
  'intake.chooseWatchedFolder': ['intake.watch'],
  'intake.stopWatching': ['intake.watch'],
  'scans.screenAgain': staleAfter['scans.changed'],
  'scans.turnPage': staleAfter['scans.changed'],
  'scans.leaveOutPage': staleAfter['scans.changed'],
  'scans.arrangePages': staleAfter['scans.changed'],
  'scans.decide': staleAfter['scans.changed'],
  'scans.addFinding': staleAfter['scans.changed'],
  'scans.removeFinding': staleAfter['scans.changed'],
  'scans.confirmPage': staleAfter['scans.changed'],
  'scans.prepare': staleAfter['scans.changed'],
  'scans.reopen': staleAfter['scans.changed'],
  'scans.finish': staleAfter['scans.changed'],
  'scans.file': staleAfter['scans.changed'],
  'scans.undoFiling': staleAfter['cases.changed'],
  'scans.discard': staleAfter['scans.changed'],
  'cases.open': staleAfter['cases.changed'],
  'cases.changeRequester': staleAfter['cases.changed'],
  'cases.record': staleAfter['cases.changed'],
  'pieces.recordEnvelope': staleAfter['cases.changed'],
  'pieces.add': staleAfter['cases.changed'],
  'pieces.change': ['pieces.ofCase'],
  'cases.changeMatter': staleAfter['cases.changed'],
  'approvals.ask': staleAfter['cases.changed'],
  'approvals.decide': staleAfter['cases.changed'],
  'approvals.takeBack': staleAfter['cases.changed'],
  'cases.saveView': ['cases.views'],
  'cases.removeView': ['cases.views'],
  'pieces.settle': [
    'pieces.ofCase',
    'fees.ofCase',
    'fees.ledger',
    'scans.get',
    'scans.inbox',
    'cases.get',
    'wipes.plan',
  ],
  'agents.add': staleAfter['cases.changed'],
  'agents.change': staleAfter['cases.changed'],
  'agents.addDocument': staleAfter['cases.changed'],
  'agents.removeDocument': staleAfter['cases.changed'],
  'agents.judge': staleAfter['cases.changed'],
  'fees.record': staleAfter['cases.changed'],
  'identity.record': staleAfter['cases.changed'],
  'notes.write': staleAfter['cases.changed'],
  'notes.link': staleAfter['cases.changed'],
  'notes.unlink': staleAfter['cases.changed'],
  'notices.make': ['cases.get', 'notices.toPost'],
  'notices.print': ['cases.get', 'notices.toPost'],
  'notices.printRun': ['cases.get', 'notices.toPost'],
  'notices.settlePrint': ['cases.get', 'notices.toPost'],
  'post.dispatch': staleAfter['cases.changed'],
  'post.askOtherAddress': staleAfter['cases.changed'],
  'post.recordDelivery': staleAfter['cases.changed'],
  'post.recordReturn': staleAfter['cases.changed'],
  'post.recordAddressCheck': staleAfter['cases.changed'],
  'wipes.start': staleAfter['wipes.changed'],
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Main is in the same machine: an answer is as fresh as its last news, and a failed call fails the same way again.
      queries: { retry: false, staleTime: 5_000, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Reads one call and keeps what it answered until news makes it stale. */
export function useAnswer<Name extends CallName>(
  name: Name,
  request: CallRequest<Name>,
  options: { enabled?: boolean; refetchInterval?: number } = {},
): UseQueryResult<CallAnswer<Name>> {
  return useQuery<CallAnswer<Name>>({ queryKey: [name, request], queryFn: () => ask(name, request), ...options })
}

/** Makes a change. A fault is shown as one calm sentence unless the screen shows it in its own place. */
export function useAct<Name extends CallName>(
  name: Name,
  options: {
    onDone?: (answer: CallAnswer<Name>, request: CallRequest<Name>) => void
    faultShownBy?: 'notification' | 'screen'
  } = {},
): UseMutationResult<CallAnswer<Name>, Error, CallRequest<Name>> {
  const queryClient = useQueryClient()
  const sentenceOf = useFaultSentence()
  return useMutation<CallAnswer<Name>, Error, CallRequest<Name>>({
    mutationKey: [name],
    mutationFn: (request) => ask(name, request),
    onSuccess: (answer, request) => {
      for (const stale of staleAfterCall[name] ?? []) void queryClient.invalidateQueries({ queryKey: [stale] })
      options.onDone?.(answer, request)
    },
    onError: (error) => {
      // What was on the screen is no longer so: it is read again, and the form that stands over it goes on with its input.
      if (error instanceof DeskFault && error.code === 'changed-meanwhile') {
        for (const stale of staleAfterCall[name] ?? []) void queryClient.invalidateQueries({ queryKey: [stale] })
      }
      if (options.faultShownBy !== 'screen') {
        tell(sentenceOf(error), 'fault')
      }
    },
  })
}

/** Listens to main's news for as long as the app stands. Once, at the top. */
export function useNews(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const staleOn = (event: keyof typeof staleAfter) =>
      window.desk.on(event, () => {
        for (const stale of staleAfter[event]) void queryClient.invalidateQueries({ queryKey: [stale] })
      })
    const stops = [
      staleOn('session.changed'),
      staleOn('intake.changed'),
      staleOn('scans.changed'),
      staleOn('cases.changed'),
      staleOn('wipes.changed'),
      window.desk.on('job.progress', (job) => {
        queryClient.setQueryData<CallAnswer<'jobs.list'>>(['jobs.list', {}], (before) => ({
          jobs: [...(before?.jobs ?? []).filter((other) => other.jobId !== job.jobId), job],
        }))
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [queryClient])
}
