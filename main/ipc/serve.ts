// The one door from a screen to the back room: checks sender, role, request and answer of every call.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { Fault } from '../../shared/faults.ts'
import { calls, type CallAnswer, type CallName, type CallRequest, type Crossing } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { permissions, readingCalls, type OpenCallName } from '../../shared/ipc/permissions.ts'
import { placeOf, type Log } from '../log.ts'

/** A handler per call. Calls that anyone may make get no person. A missing handler does not compile. */
export type Routes = {
  [Name in CallName]: Name extends OpenCallName
    ? (request: CallRequest<Name>) => Promise<CallAnswer<Name>>
    : (request: CallRequest<Name>, who: Person) => Promise<CallAnswer<Name>>
}

export interface Door {
  /** `fromOurWindow`: the sender is the main frame of the app's own window showing the app's own page. */
  handle(fromOurWindow: boolean, name: unknown, request: unknown): Promise<Crossing<unknown>>
}

export interface DoorParts {
  routes: Routes
  signedIn(): Person | null
  /** True after a broken audit chain: only reading calls go through. */
  isReadOnly(): boolean
  log: Log
}

export function openDoor({ routes, signedIn, isReadOnly, log }: DoorParts): Door {
  /** Runs one call whose name is known; throws Faults and bugs. */
  async function run(name: CallName, request: unknown): Promise<unknown> {
    const who = admit(name)
    const asked = calls[name].request.safeParse(request)
    if (!asked.success) {
      log.write('request-rejected', {
        call: name,
        fields: fieldsOf(asked.error),
      })
      throw new Fault('bad-request', { field: String(asked.error.issues[0]?.path[0] ?? '') })
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handler and parsed request are a pair by `name`, which the union of all handlers cannot say
    const handler = routes[name] as (request: unknown, who: Person | null) => Promise<unknown>
    const answer = await handler(asked.data, who)
    const told = calls[name].answer.safeParse(answer)
    if (!told.success) {
      log.write('answer-rejected', {
        call: name,
        fields: fieldsOf(told.error),
      })
      throw new Error('An answer did not match the contract.')
    }
    return told.data
  }

  function admit(name: CallName): Person | null {
    const permission = permissions[name]
    const who = signedIn()
    if (permission === 'anyone') return who
    if (who === null) throw new Fault('not-signed-in')
    if (permission !== 'signed-in' && !permission.some((role) => who.roles.includes(role)))
      throw new Fault('not-allowed')
    if (isReadOnly() && !readingCalls.has(name)) throw new Fault('read-only')
    return who
  }

  return {
    async handle(fromOurWindow, name, request) {
      if (!fromOurWindow) {
        log.write('foreign-sender')
        return { ok: false, code: 'not-allowed', detail: {}, id: null }
      }
      if (!isCallName(name)) return { ok: false, code: 'bad-request', detail: {}, id: null }
      try {
        return { ok: true, value: await run(name, request) }
      } catch (error) {
        if (error instanceof Fault && error.code !== 'bug') {
          return { ok: false, code: error.code, detail: error.detail, id: null }
        }
        const id = randomUUID().slice(0, 8)
        log.write('call-failed', { call: name, id, ...placeOf(error) })
        return { ok: false, code: 'bug', detail: {}, id }
      }
    },
  }
}

/** Where the shapes differ. Keys of a record are whatever was sent: only what can be a field's name gets into the log. */
function fieldsOf({ issues }: z.ZodError): string {
  const nameOf = (key: PropertyKey): string =>
    typeof key === 'number' || /^[A-Za-z][A-Za-z0-9-]{0,40}$/.test(String(key)) ? String(key) : '?'
  return issues.map(({ path }) => path.map(nameOf).join('.')).join(',')
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}
