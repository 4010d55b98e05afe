// Where in the app one is: a closed set of places, so that a screen can send the reader on without importing another screen.
import { createContext, use } from 'react'
import type { CallName } from '../shared/ipc/contract.ts'

/** The sections of a case. */
export const caseTabs = ['overview', 'mail', 'identity', 'fee', 'notes'] as const
export type CaseTab = (typeof caseTabs)[number]

export type Place =
  | { screen: 'board' }
  | { screen: 'inbox' }
  | { screen: 'review'; scanId: string }
  | { screen: 'cases' }
  | { screen: 'case'; caseId: string; tab?: CaseTab }
  | { screen: 'post' }
  | { screen: 'wipe'; caseId: string }
  | { screen: 'certificates' }
  | { screen: 'certificate'; wipeId: string }
  | { screen: 'reports' }
  | { screen: 'audit' }
  | { screen: 'staff' }
  | { screen: 'settings' }
  | { screen: 'rules' }
  | { screen: 'letters' }
  | { screen: 'fees' }
  | { screen: 'printing' }

export type ScreenName = Place['screen']

/** Which call a screen cannot do without: who may not make it is not offered the screen. */
export const callBehind: Record<ScreenName, CallName> = {
  board: 'cases.board',
  inbox: 'scans.inbox',
  review: 'scans.get',
  cases: 'cases.find',
  case: 'cases.get',
  post: 'post.sent',
  wipe: 'wipes.plan',
  certificates: 'wipes.list',
  certificate: 'wipes.get',
  reports: 'reports.month',
  audit: 'audit.list',
  staff: 'staff.list',
  settings: 'staff.changePassword',
  rules: 'rules.list',
  letters: 'letterTexts.list',
  fees: 'fees.ledger',
  printing: 'notices.toPost',
}

export interface Going {
  place: Place
  go(place: Place): void
  /** To where one came from; to the given place when one came from nowhere. */
  back(otherwise: Place): void
}

export const GoingContext = createContext<Going | null>(null)

export function useGoing(): Going {
  const going = use(GoingContext)
  if (going === null) throw new Error('A screen stands outside the shell')
  return going
}
