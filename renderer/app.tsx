// Decides what stands on the window: set-up, the recovery code, sign-in, the day's digest, or the desk itself.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useHotkeyLock } from './hotkey-lock.ts'
import { useIdleLock } from './idle.ts'
import { speak } from './language.ts'
import { Door } from './parts/door.tsx'
import { RecoveryCode } from './parts/recovery-code.tsx'
import { Loaded } from './parts/screen.tsx'
import type { Place } from './places.ts'
import { useAct, useAnswer, useNews } from './queries.ts'
import { Digest } from './screens/digest/digest.tsx'
import { SetUp } from './screens/set-up/set-up.tsx'
import { SignIn } from './screens/sign-in/sign-in.tsx'
import { SessionContext, type Session } from './session.ts'
import { Shell } from './shell.tsx'

const dayLookMs = 5 * 60_000

export function App() {
  useNews()
  // Asked again now and then: a desk that is left on wakes up on another day.
  const state = useAnswer('session.state', {}, { refetchInterval: dayLookMs })
  const preferences = useAnswer('settings.preferences', {})
  const language = preferences.data?.language ?? 'ja'
  useEffect(() => void speak(language), [language])
  return <Loaded query={state}>{(value) => <AtTheDoor state={value} />}</Loaded>
}

function AtTheDoor({ state }: { state: Session['state'] }) {
  const queryClient = useQueryClient()
  // A code that was just made is shown to its owner until it is put away, also after a lock in between.
  const [newCode, setNewCode] = useState<{ personId: string; code: string } | null>(null)
  const [lastSeat, setLastSeat] = useState<{ personId: string; place: Place } | null>(null)
  const { person } = state

  const lock = useAct('session.lock')
  const lockNow = () => {
    if (person !== null && !lock.isPending) lock.mutate({})
  }
  useIdleLock(state.idleLockMinutes, lockNow)
  useHotkeyLock(lockNow)

  useEffect(() => {
    // Days left and the groups of the board are those of the day.
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session.state' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- it is the new day that makes them stale
  }, [state.today, queryClient])

  const personId = person?.id ?? null
  useEffect(() => {
    if (personId !== null) return
    // Locked: what somebody has read must not stay in memory for the next person.
    queryClient.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'session.state' && queryKey[0] !== 'settings.preferences',
    })
  }, [personId, queryClient])

  if (!state.setUp && person === null) return <SetUp onCreated={setNewCode} />
  if (person === null) return <SignIn state={state} onNewRecoveryCode={setNewCode} />
  const remember = (place: Place) => setLastSeat({ personId: person.id, place })
  return (
    <SessionContext value={{ state, person, lock: lockNow }}>
      {newCode?.personId === person.id ? (
        <Door>
          <RecoveryCode code={newCode.code} onPutAway={() => setNewCode(null)} />
        </Door>
      ) : state.digestDue ? (
        <Digest onGoOn={remember} />
      ) : (
        <Shell key={person.id} startAt={lastSeat?.personId === person.id ? lastSeat.place : null} onPlace={remember} />
      )}
    </SessionContext>
  )
}
