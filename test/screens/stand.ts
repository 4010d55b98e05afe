// Renders a screen once as a person would first see it: real words, real queries already answered, nobody to click.
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { startLanguage } from '../../renderer/language.ts'
import { GoingContext } from '../../renderer/places.ts'
import { createQueryClient } from '../../renderer/queries.ts'
import { SessionContext } from '../../renderer/session.ts'
import type { CallAnswer, CallName, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'

export const clerk: Person = {
  id: '7f0f3f0e-0d6b-4a38-9a53-0b9f2b7f8f01',
  loginName: 'hanako',
  displayName: '受付 花子',
  roles: ['clerk'],
  disabled: false,
}

const state: CallAnswer<'session.state'> = {
  setUp: true,
  person: clerk,
  appVersion: '0.1.0',
  today: '2026-11-24',
  keychain: 'none',
  storageWarnings: [],
  readOnly: false,
  idleLockMinutes: 10,
  digestDue: false,
  clockBehind: null,
}

/** What a call has answered already. */
export interface Answered {
  name: CallName
  request: unknown
  answer: unknown
}

export function answered<Name extends CallName>(
  name: Name,
  request: CallRequest<Name>,
  answer: CallAnswer<Name>,
): Answered {
  return { name, request, answer }
}

/** The markup that a clerk gets. What was not answered is still being read. */
export async function seen(screen: ReactElement, answers: readonly Answered[]): Promise<string> {
  if (!i18next.isInitialized) await startLanguage()
  const queries = createQueryClient()
  for (const { name, request, answer } of answers) queries.setQueryData([name, request], answer)
  const inSession = createElement(SessionContext, { value: { state, person: clerk, lock: () => undefined } }, screen)
  const going = { place: { screen: 'board' }, go: () => undefined, back: () => undefined } as const
  const standing = createElement(GoingContext, { value: going }, inSession)
  const asking = createElement(QueryClientProvider, { client: queries }, standing)
  return renderToStaticMarkup(createElement(MantineProvider, { forceColorScheme: 'light' }, asking))
}
