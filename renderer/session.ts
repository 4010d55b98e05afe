// Who sits here and what they may do, for every screen inside the shell.
import { createContext, use } from 'react'
import type { CallAnswer, CallName } from '../shared/ipc/contract.ts'
import type { Person } from '../shared/ipc/parts.ts'
import { permissions } from '../shared/ipc/permissions.ts'

export interface Session {
  state: CallAnswer<'session.state'>
  person: Person
  lock(): void
}

export const SessionContext = createContext<Session | null>(null)

/** True when the person's roles allow the call; main checks the same table again for every call. */
export function mayCall(person: Person, name: CallName): boolean {
  const permission = permissions[name]
  if (typeof permission === 'string') return true
  return permission.some((role) => person.roles.includes(role))
}

export function useSession(): Session & { may(name: CallName): boolean; today: string } {
  const session = use(SessionContext)
  if (session === null) throw new Error('A screen stands outside the shell')
  return {
    ...session,
    today: session.state.today,
    // After a broken audit chain only what changes nothing is offered.
    may: (name) => mayCall(session.person, name),
  }
}
