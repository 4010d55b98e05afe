// Slows the guessing of passwords down: after the third failure in a row each further try must wait longer, also after a restart.
import { Fault } from '../../shared/faults.ts'
import type { Instant } from '../../shared/dates.ts'
import type { Database } from '../db/index.ts'
import { clearFailures, failuresOf, forgetFailuresBefore, moveFailure, noteFailure } from './store.ts'

export interface Attempts {
  /**
   * Runs `attempt` for the name. The failure is noted before it runs and taken back when it returns true: who kills the program
   * in the middle has used up the try. Fault: too-many-attempts {seconds} while the name must wait.
   */
  tryOnce(loginName: string, attempt: () => Promise<boolean>): Promise<boolean>
}

const freeFailures = 3
const firstDelaySeconds = 5
const longestDelaySeconds = 15 * 60
/** Names that do not exist are counted too, or the waiting would tell which do; their rows go after a day. */
const forgetAfterMs = 24 * 60 * 60 * 1000

export function createAttempts(db: Database, now: () => Instant): Attempts {
  return {
    async tryOnce(loginName, attempt) {
      const at = now()
      const before = await failuresOf(db, loginName)
      // A clock that was set back must neither free the name nor lock it for longer than its delay: the delay begins anew.
      if (before !== null && before.lastAt > at) await moveFailure(db, loginName, at)
      const waitSeconds = before === null ? 0 : remainingSeconds(before, at)
      if (waitSeconds > 0) throw new Fault('too-many-attempts', { seconds: waitSeconds })
      await forgetFailuresBefore(db, new Date(new Date(at).getTime() - forgetAfterMs).toISOString())
      await noteFailure(db, loginName, at)
      const isRight = await attempt()
      if (isRight) await clearFailures(db, loginName)
      return isRight
    },
  }
}

function remainingSeconds({ failures, lastAt }: { failures: number; lastAt: Instant }, at: Instant): number {
  if (failures < freeFailures) return 0
  const delay = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (failures - freeFailures))
  const passed = Math.max(0, new Date(at).getTime() - new Date(lastAt).getTime()) / 1000
  return Math.max(0, Math.ceil(delay - passed))
}
